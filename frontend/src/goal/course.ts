import type { Aspect, Bodies } from '../plan/aspects';

/** A point of a drawing, in its own units from the left and from the top. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a measure went, as a line from left to right; more is higher. */
export interface CourseLine {
  readonly points: readonly Point[];
  /** How high the target lies; null where there is none. */
  readonly target: number | null;
}

/** Draws entries, the oldest first, by their days and values into a box. */
export function lineOf(
  entries: readonly Aspect<'entry'>[],
  { target }: Bodies['measure'],
  width: number,
  height: number,
): CourseLine {
  const days = entries.map(({ body }) => Date.parse(body.on ?? ''));
  const values = entries.map(({ body }) => body.value ?? 0);
  const x = scale(days, width);
  const y = scale(target === undefined ? values : [...values, target], height);
  return {
    points: days.map((day, i) => ({ x: x(day), y: height - y(values[i] ?? 0) })),
    target: target === undefined ? null : height - y(target),
  };
}

/** Where a number lies between the least and the greatest; in the middle where all are the same. */
function scale(all: readonly number[], length: number): (one: number) => number {
  const least = Math.min(...all);
  const range = Math.max(...all) - least;
  return (one) => (range === 0 ? length / 2 : ((one - least) / range) * length);
}
