// A board that arranges itself, for those who do not like to place things.

import type { Point } from '../gesture/press';
import type { Place } from './piece';

/** The ways to arrange: rows as wide as each other, a grid, or one large piece with the others around it. */
export const WAYS = ['collage', 'grid', 'mood'] as const;
export type Way = (typeof WAYS)[number];

/** Between two pieces, in board units. */
export const GAP = 16;
/** How high a row of a collage would like to be, for the side of the square that all would fill. */
const ROW = 0.34;

/** What is arranged: where it lies now, and whether its sides must keep their ratio. */
export interface Arranged extends Place {
  readonly id: string;
}

/** Places for pieces in their order, around a point; what was turned stands upright then. */
export function arranged<P extends Arranged>(pieces: readonly P[], way: Way, about: Point): P[] {
  if (pieces.length === 0) return [];
  const laid = way === 'collage' ? collage(pieces) : way === 'grid' ? grid(pieces) : mood(pieces);
  return centredOn(laid, about);
}

function ratio({ w, h }: Place): number {
  return w / h;
}

function areaOf(pieces: readonly Place[]): number {
  return pieces.reduce((sum, { w, h }) => sum + w * h, 0);
}

/** Rows that are all as wide as each other. */
export function collage<P extends Arranged>(pieces: readonly P[]): P[] {
  const side = Math.sqrt(areaOf(pieces) * 1.5);
  return rows(pieces, side, Math.min(side * ROW, 360));
}

function rows<P extends Arranged>(pieces: readonly P[], wide: number, high: number): P[] {
  const laid: P[] = [];
  let row: P[] = [];
  let y = 0;
  const end = (last: boolean) => {
    const ratios = row.reduce((sum, piece) => sum + ratio(piece), 0);
    const full = (wide - GAP * (row.length - 1)) / ratios;
    const h = last ? Math.min(full, high) : full;
    let x = 0;
    for (const piece of row) {
      const w = h * ratio(piece);
      laid.push({ ...piece, x, y, w, h, angle: 0 });
      x += w + GAP;
    }
    y += h + GAP;
    row = [];
  };
  for (const piece of pieces) {
    row.push(piece);
    const sum = row.reduce((all, one) => all + ratio(one), 0);
    if (sum * high + GAP * (row.length - 1) >= wide) end(false);
  }
  if (row.length > 0) end(true);
  return laid;
}

/** Cells of one size; each piece lies in the middle of its own, as large as fits. */
export function grid<P extends Arranged>(pieces: readonly P[]): P[] {
  const columns = Math.ceil(Math.sqrt(pieces.length * 1.4));
  const cell = Math.sqrt(areaOf(pieces) / pieces.length);
  const [wide, high] = [cell * 1.15, cell * 0.9];
  return pieces.map((piece, i) => {
    const fits = Math.min(wide / piece.w, high / piece.h);
    const [w, h] = [piece.w * fits, piece.h * fits];
    const x = (i % columns) * (wide + GAP) + (wide - w) / 2;
    const y = Math.floor(i / columns) * (high + GAP) + (high - h) / 2;
    return { ...piece, x, y, w, h, angle: 0 };
  });
}

/** The first piece large in the middle, the others in a ring around it. */
export function mood<P extends Arranged>(pieces: readonly P[]): P[] {
  const [first, ...others] = pieces;
  if (!first) return [];
  const side = Math.sqrt(areaOf(pieces) / pieces.length) * 2;
  const scale = side / Math.max(first.w, first.h);
  const large = sized(first, scale, { x: 0, y: 0 });
  const small = Math.max(side * 0.36, 80);
  const each = Math.max(6, others.length);
  const rings = Math.ceil(others.length / each);
  return [
    large,
    ...others.map((piece, i) => {
      const ring = Math.floor(i / each) + 1;
      const turn = (2 * Math.PI * (i % each)) / Math.min(each, others.length) - Math.PI / 2;
      const far = ring / Math.max(1, rings);
      const rx = (large.w / 2 + small * 0.8) * (0.6 + 0.6 * far) + ringRoom(others.length, small);
      const ry =
        (large.h / 2 + small * 0.7) * (0.6 + 0.6 * far) + ringRoom(others.length, small) / 2;
      const at = { x: Math.cos(turn) * rx, y: Math.sin(turn) * ry };
      return sized(piece, small / Math.max(piece.w, piece.h), at);
    }),
  ];
}

/** Many small ones need a wider ring. */
function ringRoom(count: number, small: number): number {
  return Math.max(0, ((count - 8) * (small + GAP)) / (2 * Math.PI));
}

function sized<P extends Arranged>(piece: P, scale: number, at: Point): P {
  const [w, h] = [piece.w * scale, piece.h * scale];
  return { ...piece, x: at.x - w / 2, y: at.y - h / 2, w, h, angle: 0 };
}

function centredOn<P extends Place>(places: readonly P[], { x, y }: Point): P[] {
  const left = Math.min(...places.map((one) => one.x));
  const top = Math.min(...places.map((one) => one.y));
  const right = Math.max(...places.map((one) => one.x + one.w));
  const foot = Math.max(...places.map((one) => one.y + one.h));
  const [dx, dy] = [x - (left + right) / 2, y - (top + foot) / 2];
  return places.map((one) => ({
    ...one,
    x: Math.round(one.x + dx),
    y: Math.round(one.y + dy),
    w: Math.round(one.w),
    h: Math.round(one.h),
  }));
}
