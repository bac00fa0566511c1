import type { Rows, Within } from '../plan/reach';
import type { Day } from '../text/dates';
import { completionOf, type Completion } from './completion';
import { deadlinesOf, type Deadlines } from './deadlines';
import { deedsOf, type Deed, type Judged } from './deeds';
import { milestonesOf, type Milestones } from './milestones';
import { occasionsOf } from './occasions';
import { overrunIn, type Overrun } from './overrun';
import { numbersIn, type Window } from './window';

/** The action KPIs of a window (R90), each by the first commitment and beside it after re-planning. */
export interface Kpis {
  /** All that was done, dated or not: steps, decisions, milestones and days of routines. */
  readonly done: number;
  readonly completion: Judged<Completion>;
  readonly deadlines: Judged<Deadlines>;
  readonly milestones: Judged<Milestones>;
  readonly overrun: Overrun;
}

/** The KPIs of all of the client's plans, or of what is within: a plan (inPlan), a goal or a vision (reaching). */
export function kpisOf(rows: Rows, window: Window, now: Day, within?: Within): Kpis {
  return kpisFrom(deedsOf(rows, within), rows, window, now, within);
}

/** The same, where the deeds are known already; they are those within. */
export function kpisFrom(
  deeds: readonly Deed[],
  rows: Rows,
  window: Window,
  now: Day,
  within?: Within,
): Kpis {
  const occasions = occasionsOf(rows, window, now, within);
  const holds = numbersIn(window);
  let { done } = occasions;
  for (const deed of deeds) if (holds(deed.done)) done++;
  return {
    done,
    completion: completionOf(deeds, window, now, occasions),
    deadlines: deadlinesOf(deeds, window, now),
    milestones: milestonesOf(deeds, window),
    overrun: overrunIn(deeds, window),
  };
}
