import { expect, test } from 'vitest';
import '../text/english';
import { Axis } from './axis';
import type { Roadmap } from './roads';

const axisOf = (from: string, to: string) => {
  const roads = [{ from, to }];
  return new Axis({ now: from, stretches: [{ roads }] } as unknown as Roadmap, 100, 700);
};

test('it goes from the first month to the end of the last, and over three at least', () => {
  const axis = axisOf('2026-03-10', '2026-12-05');
  expect(axis.x('2026-03-01')).toBe(100);
  expect(axis.x('2027-01-01')).toBeCloseTo(700);
  expect(axisOf('2026-03-10', '2026-03-10').x('2026-06-01')).toBeCloseTo(700);
});

test.each([
  ['2026-11-10', '2027-02-05', ['Nov 2026', 'Dec', 'Jan 2027', 'Feb']],
  ['2026-03-10', '2028-02-05', ['Mar 2026', 'May', 'Jul', 'Sep', 'Nov', 'Jan 2027']],
  ['2026-03-10', '2036-02-05', [' 2027', ' 2028', ' 2029']],
])('from %s to %s it is marked', (from, to, marks) => {
  const ticks = axisOf(from, to).ticks(800);
  const words = ticks.map(({ words, year }) => (year === '' ? words : `${words} ${year}`));
  expect(words.slice(0, marks.length)).toEqual(marks);
  const gaps = ticks.slice(1).map(({ x }, i) => x - (ticks[i]?.x ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(40);
});
