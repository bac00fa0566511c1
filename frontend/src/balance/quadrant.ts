import { CLEAR, MOVING, type Balance } from '../measure/balance';

// Where the visions lie: how it feels against how much moves. What lies on one
// place is moved apart, and a name stands where it covers nothing.

/** How large the field is, wider than high, and a stone in it, in units of its own. */
export const WIDE = 440;
export const HIGH = 290;
export const STONE = { wide: 26, high: 20 } as const;
/** The size of its names, and of what else is written there. */
export const TYPE = 15;
export const SMALL = 13;
/** The em that a letter takes at most on the whole, and one of a script with wide signs. */
const LETTER = 0.56;
const BROAD = 1.05;
/** So many letters stand on a line of a name, and so many lines; what is longer is cut. */
const LONGEST = 22;
const LINES = 2;
/** From one line to the next, in em. */
const LEADING = 1.25;
const GAP = 5;
/** So far apart are the dots of a trail at which words look where it runs. */
const STEP = 6;

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
  /** How it stood in the time before; null or no place of its own = nobody can tell. */
  readonly before?: Pick<Balance, 'feels' | 'moves'> | undefined;
}

/** Words beside a stone: a line or two, from x on, up to x, or around it. */
export interface Written {
  readonly lines: readonly string[];
  readonly box: Box;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Where it lay in the time before, the way from there to its stone, and the word for it. */
export interface Trail {
  readonly x: number;
  readonly y: number;
  readonly path: string;
  readonly word: Written | null;
}

/** Where a vision lies, and its name; null where it has no room, and only the list beside tells it. */
export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly name: Written | null;
  /** null where it lies as it lay, or nobody knows. */
  readonly trail: Trail | null;
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

/** Lays the stones, and writes the names beside them. taken = what else stands there; word = what says "before". */
export function placed(all: readonly Lying[], taken: readonly Box[] = [], word = ''): Placed[] {
  const stones: { one: Lying; x: number; y: number }[] = [];
  for (const one of all) {
    const { feels, moves } = one.balance;
    if (feels === null || moves === null) continue;
    stones.push({ one, ...free(xOf(moves), yOf(feels), stones) });
  }
  const lain = stones.map(({ one, x, y }) => lainAt(one, x, y));
  const hollow = lain.flatMap((place) => (place ? stoneBox(place.x, place.y) : []));
  const ways = stones.flatMap((to, i) => {
    const from = lain[i];
    return from ? along(from, to) : [];
  });
  const boxes = [...taken, ...stones.map(({ x, y }) => stoneBox(x, y))];
  const write = (words: string, x: number, y: number, type: number, around: readonly Box[]) => {
    const written = beside(words, x, y, type, [...boxes, ...around]);
    if (written) boxes.push(written.box);
    return written;
  };
  // A name goes before the word of a trail, and may lie on one rather than be missing.
  const names = stones.map(
    ({ one, x, y }) =>
      write(one.name, x, y, TYPE, [...hollow, ...ways]) ?? write(one.name, x, y, TYPE, []),
  );
  return stones.map(({ one, x, y }, i): Placed => {
    const from = lain[i];
    const trail = from && {
      ...from,
      path: pathOf(from, { x, y }),
      word: write(word, from.x, from.y, SMALL, hollow),
    };
    return { id: one.id, x, y, name: names[i] ?? null, trail: trail ?? null };
  });
}

/** Where a vision lay before; null where it lies there still, or nobody can tell. */
function lainAt({ before }: Lying, x: number, y: number): { x: number; y: number } | null {
  if (!before || before.feels === null || before.moves === null) return null;
  const from = { x: xOf(before.moves), y: yOf(before.feels) };
  return meet(stoneBox(from.x, from.y), stoneBox(x, y)) ? null : from;
}

/** A trail as boxes that words keep off. */
function along(from: { x: number; y: number }, to: { x: number; y: number }): Box[] {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const steps = Math.ceil(Math.hypot(dx, dy) / STEP);
  return Array.from({ length: steps }, (_, i) => {
    const [x, y] = [from.x + (dx * i) / steps, from.y + (dy * i) / steps];
    return { left: x - 1, right: x + 1, top: y - 1, foot: y + 1 };
  });
}

/** From the edge of a stone to the edge of another. */
function pathOf(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const off = 1 / Math.hypot(dx / (STONE.wide / 2 + 3), dy / (STONE.high / 2 + 3));
  const at = (share: number) =>
    `${(from.x + dx * share).toFixed(1)} ${(from.y + dy * share).toFixed(1)}`;
  return `M ${at(off)} L ${at(Math.max(off, 1 - off))}`;
}

/** The first place beside a stone where words cover nothing and stay in the quarter of their stone. */
function beside(
  words: string,
  x: number,
  y: number,
  type: number,
  boxes: readonly Box[],
): Written | null {
  if (words === '') return null;
  const quarter = quarterAt(x, y);
  for (const lines of linesOf(words)) {
    const wide = Math.max(...lines.map((line) => widthOf(line, type)));
    const high = lines.length * type * LEADING;
    const found = placesOf(x, y, wide, high).find(
      ({ box }) => isWithin(box, quarter) && !boxes.some((other) => meet(box, other)),
    );
    if (found) return { lines, ...found };
  }
  return null;
}

/** The quarter that a place lies in, clear of the lines that divide them. */
function quarterAt(x: number, y: number): Box {
  return {
    ...(x >= DIVIDE.x ? { left: DIVIDE.x + 2, right: WIDE } : { left: 0, right: DIVIDE.x - 2 }),
    ...(y <= DIVIDE.y ? { top: 0, foot: DIVIDE.y - 2 } : { top: DIVIDE.y + 2, foot: HIGH }),
  };
}

/** How a name may be written: on one line where it is short, and on two. */
export function linesOf(name: string): string[][] {
  const signs = [...name].length;
  const two = Math.min(LONGEST, Math.max(8, Math.ceil(signs / LINES) + 2));
  const ways = signs <= LONGEST ? [[name]] : [];
  const wrapped = [two, LONGEST].map((most) => wrap(name, most)).filter(({ length }) => length > 1);
  const whole = wrapped.find(({ length }) => length <= LINES);
  if (whole) return [...ways, whole];
  return ways.length > 0 ? ways : [cut(wrap(name, LONGEST))];
}

/** Words in lines of so many letters; a word that is longer than a line is broken. */
function wrap(name: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of name.trim().split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if ([...longer].length <= most) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const signs = [...word];
    while (signs.length > most) lines.push(signs.splice(0, most).join(''));
    line = signs.join('');
  }
  return line === '' ? lines : [...lines, line];
}

