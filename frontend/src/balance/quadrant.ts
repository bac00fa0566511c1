import type { Balance } from '../measure/balance';
import { CLEAR, MOVING } from '../measure/balance';

// Where the visions lie: how it feels against how much moves. What lies on one
// place is moved apart, and a name stands where it covers nothing.

/** The side of the square, and a stone in it, in units of its own. */
export const SIDE = 400;
export const STONE = { wide: 26, high: 20 } as const;
/** The size of its names, and of what else is written there. */
export const TYPE = 15;
export const SMALL = 13;
/** The em that a letter takes at most on the whole, and one of a script with wide signs. */
const LETTER = 0.56;
const BROAD = 1.05;
/** So many letters of a name are shown. */
const LONGEST = 22;
const GAP = 5;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly foot: number;
}

/** A vision to be placed. */
export interface Lying {
  readonly id: string;
  readonly name: string;
  readonly balance: Pick<Balance, 'feels' | 'moves'>;
}

/** Where a vision lies, and its name; null where it has no room, and only the list beside tells it. */
export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly name: { readonly words: string; readonly box: Box } | null;
}

/** Why one cannot be placed: nobody said how it feels, nobody can tell how much moves, or both. */
export type Why = 'unrated' | 'still' | 'silent';

/** Why a vision has no place; null when it has one. */
export function whyNot({ feels, moves }: Lying['balance']): Why | null {
  if (feels !== null && moves !== null) return null;
  return moves !== null ? 'unrated' : feels !== null ? 'still' : 'silent';
}

/** What it is divided by: from here on it moves, and from here up it is clear. */
export const DIVIDE = { x: xOf(MOVING), y: yOf(CLEAR) };

/** Lays the stones, and writes the names beside them. taken = what else stands there. */
export function placed(all: readonly Lying[], taken: readonly Box[] = []): Placed[] {
  const stones: { one: Lying; x: number; y: number }[] = [];
  for (const one of all) {
    const { feels, moves } = one.balance;
    if (feels === null || moves === null) continue;
    stones.push({ one, ...free(xOf(moves), yOf(feels), stones) });
  }
  const boxes = [...taken, ...stones.map(({ x, y }) => stoneBox(x, y))];
  return stones.map(({ one, x, y }) => {
    const words = cut(one.name);
    const box = placesOf(x, y, widthOf(words)).find(
      (place) => isInside(place) && !boxes.some((other) => meet(place, other)),
    );
    if (box) boxes.push(box);
    return { id: one.id, x, y, name: box ? { words, box } : null };
  });
}

function xOf(moves: number): number {
  return STONE.wide / 2 + moves * (SIDE - STONE.wide);
}

function yOf(feels: number): number {
  return SIDE - STONE.high / 2 - feels * (SIDE - STONE.high);
}

/** The nearest place to one where no stone lies yet, looked for in rings. */
function free(x: number, y: number, stones: readonly { x: number; y: number }[]) {
  for (let ring = 0; ring * STONE.high < 2 * SIDE; ring++) {
    const turns = Math.max(1, ring * 8);
    for (let turn = 0; turn < turns; turn++) {
      const angle = (turn / turns) * 2 * Math.PI;
      const place = {
        x: within(x + ring * STONE.wide * 0.6 * Math.cos(angle), STONE.wide),
        y: within(y + ring * STONE.high * 0.6 * Math.sin(angle), STONE.high),
      };
      const box = stoneBox(place.x, place.y);
      if (!stones.some((other) => meet(box, stoneBox(other.x, other.y)))) return place;
    }
  }
  return { x, y };
}

function within(value: number, size: number): number {
  return Math.min(SIDE - size / 2, Math.max(size / 2, value));
}

export function stoneBox(x: number, y: number): Box {
  const [wide, high] = [STONE.wide / 2, STONE.high / 2];
  return { left: x - wide, right: x + wide, top: y - high, foot: y + high };
}

/** Where a name may stand, the best first: behind its stone, before it, below, above, and aslant. */
function placesOf(x: number, y: number, wide: number): Box[] {
  const [beside, beyond] = [STONE.wide / 2 + GAP, STONE.high / 2 + 2];
  const high = TYPE * 1.25;
  const at = (left: number, top: number): Box => ({
    left,
    top,
    right: left + wide,
    foot: top + high,
  });
  const level = y - high / 2;
  const [below, above] = [y + beyond, y - beyond - high];
  return [
    at(x + beside, level),
    at(x - beside - wide, level),
    at(x - wide / 2, below),
    at(x - wide / 2, above),
    at(x, below),
    at(x - wide, below),
    at(x, above),
    at(x - wide, above),
  ];
}

function isInside({ left, top, right, foot }: Box): boolean {
  return left >= 0 && top >= 0 && right <= SIDE && foot <= SIDE;
}

export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.foot && b.top < a.foot;
}

function cut(name: string): string {
  const signs = [...name];
  return signs.length > LONGEST
    ? signs
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd() + '…'
    : name;
}

/** How wide words are at most. */
export function widthOf(words: string, type: number = TYPE): number {
  let em = 0;
  for (const sign of words) em += (sign.codePointAt(0) ?? 0) > 0x10ff ? BROAD : LETTER;
  return em * type;
}
