import type { Mirror } from '../plan/mirror.svelte';
import { isActive } from '../plan/types';
import { plusDays, type Day } from '../text/dates';
import { recordOf, type Log, type Record } from './log';
import { comesAfter, daysOf, rests } from './rule';

/** How a day of a routine was; a gap is only a gap (R97). */
export type How = 'done' | 'least' | 'skipped' | 'rest' | 'gap' | 'due' | 'none' | 'ahead';

export interface Cell {
  readonly day: Day;
  readonly how: How;
  /** How much was done, where that was said. */
  readonly amount?: number;
}

/** All steps that recur and still do, of all plans; in the order of the person's priorities. */
export function routinesOf(mirror: Mirror): Record[] {
  return mirror.said
    .all('routine')
    .flatMap(({ itemId, body }) => (body.rule ? (mirror.item(itemId) ?? []) : []))
    .filter((item) => isActive(item) && mirror.path(item.id).every(isActive))
    .sort((a, b) => (a.priority < b.priority ? -1 : 1))
    .map((item) => recordOf(mirror, item));
}

/** True when it is meant for a day, whether it is done by now or not. */
export function isMeant(record: Record, day: Day): boolean {
  if (record.logs.has(day)) return true;
  if (rests(record.routine, day)) return false;
  if (record.routine.after) return nextAfter(record, day) <= day;
  return daysOf(record.routine, day, day).length > 0;
}

/** So many years ahead nobody looks. */
const AHEAD_DAYS = 366 * 2;

/** The next day after this one that it comes on; '' = none. */
export function nextOf(record: Record, day: Day): Day | '' {
  const { routine } = record;
  const from = plusDays(day, 1);
  if (!routine.after) return daysOf(routine, from, plusDays(day, AHEAD_DAYS))[0] ?? '';
  const next = nextAfter(record, from);
  const due = next > from ? next : from;
  return rests(routine, due) ? (routine.back ?? '') : due;
}

/** The day from which on it is due, by the last time that it was done or skipped before a day. */
function nextAfter({ routine, logs }: Record, day: Day): Day {
  const before = [...logs.keys()].filter((on) => on < day).sort();
  const last = before.at(-1);
  return last === undefined ? (routine.from ?? day) : comesAfter(routine, last);
}

/** How each day was, from one to another. */
export function cellsOf(record: Record, from: Day, to: Day, now: Day): Cell[] {
  const { routine, logs } = record;
  const meant = new Set(daysOf(routine, from, to));
  const cells: Cell[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    const log = logs.get(day)?.body;
    if (log) cells.push({ day, how: howLogged(log), ...(log.amount && { amount: log.amount }) });
    else if (rests(routine, day) && day >= (routine.from ?? '')) cells.push({ day, how: 'rest' });
    else if (!meant.has(day)) cells.push({ day, how: 'none' });
    else cells.push({ day, how: day < now ? 'gap' : day === now ? 'due' : 'ahead' });
  }
  return cells;
}

function howLogged({ skipped, least }: Log): How {
  return skipped ? 'skipped' : least ? 'least' : 'done';
}

/** The last days that it was meant for, so many at most; today when it is done. */
export function lastOf(record: Record, now: Day, count: number): Cell[] {
  const { routine, logs } = record;
  const first = [...logs.keys()].sort()[0] ?? now;
  const from = routine.from !== undefined && routine.from < first ? routine.from : first;
  const cells = cellsOf(record, from, now, now);
  return cells.filter(({ how }) => how !== 'none' && how !== 'due').slice(-count);
}

/** Of how many days it was meant for on how many it was done; a rest and a skipped day do not count against. */
export function keptOf(cells: readonly Cell[]): { kept: number; of: number } {
  const kept = cells.filter(({ how }) => how === 'done' || how === 'least').length;
  return { kept, of: kept + cells.filter(({ how }) => how === 'gap').length };
}

/** What was done in the seven days up to this one. */
export function weekSum({ logs }: Record, now: Day): number {
  let sum = 0;
  for (const [day, { body }] of logs) {
    if (day > plusDays(now, -7) && day <= now) sum += body.amount ?? 0;
  }
  return sum;
}

/** How dark a day is drawn, in percent: from a little to more than is meant each time. */
export function fullness({ routine }: Record, { how, amount }: Cell): number {
  if (how === 'least') return 30;
  const { target } = routine;
  if (amount === undefined || target === undefined || target <= 0) return 80;
  const share = amount / target;
  return share < 0.5 ? 30 : share < 1 ? 55 : share < 1.5 ? 80 : 100;
}
