import type { Link } from '../plan/types';

/** One arrow of a flow: what comes before, what comes after, and the link that says so; null = only the order does. */
export interface Arrow {
  readonly before: string;
  readonly after: string;
  readonly link: Pick<Link, 'id' | 'lag'> | null;
}

/** Who waits for whom, as a link says it. */
export type Waiting = Pick<Link, 'id' | 'fromId' | 'toId' | 'lag'>;

/** A flow: its items in their order, and the arrows between them. */
export interface Order {
  readonly ids: readonly string[];
  readonly arrows: readonly Arrow[];
}

/**
 * The arrows between items in their order. Every link between two of them is
 * one. What waits for none of them follows the item before it, so that a plain
 * list reads as a chain; not one that waits for it, and not one beside which it
 * stands, since something waits for both.
 */
export function orderOf(ids: readonly string[], links: readonly Waiting[]): Order {
  const here = new Set(ids);
  const inside = links.filter(({ fromId, toId }) => here.has(fromId) && here.has(toId));
  const next = gathered(inside.map(({ toId, fromId }) => [toId, fromId]));
  const waits = gathered(inside.map((link) => [link.fromId, link]));
  const shared = gathered(inside.map(({ toId, fromId }) => [toId, fromId]));
  const arrows: Arrow[] = [];
  ids.forEach((after, at) => {
    const own = waits.get(after);
    if (own) return void arrows.push(...own.map((link) => ({ before: link.toId, after, link })));
    const below = reached(after, next);
    const both = shared.get(after) ?? [];
    const beside = (id: string) => both.some((one) => shared.get(id)?.includes(one));
    const before = ids.slice(0, at).findLast((id) => !below.has(id) && !beside(id));
    if (before === undefined) return;
    arrows.push({ before, after, link: null });
    next.set(before, [...(next.get(before) ?? []), after]);
  });
  return { ids, arrows };
}

/** The arrow of a flow from one item to another; undefined = there is none. */
export function arrowOf({ arrows }: Order, before: string, after: string): Arrow | undefined {
  return arrows.find((one) => one.before === before && one.after === after);
}

/** Everything that comes after an item, itself included. */
export function reached(id: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set([id]);
  for (const one of found) for (const after of next.get(one) ?? []) found.add(after);
  return found;
}

/** What belongs to each key, in the order of the pairs. */
export function gathered<Value>(
  pairs: readonly (readonly [string, Value])[],
): Map<string, Value[]> {
  const all = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const list = all.get(key);
    if (list) list.push(value);
    else all.set(key, [value]);
  }
  return all;
}
