import type { Desk } from '../commands/desk';
import { lastStyle, readMemory, writeMemory } from './memory';
import type { Sides } from './sides.svelte';
import { isOffered, STYLES, viewOf, type Face, type View } from './views';

/** The name under which a plan's frame is kept. */
const NAME = 'frame';

/**
 * Where one stays in the plan shown: which view is open, what is in focus and
 * what stands at the side. It is kept for each plan, and one is led back there
 * (R127).
 */
export class Stay {
  /** The view that is open, and what draws it once it is there. */
  #view = $state.raw(viewOf(''));
  #face = $state.raw<Face | null>(null);

  /** The style in which the plan is drawn, and since when. */
  #style = $state.raw({ style: '', since: 0 });

  readonly #desk: Desk;
  readonly #sides: Sides;
  #planId = $state('');
  #clientId = '';
  /** True once it is known where one was; before that nothing is worth drawing. */
  readonly ready = $derived.by(() => this.#planId === this.#desk.mirror.planId);
  /** What is kept. */
  readonly memory = $derived.by(() =>
    writeMemory({
      view: this.#view.id,
      branch: this.#desk.hand.branch,
      side: this.#sides.kept,
      ...this.#style,
    }),
  );

  constructor(desk: Desk, sides: Sides) {
    this.#desk = desk;
    this.#sides = sides;
  }

  get view(): View {
    return this.#view;
  }
  get face(): Face | null {
    return this.#face;
  }

  /** Opens another view; ready is called right before it is drawn. */
  async show(view: View, ready: () => void): Promise<void> {
    const face = await view.load();
    ready();
    if (STYLES.includes(view.id)) this.#style = { style: view.id, since: Date.now() };
    [this.#view, this.#face] = [view, face];
  }

  /** Leads back to where one was in a plan. */
  async open(planId: string): Promise<void> {
    const { mirror, edits, hand } = this.#desk;
    const { view, branch, side, ...style } = readMemory(await edits.place(planId, NAME));
    const open = this.#open(view || (await this.#preferred()));
    const face = await open.load();
    if (planId !== mirror.planId) return;
    this.#clientId = mirror.clientId;
    [this.#view, this.#face, this.#style] = [open, face, style];
    hand.branch = mirror.item(branch)?.planId === planId ? branch : '';
    if (side !== null) this.#sides.restore(side);
    this.#planId = planId;
  }

  /** The view to open: of one that is not there any more, the first. Whoever is above the plans stays there while clients change. */
  #open(id: string): View {
    const stays = this.#view.above && this.#clientId !== this.#desk.mirror.clientId;
    const wanted = stays ? this.#view : viewOf(id);
    return isOffered(wanted, this.#desk) ? wanted : viewOf('');
  }

  /** The style that the client likes best: the one that was chosen last in any of their plans (R113). */
  async #preferred(): Promise<string> {
    const { mirror, edits } = this.#desk;
    const frames = await Promise.all(mirror.plans.map(({ id }) => edits.place(id, NAME)));
    return lastStyle(frames.map(readMemory));
  }

  /** Keeps where one is. */
  keep(): void {
    const { memory } = this;
    if (this.ready && this.#planId !== '')
      void this.#desk.edits.savePlace(this.#planId, NAME, memory);
  }
}
