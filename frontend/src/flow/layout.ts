import { acrossOf, NO_SIZE, type Gaps, type Size } from './across';
import { layersOf, type Edge, type Knot, type Layers } from './layers';

// Where the boxes and arrows of a flow lie: numbers only, so that the page, a
// picture and paper can be made of it.

/** Which way a flow goes. */
export const WAYS = ['right', 'down'] as const;
export type Way = (typeof WAYS)[number];

/** A box to be laid; port is how far below its top the arrows of a flow to the right meet it; those of a flow downwards meet its middle. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly port: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box that has its place; x and y are its top left corner. */
export interface Placed extends Point {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Its layer, and its place in it among the other boxes. */
  readonly layer: number;
  readonly at: number;
}

/**
 * The course of an arrow: from point to point. Where two of them differ across
 * the way it swings over; that happens only between layers, so that it meets no
 * box.
 */
export interface Course extends Edge {
  readonly points: readonly Point[];
  /** The middle of its first swing, where something can be put onto it. */
  readonly middle: Point;
}

export interface Layout {
  readonly boxes: readonly Placed[];
  readonly courses: readonly Course[];
  readonly width: number;
  readonly height: number;
}

/** What is laid out: boxes in their order, the arrows between them, and which boxes stand on the rim. */
export interface Drawing {
  readonly boxes: readonly Box[];
  readonly edges: readonly Edge[];
  readonly rim?: ReadonlySet<string>;
}

/** Lays a flow out. The same flow always lies in the same way. */
export function layOut(drawing: Drawing, way: Way, gaps: Gaps): Layout {
  const { boxes, edges, rim } = drawing;
  const ids = boxes.map(({ id }) => id);
  const layers = layersOf(ids, edges, rim);
  const sizes = new Map(boxes.map((box) => [box.id, sizeOf(box, way)]));
  const across = acrossOf(layers, sizes, gaps);
  const along = stretches(layers, sizes, gaps);
  const placed = placedIn({ layers, sizes, across, along, way });
  return {
    boxes: placed,
    courses: coursesOf(edges, { layers, sizes, across, along, way }),
    width: Math.max(0, ...placed.map(({ x, width }) => x + width)),
    height: Math.max(0, ...placed.map(({ y, height }) => y + height)),
  };
}

/** From where to where a layer reaches along the way. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Everything that is known before places become points. */
interface Laid {
  readonly layers: Layers;
  readonly sizes: ReadonlyMap<string, Size>;
  readonly across: readonly number[];
  readonly along: readonly Stretch[];
  readonly way: Way;
}

function sizeOf({ width, height, port }: Box, way: Way): Size {
  return way === 'right'
    ? { length: width, before: port, behind: height - port }
    : { length: height, before: width / 2, behind: width / 2 };
}

function stretches(
  { knots, order }: Layers,
  sizes: ReadonlyMap<string, Size>,
  { along }: Gaps,
): Stretch[] {
  let from = 0;
  return order.map((layer) => {
    const lengths = layer.map((knot) => sizeIn(sizes, knots[knot]).length);
    const one = { from, to: from + Math.max(0, ...lengths) };
    from = one.to + along;
    return one;
  });
}

function sizeIn(sizes: ReadonlyMap<string, Size>, knot: Knot | undefined): Size {
  return knot === undefined || knot.id === null ? NO_SIZE : (sizes.get(knot.id) ?? NO_SIZE);
}

function placedIn({ layers, sizes, across, along, way }: Laid): Placed[] {
  return layers.order.flatMap((knots, layer) => {
    const boxes = knots.flatMap((knot) => {
      const id = layers.knots[knot]?.id ?? null;
      return id === null ? [] : [{ knot, id }];
    });
    return boxes.map(({ knot, id }, at) => {
      const { length, before, behind } = sizeIn(sizes, layers.knots[knot]);
      const point = turned(along[layer]?.from ?? 0, (across[knot] ?? 0) - before, way);
      const size = turned(length, before + behind, way);
      return { id, ...point, width: size.x, height: size.y, layer, at };
    });
  });
}

function coursesOf(edges: readonly Edge[], laid: Laid): Course[] {
  return edges.flatMap((edge, i) => {
    const way = laid.layers.ways[i] ?? [];
    return way.length > 0 ? [courseOf(edge, way, laid)] : [];
  });
}

/** From the end of a box straight to the end of its layer, over to the next knot, and so on. */
function courseOf(edge: Edge, knots: readonly number[], laid: Laid): Course {
  const { layers, sizes, across, along, way } = laid;
  const points = knots.flatMap((knot, k) => {
    const { from, to } = along[layers.knots[knot]?.layer ?? 0] ?? { from: 0, to: 0 };
    const begin = k === 0 ? from + (sizes.get(edge.from)?.length ?? 0) : from;
    const at = across[knot] ?? 0;
    const start = turned(begin, at, way);
    return k === knots.length - 1 ? [start] : [start, turned(to, at, way)];
  });
  const [a, b] = [points[1], points[2]];
  const middle = { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2, y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2 };
  return { ...edge, points, middle };
}

function turned(along: number, across: number, way: Way): Point {
  return way === 'right' ? { x: along, y: across } : { x: across, y: along };
}
