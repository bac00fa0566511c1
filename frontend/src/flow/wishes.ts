import { blockOf, past, type Block } from './block';
import { reached, type Arrow, type Order } from './order';
import { afterOf, beforeOf, NEW, type Wish } from './weaving';

/** A new item right after another one; what only followed that one follows the new one. */
export function nextTo(now: Order, id: string): Wish {
  const before = new Map([[NEW, [id]]]);
  for (const { after, link } of now.arrows.filter((arrow) => arrow.before === id))
    if (!link) before.set(after, [NEW]);
  return added({ ids: placed(now.ids, [NEW], id, 1), before, firm: [NEW] });
}

/** A new item at the end of a flow: after all that leads nowhere yet would be a guess, so in the order alone. */
export function last(now: Order): Wish {
  return added({ ids: [...now.ids, NEW], before: new Map(), firm: [] });
}

/** A new item on an arrow. */
export function between(now: Order, arrow: Arrow): Wish {
  const before = new Map([
    [NEW, [arrow.before]],
    [arrow.after, replaced(beforeOf(now).get(arrow.after), arrow.before, [NEW])],
  ]);
  return added({ ids: onArrow(now.ids, [NEW], arrow), before, firm: [NEW] });
}

/**
 * A new item beside another one: after the same items, and before the same. At
 * a decision it is another way out, which need not come together with the
 * first. null = there is nothing that both could come from or lead to.
 */
export function beside(now: Order, id: string, decides: (id: string) => boolean): Wish | null {
  const before = beforeOf(now);
  const from = before.get(id) ?? [];
  const to = from.some(decides) ? [] : (afterOf(now).get(id) ?? []);
  if (from.length + to.length === 0) return null;
  const wanted = new Map([[NEW, from]]);
  for (const one of to) wanted.set(one, [...(before.get(one) ?? []), NEW]);
  const firm = isFirm(now, id) ? [NEW] : [];
  return added({ ids: placed(now.ids, [NEW], id, 1), before: wanted, firm });
}

/** Items go onto an arrow; what they stood between closes up. null = one of them is an end of it. */
export function onto(now: Order, held: readonly string[], arrow: Arrow): Wish | null {
  const block = blockOf(now, held);
  const { own } = block;
  if (own.has(arrow.before) || own.has(arrow.after)) return null;
  const rest = (beforeOf(now).get(arrow.after) ?? []).filter((one) => !own.has(one));
  const wanted = after(now, block, [arrow.before]);
  wanted.set(arrow.after, replaced(rest, arrow.before, block.last));
  return moved(now, block, onArrow(now.ids, block.ids, arrow), wanted);
}

/** Items go one further on: behind what they lead to. null = they lead to nothing. */
export function later(now: Order, held: readonly string[]): Wish | null {
  const block = blockOf(now, held);
  const on = afterOf(now);
  const returns = (id: string) => [...reached(id, on)].some((one) => block.own.has(one));
  const next = outside(block, on).find((id) => !returns(id));
  if (next === undefined) return null;
  const arrow = now.arrows.find(({ before, after: to }) => before === next && !block.own.has(to));
  if (arrow) return onto(now, held, arrow);
  const ids = placed(now.ids, block.ids, next, 1);
  return moved(now, block, ids, after(now, block, [next]));
}

/** Items go one back: before what they come after. null = they come after nothing here. */
export function earlier(now: Order, held: readonly string[]): Wish | null {
  const block = blockOf(now, held);
  const [before, on] = [beforeOf(now), afterOf(now)];
  const returns = (id: string) => block.ids.some((one) => reached(one, on).has(id));
  const prior = outside(block, before).find((id) => now.ids.includes(id) && !returns(id));
  if (prior === undefined) return null;
  const wanted = after(now, block, before.get(prior) ?? []).set(prior, block.last);
  return moved(now, block, placed(now.ids, block.ids, prior, 0), wanted);
}

/** Items go before (0) or after (1) another one in the order; what comes after what stays. null = it is one of them. */
export function beyond(
  now: Order,
  held: readonly string[],
  other: string,
  side: 0 | 1,
): Wish | null {
  const { ids, own } = blockOf(now, held);
  if (own.has(other)) return null;
  return { held: ids, ids: placed(now.ids, ids, other, side), before: new Map(), firm: [] };
}

function added(wish: Omit<Wish, 'held'>): Wish {
  return { held: [NEW], ...wish };
}

function moved(
  now: Order,
  { ids: held, first }: Block,
  ids: readonly string[],
  before: Wish['before'],
): Wish {
  return { held, ids, before, firm: first.filter((id) => isFirm(now, id)) };
}

/** What comes after what when items are taken out and come after these: what they led to comes after what they came after. */
function after(
  now: Order,
  { ids, own, first, inside }: Block,
  these: readonly string[],
): Map<string, readonly string[]> {
  const before = beforeOf(now);
  const wanted = new Map<string, readonly string[]>(inside);
  for (const id of first) wanted.set(id, these);
  for (const id of outside({ ids, own }, afterOf(now)))
    wanted.set(
      id,
      past(id, before, (one) => !own.has(one)),
    );
  return wanted;
}

/** What the ways out of items lead to that is none of them. */
function outside(
  { ids, own }: Pick<Block, 'ids' | 'own'>,
  ways: ReadonlyMap<string, readonly string[]>,
): string[] {
  const ends = ids.flatMap((id) => ways.get(id) ?? []);
  return [...new Set(ends)].filter((id) => !own.has(id));
}

function isFirm(now: Order, id: string): boolean {
  return now.arrows.some(({ after: one, link }) => one === id && link !== null);
}

function replaced(list: readonly string[] = [], one: string, by: readonly string[]): string[] {
  return [...new Set(list.flatMap((id) => (id === one ? by : [id])))];
}

function onArrow(
  ids: readonly string[],
  held: readonly string[],
  { before, after: to, link }: Arrow,
): string[] {
  return link ? placed(ids, held, to, 0) : placed(ids, held, before, 1);
}

function placed(
  ids: readonly string[],
  held: readonly string[],
  other: string,
  side: 0 | 1,
): string[] {
  const rest = ids.filter((one) => !held.includes(one));
  return rest.toSpliced(rest.indexOf(other) + side, 0, ...held);
}
