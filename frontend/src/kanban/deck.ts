import { byPriority } from '../plan/columns';
import type { Item } from '../plan/types';
import type { Items } from './homes';

/** Cards are steps and decisions; the steps of a step show as its progress. */
export function isCard(item: Item, items: Items): boolean {
  if (item.kind !== 'step' && item.kind !== 'decision') return false;
  return item.parentId === '' || items.get(item.parentId)?.kind !== 'step';
}

/**
 * All cards of a plan in their order. The order found last time is where the
 * next one begins, so that an edit among ten thousand cards sorts few of them.
 */
export class Deck {
  #order: readonly Item[] = [];
  #ids: ReadonlySet<string> = new Set();

  /** The cards as they lie now. */
  deal(items: Items, planId: string): readonly Item[] {
    const fits = (item: Item) => item.planId === planId && isCard(item, items);
    const order: Item[] = [];
    for (const { id } of this.#order) {
      const item = items.get(id);
      if (item && fits(item)) order.push(item);
    }
    const kept = order.length;
    for (const item of items.values()) if (!this.#ids.has(item.id) && fits(item)) order.push(item);
    if (kept !== this.#ids.size || kept !== order.length)
      this.#ids = new Set(order.map(({ id }) => id));
    return (this.#order = order.sort(byPriority));
  }
}
