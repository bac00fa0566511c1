// When a plan was last looked through, and where one stopped, kept as a place of the
// plan: it is a preference, and never undone.

import type { Desk } from '../commands/desk';
import { around, isIn } from '../measure/window';
import { kept, record, text } from '../plan/kept';
import type { Day } from '../text/dates';
import { PAGES, type Page } from './pages';

/** The name under which it is kept. */
const PLACE = 'review';

export interface Kept {
  /** The day on which a review was last walked to its end; '' = never. */
  readonly done: Day;
  /** The page on which one stopped, and the day; '' = none is open. */
  readonly page: Page | '';
  readonly since: Day;
  /** The ideas and the steps that were left as they are, each with its day. */
  readonly left: Record<string, Day>;
}

/** Reads what was kept; of anything else nothing. */
export function readKept(data: string): Kept {
  const read = kept(data);
  const left = Object.entries(record(read['left']));
  return {
    done: text(read['done']),
    page: PAGES.find((page) => page === read['page']) ?? '',
    since: text(read['since']),
    left: Object.fromEntries(left.map(([id, day]) => [id, text(day)])),
  };
}

export async function keptOf({ edits, mirror }: Desk): Promise<Kept> {
  return readKept(await edits.place(mirror.planId, PLACE));
}

export async function keep({ edits, mirror }: Desk, stopped: Kept): Promise<void> {
  await edits.savePlace(mirror.planId, PLACE, JSON.stringify(stopped));
}

/** The page to go on with, if one stopped in this week; '' = begin at the beginning. */
export function stoppedAt({ page, since }: Kept, now: Day): Page | '' {
  return isIn(around(now, 'week'), since) ? page : '';
}

/** True on the last day of a week that nobody has looked back on. */
export function isOffered({ done }: Kept, now: Day): boolean {
  const week = around(now, 'week');
  return now === week.to && !isIn(week, done);
}
