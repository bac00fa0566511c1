import type { Item } from './types';

/** Ranks are compared bytewise, ids break a tie, so that every view agrees on one order. */
export function byRank(a: { rank: string; id: string }, b: { rank: string; id: string }): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The list that an item stands in: below its parent, or at the top of its plan. */
export function listKey(parentId: string, planId: string): string {
  return parentId || 'top of ' + planId;
}

/**
 * The order of siblings, kept beside the items. A list that changes is
 * replaced, never changed in place, so whoever holds one can compare by
 * identity.
 */
export class Siblings {
  readonly #lists = new Map<string, readonly string[]>();

  list(key: string): readonly string[] {
    return this.#lists.get(key) ?? none;
  }

  /** Builds all lists anew; for the first load and for changes of many rows. */
  fill(items: Iterable<Item>): void {
    const groups = new Map<string, Item[]>();
    for (const item of items) {
      const key = listKey(item.parentId, item.planId);
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
    this.#lists.clear();
    for (const [key, group] of groups) this.#lists.set(key, group.sort(byRank).map(idOf));
  }

  add(item: Item, all: ReadonlyMap<string, Item>): void {
    const key = listKey(item.parentId, item.planId);
    const list = this.list(key);
    const at = firstAfter(list, item, all);
    this.#lists.set(key, list.toSpliced(at, 0, item.id));
  }

  remove(item: Item): void {
    const key = listKey(item.parentId, item.planId);
    const rest = this.list(key).filter((id) => id !== item.id);
    if (rest.length > 0) this.#lists.set(key, rest);
    else this.#lists.delete(key);
  }

  /** Forgets the whole list below a parent that is gone. */
  forget(key: string): void {
    this.#lists.delete(key);
  }
}

const none: readonly string[] = Object.freeze([]);

function idOf(item: Item): string {
  return item.id;
}

function firstAfter(list: readonly string[], item: Item, all: ReadonlyMap<string, Item>): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = all.get(list[middle] ?? '');
    if (other && byRank(other, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
