import type { Box } from '../gesture/camera';
import type { Point } from '../gesture/press';

/** How far apart the places are that are tried, and how many rings of them, in board units. */
const STEP = 48;
const RINGS = 40;
/** Something new lies no nearer to what is there. */
const AIR = 16;

/**
 * The middle of the free place nearest to a point that takes something so large;
 * taken tells whether a box is; null = there is none near.
 */
export function freeSpot(
  near: Point,
  w: number,
  h: number,
  taken: (box: Box) => boolean,
): Point | null {
  const boxAt = ({ x, y }: Point): Box => ({
    left: x - w / 2 - AIR,
    top: y - h / 2 - AIR,
    right: x + w / 2 + AIR,
    foot: y + h / 2 + AIR,
  });
  for (let ring = 0; ring <= RINGS; ring++)
    for (const spot of around(near, ring)) if (!taken(boxAt(spot))) return spot;
  return null;
}

/** Places on a square around a point, those right of it and below it first. */
function around({ x, y }: Point, ring: number): Point[] {
  if (ring === 0) return [{ x, y }];
  const spots: Point[] = [];
  for (let i = -ring; i <= ring; i++)
    spots.push(
      { x: x + ring * STEP, y: y + i * STEP },
      { x: x + i * STEP, y: y + ring * STEP },
      { x: x - ring * STEP, y: y + i * STEP },
      { x: x + i * STEP, y: y - ring * STEP },
    );
  const far = (spot: Point) => Math.hypot(spot.x - x, spot.y - y);
  return spots.sort((a, b) => far(a) - far(b));
}
