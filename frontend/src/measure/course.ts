import type { Aspect } from '../plan/aspects';
import { courseOf, shareOf } from '../plan/measure';
import type { Rows } from '../plan/reach';
import type { Day } from '../text/dates';
import { isIn, type Window } from './window';

/** What a measure was on a day, and how far that is from its baseline to its target; null = nobody can tell. */
export interface Reading {
  readonly on: Day;
  readonly value: number;
  readonly share: number | null;
  readonly note: string;
  /** The check-in, the step or the routine that it came with; '' = it was written down by itself. */
  readonly fromId: string;
}

/** The entries of a measure in a window, the oldest first; of one day all that were made. */
export function readingsOf(
  { said }: Pick<Rows, 'said'>,
  measure: Aspect<'measure'>,
  window: Window,
): Reading[] {
  return courseOf(measure.id, said.list('entry', measure.itemId)).flatMap(({ body }) => {
    const { on = '', value, note = '', fromId = '' } = body;
    if (value === undefined || !isIn(window, on)) return [];
    return [{ on, value, share: shareOf(measure.body, value), note, fromId }];
  });
}

/** What a measure was at the end of a day: its newest entry until then, else where it began. */
export function valueOn(
  { said }: Pick<Rows, 'said'>,
  measure: Aspect<'measure'>,
  day: Day,
): number | undefined {
  const course = courseOf(measure.id, said.list('entry', measure.itemId));
  const last = course.findLast(({ body }) => (body.on ?? '') <= day && body.value !== undefined);
  return last?.body.value ?? measure.body.baseline;
}
