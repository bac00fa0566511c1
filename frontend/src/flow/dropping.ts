import type { Course, Layout, Placed, Point, Way } from './layout';

/** Where something that is dragged would go: onto an arrow, or to one side of a box of its own layer. */
export type Target =
  | { readonly onto: { readonly from: string; readonly to: string } }
  | { readonly beside: string; readonly side: 0 | 1 };

/** So near to an arrow one means it, in px of the flow. */
const NEAR = 26;

/** What a point of the flow means for a box in the hand, with which others go; null = nothing. */
export function targetAt(
  layout: Layout,
  held: string,
  all: readonly string[],
  point: Point,
  way: Way,
): Target | null {
  const own = layout.boxes.find(({ id }) => id === held);
  if (!own) return null;
  const others = layout.boxes.filter(({ layer, id }) => layer === own.layer && !all.includes(id));
  const near = others.find((box) => holds(box, point)) ?? null;
  if (!near) {
    const course = nearest(
      layout.courses.filter(({ from, to }) => !all.includes(from) && !all.includes(to)),
      point,
    );
    if (course) return { onto: { from: course.from, to: course.to } };
  }
  const beside = near ?? closest(others, own, point, way);
  return beside ? { beside: beside.id, side: sideOf(beside, point, way) } : null;
}

/** The box below a point. */
export function boxAt({ boxes }: Layout, point: Point): string {
  return boxes.find((box) => holds(box, point))?.id ?? '';
}

function holds({ x, y, width, height }: Placed, point: Point): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

/** The box of a layer that is closest across the way, while the point is in the layer. */
function closest(
  boxes: readonly Placed[],
  own: Placed,
  point: Point,
  way: Way,
): Placed | undefined {
  const along =
    way === 'right'
      ? point.x >= own.x && point.x <= own.x + own.width
      : point.y >= own.y && point.y <= own.y + own.height;
  if (!along) return undefined;
  const off = (box: Placed) => Math.abs(middle(box, way) - across(point, way));
  const found = [...boxes].sort((a, b) => off(a) - off(b))[0];
  // Nearer to where it lies than to any other it stays.
  return found && off(found) < off(own) ? found : undefined;
}

function sideOf(box: Placed, point: Point, way: Way): 0 | 1 {
  return across(point, way) < middle(box, way) ? 0 : 1;
}

function across({ x, y }: Point, way: Way): number {
  return way === 'right' ? y : x;
}

function middle({ x, y, width, height }: Placed, way: Way): number {
  return way === 'right' ? y + height / 2 : x + width / 2;
}

function nearest(courses: readonly Course[], point: Point): Course | undefined {
  const off = new Map(courses.map((course) => [course, distance(course.points, point)]));
  const found = [...courses].sort((a, b) => (off.get(a) ?? 0) - (off.get(b) ?? 0))[0];
  return found && (off.get(found) ?? Infinity) <= NEAR ? found : undefined;
}

function distance(points: readonly Point[], point: Point): number {
  return points.reduce((least, to, i) => {
    const from = points[i - 1];
    return from ? Math.min(least, toSegment(from, to, point)) : least;
  }, Infinity);
}

function toSegment(from: Point, to: Point, { x, y }: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}
