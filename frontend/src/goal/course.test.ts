import { expect, test } from 'vitest';
import type { Aspect } from '../plan/aspects';
import { lineOf } from './course';

function entry(on: string, value: number): Aspect<'entry'> {
  return { id: on, itemId: 'g', kind: 'entry', rank: on, body: { measureId: 'm', on, value } };
}

test('the days go from left to right, more is higher, and the target is in the box', () => {
  const course = [entry('2026-03-01', 2), entry('2026-03-02', 4), entry('2026-03-05', 3)];
  expect(lineOf(course, { target: 6 }, 100, 40)).toEqual({
    points: [
      { x: 0, y: 40 },
      { x: 25, y: 20 },
      { x: 100, y: 30 },
    ],
    target: 0,
  });
});

test('what never changes lies in the middle, and one entry is a point', () => {
  expect(lineOf([entry('2026-03-01', 2)], {}, 100, 40)).toEqual({
    points: [{ x: 50, y: 20 }],
    target: null,
  });
});
