import type { Desk } from '../commands/desk';
import { whenHidden } from '../plan/typing';
import { readMemory, writeMemory, type Top } from './memory';
import type { Panes } from './panes';
import type { View } from './view.svelte';

/** The name under which the board's place is kept. */
const VIEW = 'board';
/** How long the hand rests before its place is kept, in ms. */
const REST = 400;

/** Keeps where the hand is on each plan's board, and brings it back there (R127). */
export class Remembering {
  /** The hand is back where it was; before that nothing is worth drawing. */
  opened = $state(false);
  /** Where columns and board begin when they are drawn for the first time. */
  tops: Readonly<Record<string, Top>> = {};
  across = 0;
  /** The plan whose place is kept now; '' while one is being opened. */
  #planId = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly desk: Desk,
    readonly view: View,
    readonly panes: Panes,
  ) {}

  /** Brings the hand back to where it was in a plan. */
  async open(planId: string): Promise<void> {
    this.flush();
    this.#planId = '';
    const memory = readMemory(await this.desk.edits.place(planId, VIEW));
    if (this.desk.mirror.planId !== planId) return;
    this.view.remember(memory);
    this.tops = memory.tops;
    this.across = memory.across;
    this.#planId = planId;
    this.opened = true;
  }

  /** The hand has moved; its place is kept when it rests. */
  moved(): void {
    if (this.#planId === '') return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(), REST);
  }

  /** Keeps the place at once when the page hides, and when this is told to end. */
  keep(): () => void {
    const end = whenHidden(() => this.flush());
    return () => {
      end();
      this.flush();
    };
  }

  /** Keeps the place at once if it is not kept yet. */
  flush(): void {
    if (this.#timer !== undefined) this.#save();
  }

  #save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { view, panes } = this;
    const tops = panes.all().map(({ frame }) => [frame.columnId, frame.place] as const);
    const data = writeMemory({
      grouped: view.grouped,
      filter: view.filter,
      active: view.active,
      tops: Object.fromEntries(tops.filter(([, { id }]) => id !== '')),
      across: panes.surface?.scrollLeft ?? 0,
    });
    void this.desk.edits.savePlace(this.#planId, VIEW, data);
  }
}
