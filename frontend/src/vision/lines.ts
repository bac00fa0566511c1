import type { Point } from '../gesture/press';
import type { Piece, PieceBodies } from '../plan/pieces';
import { snapped, turnedAbout } from './handles';
import { boundsOf, middle, onBoard, type Place } from './piece';

/** Between the end of a line and the piece that it leads to, in board units. */
const AIR = 6;

/** A tied line is no shorter: less would be its head alone. */
const LEAST = 32;
/** On a line shorter than this on the screen, in px, its two ends are taken hold of beside it, so far. */
const TIGHT = 48;
export const GRIP = 22;

/** How high a line is for whoever takes hold of it. */
export const LINE_HIGH = 12;

/** A line from one point to another. */
export function lineBetween(x1: number, y1: number, x2: number, y2: number): Place {
  const w = Math.max(LINE_HIGH, Math.hypot(x2 - x1, y2 - y1));
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  return {
    x: (x1 + x2) / 2 - w / 2,
    y: (y1 + y2) / 2 - LINE_HIGH / 2,
    w,
    h: LINE_HIGH,
    angle,
  };
}

/** The ends of a line, by the field that ties each. */
export const ENDS = ['fromId', 'toId'] as const;
export type End = (typeof ENDS)[number];

/** The piece that each end of a line is tied to; '' = none. */
export function tiesOf({ kind, body }: Piece): Readonly<Record<End, string>> {
  const { fromId = '', toId = '' } = kind === 'line' ? (body as PieceBodies['line']) : {};
  return { fromId, toId };
}

/** Where the ends of a line lie. */
export function endsOf(place: Place): Readonly<Record<End, Point>> {
  const at = (x: number) => onBoard(place, { x, y: place.h / 2 });
  return { fromId: at(0), toId: at(place.w) };
}

/** A line one end of which was pulled to a point; whole: to one of the angles that lines snap to. */
export function pulled(place: Place, end: End, to: Point, whole: boolean): Place {
  const ends = endsOf(place);
  const fromId = end === 'fromId' ? to : ends.fromId;
  const toId = end === 'toId' ? to : ends.toId;
  const flat = lineBetween(fromId.x, fromId.y, toId.x, toId.y);
  if (!whole) return flat;
  const turn = snapped(flat.angle, true) - flat.angle;
  return turnedAbout(flat, end === 'toId' ? fromId : toId, turn);
}

/** A line that lies at a place and follows the pieces at its ends; null for one that is tied to none. */
export function tiedLine(
  piece: Piece,
  placeOf: (id: string) => Place | undefined,
  place: Place = piece,
): Place | null {
  const ties = tiesOf(piece);
  const [from, to] = [placeOf(ties.fromId), placeOf(ties.toId)];
  if (!from && !to) return null;
  if (from && to) return between(from, to);
  const free = endsOf(place);
  const a = from ? edgeOf(from, free.toId) : free.fromId;
  const b = to ? edgeOf(to, free.fromId) : free.toId;
  return lineBetween(a.x, a.y, b.x, b.y);
}

/** A line from one place to another: near ones it touches, and nearer ones it leads into. */
function between(from: Place, to: Place): Place {
  const [a, b] = [middle(from), middle(to)];
  const long = Math.hypot(b.x - a.x, b.y - a.y);
  const way = long === 0 ? { x: 1, y: 0 } : { x: (b.x - a.x) / long, y: (b.y - a.y) / long };
  const [begins, ends] = [reachOf(from, way), long - reachOf(to, way)];
  const air = Math.min(AIR, (ends - begins - LEAST) / 2);
  const at = (far: number) => ({ x: a.x + way.x * far, y: a.y + way.y * far });
  const [one, other] = [at(begins + air), at(ends - air)];
  return lineBetween(one.x, one.y, other.x, other.y);
}

/** How far it is from the middle of a place to its edge, along a way. */
function reachOf(place: Place, { x, y }: Point): number {
  const { left, top, right, foot } = boundsOf(place);
  return Math.min((right - left) / 2 / Math.abs(x), (foot - top) / 2 / Math.abs(y));
}

/** Where one takes hold of an end of a line, in its place: on it, or beside a short one; scale is px for a unit. */
export function gripOf({ w, h }: Place, end: End, scale: number): Point {
  const from = end === 'fromId';
  if (w * scale >= TIGHT) return { x: from ? 0 : w, y: h / 2 };
  return { x: w / 2, y: h / 2 + (from ? -GRIP : GRIP) / scale };
}

/** Where a way from the middle of a place to a point leaves it. */
function edgeOf(place: Place, to: { x: number; y: number }) {
  const { left, top, right, foot } = boundsOf(place);
  const from = middle(place);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(
    dx === 0 ? Infinity : ((right - left) / 2 + AIR) / Math.abs(dx),
    dy === 0 ? Infinity : ((foot - top) / 2 + AIR) / Math.abs(dy),
    1,
  );
  return { x: from.x + dx * share, y: from.y + dy * share };
}
