import type { Changes } from '../../../src/plan/types';
import type { Contestant } from './contestant';
import { frame, painted, settled, there } from './waiting';

// The page on which the boards meet. It is told what to do by board.bench.ts,
// measures what a hand would notice, and makes sure that it happened.

const makers: Record<string, () => Promise<{ default: (client: Changes) => Contestant }>> = {
  cairn: () => import('./cairn'),
  prototype: () => import('./prototype'),
  sortable: () => import('./sortable'),
  dnd: () => import('./dnd'),
};

export interface Point {
  readonly x: number;
  readonly y: number;
}

export class Arena {
  readonly #client: Changes;
  #contestant: Contestant | undefined;
  #frames: number[] = [];
  #recording = false;

  constructor(client: Changes) {
    this.#client = client;
  }

  /** With script and data in memory: from drawing a board until its first card is painted, in ms. */
  async first(name: string): Promise<number> {
    const maker = await makers[name]?.();
    if (!maker) throw new Error(`nobody is called ${name}`);
    const contestant = (this.#contestant = maker.default(this.#client));
    await settled();
    const start = performance.now();
    contestant.mount();
    await there(`[${contestant.attribute}]`);
    await painted();
    return performance.now() - start;
  }

  /** From the start of a move, the first card of a column to another one, until it is painted, in ms. */
  async move(from: number, to: number): Promise<number> {
    const id = this.card(from, 0);
    await frame();
    const start = performance.now();
    await this.#one.move(id, to);
    await painted();
    const took = performance.now() - start;
    if (this.columnOf(id) !== to) throw new Error('the card is not where it was put');
    return took;
  }

  /** Scrolls a column; what each frame took, in ms. */
  async scroll(index: number, step: number, count: number): Promise<number[]> {
    const column = this.#one.column(index);
    const took: number[] = [];
    let last = await frame();
    for (let i = 0; i < count; i++) {
      column.scrollTop += i < count * 0.7 ? step : -step;
      const now = await frame();
      took.push(now - last);
      last = now;
    }
    if (column.scrollTop === 0) throw new Error('nothing scrolled');
    column.scrollTop = 0;
    await painted();
    return took;
  }

  /** The id of a card in sight, counted from the top of its column. */
  card(column: number, at: number): string {
    const shown = this.#shown(column)[at];
    if (!shown) throw new Error(`column ${String(column)} shows no card ${String(at)}`);
    return shown.getAttribute(this.#one.attribute) ?? '';
  }

  /** Where a hand would take hold of a card. */
  grip(column: number, at: number): Point {
    const card = this.#shown(column)[at];
    if (!card) throw new Error(`column ${String(column)} shows no card ${String(at)}`);
    const { left, top, width, height } = card.getBoundingClientRect();
    return { x: left + width * 0.7, y: top + height / 2 };
  }

  /** The middle of a column. */
  middle(column: number): Point {
    const { left, width } = this.#one.column(column).getBoundingClientRect();
    return { x: left + width / 2, y: 330 };
  }

  /** The column that a card stands in, -1 when it is not in the document. */
  columnOf(id: string): number {
    const card = document.querySelector(`[${this.#one.attribute}="${id}"]`);
    for (let i = 0; card && i < this.#client.columns.length; i++)
      if (this.#one.column(i).contains(card)) return i;
    return -1;
  }

  /** From now on keeps how long each frame takes. */
  record(): void {
    this.#frames = [];
    this.#recording = true;
    let last = performance.now();
    const next = (now: number) => {
      this.#frames.push(now - last);
      last = now;
      if (this.#recording) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  }

  recorded(): number[] {
    this.#recording = false;
    return this.#frames;
  }

  get #one(): Contestant {
    if (!this.#contestant) throw new Error('nothing is drawn yet');
    return this.#contestant;
  }

  #shown(index: number): Element[] {
    const column = this.#one.column(index);
    const edge = column.getBoundingClientRect().top;
    const top = (card: Element) => card.getBoundingClientRect().top;
    return [...column.querySelectorAll(`[${this.#one.attribute}]`)]
      .filter((card) => top(card) >= edge)
      .sort((a, b) => top(a) - top(b));
  }
}

declare global {
  interface Window {
    arena?: Arena;
  }
}

const client = await fetch('client.json');
window.arena = new Arena((await client.json()) as Changes);
