import type { Aspect, Gauge } from '../plan/aspects';
import type { Item } from '../plan/types';
import { dayOf, shortDay, type Day } from '../text/dates';
import { t } from '../text/text';

/** What was rated on a day, 0 to 10. */
export interface Mark {
  readonly on: Day;
  readonly value: number;
}

/** How a gauge went, the oldest first. */
export function marksOf(rated: readonly Aspect<'rated'>[], gauge: Gauge): Mark[] {
  return rated
    .flatMap(({ body }) => {
      const value = body[gauge];
      return body.on !== undefined && value !== undefined ? [{ on: body.on, value }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** True when a vision was written about since it was last rated: then it is worth asking (R14). */
export function isTouched(item: Item, rated: readonly Aspect<'rated'>[]): boolean {
  const last = marksOf(rated, 'clarity').at(-1)?.on ?? '';
  return last < dayOf(item.changedAt);
}

/** The way of a gauge for those who cannot see it: "5 on 3 Mar, 7 on 9 May". */
export function marksWords(marks: readonly Mark[]): string {
  return marks.map(({ on, value }) => t('outlook.mark', { value, day: shortDay(on) })).join(', ');
}
