import type { Aspect } from '../plan/aspects';
import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Item } from '../plan/types';
import type { Day } from '../text/dates';
import type { Moment } from '../text/times';
import { cameOn } from './cue';

/** A goal or decision whose day has come, or a strategy whose cue has. */
export type Again =
  | { readonly what: 'goal'; readonly item: Item; readonly day: Day }
  | { readonly what: 'decision'; readonly item: Item; readonly day: Day }
  | {
      readonly what: 'strategy';
      readonly item: Item;
      readonly day: Day;
      readonly strategy: Aspect<'strategy'>;
    };

/** What its owner wanted to look at again by now (R26, R72, R83) in the plan on show, the oldest first. */
export function againOf(mirror: Mirror, now: Moment): Again[] {
  return backIn(mirror, now)
    .filter(({ item }) => item.planId === mirror.planId)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** What has come back by now, in all plans. */
export function backIn(mirror: Mirror, now: Moment): Again[] {
  const goals = mirror.said.all('aim').flatMap(({ itemId, body }) => {
    const item = mirror.item(itemId);
    const due = body.check !== undefined && body.check <= now.day;
    return item && due && isActive(item)
      ? [{ item, what: 'goal' as const, day: body.check ?? now.day }]
      : [];
  });
  const decisions = mirror.said.all('choice').flatMap(({ itemId, body }) => {
    const item = mirror.item(itemId);
    const due = body.decided !== undefined && body.review !== undefined && body.review <= now.day;
    return item && due ? [{ item, what: 'decision' as const, day: body.review ?? now.day }] : [];
  });
  const strategies = mirror.said.all('strategy').flatMap((strategy) => {
    const item = mirror.item(strategy.itemId);
    const day = item && isActive(item) ? cameOn(strategy, item, mirror, now) : null;
    return item && day !== null ? [{ item, what: 'strategy' as const, day, strategy }] : [];
  });
  return [...goals, ...decisions, ...strategies];
}
