import type { Acts } from './acts';
import type { Camera } from './camera';
import { boxAt, targetAt, type Target } from './dropping';
import type { Point } from './layout';
import { keyOf, type View } from './view.svelte';

/** What the hand drags through the flow: an item, or a new arrow out of one. */
export class Drag {
  /** The item that is dragged, or that the arrow comes from; '' = nothing is. */
  held = $state('');
  what = $state<'item' | 'arrow'>('item');
  /** Where the hand is in the flow, and where it took hold. */
  at = $state.raw<Point>({ x: 0, y: 0 });
  from = $state.raw<Point>({ x: 0, y: 0 });
  /** Where the item would go. */
  target = $state.raw<Target | null>(null);
  /** The box that an arrow would lead to. */
  over = $state('');
  #window: Point = { x: 0, y: 0 };

  constructor(
    readonly view: View,
    readonly acts: Acts,
    readonly camera: Camera,
  ) {}

  start(id: string, what: 'item' | 'arrow', point: Point): boolean {
    if (!this.view.isMember(id)) return false;
    this.acts.leave();
    this.view.pick(id);
    [this.held, this.what] = [id, what];
    this.from = this.camera.pointAt(point);
    this.to(point);
    return true;
  }

  to(point: Point): void {
    this.#window = point;
    this.again();
  }

  /** The flow has moved below the hand. */
  again(): void {
    const { view, held } = this;
    this.at = this.camera.pointAt(this.#window);
    if (this.what === 'item') this.target = targetAt(view.layout, held, this.at, view.way);
    else this.over = boxAt(view.layout, this.at);
  }

  drop(): void {
    const { held, target, over, what } = this;
    this.cancel();
    if (what === 'arrow') {
      if (over !== '' && over !== held && this.view.isMember(over))
        void this.acts.connect(held, over);
    } else if (target && 'onto' in target)
      this.acts.onto(held, { before: target.onto.from, after: target.onto.to });
    else if (target) this.acts.beyond(held, target.beside, target.side);
  }

  cancel(): void {
    this.held = this.over = '';
    this.target = null;
  }

  /** The arrow that the item would go onto; '' = none. */
  get ontoKey(): string {
    const { target } = this;
    return target && 'onto' in target
      ? keyOf({ before: target.onto.from, after: target.onto.to })
      : '';
  }
}
