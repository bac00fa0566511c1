import type { Acts } from './acts';
import type { Camera } from './camera';
import { boxAt, targetAt, type Target } from './dropping';
import type { Point } from './layout';
import type { Moves } from './moves';
import { keyOf, type View } from './view.svelte';

/** What the hand drags through the flow: items, or a new arrow out of one. */
export class Drag {
  /** The item that was taken hold of, or that the arrow comes from; '' = nothing is. */
  held = $state('');
  /** All items that go along. */
  all = $state.raw<readonly string[]>([]);
  what = $state<'item' | 'arrow'>('item');
  /** Where the hand is in the flow, and where it took hold. */
  at = $state.raw<Point>({ x: 0, y: 0 });
  from = $state.raw<Point>({ x: 0, y: 0 });
  /** Where the items would go. */
  target = $state.raw<Target | null>(null);
  /** The box that an arrow would lead to. */
  over = $state('');
  #window: Point = { x: 0, y: 0 };

  constructor(
    readonly view: View,
    readonly acts: Acts,
    readonly moves: Moves,
    readonly camera: Camera,
  ) {}

  start(id: string, what: 'item' | 'arrow', point: Point): boolean {
    if (!this.view.isMember(id)) return false;
    this.acts.leave();
    if (what === 'arrow' || !this.view.held.includes(id)) this.view.pick(id);
    [this.held, this.what] = [id, what];
    this.all = what === 'item' ? this.view.held : [];
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
    if (this.what === 'item')
      this.target = targetAt(view.layout, held, this.all, this.at, view.way);
    else this.over = boxAt(view.layout, this.at);
  }

  drop(): void {
    const { held, target, over, what } = this;
    this.cancel();
    if (what === 'arrow') {
      if (over !== '' && over !== held && this.view.isMember(over))
        void this.acts.connect(held, over);
    } else if (target && 'onto' in target)
      this.moves.onto({ before: target.onto.from, after: target.onto.to });
    else if (target) this.moves.beyond(target.beside, target.side);
  }

  cancel(): void {
    this.held = this.over = '';
    this.all = [];
    this.target = null;
  }

  /** The arrow that the items would go onto; '' = none. */
  get ontoKey(): string {
    const { target } = this;
    return target && 'onto' in target
      ? keyOf({ before: target.onto.from, after: target.onto.to })
      : '';
  }
}
