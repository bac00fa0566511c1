// Which part of a picture is seen. Nothing is cut away: the rest stays in the vault.

import type { Point } from '../gesture/press';
import type { Piece, PieceBodies } from '../plan/pieces';
import { anchored, wayOf, type Handle } from './handles';
import { turned, type Place } from './piece';

/** The part of a picture that is seen, in shares of its sides. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const WHOLE: Crop = { x: 0, y: 0, w: 1, h: 1 };
/** No less of a side may be left. */
const LEAST = 0.02;

/** What the body of a piece says of it; what is not there is the whole. */
export function cropOf(body: Piece['body']): Crop {
  const { cropX: x = 0, cropY: y = 0, cropW: w = 1, cropH: h = 1 } = body as PieceBodies['picture'];
  return { x, y, w, h };
}

/** As a body has it: the whole says nothing. */
export function cropBody({ x, y, w, h }: Crop): Record<string, number | null> {
  const whole = x === 0 && y === 0 && w === 1 && h === 1;
  return whole
    ? { cropX: null, cropY: null, cropW: null, cropH: null }
    : { cropX: round(x), cropY: round(y), cropW: round(w), cropH: round(h) };
}

function round(share: number): number {
  return Math.round(share * 1e5) / 1e5;
}

/** Where all of a picture would lie, of which a part lies at a place. */
export function wholeOf(place: Place, crop: Crop): Place {
  const [w, h] = [place.w / crop.w, place.h / crop.h];
  const step = turned(
    { x: w / 2 - crop.x * w - place.w / 2, y: h / 2 - crop.y * h - place.h / 2 },
    place.angle,
  );
  const x = place.x + place.w / 2 + step.x - w / 2;
  const y = place.y + place.h / 2 + step.y - h / 2;
  return { ...place, x, y, w, h };
}

/** A part that is made larger or smaller at a handle, by a step on the board; the picture stays where it is. */
export function cropped(
  place: Place,
  crop: Crop,
  handle: Handle,
  step: Point,
): { place: Place; crop: Crop } {
  const way = wayOf(handle);
  const flat = turned(step, -place.angle);
  const [wide, high] = [place.w / crop.w, place.h / crop.h];
  const x = side(crop.x, crop.w, way.x, flat.x / wide);
  const y = side(crop.y, crop.h, way.y, flat.y / high);
  const next = { x: x.from, y: y.from, w: x.length, h: y.length };
  return { place: anchored(place, next.w * wide, next.h * high, way), crop: next };
}

function side(from: number, length: number, way: number, by: number) {
  if (way === 0) return { from, length };
  const to = from + length;
  if (way === 1) return { from, length: between(to + by, from + LEAST, 1) - from };
  const begin = between(from + by, 0, to - LEAST);
  return { from: begin, length: to - begin };
}

/** The picture pushed about behind the part that is seen, by a step on the board. */
export function slid(place: Place, crop: Crop, step: Point): Crop {
  const flat = turned(step, -place.angle);
  const x = between(crop.x - (flat.x / place.w) * crop.w, 0, 1 - crop.w);
  const y = between(crop.y - (flat.y / place.h) * crop.h, 0, 1 - crop.h);
  return { ...crop, x, y };
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
