import type { Point } from '../gesture/press';
import type { View } from './view.svelte';
import { dropAt, type Drop } from './drop';

/** Branches that are dragged over the map: what is held, and where it would go. */
export class Drag {
  ids = $state.raw<readonly string[]>([]);
  /** Where the pointer is, in the window. */
  point = $state.raw<Point>({ x: 0, y: 0 });
  target = $state.raw<Drop | null>(null);

  readonly #view: View;
  readonly #drop: (ids: readonly string[], drop: Drop) => void;

  constructor(view: View, drop: (ids: readonly string[], drop: Drop) => void) {
    this.#view = view;
    this.#drop = drop;
  }

  get active(): boolean {
    return this.ids.length > 0;
  }

  /** Takes up a node, and all that are picked when it is one of them. False where nothing can be dragged. */
  start(id: string, point: Point): boolean {
    const view = this.#view;
    if (id === view.centre || !view.tree.item(id)) return false;
    if (!view.picked.has(id)) view.pick(id);
    this.ids = view.ids.filter((one) => one !== view.centre);
    this.point = point;
    return this.active;
  }

  /** The pointer is here now; surface is where the map begins in the window. */
  to(point: Point, surface: Element): void {
    this.point = point;
    const { left, top } = surface.getBoundingClientRect();
    const { chart, tree } = this.#view;
    const { camera } = this.#view.frame;
    const x = (point.x - left - camera.x) / camera.s;
    const y = (point.y - top - camera.y) / camera.s;
    this.target = dropAt(chart, tree, new Set(this.ids), x, y);
  }

  /** Lets go. */
  end(): void {
    const { ids, target } = this;
    this.cancel();
    if (target && ids.length > 0) this.#drop(ids, target);
  }

  cancel(): void {
    this.ids = [];
    this.target = null;
  }
}
