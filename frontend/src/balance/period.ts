import { lastDays, lastYear, lengthOf, type Part, type Window } from '../measure/window';
import { isOf } from '../measure/looks';
import type { Mirror } from '../plan/mirror.svelte';
import { dayOf, monthName, plusDays, plusMonths, shortDay, type Day } from '../text/dates';
import { t } from '../text/text';

/** What one can look back at; own = from a day to a day that one says. */
export const PERIODS = ['weeks', 'quarter', 'year', 'all', 'own'] as const;
export type Period = (typeof PERIODS)[number];

/** The last four weeks. */
const WEEKS = 28;
/** Up to so many days are looked at week by week. */
const BY_WEEK = 130;

/** The days of a period; first is the day on which all began, own what the person said. */
export function windowOf(period: Period, now: Day, first: Day, own: Window): Window {
  switch (period) {
    case 'weeks':
      return lastDays(now, WEEKS);
    case 'quarter':
      return { from: plusDays(plusMonths(now, -3), 1), to: now };
    case 'year':
      return lastYear(now);
    case 'all':
      return { from: first < now ? first : now, to: now };
    case 'own':
      return own;
  }
}

/** The parts in which a window is drawn. */
export function partIn(window: Window): Part {
  return lengthOf(window) <= BY_WEEK ? 'week' : 'month';
}

/** How a part is called: "week of 3 Mar", "March 2026". */
export function partName({ from }: Window, part: Part): string {
  return part === 'month' ? monthName(from) : t('balance.week', { day: shortDay(from) });
}

/** The same where there is little room, as at the ends of a chart. */
export function partMark({ from }: Window, part: Part): string {
  return part === 'month' ? monthName(from) : shortDay(from);
}

/** The first day of which anything is known of a plan: that something was made, done or said. */
export function firstDayOf(mirror: Mirror, planId: string, now: Day): Day {
  let first = new Date(now + 'T23:59:59').toISOString();
  for (const { planId: of, createdAt, doneAt } of mirror.items.values()) {
    if (of !== planId) continue;
    if (createdAt !== '' && createdAt < first) first = createdAt;
    if (doneAt !== '' && doneAt < first) first = doneAt;
  }
  const { said } = mirror;
  const here = (itemId: string) => mirror.item(itemId)?.planId === planId;
  const days = [
    ...said.all('rated').filter(({ itemId }) => here(itemId)),
    ...said.all('entry').filter(({ itemId }) => here(itemId)),
    ...said.all('log').filter(({ itemId }) => here(itemId)),
    ...said.list('checkin', '').filter(({ body }) => isOf(body, { planId })),
  ].flatMap(({ body }) => body.on ?? []);
  return days.reduce((least, day) => (day < least ? day : least), dayOf(first));
}
