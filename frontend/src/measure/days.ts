import { dayOf, type Day } from '../text/dates';

/** What is known of one day in Greenwich: which days it is here, and when the later one begins. */
interface Split {
  readonly early: Day;
  readonly late: Day;
  /** "HH:MM" in Greenwich. */
  readonly at: string;
}

/**
 * Tells the days of instants here, as dayOf does, for very many of them: what a
 * day in Greenwich is here is looked up once. It holds for the zone that this
 * machine is in now, so one is made for each sum and none is kept.
 */
export function dayReader(): (instant: string) => Day {
  const known = new Map<string, Split | null>();
  return (instant) => {
    const day = instant.slice(0, 10);
    let split = known.get(day);
    if (split === undefined) known.set(day, (split = splitOf(day)));
    if (split === null || !instant.endsWith('Z')) return dayOf(instant);
    return split.early === split.late || instant.slice(11, 16) < split.at
      ? split.early
      : split.late;
  };
}

/** null for a day on which the clock is changed here: then each instant is looked at by itself. */
function splitOf(day: Day): Split | null {
  const first = new Date(day + 'T00:00:00Z');
  const last = new Date(day + 'T23:59:59Z');
  const offset = first.getTimezoneOffset();
  if (offset !== last.getTimezoneOffset() || !Number.isInteger(offset)) return null;
  const midnight = new Date(first.getTime() + ((offset + 1440) % 1440) * 60_000);
  return {
    early: dayOf(first.toISOString()),
    late: dayOf(last.toISOString()),
    at: midnight.toISOString().slice(11, 16),
  };
}
