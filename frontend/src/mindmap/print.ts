import type { Style } from '../drawing/pen';
import type { Setting as Print } from '../drawing/words';
import type { Type } from './setting';

/** The fonts of a file by the names that the map measures with; sizes as on a page that nobody enlarged. */
export const TYPE: Type = { sans: 'sans', serif: 'serif', rem: 16 };

/** How a file sets what the map sets in one of its fonts. */
export function printOf(font: string): Print {
  const [, slant, weight, size, family] = /^(italic )?(\d+) ([\d.]+)px (\w+)$/.exec(font) ?? [];
  const sans = slant ? 'aside' : Number(weight) >= 600 ? 'strong' : 'text';
  return { face: family === 'serif' ? 'title' : sans, size: Number(size) };
}

/** How far below the middle of a line words stand, for their size. */
const BASE = 0.31;

/** The base of words on a line of this height. */
export function baseOf({ size }: Style | Print, top: number, height: number): number {
  return top + height / 2 + BASE * size;
}
