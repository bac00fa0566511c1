import type { Changes } from '../../../src/plan/types';
import { frame, painted, settled, there } from './waiting';

// The page on which the timelines meet. It is told what to do by timeline.bench.ts,
// measures what a hand would notice, and makes sure that it happened.

/** A timeline of somebody's make, with its bars in memory in the form that it likes. */
export interface Racer {
  /** Draws it, with its bars. */
  mount(target: HTMLElement): void;
  /** A bar in the document. */
  readonly bar: string;
  /** Looks at it from so near: 0 = weeks, 1 = months, 2 = years, 3 = all. */
  zoom(level: number): void;
  /** What scrolls over the lines. */
  surface(): HTMLElement;
}

const makers: Record<string, () => Promise<{ default: (client: Changes) => Racer }>> = {
  bare: () => import('./bare'),
  cairn: () => import('./cairntime'),
  svar: () => import('./svar'),
  vis: () => import('./vis'),
};

export class Race {
  readonly #client: Changes;
  #racer: Racer | undefined;

  constructor(client: Changes) {
    this.#client = client;
  }

  /** With script and data in memory: from drawing a timeline until its first bar is painted, in ms. */
  async first(name: string): Promise<number> {
    const maker = await makers[name]?.();
    if (!maker) throw new Error(`nobody is called ${name}`);
    const racer = (this.#racer = maker.default(this.#client));
    const target = document.createElement('div');
    target.style.cssText = 'display: flex; flex-direction: column; height: 740px; width: 1264px';
    document.body.replaceChildren(target);
    await settled();
    const start = performance.now();
    racer.mount(target);
    await there(racer.bar);
    await painted();
    return performance.now() - start;
  }

  /** From looking nearer or farther until it is painted, in ms. */
  async zoom(level: number): Promise<number> {
    await frame();
    const start = performance.now();
    this.#one.zoom(level);
    await painted();
    const took = performance.now() - start;
    if (!document.querySelector(this.#one.bar)) throw new Error('no bar is in sight');
    return took;
  }

  /** Scrolls over the lines; what each frame took, in ms. */
  async scroll(step: number, count: number): Promise<number[]> {
    const surface = this.#one.surface();
    const took: number[] = [];
    let last = await frame();
    for (let i = 0; i < count; i++) {
      surface.scrollTop += i < count * 0.7 ? step : -step;
      const now = await frame();
      took.push(now - last);
      last = now;
    }
    if (surface.scrollTop === 0) throw new Error('nothing scrolled');
    surface.scrollTop = 0;
    await painted();
    return took;
  }

  get #one(): Racer {
    if (!this.#racer) throw new Error('nothing is drawn yet');
    return this.#racer;
  }
}

declare global {
  interface Window {
    race?: Race;
  }
}

const client = await fetch('client.json');
window.race = new Race((await client.json()) as Changes);
