// What one takes hold of to make a piece larger or to turn it.

import type { Point } from '../gesture/press';
import { middle, onBoard, turned, upright, type Place } from './piece';

/** The eight handles, by the sides of the compass. */
export const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type Handle = (typeof HANDLES)[number];

/** No side of a piece becomes shorter, in board units. */
export const LEAST = 8;
/** A turn snaps to so many degrees. */
export const STEP = 15;
/** So near to one of them it does so by itself. */
const NEAR = 3;

/** Which way a handle leads: -1, 0 or 1 along each side. */
export function wayOf(handle: Handle): Point {
  const x = handle.includes('w') ? -1 : handle.includes('e') ? 1 : 0;
  const y = handle.includes('n') ? -1 : handle.includes('s') ? 1 : 0;
  return { x, y };
}

/** Where a handle lies on the board. */
export function handleAt(place: Place, handle: Handle): Point {
  const way = wayOf(handle);
  return onBoard(place, { x: ((way.x + 1) / 2) * place.w, y: ((way.y + 1) / 2) * place.h });
}

export interface Resizing {
  /** The sides keep their ratio. */
  readonly ratio: boolean;
  /** The middle stays where it is, not the side across. */
  readonly middle: boolean;
}

/** A place whose handle was dragged by a step on the board; the side across stays where it is. */
export function resized(place: Place, handle: Handle, step: Point, how: Resizing): Place {
  const way = wayOf(handle);
  const flat = turned(step, -place.angle);
  const twice = how.middle ? 2 : 1;
  let w = Math.max(LEAST, place.w + way.x * flat.x * twice);
  let h = Math.max(LEAST, place.h + way.y * flat.y * twice);
  if (how.ratio) {
    const factor = way.x === 0 ? h / place.h : way.y === 0 ? w / place.w : larger(place, w, h);
    const least = LEAST / Math.min(place.w, place.h);
    const scale = Math.max(factor, least);
    [w, h] = [place.w * scale, place.h * scale];
  }
  return anchored(place, w, h, how.middle ? { x: 0, y: 0 } : way);
}

/** The side that was dragged farther decides. */
function larger(place: Place, w: number, h: number): number {
  const [a, b] = [w / place.w, h / place.h];
  return Math.abs(a - 1) > Math.abs(b - 1) ? a : b;
}

/** Another size for a place; the side opposite to the way stays where it is. */
export function anchored(place: Place, w: number, h: number, way: Point): Place {
  const step = turned(
    { x: (way.x * (w - place.w)) / 2, y: (way.y * (h - place.h)) / 2 },
    place.angle,
  );
  const centre = middle(place);
  return { ...place, x: centre.x + step.x - w / 2, y: centre.y + step.y - h / 2, w, h };
}

/** By how many degrees a hand turns something from one point to another, about its middle. */
export function turnBetween(centre: Point, from: Point, to: Point): number {
  const angle = (point: Point) => Math.atan2(point.y - centre.y, point.x - centre.x);
  return upright(((angle(to) - angle(from)) * 180) / Math.PI);
}

/** An angle in whole degrees; near a step of 15 it lies on that, with hold always. */
export function snapped(degrees: number, hold: boolean): number {
  const step = Math.round(degrees / STEP) * STEP;
  return upright(hold || Math.abs(degrees - step) < NEAR ? step : Math.round(degrees));
}

/** Places scaled together from one box into another. */
export function scaled(place: Place, from: Place, to: Place): Place {
  const [sx, sy] = [to.w / from.w, to.h / from.h];
  const centre = middle(place);
  const w = Math.max(LEAST, place.w * (place.angle === 0 ? sx : Math.min(sx, sy)));
  const h = Math.max(LEAST, place.h * (place.angle === 0 ? sy : Math.min(sx, sy)));
  const x = to.x + (centre.x - from.x) * sx - w / 2;
  const y = to.y + (centre.y - from.y) * sy - h / 2;
  return { ...place, x, y, w, h };
}

/** A place turned about a point that need not be its own middle. */
export function turnedAbout(place: Place, about: Point, degrees: number): Place {
  const centre = middle(place);
  const step = turned({ x: centre.x - about.x, y: centre.y - about.y }, degrees);
  const x = about.x + step.x - place.w / 2;
  const y = about.y + step.y - place.h / 2;
  return { ...place, x, y, angle: upright(place.angle + degrees) };
}

const CURSORS = ['ns-resize', 'nesw-resize', 'ew-resize', 'nwse-resize'] as const;

/** What the pointer looks like over a handle of something that is turned. */
export function cursorOf(handle: Handle, angle: number): string {
  const way = wayOf(handle);
  const from = way.y === 0 ? 90 : way.x === 0 ? 0 : way.x === -way.y ? 45 : 135;
  return CURSORS[Math.round((((from + angle) % 180) + 180) / 45) % 4] ?? 'move';
}
