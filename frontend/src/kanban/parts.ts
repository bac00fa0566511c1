import { isActive, type Item, type State } from '../plan/types';
import type { Tree } from '../plan/progress';
import { dueOf, type Due } from '../plan/due';
import type { Day } from '../text/dates';

/** The own steps of a card: how they lie, and how many of those that count are done. */
export interface Parts {
  readonly states: readonly State[];
  readonly done: number;
  readonly of: number;
}

/** What is told on a card besides its title. */
export interface Facts {
  readonly parts: Parts | null;
  /** The step below it that is there for today. */
  readonly next: Item | undefined;
  readonly due: Due | null;
}

/** What is told on a card on a day. */
export function factsOf(tree: Tree, item: Item, day: Day): Facts {
  return {
    parts: partsOf(tree, item.id),
    next: dueBelow(tree, item.id, day),
    due: dueOf(item, day),
  };
}

/** More stones than this nobody counts: a ring tells the share instead. */
export const MOST_STONES = 7;

/** The first open step right below a card that is there for a day. */
export function dueBelow(tree: Tree, id: string, day: Day): Item | undefined {
  for (const child of tree.children(id)) {
    const item = tree.item(child);
    if (item?.due === day && isActive(item) && item.kind !== 'idea') return item;
  }
  return undefined;
}

/** The steps right below a card that are in a denominator; null without any. */
export function partsOf(tree: Tree, id: string): Parts | null {
  const states: State[] = [];
  for (const child of tree.children(id)) {
    const item = tree.item(child);
    if (!item || item.kind === 'idea' || item.state === 'parked' || item.state === 'letgo')
      continue;
    states.push(item.state);
  }
  if (states.length === 0) return null;
  const done = states.filter((state) => state === 'done').length;
  return { states, done, of: states.length };
}
