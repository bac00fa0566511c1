import { numberOf, type DayNumber } from './days';
import { daysBetween, daysIn, plusDays, plusMonths, weekday, type Day } from '../text/dates';

/** Any run of civil days that is looked at, its first and its last day too. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
}

/** The parts that a longer window is looked at in. */
export type Part = 'day' | 'week' | 'month';

/** True for a day in a window; a day that nobody said is in none. */
export function isIn({ from, to }: Window, day: Day): boolean {
  return day >= from && day <= to;
}

/** The same for very many days, by their numbers. */
export function numbersIn(window: Window): (day: DayNumber) => boolean {
  const [from, to] = [numberOf(window.from), numberOf(window.to)];
  return (day) => day >= from && day <= to;
}

/** How many days a window has. */
export function lengthOf({ from, to }: Window): number {
  return Math.max(0, daysBetween(from, to) + 1);
}

/** So many days up to one, that one too. */
export function lastDays(now: Day, days: number): Window {
  return { from: plusDays(now, 1 - days), to: now };
}

/** The window of the same length right before one, to compare with. */
export function before(window: Window): Window {
  return lastDays(plusDays(window.from, -1), lengthOf(window));
}

/** The week from Monday on, or the month, or the day alone, that a day is in. */
export function around(day: Day, part: Part): Window {
  switch (part) {
    case 'day':
      return { from: day, to: day };
    case 'week': {
      const monday = plusDays(day, -weekday(day));
      return { from: monday, to: plusDays(monday, 6) };
    }
    case 'month': {
      const first = day.slice(0, 8) + '01';
      return { from: first, to: plusDays(first, daysIn(first) - 1) };
    }
  }
}

/**
 * A window in its weeks, months or days. The first and the last part are cut where
 * the window begins and ends, so that each of its days is in one of them.
 */
export function partsOf(window: Window, part: Part): Window[] {
  const parts: Window[] = [];
  for (let from = window.from; from <= window.to;) {
    const { to } = around(from, part);
    parts.push({ from, to: to < window.to ? to : window.to });
    from = plusDays(to, 1);
  }
  return parts;
}

/** The twelve months up to a day. */
export function lastYear(now: Day): Window {
  return { from: plusDays(plusMonths(now, -12), 1), to: now };
}
