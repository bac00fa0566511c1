import { expect, test } from 'vitest';
import { readMinutes, showMinutes } from './estimate';

test.each([
  ['10', 10],
  ['10 min', 10],
  ['10min', 10],
  ['1 h', 60],
  ['1h30', 90],
  ['1 h 30', 90],
  ['1 h 30 min', 90],
  ['1:30', 90],
  ['1.5 h', 90],
  ['1,5 hours', 90],
  ['an hour', 60],
  ['half an hour', 30],
  ['Two hours', 120],
  ['', 0],
  ['0', 0],
])('reads "%s" as %i minutes', (typed, minutes) => {
  expect(readMinutes(typed)).toBe(minutes);
});

test.each(['soon', '-5', '1 week', 'h', '1 2 3', '1:75'])('does not read "%s"', (typed) => {
  expect(readMinutes(typed)).toBeNull();
});

test.each([
  [0, ''],
  [10, '10 min'],
  [60, '1 h'],
  [90, '1 h 30'],
  [600, '10 h'],
])('writes %i minutes so that it can be read again', (minutes, shown) => {
  expect(showMinutes(minutes)).toBe(shown);
  expect(readMinutes(shown)).toBe(minutes);
});
