import type { Desk } from '../commands/desk';
import { whenHidden } from '../plan/typing';
import type { Frame } from './frame.svelte';
import { readMemory, writeMemory } from './memory';
import type { View } from './view.svelte';

/** The name under which the outline's place is kept. */
const VIEW = 'outline';
/** How long the hand rests before its place is kept, in ms. */
const REST = 400;

/** Keeps where the hand is in each plan, and brings it back there (R127). */
export class Remembering {
  /** The hand is back where it was; before that nothing is worth drawing. */
  opened = $state(false);
  /** The plan whose place is kept now; '' while one is being opened. */
  #planId = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly desk: Desk,
    readonly view: View,
    readonly frame: Frame,
  ) {}

  /** Brings the hand back to where it was in a plan. */
  async open(planId: string): Promise<void> {
    this.flush();
    this.#planId = '';
    const data = await this.desk.edits.place(planId, VIEW);
    if (this.desk.mirror.planId !== planId) return;
    const memory = readMemory(data);
    this.view.remember(memory, planId);
    this.frame.restore(memory.top);
    if (this.view.active !== memory.active) this.frame.show(this.view.active);
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
    const { view, frame } = this;
    const data = writeMemory({
      active: view.active,
      folded: [...view.folded].filter((id) => view.tree.item(id)),
      filter: view.filter,
      top: frame.place,
    });
    void this.desk.edits.savePlace(this.#planId, VIEW, data);
  }
}
