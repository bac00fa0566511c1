import type { Desk } from '../commands/desk';
import { readMemory, writeMemory } from './memory';
import type { Sides } from './sides.svelte';
import { viewOf, VIEWS } from './views';

/** The name under which a plan's frame is kept. */
const NAME = 'frame';

/**
 * Where one stays in the plan shown: which view is open, what is in focus and
 * what stands at the side. It is kept for each plan, and one is led back there
 * (R127).
 */
export class Stay {
  /** The id of the view that is open. */
  view = $state(viewOf('').id);

  readonly #desk: Desk;
  readonly #sides: Sides;
  #planId = $state('');
  /** True once it is known where one was; before that nothing is worth drawing. */
  readonly ready = $derived.by(() => this.#planId === this.#desk.mirror.planId);
  /** What is kept. */
  readonly memory = $derived.by(() =>
    writeMemory({ view: this.view, branch: this.#desk.hand.branch, side: this.#sides.kept }),
  );

  constructor(desk: Desk, sides: Sides) {
    this.#desk = desk;
    this.#sides = sides;
  }

  /**
   * Leads back to where one was in a plan. Where one was in its views is asked
   * at the same time: whichever opens, its head and its rows are drawn at once.
   */
  async open(planId: string): Promise<void> {
    const { mirror, edits, hand } = this.#desk;
    const names = [NAME, ...VIEWS.map(({ id }) => id)];
    const [kept = ''] = await Promise.all(names.map((name) => edits.place(planId, name)));
    const { view, branch, side } = readMemory(kept);
    if (planId !== mirror.planId) return;
    this.view = viewOf(view).id;
    hand.branch = mirror.item(branch)?.planId === planId ? branch : '';
    if (side !== null) this.#sides.restore(side);
    this.#planId = planId;
  }

  /** Keeps where one is. */
  keep(): void {
    const { memory } = this;
    if (this.ready && this.#planId !== '')
      void this.#desk.edits.savePlace(this.#planId, NAME, memory);
  }
}
