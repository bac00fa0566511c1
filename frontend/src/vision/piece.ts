// Where a piece lies, as plain numbers in board units: turned clockwise by its
// angle about its middle.

import type { Box } from '../gesture/camera';
import type { Point } from '../gesture/press';

/** Where something lies, before it is turned by angle degrees about its middle. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly angle: number;
}

/** So near to a line a press still means it, in px of the screen. */
export const NEAR = 6;

export function middle({ x, y, w, h }: Place): Point {
  return { x: x + w / 2, y: y + h / 2 };
}

/** A step on the board, as it is for somebody who is turned by so many degrees. */
export function turned({ x, y }: Point, degrees: number): Point {
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

/** A point of the board, from the upper left corner of a place that is not turned. */
export function within(place: Place, point: Point): Point {
  const centre = middle(place);
  const flat = turned({ x: point.x - centre.x, y: point.y - centre.y }, -place.angle);
  return { x: flat.x + place.w / 2, y: flat.y + place.h / 2 };
}

/** The other way round: a point in a place, on the board. */
export function onBoard(place: Place, { x, y }: Point): Point {
  const centre = middle(place);
  const step = turned({ x: x - place.w / 2, y: y - place.h / 2 }, place.angle);
  return { x: centre.x + step.x, y: centre.y + step.y };
}

/** The corners, from the upper left one on, clockwise. */
export function corners(place: Place): readonly [Point, Point, Point, Point] {
  const { w, h } = place;
  const at = (x: number, y: number) => onBoard(place, { x, y });
  return [at(0, 0), at(w, 0), at(w, h), at(0, h)];
}

/** The least box that holds a place as it is turned. */
export function boundsOf(place: Place): Box {
  const all = corners(place);
  return {
    left: Math.min(...all.map(({ x }) => x)),
    top: Math.min(...all.map(({ y }) => y)),
    right: Math.max(...all.map(({ x }) => x)),
    foot: Math.max(...all.map(({ y }) => y)),
  };
}

/** Whether a point lies on a place, or so near to it. */
export function hits(place: Place, point: Point, near = 0): boolean {
  const { x, y } = within(place, point);
  return x >= -near && y >= -near && x <= place.w + near && y <= place.h + near;
}

/** Whether a point lies on the edge of a place, so near to it: what is open in its middle is caught there alone. */
export function hitsEdge(place: Place, point: Point, near: number): boolean {
  if (!hits(place, point, near)) return false;
  const { x, y } = within(place, point);
  return x <= near || y <= near || x >= place.w - near || y >= place.h - near;
}

/** Whether a place, as it is turned, touches a box. */
export function touches(place: Place, box: Box): boolean {
  const own = boundsOf(place);
  if (own.right < box.left || own.left > box.right || own.foot < box.top || own.top > box.foot)
    return false;
  if (place.angle % 90 === 0) return true;
  const seen = [
    { x: box.left, y: box.top },
    { x: box.right, y: box.top },
    { x: box.right, y: box.foot },
    { x: box.left, y: box.foot },
  ].map((point) => within(place, point));
  const apart = (pick: (point: Point) => number, length: number) =>
    seen.every((point) => pick(point) < 0) || seen.every((point) => pick(point) > length);
  return !apart(({ x }) => x, place.w) && !apart(({ y }) => y, place.h);
}

export function moved<P extends Place>(place: P, dx: number, dy: number): P {
  return { ...place, x: place.x + dx, y: place.y + dy };
}

/** A place around a box, which is not turned. */
export function placeOf({ left, top, right, foot }: Box): Place {
  return { x: left, y: top, w: right - left, h: foot - top, angle: 0 };
}

/** An angle as it is kept: from more than -180 to 180 degrees. */
export function upright(degrees: number): number {
  const round = ((degrees % 360) + 360) % 360;
  return round > 180 ? round - 360 : round;
}