function cut(lines: readonly string[]): string[] {
  if (lines.length <= LINES) return [...lines];
  const kept = lines.slice(0, LINES);
  const last = [...(kept.at(-1) ?? '')].slice(0, LONGEST - 1).join('');
  return [...kept.slice(0, -1), last.trimEnd() + '…'];
}

function xOf(moves: number): number {
  return STONE.wide / 2 + moves * (WIDE - STONE.wide);
}

function yOf(feels: number): number {
  return HIGH - STONE.high / 2 - feels * (HIGH - STONE.high);
}

/** The nearest place to one where no stone lies yet, looked for in rings. */
function free(x: number, y: number, stones: readonly { x: number; y: number }[]) {
  for (let ring = 0; ring * STONE.high < 2 * WIDE; ring++) {
    const turns = Math.max(1, ring * 8);
    for (let turn = 0; turn < turns; turn++) {
      const angle = (turn / turns) * 2 * Math.PI;
      const place = {
        x: within(x + ring * STONE.wide * 0.6 * Math.cos(angle), STONE.wide, WIDE),
        y: within(y + ring * STONE.high * 0.6 * Math.sin(angle), STONE.high, HIGH),
      };
      const box = stoneBox(place.x, place.y);
      if (!stones.some((other) => meet(box, stoneBox(other.x, other.y)))) return place;
    }
  }
  return { x, y };
}

function within(value: number, size: number, side: number): number {
  return Math.min(side - size / 2, Math.max(size / 2, value));
}

export function stoneBox(x: number, y: number): Box {
  const [wide, high] = [STONE.wide / 2, STONE.high / 2];
  return { left: x - wide, right: x + wide, top: y - high, foot: y + high };
}

/** Where words may stand, the best first: behind their stone, before it, below, above, and aslant. */
function placesOf(x: number, y: number, wide: number, high: number): Omit<Written, 'lines'>[] {
  const [near, beyond] = [STONE.wide / 2 + GAP, STONE.high / 2 + 4];
  const boxAt = (left: number, top: number): Box => ({
    left,
    top,
    right: left + wide,
    foot: top + high,
  });
  const after = (at: number, top: number) =>
    ({ box: boxAt(at, top), x: at, anchor: 'start' }) as const;
  const ahead = (at: number, top: number) =>
    ({ box: boxAt(at - wide, top), x: at, anchor: 'end' }) as const;
  const around = (top: number) => ({ box: boxAt(x - wide / 2, top), x, anchor: 'middle' }) as const;
  const [level, below, above] = [y - high / 2, y + beyond, y - beyond - high];
  return [
    after(x + near, level),
    ahead(x - near, level),
    around(below),
    around(above),
    after(x - STONE.wide / 2, below),
    ahead(x + STONE.wide / 2, below),
    after(x - STONE.wide / 2, above),
    ahead(x + STONE.wide / 2, above),
  ];
}

function isWithin(box: Box, room: Box): boolean {
  return (
    box.left >= room.left && box.top >= room.top && box.right <= room.right && box.foot <= room.foot
  );
}

export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.foot && b.top < a.foot;
}

/** How wide words are at most. */
export function widthOf(words: string, type: number = TYPE): number {
  let em = 0;
  for (const sign of words) em += (sign.codePointAt(0) ?? 0) > 0x10ff ? BROAD : LETTER;
  return em * type;
}
