import type { Item, Tag } from '../plan/types';

/** The tags that every one of the items has, by name. */
export function shared(items: readonly Item[], tags: readonly Tag[]): Tag[] {
  return tags.filter((tag) => items.every((item) => item.tagIds.includes(tag.id)));
}

/** Tags that what is typed could mean, without those already there: first what begins so. */
export function suggested(typed: string, tags: readonly Tag[], there: readonly Tag[]): Tag[] {
  const word = typed.trim().toLowerCase();
  const free = tags.filter((tag) => !there.includes(tag));
  const starts = free.filter((tag) => tag.name.toLowerCase().startsWith(word));
  const holds = free.filter(
    (tag) => !starts.includes(tag) && tag.name.toLowerCase().includes(word),
  );
  return [...starts, ...holds].slice(0, 6);
}
