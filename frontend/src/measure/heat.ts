import { plusDays, type Day } from '../text/dates';
import { isDone, recordOf } from '../routine/log';
import type { Rows, Within } from '../plan/reach';
import { numberOf, type DayNumber } from './days';
import type { Deed } from './deeds';
import type { Window } from './window';

/** How much was done on one day of a window. */
export interface Warmth {
  readonly day: Day;
  readonly count: number;
}

/**
 * What was done on each day of a window, by count: each step, decision and milestone
 * is one, however small it was, and so is each day of a routine. A day without
 * anything is there too, with 0.
 */
export function heatOf(
  deeds: readonly Deed[],
  rows: Rows,
  window: Window,
  within?: Within,
): Warmth[] {
  const counts = new Map<DayNumber, number>();
  const lay = (day: DayNumber) => counts.set(day, (counts.get(day) ?? 0) + 1);
  for (const { done } of deeds) lay(done);
  for (const day of loggedDays(rows, within)) lay(numberOf(day));
  const warmth: Warmth[] = [];
  for (let day = window.from; day <= window.to; day = plusDays(day, 1))
    warmth.push({ day, count: counts.get(numberOf(day)) ?? 0 });
  return warmth;
}

/** The days on which routines were done, each as often as there were routines. */
function loggedDays(rows: Rows, within: Within | undefined): Day[] {
  return rows.said.all('routine').flatMap(({ itemId }) => {
    const item = rows.items.get(itemId);
    if (!item || (within && !within(item))) return [];
    const record = recordOf(rows, item);
    return [...record.logs.keys()].filter((day) => isDone(record, day));
  });
}

const SHADES = 4;
/** The best day is taken for so much at least: one thing alone is not the darkest. */
const LEAST = 2;

/** How dark a day is drawn, 0 to 4, beside the best day of its year; a day with one thing is never as one without. */
export function shadeOf(count: number, most: number): number {
  return Math.ceil((SHADES * count) / Math.max(LEAST, most));
}
