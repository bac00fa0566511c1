import { box, type Paint, type Path, type Shape, type Text } from './drawing';
import type { Ruler, Setting } from './words';

/** How words look on a page. */
export interface Style extends Setting {
  readonly paint: Paint;
}

/** The height of a line of type, for its size. */
const LEADING = 1.25;
/** How far letters reach above and below their base, for their size. */
const UP = 0.8;
const DOWN = 0.26;
/** White around words, where a line passes behind them, in px. */
const AIR = 2;

export function leading({ size }: Style): number {
  return size * LEADING;
}

/** Draws a page in three layers: what lies behind, what stands on it, and words, for which all behind leaves room. */
export class Pen {
  readonly #behind: Shape[] = [];
  readonly #before: Shape[] = [];
  readonly #words: Text[] = [];

  constructor(readonly ruler: Ruler) {}

  behind(...paths: readonly Path[]): void {
    this.#behind.push(...paths);
  }

  draw(...paths: readonly Path[]): void {
    this.#before.push(...paths);
  }

  /** Writes words from a place on, on their base; gives where they end. */
  write(words: string, x: number, y: number, { face, size, paint }: Style): number {
    const width = this.ruler.width(words, { face, size });
    if (words !== '') this.#words.push({ is: 'text', words, x, y, face, size, paint, width });
    return x + width;
  }

  /** Writes lines below each other, the first on its base; gives the base of the last. */
  writeAll(lines: readonly string[], x: number, y: number, style: Style): number {
    lines.forEach((line, i) => this.write(line, x, y + i * leading(style), style));
    return y + (lines.length - 1) * leading(style);
  }

  get shapes(): Shape[] {
    return [...this.#behind, ...this.#words.map(room), ...this.#before, ...this.#words];
  }
}

function room(text: Text): Path {
  const { left, top, right, foot } = boxOf(text);
  const look = { fill: { role: 'sheet' } } as const;
  return box(left - AIR, top, right - left + 2 * AIR, foot - top, look);
}

/** Where a line of words lies, in px. */
export function boxOf({ x, y, width, size }: Text) {
  return { left: x, top: y - size * UP, right: x + width, foot: y + size * DOWN };
}
