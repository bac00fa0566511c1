// The heap that grows with a plan: where each stone lies. A stone has its place by
// its number alone, and its form by its place and the seed, so that one more moves
// none of those that lie there.

/** A place in the heap: the row from the ground up, and how far along, in stones; each row begins half a stone further in. */
export interface Place {
  readonly row: number;
  readonly along: number;
}

/** Where a stone lies, in px; the ground is at 0, and up is less. */
export interface Lying extends Place {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
}

/** A stone is so wide and high on the whole. */
const WIDE = 38;
const HIGH = 34;
/** So far the line between two stones may lie from where it would be among equal ones: less than a quarter, so that each rests on two. */
const APART = 0.24;
/** So much higher or flatter a row may be. */
const UNEVEN = 0.22;

/**
 * The places of so many stones, in the order in which they are laid: one slope
 * after the other, each from the ground up. So the heap has its top at any time,
 * and each stone finds two below it, or the ground.
 */
export function placesOf(count: number): Place[] {
  const places: Place[] = [];
  for (let slope = 0; places.length < count; slope++) {
    // Slope by slope the base grows on its right, on its left, on its right …
    const right = slope % 2 === 1;
    const end = right ? (slope + 1) / 2 : -slope / 2;
    for (let row = 0; row <= slope && places.length < count; row++)
      places.push({ row, along: right ? end - row : end });
  }
  return places;
}

/** The stones of a heap; a seed always gives the same. */
export function heapOf(count: number, seed: string): Lying[] {
  const rows = new Map<number, { top: number; foot: number }>();
  const number = hashOf(seed);
  return placesOf(count).map(({ row, along }) => {
    const { top, foot } = rowOf(rows, number, row);
    const left = between(number, row, along);
    return { row, along, left, right: between(number, row, along + 1), top, foot };
  });
}

/** The line between a stone and the one before it. */
function between(seed: number, row: number, along: number): number {
  return (along + (row - 1) / 2 + APART * swing(seed, row, along)) * WIDE;
}

function rowOf(
  rows: Map<number, { top: number; foot: number }>,
  seed: number,
  row: number,
): { top: number; foot: number } {
  const known = rows.get(row);
  if (known) return known;
  const foot = row === 0 ? 0 : rowOf(rows, seed, row - 1).top;
  const made = { foot, top: foot - HIGH * (1 + UNEVEN * swing(seed, row, ROWS)) };
  rows.set(row, made);
  return made;
}

/** What stands for the row itself, where a place along it is asked for. */
const ROWS = 1e6;

/** Anything from -1 to 1, always the same for the same. */
export function swing(seed: number, row: number, along: number): number {
  let mixed = seed ^ Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(along + 7, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 31 - 1;
}

/** A text as a number: FNV-1a. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}
