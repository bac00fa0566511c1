import { byPriority } from '../plan/columns';
import type { Item } from '../plan/types';
import type { Items } from './homes';

/** Cards are steps and decisions; the steps of a step show as its progress. */
export function isCard(item: Item, items: Items): boolean {
  if (item.kind !== 'step' && item.kind !== 'decision') return false;
  return item.parentId === '' || items.get(item.parentId)?.kind !== 'step';
}

/** So many moves may pass until the places below are numbered anew. */
const MOVES = 8;

/**
 * All cards of a plan in their order. They are collected in about the order
 * found before, so that an edit among ten thousand cards sorts few of them.
 */
export class Deck {
  /** Where cards lay when they were last numbered. */
  #places: ReadonlyMap<string, number> = new Map();
  #deals = 0;

  /** The cards as they lie now. */
  deal(items: Items, planId: string): readonly Item[] {
    const known = new Array<Item | undefined>(this.#places.size);
    const fresh: Item[] = [];
    for (const item of items.values()) {
      if (item.planId !== planId || !isCard(item, items)) continue;
      const place = this.#places.get(item.id);
      if (place === undefined) fresh.push(item);
      else known[place] = item;
    }
    const order = known.filter((item) => item !== undefined);
    order.push(...fresh.sort(byPriority));
    order.sort(byPriority);
    if (fresh.length > MOVES || ++this.#deals > MOVES) this.#number(order);
    return order;
  }

  #number(order: readonly Item[]): void {
    this.#places = new Map(order.map(({ id }, i) => [id, i]));
    this.#deals = 0;
  }
}
