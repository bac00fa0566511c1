import { dayOf, type Day } from '../text/dates';

/**
 * A day as a number that orders as days do, 20260310; 0 = there is none. The sums
 * compare days so often that texts would cost most of their time.
 */
export type DayNumber = number;

/** The number of a day. */
export function numberOf(day: Day): DayNumber {
  return day === ''
    ? 0
    : figures(day, 0, 4) * 10_000 + figures(day, 5, 2) * 100 + figures(day, 8, 2);
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
    const minute = figures(instant, 11, 2) * 60 + figures(instant, 14, 2);
    return minute < split.at ? split.early : split.late;
  };
}

/** An instant ends with it when it is told in the time of Greenwich. */
const GREENWICH = 'Z'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/** The number that stands at a place of a text; a piece of it would have to be made first. */
function figures(text: string, at: number, count: number): number {
  let number = 0;
  for (let i = at; i < at + count; i++) number = number * 10 + text.charCodeAt(i) - ZERO;
  return number;
}

/** null for a day on which the clock is changed here: then each instant is looked at by itself. */
function splitOf(day: Day): Split | null {
  const first = new Date(day + 'T00:00:00Z');
  const last = new Date(day + 'T23:59:59Z');
  const offset = first.getTimezoneOffset();
  if (offset !== last.getTimezoneOffset() || !Number.isInteger(offset)) return null;
  const [early = 0, late = 0] = [first, last].map((one) => numberOf(dayOf(one.toISOString())));
  return { early, late, at: (offset + 1440) % 1440 };
}
