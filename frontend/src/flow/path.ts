import type { Point, Way } from './layout';

/** How far the tip of an arrow stays before a box, and how large its head is, in px. */
const BEFORE = 2;
const HEAD = 5;

/** The line of an arrow: straight where it goes on, and swinging over where it changes its place across. */
export function lineOf(points: readonly Point[], way: Way): string {
  const all = [...points.slice(0, -1), tipOf(points, way)];
  return all.reduce((line, to, i) => {
    const from = all[i - 1];
    if (!from) return `M${pair(to.x, to.y)}`;
    if (from.x === to.x || from.y === to.y) return `${line}L${pair(to.x, to.y)}`;
    const [a, b] = turns(from, to, way);
    return `${line}C${pair(a.x, a.y)} ${pair(b.x, b.y)} ${pair(to.x, to.y)}`;
  }, '');
}

/** The head of an arrow, open at its back. */
export function headOf(points: readonly Point[], way: Way): string {
  const { x, y } = tipOf(points, way);
  const [back, side] = [HEAD, HEAD - 1];
  return way === 'right'
    ? `M${pair(x - back, y - side)}L${pair(x, y)}L${pair(x - back, y + side)}`
    : `M${pair(x - side, y - back)}L${pair(x, y)}L${pair(x + side, y - back)}`;
}

function tipOf(points: readonly Point[], way: Way): Point {
  const { x, y } = points.at(-1) ?? { x: 0, y: 0 };
  return way === 'right' ? { x: x - BEFORE, y } : { x, y: y - BEFORE };
}

/** Where a swing leaves its line and where it joins the next one: in the middle of its way. */
function turns(from: Point, to: Point, way: Way): [Point, Point] {
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  return way === 'right'
    ? [
        { x, y: from.y },
        { x, y: to.y },
      ]
    : [
        { x: from.x, y },
        { x: to.x, y },
      ];
}

function pair(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
