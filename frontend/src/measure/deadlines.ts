import type { Day } from '../text/dates';
import { numberOf } from './days';
import { judge, share, type Deed, type Judged } from './deeds';
import type { Window } from './window';

/** How many of the deadlines were met that were decided in a window. */
export interface Deadlines {
  readonly met: number;
  /** All dated steps that were done, or whose day went by. */
  readonly of: number;
  /** 0 to 1; null where none was decided. */
  readonly rate: number | null;
}

/**
 * The deadlines met by steps and decisions (product.md, "Formulas"). A deadline is
 * decided once: on the day on which the step is done, or else when its day goes by.
 * So the months of a year add up to the year, and nothing done later undoes a miss.
 */
export function deadlinesOf(deeds: readonly Deed[], window: Window, now: Day): Judged<Deadlines> {
  const [from, to, today] = [numberOf(window.from), numberOf(window.to), numberOf(now)];
  return judge((dayOf) => {
    let [met, of] = [0, 0];
    for (const deed of deeds) {
      const day = dayOf(deed);
      if (day === 0 || deed.item.kind === 'milestone') continue;
      const inTime = deed.done !== 0 && deed.done <= day;
      const past = day < today && (deed.open || deed.done !== 0);
      const decided = inTime ? deed.done : past ? day : 0;
      if (decided < from || decided > to) continue;
      of++;
      if (inTime) met++;
    }
    return { met, of, rate: share(met, of) };
  });
}
