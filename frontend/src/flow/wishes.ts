import type { Arrow, Order } from './order';
import { afterOf, beforeOf, NEW, type Wish } from './weaving';

/** A new item right after another one; what only followed that one follows the new one. */
export function nextTo(now: Order, id: string): Wish {
  const before = new Map([[NEW, [id]]]);
  for (const { after, link } of now.arrows.filter((arrow) => arrow.before === id))
    if (!link) before.set(after, [NEW]);
  return { id: NEW, ids: placed(now.ids, NEW, id, 1), before, firm: true };
}

/** A new item at the end of a flow: after all that leads nowhere yet would be a guess, so in the order alone. */
export function last(now: Order): Wish {
  return { id: NEW, ids: [...now.ids, NEW], before: new Map(), firm: false };
}

/** A new item on an arrow. */
export function between(now: Order, arrow: Arrow): Wish {
  const before = new Map([
    [NEW, [arrow.before]],
    [arrow.after, replaced(beforeOf(now).get(arrow.after), arrow.before, [NEW])],
  ]);
  return { id: NEW, ids: onArrow(now.ids, NEW, arrow), before, firm: true };
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
  const firm = now.arrows.some(({ after, link }) => after === id && link !== null);
  return { id: NEW, ids: placed(now.ids, NEW, id, 1), before: wanted, firm };
}

/** An item goes onto an arrow; what it stood between closes up. null = it is an end of it. */
export function onto(now: Order, id: string, arrow: Arrow): Wish | null {
  if (arrow.before === id || arrow.after === id) return null;
  const wanted = without(now, id);
  const own = (beforeOf(now).get(arrow.after) ?? []).filter((one) => one !== id);
  wanted.set(arrow.after, replaced(own, arrow.before, [id]));
  wanted.set(id, [arrow.before]);
  return { id, ids: onArrow(now.ids, id, arrow), before: wanted, firm: isFirm(now, id) };
}

/** An item goes one further on: behind what it leads to. null = it leads to nothing. */
export function later(now: Order, id: string): Wish | null {
  const [next] = afterOf(now).get(id) ?? [];
  if (next === undefined) return null;
  const arrow = now.arrows.find(({ before }) => before === next);
  if (arrow) return onto(now, id, arrow);
  const wanted = without(now, id).set(id, [next]);
  return { id, ids: placed(now.ids, id, next, 1), before: wanted, firm: isFirm(now, id) };
}

/** An item goes one back: before what it comes after. null = it comes after nothing here. */
export function earlier(now: Order, id: string): Wish | null {
  const before = beforeOf(now);
  const [prior] = before.get(id) ?? [];
  if (prior === undefined || !now.ids.includes(prior)) return null;
  const wanted = without(now, id)
    .set(id, before.get(prior) ?? [])
    .set(prior, [id]);
  return { id, ids: placed(now.ids, id, prior, 0), before: wanted, firm: isFirm(now, id) };
}

/** An item goes before (0) or after (1) another one in the order; what comes after what stays. */
export function beyond(now: Order, id: string, other: string, side: 0 | 1): Wish {
  return { id, ids: placed(now.ids, id, other, side), before: new Map(), firm: false };
}

/** What all others come after when an item is taken out: what it led to comes after what it came after. */
function without(now: Order, id: string): Map<string, readonly string[]> {
  const before = beforeOf(now);
  const from = before.get(id) ?? [];
  const wanted = new Map<string, readonly string[]>();
  for (const to of afterOf(now).get(id) ?? []) wanted.set(to, replaced(before.get(to), id, from));
  return wanted;
}

function isFirm(now: Order, id: string): boolean {
  return now.arrows.some(({ after, link }) => after === id && link !== null);
}

function replaced(list: readonly string[] = [], one: string, by: readonly string[]): string[] {
  return [...new Set(list.flatMap((id) => (id === one ? by : [id])))];
}

function onArrow(ids: readonly string[], id: string, { before, after, link }: Arrow): string[] {
  return link ? placed(ids, id, after, 0) : placed(ids, id, before, 1);
}

function placed(ids: readonly string[], id: string, other: string, side: 0 | 1): string[] {
  const rest = ids.filter((one) => one !== id);
  return rest.toSpliced(rest.indexOf(other) + side, 0, id);
}
