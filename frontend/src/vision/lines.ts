import type { Piece } from '../plan/pieces';
import { boundsOf, middle, type Place } from './piece';

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

/** A line that follows the pieces at its ends; null for one that lies by itself. */
export function tiedLine(
  { body, kind }: Piece,
  placeOf: (id: string) => Place | undefined,
): Place | null {
  if (kind !== 'line') return null;
  const { fromId, toId } = body as { fromId?: string; toId?: string };
  const [from, to] = [placeOf(fromId ?? ''), placeOf(toId ?? '')];
  if (!from || !to) return null;
  const [a, b] = [edgeOf(from, middle(to)), edgeOf(to, middle(from))];
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
