import { around } from '../gesture/camera';
import type { Point } from '../gesture/press';
import { boundsOf, middle, placeOf, type Place } from './piece';
import { freeInSight, sightOf } from './sight';
import type { View } from './view.svelte';

/** How far second ones lie over the first where no room is left beside them, in board units. */
const STACKED = 24;

/**
 * How far second ones are moved from the first: to the nearest free place in
 * sight, or where none is left so many steps over them, beginning anew at the edges.
 */
export function stepBeside(view: View, pieces: readonly Place[], steps = 1): Point {
  const [first, ...others] = pieces.map(boundsOf);
  if (!first) return { x: 0, y: 0 };
  const { x, y, w, h } = placeOf(others.reduce(around, first));
  const free = freeInSight(view, middle({ x, y, w, h, angle: 0 }), w, h);
  const sight = sightOf(view);
  const by = STACKED * steps;
  const to = free
    ? { x: free.x - w / 2, y: free.y - h / 2 }
    : {
        x: within(x + by, sight.left, sight.right - w),
        y: within(y + by, sight.top, sight.foot - h),
      };
  return { x: Math.round(to.x - x), y: Math.round(to.y - y) };
}

/** A place on a way that begins anew at its end; a way without length has only its beginning. */
function within(at: number, from: number, to: number): number {
  const long = to - from;
  return long <= 0 ? from : from + ((((at - from) % long) + long) % long);
}
