import type { Edits } from './edit.svelte';
import type { Mirror } from './mirror.svelte';
import { whenHidden } from './typing';

/** How long the hand rests before its place is kept, in ms. */
const REST = 400;

/** Keeps where the hand is in a view of each plan, and brings it back there (R127). */
export abstract class Remembering {
  /** The hand is back where it was; before that nothing is worth drawing. */
  opened = $state(false);
  /** The plan whose place is kept now; '' while one is being opened. */
  #planId = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly desk: { readonly mirror: Mirror; readonly edits: Edits },
    /** The name under which the view's place is kept. */
    readonly name: string,
  ) {}

  /** Brings the hand back to the place that note wrote down; '' when there is none. */
  protected abstract recall(data: string, planId: string): void;

  /** Writes down where the hand is. */
  protected abstract note(): string;

  /** Brings the hand back to where it was in a plan. */
  async open(planId: string): Promise<void> {
    this.flush();
    this.#planId = '';
    const data = await this.desk.edits.place(planId, this.name);
    if (this.desk.mirror.planId !== planId) return;
    this.recall(data, planId);
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
    void this.desk.edits.savePlace(this.#planId, this.name, this.note());
  }
}
