import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Item } from '../plan/types';
import type { Day } from '../text/dates';

/** A goal or decision whose day has come. */
export interface Again {
  readonly item: Item;
  readonly what: 'goal' | 'decision';
  readonly day: Day;
}

/** What its owner wanted to look at again by today (R26, R83), the oldest first. */
export function againOf(mirror: Mirror, now: Day): Again[] {
  const goals = mirror.said.all('aim').flatMap(({ itemId, body }) => {
    const item = mirror.item(itemId);
    const due = body.check !== undefined && body.check <= now;
    return item && due && isActive(item)
      ? [{ item, what: 'goal' as const, day: body.check ?? now }]
      : [];
  });
  const decisions = mirror.said.all('choice').flatMap(({ itemId, body }) => {
    const item = mirror.item(itemId);
    const due = body.decided !== undefined && body.review !== undefined && body.review <= now;
    return item && due ? [{ item, what: 'decision' as const, day: body.review ?? now }] : [];
  });
  return [...goals, ...decisions]
    .filter(({ item }) => item.planId === mirror.planId)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
