import type { Warmth } from '../measure/heat';
import { monthShort, weekday } from '../text/dates';

/** A week of a year that is looked at; null = a day before or after it. */
export type Week = readonly (Warmth | null)[];

/** The days by their weeks from Monday on, the last 53 of them at most. */
export function weeksOf(days: readonly Warmth[]): Week[] {
  const weeks: (Warmth | null)[][] = [];
  for (const one of days) {
    const place = weekday(one.day);
    if (place === 0 || weeks.length === 0) weeks.push(Array.from({ length: 7 }, () => null));
    const week = weeks.at(-1);
    if (week) week[place] = one;
  }
  return weeks;
}

/** The names of months above the weeks in which they begin; '' for all others. */
export function monthsOf(weeks: readonly Week[]): string[] {
  return weeks.map((week) => {
    const first = week.find((one) => one?.day.endsWith('-01'));
    return first ? monthShort(first.day) : '';
  });
}

/** In how many weeks something was done, and on how many days; a week without is only quiet (R97). */
export function regularOf(weeks: readonly Week[]): { weeks: number; days: number; count: number } {
  const done = weeks.map((week) => week.filter((one) => one !== null && one.count > 0).length);
  const count = weeks.flat().reduce((sum, one) => sum + (one?.count ?? 0), 0);
  return {
    weeks: done.filter((days) => days > 0).length,
    days: done.reduce((sum, days) => sum + days, 0),
    count,
  };
}
