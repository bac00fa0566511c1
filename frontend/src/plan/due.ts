import { isActive, type Item } from './types';
import { plusDays, shortDay, type Day } from '../text/dates';
import { t } from '../text/text';
import { vagueName } from '../text/vague';

/** A date as a row shows it. */
export interface Due {
  readonly words: string;
  /** It is today's, or has gone by and wants a look; the words say so too. */
  readonly now: 'today' | 'gone' | '';
}

/** The words for an item's date as seen on a day; null without one. */
export function dueOf(item: Item, now: Day): Due | null {
  if (item.due === '') return null;
  const open = isActive(item);
  const vague = item.dueKind === 'soft' ? vagueName(item) : '';
  if (vague !== '') return { words: vague, now: open && item.due < now ? 'gone' : '' };
  if (open && item.due < now)
    return { words: t('plan.wasDue', { date: short(item.due, now) }), now: 'gone' };
  if (open && item.due === now) return { words: t('plan.today'), now: 'today' };
  if (open && item.due === plusDays(now, 1)) return { words: t('plan.tomorrow'), now: '' };
  return { words: short(item.due, now), now: '' };
}

/** Formatting a date costs more than drawing a row, so each is written once. */
const written = new Map<string, string>();

function short(day: Day, now: Day): string {
  const key = day + now;
  let words = written.get(key);
  if (words === undefined) written.set(key, (words = shortDay(day, now)));
  return words;
}
