import type { Rows, Within } from '../plan/reach';
import type { Day } from '../text/dates';
import { completionOf, type Completion } from './completion';
import { numberOf, type DayNumber } from './days';
import { deadlinesOf, type Deadlines } from './deadlines';
import { deedsOf, type Deed, type Judged } from './deeds';
import { milestonesOf, type Milestones } from './milestones';
import { occasionsIn, type OccasionsIn } from './occasions';
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
  return kpisFrom(deedsOf(rows, within), occasionsIn(rows, now), window, now, within);
}

/** The same, where the deeds are known already, and the days of routines; they are those within. */
export function kpisFrom(
  deeds: readonly Deed[],
  occasionsOf: OccasionsIn,
  window: Window,
  now: Day,
  within?: Within,
): Kpis {
  const occasions = occasionsOf(window, within);
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

/**
 * The KPIs of each part of a window, such as its weeks. A deed is asked for only
 * in the parts that one of its days is in, so that many parts cost little more than one.
 */
export function kpisOver(
  deeds: readonly Deed[],
  occasions: OccasionsIn,
  parts: readonly Window[],
  now: Day,
  within?: Within,
): readonly Kpis[] {
  const shared = sharedAmong(deeds, parts);
  return parts.map((part, i) => kpisFrom(shared[i] ?? [], occasions, part, now, within));
}

/** The deeds of each part; parts are in their order and do not lie over each other. */
function sharedAmong(deeds: readonly Deed[], parts: readonly Window[]): Deed[][] {
  const ends = parts.map(({ to }) => numberOf(to));
  const begins = parts.map(({ from }) => numberOf(from));
  const among = parts.map((): Deed[] => []);
  const partOf = (day: DayNumber): number => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return day >= (begins[low] ?? Infinity) ? low : -1;
  };
  for (const deed of deeds) {
    const [first, due, done] = [partOf(deed.first), partOf(deed.due), partOf(deed.done)];
    if (first >= 0) among[first]?.push(deed);
    if (due >= 0 && due !== first) among[due]?.push(deed);
    if (done >= 0 && done !== first && done !== due) among[done]?.push(deed);
  }
  return among;
}
