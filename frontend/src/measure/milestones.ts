import { judge, share, type Deed, type Judged } from './deeds';
import { numbersIn, type Window } from './window';

/** The milestones that were reached in a window. */
export interface Milestones {
  readonly count: number;
  /** So many of them had a day. */
  readonly dated: number;
  readonly inTime: number;
  /** The share of the dated ones that came in time, 0 to 1; null while none had a day. */
  readonly share: number | null;
}

/** The milestones achieved, and the share of them in time (product.md, "Formulas"). */
export function milestonesOf(deeds: readonly Deed[], window: Window): Judged<Milestones> {
  const holds = numbersIn(window);
  const reached = deeds.filter(({ item, done }) => item.kind === 'milestone' && holds(done));
  return judge((day) => {
    const dated = reached.filter((deed) => day(deed) !== 0);
    const inTime = dated.filter((deed) => deed.done <= day(deed)).length;
    const [count, of] = [reached.length, dated.length];
    return { count, dated: of, inTime, share: share(inTime, of) };
  });
}
