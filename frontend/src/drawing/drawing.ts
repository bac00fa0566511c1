import type { Kind } from '../plan/types';
import { GLYPHS } from '../ui/kinds';
import type { FaceName } from './faces';

/**
 * A drawing: a short list of paths and texts, in px of 1/96 inch from the upper
 * left corner, what comes later above what came before. The screen, SVG, PNG
 * and PDF all draw from it.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** The colours of a drawing by what they mean: names of roles in tokens.css, or "a-" and a life area. */
export type Role =
  | 'sheet'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'fold'
  | 'ground'
  | 'accent'
  | 'on-accent'
  | 'laid'
  | 'laid-mark'
  | 'lichen-2'
  | 'edge'
  | 'ask'
  | `k-${Kind | 'value'}`
  | `s-${'todo' | 'doing' | 'wait' | 'done' | 'gone'}`
  | `a-${string}`;

/** A colour, or a share of it on the sheet (0 to 1): no drawing needs to see through another. */
export interface Paint {
  readonly role: Role;
  readonly share?: number;
}

/** Lines and areas; d holds M, L, C and Z in absolute numbers only, all parted by spaces. */
export interface Path {
  readonly is: 'path';
  readonly d: string;
  readonly fill?: Paint;
  readonly stroke?: Paint;
  readonly width?: number;
  /** Round dots or dashes, and the gaps between them. */
  readonly dash?: readonly [number, number];
}

/** A line of words; x and y are where it begins, on its base. */
export interface Text {
  readonly is: 'text';
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly face: FaceName;
  readonly size: number;
  readonly paint: Paint;
  /** How wide it was measured. */
  readonly width: number;
}

export type Shape = Path | Text;

/** What a path looks like, apart from where it goes. */
export type Look = Omit<Path, 'is' | 'd'>;

export function line(x1: number, y1: number, x2: number, y2: number, look: Look): Path {
  return { is: 'path', d: `M ${point(x1, y1)} L ${point(x2, y2)}`, ...look };
}

export function box(x: number, y: number, width: number, height: number, look: Look): Path {
  const [right, foot] = [x + width, y + height];
  const d = `M ${point(x, y)} L ${point(right, y)} L ${point(right, foot)} L ${point(x, foot)} Z`;
  return { is: 'path', d, ...look };
}

/** A line that leaves a place level, and comes level to another. */
export function bend(x1: number, y1: number, x2: number, y2: number, look: Look): Path {
  const half = (x1 + x2) / 2;
  const d = `M ${point(x1, y1)} C ${point(half, y1)} ${point(half, y2)} ${point(x2, y2)}`;
  return { is: 'path', d, ...look };
}

/** How wide and high the stones of ui/kinds.ts stand. */
const GLYPH = 18;

/** The stones of a kind (or its path that forks) around a place, so high; look says how each of them is drawn. */
export function stones(
  kind: Kind,
  x: number,
  y: number,
  size: number,
  look: (index: number) => Look,
): Path[] {
  const scale = size / GLYPH;
  const [left, top] = [x - size / 2, y - size / 2];
  return GLYPHS[kind].paths.map((path, i) => ({
    is: 'path',
    d: moved(path, (px, py) => point(left + px * scale, top + py * scale)),
    ...look(i),
  }));
}

/** How many numbers each letter of a path takes. */
const TAKES = { M: 2, L: 2, C: 6, Z: 0 } as const;

/** A path in absolute numbers; each point goes where place says. */
function moved(path: string, place: (x: number, y: number) => string): string {
  const parts = path.match(/[MLCZcl]|-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
  const words: string[] = [];
  let letter = 'M';
  let [x, y] = [0, 0];
  for (let i = 0; i < parts.length;) {
    if (/[a-z]/i.test(parts[i] ?? '')) letter = parts[i++] ?? '';
    const [ox, oy] = letter === 'c' || letter === 'l' ? [x, y] : [0, 0];
    const upper = letter.toUpperCase() as keyof typeof TAKES;
    words.push(upper);
    for (const end = i + TAKES[upper]; i < end; i += 2) {
      [x, y] = [ox + Number(parts[i]), oy + Number(parts[i + 1])];
      words.push(place(x, y));
    }
    if (letter === 'M') letter = 'L'; // more points after the first are lines to them
  }
  return words.join(' ');
}

/** A place as paths write it; hundredths of a px are finer than any printer. */
export function point(x: number, y: number): string {
  return `${String(round(x))} ${String(round(y))}`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
