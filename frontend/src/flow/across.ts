import { joinsOf, type Joins, type Layers } from './layers';

/** How far things stand from each other, in px: layers along the way, boxes and passing arrows across it. */
export interface Gaps {
  readonly along: number;
  readonly across: number;
  readonly pass: number;
}

/** A box as the way sees it: how long it is, and how far it reaches to both sides of its port. */
export interface Size {
  readonly length: number;
  readonly before: number;
  readonly behind: number;
}

/** Where an arrow passes there is no box. */
export const NO_SIZE: Size = { length: 0, before: 0, behind: 0 };

/** How often places are evened out; the last rounds look to both sides at once. */
const ROUNDS = 8;
const BOTH = 2;
/** How much more it matters that a passing arrow is straight. */
const STRAIGHT = 4;
/** How much it matters to stay where nothing draws. */
const STAY = 0.01;
/** How much it matters in the end that a chain is a straight line. */
const CHAIN = 1000;

/** Where the port of each knot lies across the way: as near to what it is joined with as there is room. */
export function acrossOf(
  { knots, order, ways }: Layers,
  sizes: ReadonlyMap<string, Size>,
  gaps: Gaps,
): number[] {
  const own = knots.map(({ id }) => (id === null ? NO_SIZE : (sizes.get(id) ?? NO_SIZE)));
  const passes = knots.map(({ id }) => id === null);
  const room = order.map((layer) => roomIn(layer, own, passes, gaps));
  const joins = joinsOf(ways, knots.length);
  const at: number[] = [];
  order.forEach((layer, k) => layer.forEach((knot, i) => (at[knot] = room[k]?.[i] ?? 0)));
  for (let round = 0; round < ROUNDS; round++) {
    const forwards = round % 2 === 0;
    const draws = round >= ROUNDS - BOTH ? 'both' : forwards ? 'before' : 'behind';
    for (let k = 0; k < order.length; k++) {
      const layer = forwards ? k : order.length - 1 - k;
      space(order[layer] ?? [], room[layer] ?? [], at, (knot) =>
        wish(knot, joins, draws, passes, at),
      );
    }
  }
  straighten(order, room, joins, at);
  const least = knots.reduce(
    (far, _, i) => Math.min(far, (at[i] ?? 0) - (own[i]?.before ?? 0)),
    Infinity,
  );
  return at.map((one) => Math.round(one - least));
}

/** How far each knot of a layer must at least stand from its first one. */
function roomIn(
  layer: readonly number[],
  sizes: readonly Size[],
  passes: readonly boolean[],
  gaps: Gaps,
): number[] {
  let at = 0;
  return layer.map((knot, i) => {
    const before = layer[i - 1];
    if (before === undefined) return 0;
    const gap = passes[before] || passes[knot] ? gaps.pass : gaps.across;
    return (at += (sizes[before]?.behind ?? 0) + gap + (sizes[knot]?.before ?? 0));
  });
}

/** Where something would like to lie, and how much it matters. */
interface Wish {
  readonly at: number;
  readonly weight: number;
}

/** A knot would like to lie in the middle of what draws it. */
function wish(
  knot: number,
  { before, behind }: Joins,
  draws: 'before' | 'behind' | 'both',
  passes: readonly boolean[],
  at: readonly number[],
): Wish {
  let [sum, weight] = [0, 0];
  const draw = (others: readonly number[] = []) => {
    for (const other of others) {
      const matters = passes[knot] && passes[other] ? STRAIGHT : 1;
      sum += matters * (at[other] ?? 0);
      weight += matters;
    }
  };
  if (draws !== 'behind') draw(before[knot]);
  if (draws !== 'before') draw(behind[knot]);
  return weight > 0 ? { at: sum / weight, weight } : { at: at[knot] ?? 0, weight: STAY };
}

/** Lays each chain in a straight line: forwards, then backwards where it needs more room farther on, and forwards again. */
function straighten(
  order: Layers['order'],
  room: readonly (readonly number[])[],
  { before, behind }: Joins,
  at: number[],
): void {
  for (const forwards of [true, false, true])
    for (let k = 0; k < order.length; k++) {
      const layer = forwards ? k : order.length - 1 - k;
      const [own, back] = forwards ? [before, behind] : [behind, before];
      space(order[layer] ?? [], room[layer] ?? [], at, (knot) => inChain(knot, own, back, at));
    }
}

/** What is joined with one thing that is joined with nothing else lies straight behind it; all else stays. */
function inChain(
  knot: number,
  joins: Joins['before'],
  back: Joins['before'],
  at: readonly number[],
): Wish {
  const [prior, other] = joins[knot] ?? [];
  const alone = prior !== undefined && other === undefined && back[prior]?.length === 1;
  return alone ? { at: at[prior] ?? 0, weight: CHAIN } : { at: at[knot] ?? 0, weight: 1 };
}

/**
 * Lays the knots of a layer as near to their wishes as the room between them
 * lets: where wishes would overlap, those knots lie together around their
 * common middle (the pooled neighbours of isotonic regression).
 */
function space(
  layer: readonly number[],
  room: readonly number[],
  at: number[],
  wished: (knot: number) => Wish,
): void {
  const pools: { sum: number; weight: number; count: number }[] = [];
  layer.forEach((knot, i) => {
    const one = wished(knot);
    let pool = { sum: (one.at - (room[i] ?? 0)) * one.weight, weight: one.weight, count: 1 };
    for (let last = pools.at(-1); last && !inOrder(last, pool); last = pools.at(-1)) {
      pools.pop();
      pool = {
        sum: last.sum + pool.sum,
        weight: last.weight + pool.weight,
        count: last.count + pool.count,
      };
    }
    pools.push(pool);
  });
  let i = 0;
  for (const { sum, weight, count } of pools)
    for (const end = i + count; i < end; i++) at[layer[i] ?? 0] = sum / weight + (room[i] ?? 0);
}

function inOrder(a: { sum: number; weight: number }, b: { sum: number; weight: number }): boolean {
  return a.sum / a.weight < b.sum / b.weight;
}
