import { gathered } from './order';

/** An arrow of a drawing, from one box to another. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** A knot of a drawing: a box, or where an arrow passes a layer. */
export interface Knot {
  /** The box that lies here; null = an arrow passes. */
  readonly id: string | null;
  readonly layer: number;
}

/** Boxes in layers, so that every arrow goes on to a later one, and what passes each layer between. Knots are named by their number. */
export interface Layers {
  readonly knots: readonly Knot[];
  /** The knots of each layer, in their order. */
  readonly order: readonly (readonly number[])[];
  /** For each arrow its knots, layer by layer; [] = it could only go back. */
  readonly ways: readonly (readonly number[])[];
}

/**
 * The layer of each box: right behind the last box that leads to it, counted
 * from 0. Boxes on the rim have nothing before them, and lie right before the
 * first that they lead to. A circle is opened where its first box lies.
 */
export function layerOf(
  ids: readonly string[],
  edges: readonly Edge[],
  rim: ReadonlySet<string> = new Set(),
): Map<string, number> {
  const layers = new Map<string, number>();
  const before = gathered(edges.map(({ from, to }) => [to, from]));
  const open = new Set<string>();
  const find = (start: string): void => {
    const path = [start];
    for (let id = path.at(-1); id !== undefined; id = path.at(-1)) {
      open.add(id);
      const waits = (before.get(id) ?? []).filter((one) => !rim.has(one));
      const next = waits.find((one) => !layers.has(one) && !open.has(one));
      if (next !== undefined) {
        path.push(next);
        continue;
      }
      const found = waits.map((one) => layers.get(one) ?? -1);
      layers.set(id, Math.max(-1, ...found) + 1);
      open.delete(id);
      path.pop();
    }
  };
  for (const id of ids) if (!rim.has(id) && !layers.has(id)) find(id);
  return withRim(layers, edges, rim);
}

/** Adds the boxes on the rim; all others make room where they would lie before the beginning. */
function withRim(
  layers: Map<string, number>,
  edges: readonly Edge[],
  rim: ReadonlySet<string>,
): Map<string, number> {
  const leads = gathered(edges.map(({ from, to }) => [from, layers.get(to) ?? 0]));
  for (const id of rim) layers.set(id, Math.min(...(leads.get(id) ?? [1])) - 1);
  const least = Math.min(0, ...layers.values());
  if (least < 0) for (const [id, layer] of layers) layers.set(id, layer - least);
  return layers;
}

/** Lays boxes in layers, in their order, and parts them so that few arrows cross. */
export function layersOf(
  ids: readonly string[],
  edges: readonly Edge[],
  rim?: ReadonlySet<string>,
): Layers {
  const layers = layerOf(ids, edges, rim);
  const knots = ids.map((id): Knot => ({ id, layer: layers.get(id) ?? 0 }));
  const keys = ids.map((_, i) => i);
  const box = new Map(ids.map((id, i) => [id, i]));
  const ways = edges.map(({ from, to }): number[] => {
    const [a, b] = [box.get(from) ?? 0, box.get(to) ?? 0];
    const [first, last] = [knots[a]?.layer ?? 0, knots[b]?.layer ?? 0];
    if (first >= last) return [];
    const way = [a];
    for (let layer = first + 1; layer < last; layer++) {
      way.push(knots.length);
      knots.push({ id: null, layer });
      keys.push(b + 0.5);
    }
    return [...way, b];
  });
  return { knots, order: uncrossed(inLayers(knots, keys), joinsOf(ways, knots.length)), ways };
}

/** The knots of each layer, the least key first. */
function inLayers(knots: readonly Knot[], keys: readonly number[]): number[][] {
  const order: number[][] = [];
  knots.forEach(({ layer }, knot) => {
    while (order.length <= layer) order.push([]);
    order[layer]?.push(knot);
  });
  for (const layer of order) sortBy(layer, keys);
  return order;
}

/** What each knot is joined with in the layer before it and in the one behind it. */
export interface Joins {
  readonly before: readonly (readonly number[])[];
  readonly behind: readonly (readonly number[])[];
}

export function joinsOf(ways: Layers['ways'], count: number): Joins {
  const before = Array.from({ length: count }, (): number[] => []);
  const behind = Array.from({ length: count }, (): number[] => []);
  for (const way of ways)
    for (let k = 1; k < way.length; k++) {
      const [a, b] = [way[k - 1] ?? 0, way[k] ?? 0];
      behind[a]?.push(b);
      before[b]?.push(a);
    }
  return { before, behind };
}

/** How often the knots are looked at anew to cross less. */
const SWEEPS = 6;

/** Sorts each layer by where its arrows come from and lead to, as long as fewer cross; what comes first stays first where it does not matter. */
function uncrossed(start: readonly (readonly number[])[], joins: Joins): number[][] {
  const now = start.map((layer) => [...layer]);
  let best = now.map((layer) => [...layer]);
  let least = crossings(best, joins);
  for (let sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
    sweepOver(now, joins, sweep % 2 === 0);
    const count = crossings(now, joins);
    if (count >= least) continue;
    least = count;
    best = now.map((layer) => [...layer]);
  }
  return best;
}

/** Sorts each layer by the middle of what its knots are joined with, from one end to the other. */
function sweepOver(order: number[][], joins: Joins, forwards: boolean): void {
  const at = placesOf(order);
  const sides = forwards ? joins.before : joins.behind;
  const keys: number[] = [];
  for (let k = 1; k < order.length; k++) {
    const layer = order[forwards ? k : order.length - 1 - k] ?? [];
    for (const knot of layer) keys[knot] = mean(sides[knot] ?? [], at) ?? at[knot] ?? 0;
    sortBy(layer, keys);
    layer.forEach((knot, i) => (at[knot] = i));
  }
}

function mean(knots: readonly number[], at: readonly number[]): number | null {
  let sum = 0;
  for (const knot of knots) sum += at[knot] ?? 0;
  return knots.length > 0 ? sum / knots.length : null;
}

/** Each knot's place in its layer. */
function placesOf(order: readonly (readonly number[])[]): number[] {
  const at: number[] = [];
  for (const layer of order) layer.forEach((knot, i) => (at[knot] = i));
  return at;
}

/** Sorts knots; those with the same key keep their order. */
function sortBy(knots: number[], keys: readonly number[]): void {
  knots.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
}

/** How many arrows cross, over all layers. */
export function crossings(order: readonly (readonly number[])[], { behind }: Joins): number {
  const at = placesOf(order);
  return order.reduce((sum, layer, k) => {
    const ends = layer.flatMap((knot) =>
      (behind[knot] ?? []).map((next) => at[next] ?? 0).sort((a, b) => a - b),
    );
    return sum + inversions(ends, order[k + 1]?.length ?? 0);
  }, 0);
}

/** How many pairs of numbers below a limit stand the wrong way round (counted in a Fenwick tree). */
function inversions(numbers: readonly number[], limit: number): number {
  const tree = new Array<number>(limit + 1).fill(0);
  let count = 0;
  numbers.forEach((one, seen) => {
    let before = 0;
    for (let i = one + 1; i > 0; i -= i & -i) before += tree[i] ?? 0;
    count += seen - before;
    for (let i = one + 1; i <= limit; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
  });
  return count;
}
