import { expect, test } from 'vitest';
import { lanesOf } from './flags';

const flags = (...places: [number, number][]) => places.map(([x, end]) => ({ x, end }));

test('flags that have room hang beside each other', () => {
  expect(lanesOf([])).toEqual([]);
  expect(lanesOf(flags([0, 50], [100, 150], [200, 250]))).toEqual([0, 0, 0]);
});

test('a flag hangs lower than those whose poles would pass behind it', () => {
  expect(lanesOf(flags([0, 100], [50, 150], [300, 400]))).toEqual([1, 0, 0]);
  expect(lanesOf(flags([0, 100], [0, 100], [0, 100]))).toEqual([2, 1, 0]);
});

test('where many crowd, poles may pass behind', () => {
  const many = Array.from({ length: 20 }, (_, i): [number, number] => [i * 40, i * 40 + 100]);
  expect(Math.max(...lanesOf(flags(...many)))).toBe(2);
});
