import type { Line, Series } from './series';

/** How large a chart is drawn, in units of its own. */
export const WIDE = 320;
export const HIGH = 84;
/** So far lines keep from the edge, for their points. */
const EDGE = 6;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a part stands along the chart; one alone stands in the middle. */
export function across(index: number, count: number): number {
  return count < 2 ? WIDE / 2 : EDGE + (index / (count - 1)) * (WIDE - 2 * EDGE);
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

/** A bar for each part, from the ground up; for nothing it has no height. */
export function barsOf({ values }: Line, scale: Pick<Series, 'low' | 'high'>) {
  const width = Math.min(18, ((WIDE - 2 * EDGE) / Math.max(1, values.length)) * 0.7);
  return values.map((value, i) => {
    const y = down(value ?? scale.low, scale);
    return { x: across(i, values.length) - width / 2, y, width, height: HIGH - EDGE - y };
  });
}

/** As a polyline is written. */
export function pointsOf(run: readonly Point[]): string {
  return run.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

/** The part with the last value; -1 = there is none. */
export function lastOf({ values }: Line): number {
  return values.findLastIndex((value) => value !== null);
}
