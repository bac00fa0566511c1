import type { Line, Series } from './series';

/** How large a chart is drawn, in units of its own. */
export const WIDE = 320;
export const HIGH = 84;
/** So far lines keep from the edge, for their points; and from its ends, so that a stone is inside. */
export const EDGE = 6;
const END = 10;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a part stands along the chart; one alone stands in the middle. */
export function across(index: number, count: number): number {
  return count < 2 ? WIDE / 2 : END + (index / (count - 1)) * (WIDE - 2 * END);
}

/** How high a value stands. */
export function down(value: number, { low, high }: Pick<Series, 'low' | 'high'>): number {
  return HIGH - EDGE - ((value - low) / (high - low)) * (HIGH - 2 * EDGE);
}

/** A line in its runs: where nobody knows, it is not drawn, and a value alone is a run of one. */
export function runsOf({ values }: Line, scale: Pick<Series, 'low' | 'high'>): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  values.forEach((value, i) => {
    if (value === null) {
      run = [];
      return;
    }
    if (run.length === 0) runs.push(run);
    run.push({ x: across(i, values.length), y: down(value, scale) });
  });
  return runs;
}

/** A stone for each of a count, one on the other from the ground up, above each part. */
export function stonesOf({ values }: Line, scale: Pick<Series, 'low' | 'high'>) {
  const width = Math.min(2 * END, ((WIDE - 2 * END) / Math.max(1, values.length)) * 0.8);
  const high = (HIGH - 2 * EDGE) / (scale.high - scale.low);
  return values.flatMap((value, part) =>
    Array.from({ length: value ?? 0 }, (_, i) => ({
      part,
      x: across(part, values.length),
      y: down(scale.low + i + 0.5, scale),
      rx: width / 2,
      ry: high / 2,
    })),
  );
}

/** As a polyline is written. */
export function pointsOf(run: readonly Point[]): string {
  return run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

/** The part with the last value; -1 = there is none. */
export function lastOf({ values }: Line): number {
  return values.findLastIndex((value) => value !== null);
}
