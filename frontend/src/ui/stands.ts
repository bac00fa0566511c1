import type { Item } from '../plan/types';

/** One stone of the line of sight: an item, or the value that carries all of it. */
export type Stone =
  { readonly id: string; readonly item: Item } | { readonly id: 'value'; readonly value: string };

/** More than this many layers would be a wall, not a cairn. */
export const LAYERS = 5;

/**
 * The line of sight of an item: itself on top, then what carries it, down to
 * its vision and the value that this serves ('' = none is named). What is too
 * long keeps its two ends and drops what is nearest to the item.
 */
export function standsOn(item: Item, path: readonly Item[], value = ''): Stone[] {
  const ground: Stone[] = value === '' ? [] : [{ id: 'value', value }];
  const room = LAYERS - 1 - ground.length;
  const below = [...path].reverse();
  const kept = below.length <= room ? below : below.slice(below.length - room);
  return [...[item, ...kept].map((one) => ({ id: one.id, item: one })), ...ground];
}
