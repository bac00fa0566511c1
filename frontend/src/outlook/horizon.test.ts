import { expect, test } from 'vitest';
import '../text/english';
import { horizonWords, isNear, readHorizon } from './horizon';

test.each([
  ['3 years', '3 years'],
  ['in two years', '2 years'],
  ['18 months', '18 months'],
  ['a year', '1 year'],
  ['About 5 y', '5 years'],
  ['10 days', '10 days'],
  ['3w', '3 weeks'],
  ['Someday', 'someday'],
  ['one day', 'someday'],
])('%s is %s', (typed, words) => {
  const { horizon, unit } = readHorizon(typed)!;
  expect(horizonWords(horizon === null ? { unit } : { horizon, unit })).toBe(words);
});

test.each(['soon', '0 years', 'years', '3', 'ninety years', '1000 years', ''])(
  '%s is no horizon',
  (typed) => expect(readHorizon(typed)).toBeNull(),
);

test('days and weeks are near, unless they are months', () => {
  expect(isNear({ horizon: 10, unit: 'days' })).toBe(true);
  expect(isNear({ horizon: 90, unit: 'days' })).toBe(false);
  expect(isNear({ horizon: 8, unit: 'weeks' })).toBe(true);
  expect(isNear({ horizon: 1, unit: 'months' })).toBe(false);
  expect(isNear({ unit: 'someday' })).toBe(false);
});
