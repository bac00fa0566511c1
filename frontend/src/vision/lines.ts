import type { Point } from '../gesture/press';
import type { Piece, PieceBodies } from '../plan/pieces';
import { snapped, turnedAbout } from './handles';
import { boundsOf, middle, onBoard, type Place } from './piece';

/** Between the end of a line and the piece that it leads to, in board units. */
const AIR = 6;

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
  const free = endsOf(place);
  const a = from ? edgeOf(from, to ? middle(to) : free.toId) : free.fromId;
  const b = to ? edgeOf(to, from ? middle(from) : free.fromId) : free.toId;
  return lineBetween(a.x, a.y, b.x, b.y);
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
