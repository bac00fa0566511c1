import type { Aspect } from '../plan/aspects';
import type { Mirror } from '../plan/mirror.svelte';
import type { Item, Kind } from '../plan/types';
import { dayOf, type Day } from '../text/dates';

/** Something that was achieved (R76), and what was said and given for it. */
export interface Achieved {
  readonly item: Item;
  readonly day: Day;
  readonly celebrations: readonly Aspect<'celebration'>[];
  readonly cheers: readonly Aspect<'cheer'>[];
}

/** What stands on the shelf of itself once it is done; a decision is a huge step in and of itself (R80). */
const LARGE: ReadonlySet<Kind> = new Set<Kind>(['vision', 'goal', 'milestone', 'decision']);

/** The shelf of a plan, the newest first: what is large and done, and whatever was celebrated or cheered and is done. */
export function shelfOf(mirror: Mirror, planId: string): Achieved[] {
  const celebrations = by(mirror.said.all('celebration'), ({ itemId }) => itemId);
  const cheers = by(mirror.said.list('cheer', ''), ({ body }) => body.itemId ?? '');
  return [...mirror.items.values()]
    .filter((item) => item.planId === planId && item.doneAt !== '')
    .filter(({ id, kind }) => LARGE.has(kind) || celebrations.has(id) || cheers.has(id))
    .sort((a, b) => (a.doneAt > b.doneAt ? -1 : 1))
    .map((item) => ({
      item,
      day: dayOf(item.doneAt),
      celebrations: celebrations.get(item.id) ?? [],
      cheers: cheers.get(item.id) ?? [],
    }));
}

function by<One>(all: readonly One[], key: (one: One) => string): Map<string, One[]> {
  const found = new Map<string, One[]>();
  for (const one of all) found.set(key(one), [...(found.get(key(one)) ?? []), one]);
  return found;
}
