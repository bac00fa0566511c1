import type { Point } from '../gesture/press';
import { type Box, meets, seen } from '../gesture/camera';
import { visit } from './bands';
import type { View } from './view.svelte';

/** What is drawn round nodes with Shift, to pick all that it touches. */
export class Lasso {
  /** On the surface, in px; null = none is drawn. */
  box = $state.raw<Box | null>(null);

  readonly #view: View;
  #from: Point = { x: 0, y: 0 };

  constructor(view: View) {
    this.#view = view;
  }

  start(event: PointerEvent, surface: Element): boolean {
    this.#from = on(surface, { x: event.clientX, y: event.clientY });
    return true;
  }

  to(point: Point, surface: Element): void {
    const { x, y } = on(surface, point);
    const from = this.#from;
    this.box = {
      left: Math.min(x, from.x),
      top: Math.min(y, from.y),
      right: Math.max(x, from.x),
      foot: Math.max(y, from.y),
    };
  }

  end(): void {
    const { box } = this;
    this.box = null;
    if (box) this.#pick(box);
  }

  cancel(): void {
    this.box = null;
  }

  #pick({ left, top, right, foot }: Box): void {
    const view = this.#view;
    const { chart } = view;
    const { camera } = view.frame;
    const size = { width: right - left, height: foot - top };
    const part = seen({ x: camera.x - left, y: camera.y - top, s: camera.s }, size);
    const found: string[] = [];
    for (const tree of chart.trees)
      visit(tree, part, (of, x, y) => {
        const own = { left: x, top: y, right: x + of.width, foot: y + of.height };
        if (!chart.isRoot(of) && meets(own, part)) found.push(of.id);
      });
    if (found.length > 0) view.pickAll(found);
    view.reach();
  }
}

function on(surface: Element, { x, y }: Point): Point {
  const { left, top } = surface.getBoundingClientRect();
  return { x: x - left, y: y - top };
}
