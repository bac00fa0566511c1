import type { Rows, Within } from '../plan/reach';
import { isActive } from '../plan/types';
import { recordOf, type Record } from '../routine/log';
import { cellsOf, type Cell } from '../routine/record';
import { dayOf, type Day } from '../text/dates';
import { restsIn } from './deeds';
import type { Window } from './window';

/** How the days were on which a routine was meant. A reason makes a skipped one none of them. */
export interface Occasions {
  readonly done: number;
  readonly missed: number;
  readonly skipped: number;
}

/** Counts the days of routines in a window. */
export type OccasionsIn = (window: Window, within?: Within) => Occasions;

/**
 * Counts the days of routines in a window; today only once something is said of it.
 * A rest is not counted, nor is a routine that rests, and none after the day on
 * which it was done for good.
 */
export function occasionsOf(rows: Rows, window: Window, now: Day, within?: Within): Occasions {
  return occasionsIn(rows, now)(window, within);
}

/** The same for many windows and much that is within: the logs are gone through once. */
export function occasionsIn(rows: Rows, now: Day): OccasionsIn {
  const running = runningIn(rows, now);
  return (window, within) => {
    const sum = { done: 0, missed: 0, skipped: 0 };
    for (const one of running) {
      if (within && !within(one.record.item)) continue;
      for (const cell of cellsIn(one, window)) {
        const as = countsAs(one.record, cell);
        if (as) sum[as]++;
      }
    }
    return sum;
  };
}

/** A routine, the first day that it can have been meant for, and the day on which it ended. */
interface Running {
  readonly record: Record;
  readonly first: Day;
  readonly ended: Day;
}

function runningIn(rows: Rows, now: Day): Running[] {
  const rests = restsIn(rows);
  return rows.said.all('routine').flatMap(({ itemId, body }): Running[] => {
    const item = rows.items.get(itemId);
    if (!item || body.rule === undefined) return [];
    const ended = item.doneAt === '' ? now : dayOf(item.doneAt);
    if (item.doneAt === '' && (!isActive(item) || rests(item.parentId))) return [];
    const record = recordOf(rows, item);
    const first = [...record.logs.keys()].reduce(earlier, record.routine.from ?? ended);
    return [{ record, first, ended }];
  });
}

/** The days of a window from the first that a routine can have been meant for, until it ended. */
function cellsIn({ record, first, ended }: Running, window: Window): Cell[] {
  const from = first > window.from ? first : window.from;
  const to = earlier(window.to, ended);
  return from > to ? [] : cellsOf(record, from, to, ended);
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

function countsAs({ logs }: Record, { day, how }: Cell): keyof Occasions | null {
  switch (how) {
    case 'done':
    case 'least':
      return 'done';
    case 'gap':
      return 'missed';
    case 'skipped':
      return logs.get(day)?.body.note ? null : 'skipped';
    case 'rest':
    case 'due':
    case 'none':
    case 'ahead':
      return null;
  }
}
