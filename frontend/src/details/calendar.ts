import { daysIn, plusDays, plusMonths, weekday, type Day } from '../text/dates';

/** The weeks that a month touches, Monday first; every week has seven days. */
export function weeksOf(day: Day): Day[][] {
  const first = day.slice(0, 8) + '01';
  const start = plusDays(first, -weekday(first));
  const count = Math.ceil((weekday(first) + daysIn(first)) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, i) => plusDays(start, week * 7 + i)),
  );
}

/** True for days of one and the same month. */
export function sameMonth(a: Day, b: Day): boolean {
  return a.slice(0, 7) === b.slice(0, 7);
}

/** The day that a key leads to; null when the key leads nowhere. */
export function walk(day: Day, key: string): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return plusDays(day, -1);
    case 'ArrowRight':
      return plusDays(day, 1);
    case 'ArrowUp':
      return plusDays(day, -7);
    case 'ArrowDown':
      return plusDays(day, 7);
    case 'Home':
      return plusDays(day, -weekday(day));
    case 'End':
      return plusDays(day, 6 - weekday(day));
    case 'PageUp':
      return plusMonths(day, -1);
    case 'PageDown':
      return plusMonths(day, 1);
    default:
      return null;
  }
}
