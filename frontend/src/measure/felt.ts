import type { Gauge } from '../plan/aspects';
import type { Whose } from '../plan/looking';
import type { Rows } from '../plan/reach';
import { marksOf, type Mark } from '../outlook/feels';
import { share } from './deeds';
import { isIn, type Window } from './window';

/** The vision metrics (R89), each as the person says it. */
export const VISION_METRICS = ['clarity', 'alignment', 'impact'] as const satisfies Gauge[];
export type VisionMetric = (typeof VISION_METRICS)[number];

/** How a vision felt when it was last rated, 0 to 10; null where it was not. */
export type Felt = Readonly<Record<VisionMetric, number | null>>;

/** How a vision felt at the end of a window, by what was said within it. */
export function feltIn({ said }: Pick<Rows, 'said'>, visionId: string, window: Window): Felt {
  const rated = said.list('rated', visionId);
  const last = (gauge: VisionMetric) => lastIn(marksOf(rated, gauge), window);
  return { clarity: last('clarity'), alignment: last('alignment'), impact: last('impact') };
}

/** The mean of what was rated, 0 to 1; null where nothing was. */
export function wholeOf(felt: Felt): number | null {
  const rated = VISION_METRICS.map((metric) => felt[metric]).filter((value) => value !== null);
  return share(
    rated.reduce((sum, value) => sum + value, 0),
    rated.length * 10,
  );
}

/** The last mark in a window; null = there is none, and what was before does not count for it. */
export function lastIn(marks: readonly Mark[], window: Window): number | null {
  return marks.findLast(({ on }) => isIn(window, on))?.value ?? null;
}

/**
 * How marks went over the parts of a window, one value for each: the last in it. A
 * part without a mark is null and stays a gap: nobody knows what was there.
 */
export function courseOver(
  marks: readonly Mark[],
  parts: readonly Window[],
): readonly (number | null)[] {
  return parts.map((part) => lastIn(marks, part));
}

/** How a person was at their check-ins, those on what is within: mood or energy, the oldest first. */
export function moodsOf(
  { said }: Pick<Rows, 'said'>,
  within: (of: Whose) => boolean,
  what: 'mood' | 'energy',
): Mark[] {
  return said
    .list('checkin', '')
    .filter(({ body }) => within(body))
    .flatMap(({ body }) => {
      const value = body[what];
      return body.on !== undefined && value !== undefined ? [{ on: body.on, value }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
