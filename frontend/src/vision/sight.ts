// What one sees of a board beside what floats over it, and what of it is free.

import { holds, seen, type Box } from '../gesture/camera';
import type { Point } from '../gesture/press';
import { freeSpot } from './free';
import { touches } from './piece';
import type { View } from './view.svelte';

/** Between the edge of the window and what lies or floats in it, in px. */
export const EDGE = 12;
/** The tools stand over the foot of the board, so high with what is around them, in px. */
export const TOOLS_HIGH = 64;

/** The stretch of the board that nothing floats over while nothing is picked. */
export function sightOf({ camera, size }: View): Box {
  const { left, top, right, foot } = seen(camera, size, -EDGE);
  return { left, top, right, foot: foot - (TOOLS_HIGH - EDGE) / camera.s };
}

/** The upper left corner nearest to one from where something so large lies in sight; of what is larger, its beginning. */
export function inSight(view: View, { x, y }: Point, w: number, h: number): Point {
  const { left, top, right, foot } = sightOf(view);
  return { x: Math.max(left, Math.min(x, right - w)), y: Math.max(top, Math.min(y, foot - h)) };
}

/** The middle of the free place in sight that is nearest to a point and takes something so large; null = there is none. */
export function freeInSight(view: View, near: Point, w: number, h: number): Point | null {
  const sight = sightOf(view);
  return freeSpot(near, w, h, (box) => !holds(sight, box) || taken(view, box));
}

/** The free place nearest to the middle of what one sees, in sight if there is one, for something so large. */
export function freeFor(view: View, w: number, h: number): Point {
  const near = view.centre;
  const free = freeInSight(view, near, w, h) ?? freeSpot(near, w, h, (box) => taken(view, box));
  return free ?? near;
}

function taken({ grid }: View, box: Box): boolean {
  return grid.in(box).some(({ place }) => touches(place, box));
}
