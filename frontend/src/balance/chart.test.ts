import { describe, expect, test } from 'vitest';
import { partsOf } from '../measure/window';
import { plusDays } from '../text/dates';
import { down, EDGE, HIGH, lastOf, runsOf, stonesOf, WIDE } from './chart';
import { monthsOf, regularOf, weeksOf } from './heatmap';
import { partIn, windowOf } from './period';

const SCALE = { low: 0, high: 10 };
const line = (...values: (number | null)[]) => ({ name: '', values });

describe('a line', () => {
  test('is not drawn where nobody knows, and a value alone is a run of one', () => {
    const runs = runsOf(line(1, 2, null, 3, null, null, 4, 5), SCALE);
    expect(runs.map((run) => run.length)).toEqual([2, 1, 2]);
    expect(runsOf(line(null, null), SCALE)).toEqual([]);
  });

  test('goes from edge to edge, and up for more', () => {
    const [run] = runsOf(line(0, 10), SCALE);
    const [first, last] = run ?? [];
    expect(first?.x).toBeLessThan(last?.x ?? 0);
    expect(last?.x).toBeLessThan(WIDE);
    expect(first?.y).toBeGreaterThan(last?.y ?? HIGH);
    expect(down(5, SCALE)).toBe(HIGH / 2);
  });

  test('is read at its last value to begin with', () => {
    expect(lastOf(line(1, 2, null))).toBe(1);
    expect(lastOf(line(null))).toBe(-1);
  });
});

test('stones are stacked by their count from the ground up, and none lies beyond the plot', () => {
  const scale = { low: 0, high: 4 };
  const stones = stonesOf(line(2, 0, null, 4), scale);
  expect(stones.map(({ part }) => part)).toEqual([0, 0, 3, 3, 3, 3]);
  const [first] = stones;
  expect((first?.y ?? 0) + (first?.ry ?? 0)).toBe(down(0, scale));
  for (const { x, y, rx, ry } of stones) {
    expect(x - rx).toBeGreaterThanOrEqual(0);
    expect(x + rx).toBeLessThanOrEqual(WIDE);
    expect(y - ry).toBeGreaterThanOrEqual(EDGE);
  }
});

describe('the days of a year', () => {
  const days = Array.from({ length: 365 }, (_, i) => {
    const day = plusDays('2025-03-05', i);
    return { day, count: i % 7 === 0 && i > 30 ? 2 : 0 };
  });

  test('lie in their weeks from Monday on, each once, below the names of their months', () => {
    const weeks = weeksOf(days);
    expect(weeks.flat().filter((one) => one !== null)).toEqual(days);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]?.slice(0, 2)).toEqual([null, null]);
    expect(monthsOf(weeks).filter(Boolean)).toHaveLength(12);
  });

  test('tell in how many weeks something was done, and not in how many nothing was', () => {
    expect(regularOf(weeksOf(days))).toEqual({ weeks: 48, days: 48, count: 96 });
  });
});

describe('a period', () => {
  const own = { from: '2020-01-01', to: '2020-02-01' };
  const at = (period: Parameters<typeof windowOf>[0], now = '2026-05-31') =>
    windowOf(period, now, '2024-02-29', own);

  test('ends today, and is as long as it says', () => {
    expect(at('weeks')).toEqual({ from: '2026-05-04', to: '2026-05-31' });
    expect(at('quarter')).toEqual({ from: '2026-03-01', to: '2026-05-31' });
    expect(at('year')).toEqual({ from: '2025-06-01', to: '2026-05-31' });
    expect(at('all')).toEqual({ from: '2024-02-29', to: '2026-05-31' });
    expect(at('own')).toEqual(own);
  });

  test('is looked at by the week, and a long one by the month', () => {
    expect(partIn(at('quarter'))).toBe('week');
    expect(partIn(at('year'))).toBe('month');
    expect(partsOf(at('year'), 'month')).toHaveLength(12);
  });
});
