// Moving about on a surface that is larger than the window: with the wheel, by
// dragging the ground, with one finger, and with two for nearer and farther.

import type { Point } from './press';

/** How far a pointer travels before it moves the surface, in px. */
const THRESHOLD = 5;
/** How much nearer a px of the wheel leads. */
const WHEEL = 0.0022;
/** A line of a wheel that counts lines, in px. */
const LINE = 24;

/** What moving about does; points are in the window. */
export interface Roamer {
  /** True where a press of the mouse takes hold of the ground. */
  grabs(event: PointerEvent): boolean;
  /** True while something else has the pointer. */
  busy(): boolean;
  move(dx: number, dy: number): void;
  zoom(factor: number, at: Point): void;
}

/** Safari's own event for two fingers on a trackpad. */
interface GestureEvent extends UIEvent {
  readonly scale: number;
  readonly clientX: number;
  readonly clientY: number;
}

/** Listens on a surface until the function it returns is called. */
export function listenForRoaming(surface: HTMLElement, roamer: Roamer): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  new Fingers(surface, roamer, signal);
  surface.addEventListener('wheel', (event) => wheel(event, roamer), { signal, passive: false });
  let scale = 1;
  surface.addEventListener('gesturestart', () => (scale = 1), { signal });
  surface.addEventListener(
    'gesturechange',
    (event) => {
      const turn = event as GestureEvent;
      event.preventDefault();
      roamer.zoom(turn.scale / scale, { x: turn.clientX, y: turn.clientY });
      scale = turn.scale;
    },
    { signal, passive: false },
  );
  return () => ends.abort();
}

/** Ctrl and the wheel, or two fingers on a trackpad: nearer or farther; else it moves. */
function wheel(event: WheelEvent, roamer: Roamer): void {
  event.preventDefault();
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
  const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
  if (event.ctrlKey || event.metaKey)
    roamer.zoom(Math.exp(-dy * WHEEL), { x: event.clientX, y: event.clientY });
  else if (event.shiftKey && dx === 0) roamer.move(-dy, 0);
  else roamer.move(-dx, -dy);
}

/** Pointers that are down: a mouse on the ground, or fingers anywhere. */
class Fingers {
  readonly #down = new Map<number, Point>();
  #travelled = 0;
  #ends = new AbortController();

  constructor(
    readonly surface: HTMLElement,
    readonly roamer: Roamer,
    signal: AbortSignal,
  ) {
    surface.addEventListener('pointerdown', (event) => this.#press(event), { signal });
    signal.addEventListener('abort', () => this.#clear());
  }

  #press(event: PointerEvent): void {
    const finger = event.pointerType === 'touch';
    if (!finger && !this.roamer.grabs(event)) return;
    if (this.#down.size === 0) this.#listen();
    this.#down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  /** From now on only: whatever else the press may be hears of each move first. */
  #listen(): void {
    this.#travelled = 0;
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    window.addEventListener('pointermove', (event) => this.#move(event), { signal });
    for (const end of ['pointerup', 'pointercancel'] as const)
      window.addEventListener(end, (event) => this.#lift(event.pointerId), { signal });
    window.addEventListener('blur', () => this.#clear(), { signal });
  }

  #lift(id: number): void {
    this.#down.delete(id);
    if (this.#down.size === 0) this.#clear();
  }

  #clear(): void {
    this.#down.clear();
    this.#ends.abort();
  }

  #move(event: PointerEvent): void {
    const from = this.#down.get(event.pointerId);
    if (!from) return;
    if (this.roamer.busy()) return this.#clear();
    const to = { x: event.clientX, y: event.clientY };
    this.#down.set(event.pointerId, to);
    this.#travelled += Math.hypot(to.x - from.x, to.y - from.y);
    if (this.#travelled < THRESHOLD) return;
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) return this.roamer.move(to.x - from.x, to.y - from.y);
    this.#pinch(from, to, other);
  }

  /** One of two fingers has moved: what lies between them stays between them. */
  #pinch(from: Point, to: Point, other: Point): void {
    const before = Math.hypot(from.x - other.x, from.y - other.y);
    const after = Math.hypot(to.x - other.x, to.y - other.y);
    const middle = { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 };
    if (before > 0 && after > 0) this.roamer.zoom(after / before, middle);
    this.roamer.move((to.x - from.x) / 2, (to.y - from.y) / 2);
  }
}
