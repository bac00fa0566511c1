import { byPriority } from '../plan/columns';
import type { Item } from '../plan/types';
import type { Items } from './homes';

/** Cards are steps and decisions; the steps of a step show as its progress. */
export function isCard(item: Item, items: Items): boolean {
  if (item.kind !== 'step' && item.kind !== 'decision') return false;
  return item.parentId === '' || items.get(item.parentId)?.kind !== 'step';
}

/** Of more changes than this a plan is looked through as a whole. */
const FEW = 100;

/**
 * All cards of a plan in their order. What stays as it was is not looked at
 * again: an edit of one among ten thousand cards puts that one in its place.
 */
export class Deck {
  #planId = '';
  /** All items as they were, in the order in which the mirror keeps them. */
  #seen: Item[] = [];
  #cards: readonly Item[] = [];

  /** The cards as they lie now. */
  deal(items: Items, planId: string): readonly Item[] {
    const changed = planId === this.#planId ? this.#changed(items) : null;
    this.#cards = changed ? this.#moved(changed) : this.#collected(items, planId);
    if (!changed) this.#seen = [...items.values()];
    this.#planId = planId;
    return this.#cards;
  }

  /** What each changed item is now, by what it was; null when there may be other cards than before. */
  #changed(items: Items): ReadonlyMap<Item, Item> | null {
    const changed = new Map<Item, Item>();
    const seen = this.#seen;
    if (items.size !== seen.length) return null;
    let i = 0;
    for (const item of items.values()) {
      const was = seen[i];
      if (item !== was) {
        if (!was || !staysCard(was, item) || changed.size === FEW) return null;
        changed.set(was, item);
        seen[i] = item;
      }
      i++;
    }
    return changed;
  }

  #moved(changed: ReadonlyMap<Item, Item>): readonly Item[] {
    if (changed.size === 0) return this.#cards;
    const stay: Item[] = [];
    const move: Item[] = [];
    for (const card of this.#cards) {
      const now = changed.get(card);
      if (now) move.push(now);
      else stay.push(card);
    }
    for (const card of move) stay.splice(placeIn(stay, card), 0, card);
    return stay;
  }

  /** All cards, in about the order in which they lay before, so that few are sorted. */
  #collected(items: Items, planId: string): readonly Item[] {
    const all = [...items.values()];
    const left = new Set(all.filter((item) => item.planId === planId && isCard(item, items)));
    const known = this.#cards.filter((card) => left.delete(card));
    return [...known, ...left].sort(byPriority);
  }
}

/** Neither the item nor what stands below it has become a card or has ceased to be one. */
function staysCard(was: Item, now: Item): boolean {
  return (
    was.id === now.id &&
    was.kind === now.kind &&
    was.parentId === now.parentId &&
    was.planId === now.planId
  );
}

/** Where a card belongs among others that lie in their order. */
function placeIn(cards: readonly Item[], card: Item): number {
  let low = 0;
  let high = cards.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = cards[middle];
    if (other && byPriority(other, card) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
