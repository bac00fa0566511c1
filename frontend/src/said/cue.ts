import type { Desk } from '../commands/desk';
import type { Aspect } from '../plan/aspects';
import type { Mirror } from '../plan/mirror.svelte';
import { isStep } from '../plan/ready';
import { isActive, type Item } from '../plan/types';
import { longDay, type Day } from '../text/dates';
import { t } from '../text/text';
import type { Moment } from '../text/times';

/**
 * The day on which the cue of a strategy came, if nobody has been asked since
 * whether it worked; null = it has not come. A time without a day is one of
 * every day.
 */
export function cameOn(
  { body }: Aspect<'strategy'>,
  item: Item,
  mirror: Mirror,
  now: Moment,
): Day | null {
  const { day, time = '', skipped, seen = '' } = body;
  const on = day ?? (time === '' ? null : now.day);
  if (on !== null && on > seen && (on < now.day || (on === now.day && time <= now.time))) return on;
  const missed = skipped ? (missedIn(item, mirror, now.day)?.due ?? null) : null;
  return missed !== null && missed >= seen ? missed : null;
}

/** The step whose day went by last with it undone: the item, or one below it. */
export function missedIn(item: Item, mirror: Mirror, now: Day): Item | undefined {
  const below = mirror.descendants(item.id).flatMap((id) => mirror.item(id) ?? []);
  return [item, ...below]
    .filter((one) => isStep(one) && isActive(one) && one.due !== '' && one.due < now)
    .sort((a, b) => (a.due < b.due ? -1 : 1))
    .at(-1);
}

/** When it comes: "on Fri 13 Mar at 07:30, when its day passes undone"; '' = nobody said. */
export function cueWords({ body }: Aspect<'strategy'>): string {
  const { day, time, skipped } = body;
  const when = day
    ? time
      ? t('said.cue.dayTime', { day: longDay(day), time })
      : t('said.cue.day', { day: longDay(day) })
    : time && t('said.cue.time', { time });
  return [when, skipped && t('said.cue.skipped')].filter(Boolean).join(', ');
}

/** Counts how a strategy did; it comes again with its next cue. */
export function count(
  { edits, now }: Desk,
  { id, itemId, body }: Aspect<'strategy'>,
  field: 'worked' | 'failed',
): Promise<unknown> {
  const said = { [field]: (body[field] ?? 0) + 1, seen: now.day };
  return edits.setAspect({ id, itemId, kind: 'strategy', body: said, edit: '' });
}

/** It did not come up: nothing is counted, and it comes with its next cue. */
export function seen({ edits, now }: Desk, { id, itemId }: Aspect<'strategy'>): Promise<unknown> {
  const body = { seen: now.day };
  return edits.setAspect({ id, itemId, kind: 'strategy', body, edit: '' });
}
