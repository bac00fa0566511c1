import type { Item } from './types';

/** A text as it is compared: without accents, in small letters. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

/** The words of what somebody seeks, as they are compared. */
export function wordsOf(text: string): string[] {
  return plain(text).split(/\s+/).filter(Boolean);
}

/** Rows that change are new objects, so a title is made plain once. */
const plainTitles = new WeakMap<Item, string>();

/** The title of an item as it is compared. */
export function plainTitle(item: Item): string {
  let title = plainTitles.get(item);
  if (title === undefined) plainTitles.set(item, (title = plain(item.title)));
  return title;
}
