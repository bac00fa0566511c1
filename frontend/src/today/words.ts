import type { Desk } from '../commands/desk';
import { dueOf } from '../plan/due';
import type { Mirror } from '../plan/mirror.svelte';
import type { Item } from '../plan/types';
import { longDay, type Day } from '../text/dates';
import { showMinutes } from '../text/estimate';
import { t } from '../text/text';

/** What is worth knowing of a step on its day: how long, by when, in which other plan. */
export function factsOf(mirror: Mirror, item: Item, now: Day): string {
  const due = dueOf(item, now);
  const { on, time } = mirror.said.once('promise', item.id);
  return [
    on === now && (time ? t('today.promised.time', { time }) : t('today.promised')),
    showMinutes(item.estimateMin),
    due && (due.now === 'gone' ? due.words : t('today.due', { day: due.words })),
    mirror.elsewhere(item.planId),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What a step stands on, in short; '' = nothing. */
export function onWhat(path: readonly Item[]): string {
  const nearest =
    path.findLast(({ kind }) => kind === 'milestone' || kind === 'goal') ?? path.at(-1);
  return nearest ? t('today.on', { title: nearest.title }) : t('today.loose');
}

/** Says that a step is put off, to a day or to none, and offers to take it back. */
export function tellOff({ notices, edits }: Desk, { title }: Item, day: Day | ''): void {
  const words =
    day === '' ? t('today.off', { title }) : t('today.off.day', { title, day: longDay(day) });
  notices.tell(words, () => void edits.undo());
}
