/** How wide the strip at an edge is that scrolls what is dragged towards it, in px. */
const STRIP = 56;
/** The fastest scroll, in px per second. */
const FASTEST = 1400;

/** How fast to scroll for a pointer at y, in px per second: negative upwards, 0 between the strips. Across it is the same with x. */
export function edgeSpeed(y: number, top: number, bottom: number): number {
  const strip = Math.min(STRIP, (bottom - top) / 4);
  if (strip <= 0) return 0;
  const up = Math.min(1, Math.max(0, (top + strip - y) / strip));
  const down = Math.min(1, Math.max(0, (y - bottom + strip) / strip));
  return FASTEST * (down * down - up * up);
}

/** Scrolls for as long as the pointer rests near an edge; after each frame that scrolled it calls moved. */
export class EdgeScroll {
  readonly #surface: HTMLElement;
  readonly #moved: () => void;
  readonly #axis: 'x' | 'y';
  #at = 0;
  #frame = 0;
  #last = 0;

  constructor(surface: HTMLElement, moved: () => void, axis: 'x' | 'y' = 'y') {
    this.#surface = surface;
    this.#moved = moved;
    this.#axis = axis;
  }

  /** The pointer is at this y in the window, or x for a scroll across. */
  at(point: number): void {
    this.#at = point;
    if (this.#frame === 0 && this.#speed() !== 0) {
      this.#last = performance.now();
      this.#frame = requestAnimationFrame((now) => this.#step(now));
    }
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #speed(): number {
    const box = this.#surface.getBoundingClientRect();
    return this.#axis === 'y'
      ? edgeSpeed(this.#at, box.top, box.bottom)
      : edgeSpeed(this.#at, box.left, box.right);
  }

  #step(now: number): void {
    const speed = this.#speed();
    this.#frame = 0;
    if (speed === 0) return;
    const end = this.#axis === 'y' ? 'scrollTop' : 'scrollLeft';
    const before = this.#surface[end];
    this.#surface[end] += (speed * Math.min(now - this.#last, 50)) / 1000;
    this.#last = now;
    if (this.#surface[end] !== before) this.#moved();
    this.#frame = requestAnimationFrame((next) => this.#step(next));
  }
}
