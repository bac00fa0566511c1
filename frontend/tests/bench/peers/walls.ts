import type { Wall } from '../walls';
import { fitOf, HEIGHT, WIDTH, type Hanging } from './hanging';
import { frame, frames, settled } from './waiting';

// The page on which the vision boards meet. It is told what to do by
// vision.bench.ts, and measures what a hand would notice. It runs in Chromium
// and in WebKitGTK.

const makers: Record<string, () => Promise<{ default: (wall: Wall) => Hanging }>> = {
  cairn: () => import('./cairnwall'),
  konva: () => import('./konva'),
  leafer: () => import('./leafer'),
  nothing: () => import('./nowall'),
};

/** Drawn means: so many frames one after the other were in time, or so long was waited, in ms. */
const CALM = 5;
const LATE_MS = 25;
const PATIENCE_MS = 8000;

export class Gallery {
  readonly #wall: Wall;
  #one: Hanging | undefined;
  #scale = 1;

  constructor(wall: Wall) {
    this.#wall = wall;
  }

  /** From hanging a board up until it is drawn and at rest, in ms. */
  async first(name: string): Promise<number> {
    const maker = await makers[name]?.();
    if (!maker) throw new Error(`nobody is called ${name}`);
    const one = (this.#one = maker.default(this.#wall));
    const target = document.createElement('div');
    target.style.cssText = `display: flex; flex-direction: column; width: ${String(WIDTH)}px; height: ${String(HEIGHT)}px`;
    document.body.replaceChildren(target);
    await settled();
    const start = performance.now();
    await one.hang(target);
    this.#scale = fitOf(this.#wall);
    const took = await calm(start);
    return took;
  }

  /** Looks at the middle of it at its own size, or at all of it. */
  async look(near: boolean): Promise<void> {
    this.#zoom(near ? 1 : fitOf(this.#wall));
    await settled();
    await calm(performance.now());
  }

  /** Drags the piece in the middle there and back. */
  async drag(count: number): Promise<number[]> {
    this.#hung.take(this.#wall.middle);
    const took = await frames(count, (i) =>
      this.#hung.drag(i % 20 < 10 ? 6 : -6, i % 16 < 8 ? 5 : -5),
    );
    this.#hung.drop();
    await settled();
    return took;
  }

  /** Moves the board there and back. */
  pan(count: number, step: number): Promise<number[]> {
    return frames(count, (i) => this.#hung.move(i < count / 2 ? -step : step, 0));
  }

  /** From all of it to its own size and back. */
  async zoom(count: number): Promise<number[]> {
    const fit = fitOf(this.#wall);
    return frames(count, (i) => {
      const way = (2 * i) / (count - 1);
      this.#zoom(fit ** (1 - (way < 1 ? way : 2 - way)));
    });
  }

  #zoom(scale: number): void {
    if (scale === this.#scale) return;
    this.#hung.zoom(scale);
    this.#scale = scale;
  }

  get #hung(): Hanging {
    if (!this.#one) throw new Error('nothing hangs yet');
    return this.#one;
  }
}

/** Until nothing is drawn any more; how long that was since start. */
async function calm(start: number): Promise<number> {
  const begun = performance.now();
  let last = await frame();
  let drawn = last;
  for (let quiet = 0; quiet < CALM && performance.now() - begun < PATIENCE_MS;) {
    const now = await frame();
    if (now - last < LATE_MS) quiet++;
    else [quiet, drawn] = [0, now];
    last = now;
  }
  return drawn - start;
}

declare global {
  interface Window {
    gallery?: Gallery;
  }
}

const told = await fetch('client.json');
window.gallery = new Gallery((await told.json()) as Wall);
