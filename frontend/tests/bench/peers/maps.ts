import type { Grown } from '../trees';
import { frame, frames, painted, settled, there } from './waiting';

// The page on which the mind maps meet. It is told what to do by map.bench.ts,
// measures what a hand would notice, and makes sure that it happened. It runs
// in Chromium and in WebKitGTK.

/** A mind map of somebody's make, with its items in memory in the form that it likes. */
export interface Mapper {
  /** A node in the document. */
  readonly node: string;
  /** Draws it, all of it unfolded, to the right. */
  mount(target: HTMLElement): void;
  /** The element of an item; undefined while it has none. */
  element(id: string): Element | undefined;
  /** Brings an item into the window. */
  show(id: string): unknown;
  /** Hangs a new item on another one, as its last; comes back when the map has it. */
  add(id: string, parent: string): unknown;
  move(dx: number, dy: number): void;
  /** Looks at it so near, around the middle of the window. */
  zoom(scale: number): void;
}

const makers: Record<string, () => Promise<{ default: (grown: Grown) => Mapper }>> = {
  cairn: () => import('./cairnmap'),
  elixir: () => import('./elixir'),
  nothing: () => import('./nothing'),
};

/** How far a frame moves, in px, and how far off the overview is. */
const STEP = 24;
const FAR = 0.05;

export class Survey {
  readonly #grown: Grown;
  #mapper: Mapper | undefined;
  #added = 0;

  constructor(grown: Grown) {
    this.#grown = grown;
  }

  /** With script and data in memory: from drawing a map until its first node is painted, in ms. */
  async first(name: string): Promise<number> {
    const maker = await makers[name]?.();
    if (!maker) throw new Error(`nobody is called ${name}`);
    const mapper = (this.#mapper = maker.default(this.#grown));
    const target = document.createElement('div');
    target.style.cssText = 'display: flex; flex-direction: column; height: 740px; width: 1264px';
    document.body.replaceChildren(target);
    await settled();
    const start = performance.now();
    mapper.mount(target);
    await there(mapper.node);
    await painted();
    return performance.now() - start;
  }

  /** Goes to where the map is densest, at its own size. */
  async settle(): Promise<void> {
    const { middle } = this.#grown;
    this.#one.zoom(1);
    await this.#one.show(middle);
    await settled();
    const box = this.#one.element(middle)?.getBoundingClientRect();
    if (!box) throw new Error('the middle of the map is not in sight');
    this.#one.move(innerWidth / 2 - box.left, innerHeight / 2 - box.top);
    await settled();
  }

  /** Hangs one more item on a large branch; how long its scripts took before the next frame, and how long it was until it is painted, in ms. */
  async edit(): Promise<{ own: number; painted: number }> {
    const id = `new${String(++this.#added)}`;
    await frame();
    const start = performance.now();
    await this.#one.add(id, this.#grown.parent);
    await Promise.resolve();
    const own = performance.now() - start;
    await painted();
    const took = performance.now() - start;
    if (!this.#one.element(id)) throw new Error('the new item is not on the map');
    return { own, painted: took };
  }

  /** Moves down and up again; what each frame took, in ms. */
  pan(count: number): Promise<number[]> {
    return frames(count, (i) => this.#one.move(0, i < count / 2 ? -STEP : STEP));
  }

  /** From its own size far off and back. */
  zoom(count: number): Promise<number[]> {
    return frames(count, (i) => {
      const way = (2 * i) / (count - 1);
      this.#one.zoom(FAR ** (way < 1 ? way : 2 - way));
    });
  }

  /** Far off from now on. */
  async away(): Promise<void> {
    this.#one.zoom(FAR);
    await settled();
  }

  get #one(): Mapper {
    if (!this.#mapper) throw new Error('nothing is drawn yet');
    return this.#mapper;
  }
}

declare global {
  interface Window {
    survey?: Survey;
  }
}

const grown = await fetch('client.json');
window.survey = new Survey((await grown.json()) as Grown);
