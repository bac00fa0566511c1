// A board that arranges itself, for those who do not like to place things.

import type { Point } from '../gesture/press';
import { collage } from './collage';
import type { Place } from './piece';
import { GAP, LARGER, sized, type Arranged } from './proportions';

/** The ways to arrange: rows as wide as each other, a grid, or one large piece with the others around it. */
export const WAYS = ['collage', 'grid', 'mood'] as const;
export type Way = (typeof WAYS)[number];

/** The longer side of a picture around the large one of a mood, for each unit of that. */
const SMALL = 0.36;

/**
 * Places for pieces in their order, around a point; what was turned stands
 * upright then. Pictures keep their ratio and all together their area, so that
 * a board that is arranged again and again does not shrink.
 */
export function arranged<P extends Arranged>(pieces: readonly P[], way: Way, about: Point): P[] {
  if (pieces.length === 0) return [];
  const all = together(pieces);
  const laid = way === 'collage' ? collage(all) : way === 'grid' ? grid(all) : mood(all);
  return centredOn(laid, about);
}

/** What belongs beside another comes right after it. */
function together<P extends Arranged>(pieces: readonly P[]): P[] {
  const heads = headsOf(pieces);
  return pieces
    .filter(({ id }) => heads.has(id))
    .flatMap((head) => [
      head,
      ...pieces.filter(({ id, beside }) => beside === head.id && !heads.has(id)),
    ]);
}

/** All that belong beside none of the others, or beside one that does itself. */
function headsOf<P extends Arranged>(pieces: readonly P[]): Set<string> {
  const all = new Map(pieces.map((piece) => [piece.id, piece]));
  const follows = ({ beside = '' }: P) => all.has(beside);
  const heads = pieces.filter((piece) => {
    const head = all.get(piece.beside ?? '');
    return !head || follows(head);
  });
  return new Set(heads.map(({ id }) => id));
}

/** Cells in columns and rows; each piece lies in the middle of its own. */
export function grid<P extends Arranged>(pieces: readonly P[]): P[] {
  const columns = Math.ceil(Math.sqrt(pieces.length * 1.4));
  const all = sized(pieces, ({ w, h }) => Math.min(1.15 / w, 0.9 / h));
  const across = (at: number) => at % columns;
  const down = (at: number) => Math.floor(at / columns);
  const [xs, ys] = [lanes(all, across, ({ w }) => w), lanes(all, down, ({ h }) => h)];
  return all.map((piece, at) => {
    const [x, y] = [xs[across(at)], ys[down(at)]];
    return {
      ...piece,
      x: (x?.from ?? 0) + ((x?.length ?? 0) - piece.w) / 2,
      y: (y?.from ?? 0) + ((y?.length ?? 0) - piece.h) / 2,
      angle: 0,
    };
  });
}

/** The lanes of a grid along one way, each as long as the longest in it; pictures have them all as long. */
function lanes<P extends Arranged>(
  pieces: readonly P[],
  laneOf: (at: number) => number,
  lengthOf: (piece: P) => number,
): { from: number; length: number }[] {
  const least = Math.max(0, ...pieces.filter(({ size }) => size !== 'own').map(lengthOf));
  const found: { from: number; length: number }[] = [];
  pieces.forEach((piece, at) => {
    const length = Math.max(found[laneOf(at)]?.length ?? least, lengthOf(piece));
    found[laneOf(at)] = { from: 0, length };
  });
  let from = 0;
  return found.map(({ length }) => {
    const lane = { from, length };
    from += length + GAP;
    return lane;
  });
}

/** One picture large in the middle, best one that stands for something, and the others around it. */
export function mood<P extends Arranged>(pieces: readonly P[]): P[] {
  const lead =
    pieces.find(({ size }) => size === 'large') ?? pieces.find(({ size }) => size !== 'own');
  const first = lead ?? pieces[0];
  if (!first) return [];
  const order = [first, ...pieces.filter((piece) => piece !== first)];
  const all = sized(order, ({ w, h, size }, at) => {
    const side = at === 0 ? 1 : size === 'large' ? SMALL * LARGER : SMALL;
    return side / Math.max(w, h);
  });
  const heads = headsOf(all);
  const ways = Math.max(1, heads.size - (heads.has(first.id) ? 1 : 0));
  const laid: P[] = [];
  let way = -1;
  for (const piece of all) {
    if (heads.has(piece.id) && piece !== all[0]) way++;
    laid.push(around(laid, piece, turnOf(Math.max(0, way), ways)));
  }
  return laid;
}

/** So many fit evenly around one; more lie as the seeds of a sunflower do. */
const EVENLY = 8;
const SEED = Math.PI * (3 - Math.sqrt(5));

/** Which of so many ways out from the middle is meant, the first one upwards. */
function turnOf(way: number, ways: number): number {
  return way * (ways <= EVENLY ? (2 * Math.PI) / ways : SEED) - Math.PI / 2;
}

/** Rings are wider than high, as windows are. */
const WIDER = 1.4;
/** So little more than touching is not touching. */
const APART = 0.01;

/** The nearest place on a way out from the middle where a piece touches none that lies there. */
function around<P extends Arranged>(laid: readonly P[], piece: P, turn: number): P {
  const way = { x: Math.cos(turn) * WIDER, y: Math.sin(turn) };
  let far = 0;
  for (;;) {
    const there = {
      ...piece,
      x: way.x * far - piece.w / 2,
      y: way.y * far - piece.h / 2,
      angle: 0,
    };
    const hit = laid.find((one) => meet(one, there));
    if (!hit) return there;
    far = Math.min(
      past(hit.x + hit.w / 2, (hit.w + piece.w) / 2, way.x),
      past(hit.y + hit.h / 2, (hit.h + piece.h) / 2, way.y),
    );
  }
}

/** How far out one way leads past what lies at a middle and reaches so far. */
function past(middle: number, reach: number, way: number): number {
  if (way === 0) return Infinity;
  return (middle + Math.sign(way) * (reach + GAP + APART)) / way;
}

function meet(a: Place, b: Place): boolean {
  return (
    a.x < b.x + b.w + GAP && b.x < a.x + a.w + GAP && a.y < b.y + b.h + GAP && b.y < a.y + a.h + GAP
  );
}

function centredOn<P extends Arranged>(places: readonly P[], { x, y }: Point): P[] {
  const left = Math.min(...places.map((one) => one.x));
  const top = Math.min(...places.map((one) => one.y));
  const right = Math.max(...places.map((one) => one.x + one.w));
  const foot = Math.max(...places.map((one) => one.y + one.h));
  const [dx, dy] = [x - (left + right) / 2, y - (top + foot) / 2];
  return places.map((one) => ({
    ...one,
    x: Math.round(one.x + dx),
    y: Math.round(one.y + dy),
    ...(one.size === 'own' ? {} : { w: Math.round(one.w), h: Math.round(one.h) }),
  }));
}
