import type { Box } from '../gesture/camera';
import type { Point } from '../gesture/press';

/** What is drawn round things with Shift, to hold all that it touches. */
export class Lasso {
  /** On the surface; null = none is drawn. */
  box = $state.raw<Box | null>(null);

  readonly #on: (point: Point) => Point;
  readonly #take: (box: Box) => void;
  #from: Point = { x: 0, y: 0 };

  /** on tells where a point of the window lies on the surface; take is told what was drawn round in the end. */
  constructor(on: (point: Point) => Point, take: (box: Box) => void) {
    this.#on = on;
    this.#take = take;
  }

  /** A press begins to draw; false where it means something else: without Shift, or of a finger. */
  start({ shiftKey, pointerType, clientX: x, clientY: y }: PointerEvent): boolean {
    this.#from = this.#on({ x, y });
    return shiftKey && pointerType !== 'touch';
  }

  to(point: Point): void {
    const { x, y } = this.#on(point);
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
    if (box) this.#take(box);
  }

  cancel(): void {
    this.box = null;
  }
}
