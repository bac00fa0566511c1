import type { Bodies } from '../plan/aspects';
import type { Whose } from '../plan/looking';
import type { Rows } from '../plan/reach';
import { daysBetween, plusDays, plusMonths, type Day } from '../text/dates';
import { isIn, type Window } from './window';

type Rhythm = Bodies['rhythm'];

/** The days of a rhythm in a window; none while it has no day to count from or no number. */
export function beatsOf(rhythm: Rhythm, window: Window): Day[] {
  const { from, every = 0 } = rhythm;
  const beats: Day[] = [];
  if (from === undefined || every < 1) return beats;
  for (let i = firstBeat(rhythm, from, window.from); ; i++) {
    const day = beat(rhythm, from, i * every);
    if (day > window.to) return beats;
    if (isIn(window, day)) beats.push(day);
  }
}

/** The number of a beat that is not after a day, so that none before has to be counted. */
function firstBeat({ every = 1, unit = 'weeks' }: Rhythm, from: Day, day: Day): number {
  const longest = { days: 1, weeks: 7, months: 31 }[unit] * every;
  return Math.max(0, Math.floor(daysBetween(from, day) / longest));
}

/** A month after the 31st is the last of the next, and the one after that is the 31st again. */
function beat({ unit = 'weeks' }: Rhythm, from: Day, count: number): Day {
  if (unit === 'months') return plusMonths(from, count);
  return plusDays(from, unit === 'weeks' ? 7 * count : count);
}

/** The moments in a window to look at a plan or an item: checkpoints and beats of its rhythm, each day once, in their order. */
export function looksIn({ said }: Pick<Rows, 'said'>, of: Whose, window: Window): Day[] {
  const beats = said
    .list('rhythm', '')
    .filter(({ body }) => isOf(body, of))
    .flatMap(({ body }) => beatsOf(body, window));
  const planned = said
    .list('checkpoint', '')
    .flatMap(({ body }) => (body.on !== undefined && isOf(body, of) ? [body.on] : []))
    .filter((day) => isIn(window, day));
  return [...new Set([...beats, ...planned])].sort();
}

/** So many days back it is asked for a check-in; what is older is a gap and stays one. */
const BACK = 31;

/**
 * The day of the last moment to look that nobody has looked since; '' = none. Of
 * several that were missed only the last is asked for, and one looks ahead.
 */
export function lookDue(rows: Pick<Rows, 'said'>, of: Whose, now: Day): Day {
  const last = looksIn(rows, of, { from: plusDays(now, -BACK), to: now }).at(-1) ?? '';
  const seen = rows.said
    .list('checkin', '')
    .some(({ body }) => isOf(body, of) && (body.on ?? '') >= last);
  return seen ? '' : last;
}

/** How many check-ins there were in a window, of what is within: plans and items by their ids. */
export function looksMade(
  { said }: Pick<Rows, 'said'>,
  window: Window,
  within: (of: Whose) => boolean,
): number {
  return said.list('checkin', '').filter(({ body }) => isIn(window, body.on ?? '') && within(body))
    .length;
}

/** True for what is said of the same plan or the same item. */
export function isOf(one: Whose, other: Whose): boolean {
  return one.planId === other.planId && one.itemId === other.itemId;
}
