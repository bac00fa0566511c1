// How the words of a board are set, in board units.

import type { Size } from '../plan/pieces';
import type { Face } from '../text/ruler';

/** The fonts of the page. */
export interface Type {
  readonly sans: string;
  readonly serif: string;
}

/** voice for what a person hopes, title for what things are called, text and meta for what one operates. */
export type Voice = 'voice' | 'title' | 'text' | 'label' | 'meta';

const STYLES: Readonly<
  Record<Voice, { serif: boolean; weight: number; italic?: true; leading: number }>
> = {
  voice: { serif: true, weight: 440, italic: true, leading: 1.3 },
  title: { serif: true, weight: 500, leading: 1.22 },
  text: { serif: false, weight: 420, leading: 1.42 },
  label: { serif: false, weight: 600, leading: 1.35 },
  meta: { serif: false, weight: 420, leading: 1.4 },
};

/** The sizes of words on the bare paper and on a note. */
export const QUOTE_SIZES: Readonly<Record<Size, number>> = { s: 15, m: 20, l: 27, xl: 44 };
export const NOTE_SIZES: Readonly<Record<Size, number>> = { s: 14, m: 18, l: 24, xl: 34 };
export const META = 13;

/** A face in a size; a factor makes it larger, as the board is seen. */
export function faceOf(voice: Voice, size: number, { sans, serif }: Type, factor = 1): Face {
  const style = STYLES[voice];
  const font = `${style.italic ? 'italic ' : ''}${String(style.weight)} ${String(size * factor)}px ${style.serif ? serif : sans}`;
  return { font, leading: size * style.leading * factor };
}

/** All fonts that a board may need. */
export function fontsOf(type: Type): string[] {
  return (Object.keys(STYLES) as Voice[]).map((voice) => faceOf(voice, 16, type).font);
}
