import { expect, test } from 'vitest';
import { walked } from './walk';

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 19, 0],
  ['ArrowUp', 0, 19],
  ['ArrowUp', 3, 2],
  ['PageDown', 0, 8],
  ['PageDown', 15, 19],
  ['PageUp', 5, 0],
  ['Home', 5, null],
  ['a', 5, null],
])('%s leads from line %i of twenty to %s', (key, on, to) => {
  expect(walked(key, on, 20)).toBe(to);
});

test('with free words the arrows pass by what was typed', () => {
  expect(walked('ArrowDown', -1, 2, true)).toBe(0);
  expect(walked('ArrowDown', 1, 2, true)).toBe(-1);
  expect(walked('ArrowUp', -1, 2, true)).toBe(1);
});

test('an empty list leads nowhere', () => {
  expect(walked('ArrowDown', 0, 0)).toBeNull();
});
