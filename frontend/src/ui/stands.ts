import type { Item } from '../plan/types';

/** One stone of the line of sight. */
export interface Stone {
  readonly id: string;
  readonly item: Item;
}

/** More than this many layers would be a wall, not a cairn. */
export const LAYERS = 5;

/**
 * The line of sight of an item: itself on top, then what carries it, down to
 * its vision. A path that is too long keeps its two ends and drops what is
 * nearest to the item.
 */
export function standsOn(item: Item, path: readonly Item[]): Stone[] {
  const below = [...path].reverse();
  const kept = below.length < LAYERS ? below : below.slice(below.length - (LAYERS - 1));
  return [item, ...kept].map((one) => ({ id: one.id, item: one }));
}
