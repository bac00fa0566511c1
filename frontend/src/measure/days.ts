import { dayOf, plusDays, type Day } from '../text/dates';

/**
 * A day as a number that orders as days do, 20260310; 0 = there is none. The sums
 * compare days so often that texts would cost most of their time.
 */
export type DayNumber = number;

/** The number of a day. */
export function numberOf(day: Day): DayNumber {
  if (day === '') return 0;
  const year = pair(day, 0) * 100 + pair(day, 2);
  return year * 10_000 + pair(day, 5) * 100 + pair(day, 8);
}

/** What is known of one day in Greenwich: which days it is here, and when the later one begins. */
interface Split {
  readonly early: DayNumber;
  readonly late: DayNumber;
  /** In minutes of Greenwich. */
  readonly at: number;
}

/**
 * Tells the days of instants here, as dayOf does, for very many of them: what a
 * day in Greenwich is here is looked up once. It holds for the zone that this
 * machine is in now, so one is made for each sum and none is kept. '' is no day.
 */
export function dayReader(): (instant: string) => DayNumber {
  const known = new Map<DayNumber, Split | null>();
  return (instant) => {
    const day = numberOf(instant);
    if (day === 0) return 0;
    let split = known.get(day);
    if (split === undefined) known.set(day, (split = splitOf(instant.slice(0, 10))));
    if (split === null || instant.charCodeAt(instant.length - 1) !== GREENWICH)
      return numberOf(dayOf(instant));
    const minute = pair(instant, 11) * 60 + pair(instant, 14);
    return minute < split.at ? split.early : split.late;
  };
}

/** An instant ends with it when it is told in the time of Greenwich. */
const GREENWICH = 'Z'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/** The number of two figures that stand at a place of a text; to cut them out of it would take longer. */
function pair(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

/** null for a day on which the clock is changed here: then each instant is looked at by itself. */
function splitOf(day: Day): Split | null {
  const offset = new Date(day + 'T00:00:00Z').getTimezoneOffset();
  const later = new Date(day + 'T23:59:59Z').getTimezoneOffset();
  if (offset !== later || !Number.isInteger(offset)) return null;
  const here = numberOf(day);
  const other = offset === 0 ? here : numberOf(plusDays(day, offset > 0 ? -1 : 1));
  return offset > 0
    ? { early: other, late: here, at: offset }
    : { early: here, late: other, at: DAY + offset };
}

/** In minutes. */
const DAY = 1440;
