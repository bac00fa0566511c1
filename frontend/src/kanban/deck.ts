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

/** What each card is now, by what it was. */
export type Changes = ReadonlyMap<Item, Item>;

/**
 * All cards of a plan in their order. What stays as it was is not looked at
 * again: an edit of one among ten thousand cards puts that one in its place.
 */
export class Deck {
  #planId = '';
  /** All items as they were, in the order in which the mirror keeps them. */
  #seen: Item[] = [];
  #cards: readonly Item[] = [];
  #changes: Changes | null = null;

  /** The cards that the last deal found changed; null when more may be other than before. */
  get changes(): Changes | null {
    return this.#changes;
  }

  /** The cards of a plan as they lie now; '' = of all plans. */
  deal(items: Items, planId: string): readonly Item[] {
    const changes = planId === this.#planId ? this.#changed(items) : null;
    this.#cards = changes ? this.#moved(changes) : this.#collected(items, planId);
    if (!changes) this.#seen = [...items.values()];
    this.#planId = planId;
    this.#changes = changes;
    return this.#cards;
  }

  #changed(items: Items): Changes | null {
    const changes = new Map<Item, Item>();
    const seen = this.#seen;
    if (items.size !== seen.length) return null;
    let i = 0;
    for (const item of items.values()) {
      const was = seen[i];
      if (item !== was) {
        if (!was || !staysCard(was, item) || changes.size === FEW) return null;
        seen[i] = item;
        if (isOf(this.#planId, item) && isCard(item, items)) changes.set(was, item);
      }
      i++;
    }
    return changes;
  }

  #moved(changes: Changes): readonly Item[] {
    if (changes.size === 0) return this.#cards;
    const cards = [...this.#cards];
    for (const was of changes.keys()) {
      const at = cards.indexOf(was);
      if (at >= 0) cards.splice(at, 1);
    }
    for (const now of changes.values()) cards.splice(placeIn(cards, now), 0, now);
    return cards;
  }

  /** All cards, in about the order in which they lay before, so that few are sorted. */
  #collected(items: Items, planId: string): readonly Item[] {
    const all: Item[] = [];
    for (const item of items.values())
      if (isOf(planId, item) && isCard(item, items)) all.push(item);
    if (this.#cards.length === 0) return all.sort(byPriority);
    const left = new Set(all);
    const known = this.#cards.filter((card) => left.delete(card));
    return [...known, ...left].sort(byPriority);
  }
}

function isOf(planId: string, item: Item): boolean {
  return planId === '' || item.planId === planId;
}

/**
 * A step or decision stays what it is, and where. Of all others, and of a life
 * area that others take from a decision, more may depend.
 */
function staysCard(was: Item, now: Item): boolean {
  const same = was.id === now.id && was.kind === now.kind && was.planId === now.planId;
  if (!same || was.parentId !== now.parentId) return false;
  return now.kind === 'step' || (now.kind === 'decision' && was.areaId === now.areaId);
}

/** Where a card belongs among others that lie in their order. */
export function placeIn(cards: readonly Item[], card: Item): number {
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
