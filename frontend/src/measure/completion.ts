import type { Day } from '../text/dates';
import { numberOf } from './days';
import { judge, share, type Deed, type Judged } from './deeds';
import type { Occasions } from './occasions';
import type { Window } from './window';

/**
 * What became of all that was due in a window. What was done until its end is done,
 * be it late; what was not, and whose day is over, was missed, even when it was
 * moved to another day or done after the window.
 */
export interface Completion {
  readonly done: number;
  readonly missed: number;
  /** Days of routines that were left out without a reason. */
  readonly skipped: number;
  /** done ÷ (done + missed + skipped), 0 to 1; null where nothing was due. */
  readonly rate: number | null;
}

const NONE: Occasions = { done: 0, missed: 0, skipped: 0 };

/** The completion rate of steps and decisions, and of the days of routines (product.md, "Formulas"). */
export function completionOf(
  deeds: readonly Deed[],
  window: Window,
  now: Day,
  occasions: Occasions = NONE,
): Judged<Completion> {
  const [from, to, today] = [numberOf(window.from), numberOf(window.to), numberOf(now)];
  const end = Math.min(to, today);
  return judge((dayOf) => {
    let { done, missed } = occasions;
    for (const deed of deeds) {
      const day = dayOf(deed);
      if (day < from || day > to || deed.item.kind === 'milestone') continue;
      if (deed.done !== 0 && deed.done <= end) done++;
      else if (day < today && (deed.open || deed.done !== 0)) missed++;
    }
    const { skipped } = occasions;
    return { done, missed, skipped, rate: share(done, done + missed + skipped) };
  });
}
