import type { Item } from '../plan/types';

/** What about an item is another than it was. */
export type Altered = 'title' | 'kind' | 'state' | 'due' | 'parentId';
const LOOKED_AT: readonly Altered[] = ['title', 'kind', 'state', 'due', 'parentId'];

export interface Difference {
  readonly before: Item;
  readonly now: Item;
  readonly altered: readonly Altered[];
}

export interface Comparison {
  readonly added: readonly Item[];
  readonly gone: readonly Item[];
  readonly altered: readonly Difference[];
}

/** A plan then and now, item by item, each in the order of its own time. */
export function compare(then: readonly Item[], now: readonly Item[]): Comparison {
  const before = new Map(then.map((item) => [item.id, item]));
  const here = new Set(now.map(({ id }) => id));
  return {
    added: now.filter(({ id }) => !before.has(id)),
    gone: then.filter(({ id }) => !here.has(id)),
    altered: now.flatMap((item) => {
      const was = before.get(item.id);
      const altered = was ? LOOKED_AT.filter((field) => was[field] !== item[field]) : [];
      return was && altered.length > 0 ? [{ before: was, now: item, altered }] : [];
    }),
  };
}
