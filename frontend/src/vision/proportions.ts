// What is arranged, and how large its pictures become for each other.

import type { Place } from './piece';

/** Between two pieces, in board units. */
export const GAP = 16;
/** How much longer the sides of a picture are that stands for something. */
export const LARGER = 1.35;

/** What is arranged, where it lies now, and in its order. */
export interface Arranged extends Place {
  readonly id: string;
  /**
   * own: it keeps its size, as words do; large: a picture that stands for
   * something and lies among the larger ones; else a picture in any size.
   */
  readonly size?: 'own' | 'large' | undefined;
  /** It lies beside this one, when that is arranged too. */
  readonly beside?: string | undefined;
}

export function ratioOf({ w, h }: Place): number {
  return w / h;
}

export function areaOf(pieces: readonly Place[]): number {
  return pieces.reduce((sum, { w, h }) => sum + w * h, 0);
}

/** The middle one of some numbers; 0 of none. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/**
 * Pieces in sizes that were found for their pictures: those that stand for
 * something are no smaller than the middle one of the others, and all together
 * they have the area that they had.
 */
export function sized<P extends Arranged>(
  pieces: readonly P[],
  scaleOf: (piece: P, at: number) => number,
): P[] {
  const wished = pieces.map((piece, at) =>
    piece.size === 'own' ? piece : scaled(piece, scaleOf(piece, at)),
  );
  const areas = (size: Arranged['size']) =>
    wished.filter((piece) => piece.size === size).map((piece) => areaOf([piece]));
  const [large, free] = [areas('large'), areas(undefined)];
  const most = large.length > 0 ? Math.min(...large) : Infinity;
  const less = Math.min(1, Math.sqrt(most / medianOf(free)));
  const even = wished.map((piece) => (piece.size === undefined ? scaled(piece, less) : piece));
  const pictures = ({ size }: P) => size !== 'own';
  const whole = Math.sqrt(areaOf(pieces.filter(pictures)) / areaOf(even.filter(pictures)));
  return even.map((piece) => (pictures(piece) ? scaled(piece, whole) : piece));
}

export function scaled<P extends Arranged>(piece: P, by: number): P {
  return { ...piece, w: piece.w * by, h: piece.h * by };
}
