import { describe, expect, test } from 'vitest';
import { Aspects, type Aspect } from './aspects';
import { measuredShare, readNumber, shareOf, valueOf } from './measure';

test.each([
  ['12', 12],
  [' 3.5 ', 3.5],
  ['3,5', 3.5],
  ['1,200', 1200],
  ['1 200', 1200],
  ["1'200.50", 1200.5],
  ['-2', -2],
  ['', null],
  ['ten', null],
  ['1.2.3', null],
])('%j is read as %s', (typed, number) => {
  expect(readNumber(typed)).toBe(number);
});

describe('how far a measure has come', () => {
  test('goes from its baseline to its target, up or down', () => {
    expect(shareOf({ baseline: 10, target: 20, direction: 'up' }, 15)).toBe(0.5);
    expect(shareOf({ baseline: 90, target: 80, direction: 'down' }, 87)).toBe(0.3);
    expect(shareOf({ target: 4 }, 1)).toBe(0.25);
  });

  test('never leaves the way, and past the target is there', () => {
    expect(shareOf({ baseline: 10, target: 20 }, 5)).toBe(0);
    expect(shareOf({ baseline: 10, target: 20 }, 25)).toBe(1);
    expect(shareOf({ baseline: 90, target: 80, direction: 'down' }, 70)).toBe(1);
    expect(shareOf({ baseline: 5, target: 5 }, 4)).toBe(0);
  });

  test('is there or not for what is to be kept, and nothing while a number is missing', () => {
    expect(shareOf({ target: 8, direction: 'keep' }, 7)).toBe(0);
    expect(shareOf({ target: 8, direction: 'keep' }, 8)).toBe(1);
    expect(shareOf({ baseline: 1 }, 2)).toBeNull();
    expect(shareOf({ target: 1 }, undefined)).toBeNull();
  });
});

test('a measure is what was entered last by its day, else where it began', () => {
  const measure: Aspect<'measure'> = {
    id: 'm',
    itemId: 'g',
    kind: 'measure',
    rank: 'a',
    body: { baseline: 1 },
  };
  const entry = (on: string, value: number, measureId = 'm'): Aspect<'entry'> => ({
    id: on + String(value),
    itemId: 'g',
    kind: 'entry',
    rank: on,
    body: { measureId, on, value },
  });
  expect(valueOf(measure, [])).toBe(1);
  expect(valueOf(measure, [entry('2026-03-02', 5), entry('2026-03-01', 9)])).toBe(5);
  expect(valueOf(measure, [entry('2026-03-02', 5), entry('2026-03-02', 6)])).toBe(6);
  expect(valueOf(measure, [entry('2026-03-02', 5, 'other')])).toBe(1);
});

test('an item has come as far as its measures have on the whole', () => {
  const measure = (id: string, body: Aspect<'measure'>['body']): Aspect => ({
    id,
    itemId: 'g',
    kind: 'measure',
    rank: id,
    body,
  });
  const said = new Aspects([
    measure('a', { baseline: 0, target: 10 }),
    measure('b', { baseline: 5, target: 10 }),
    measure('c', { baseline: 5 }),
    {
      id: 'e',
      itemId: 'g',
      kind: 'entry',
      rank: 'a',
      body: { measureId: 'a', on: '2026-03-01', value: 5 },
    },
  ]);
  expect(measuredShare(said, 'g')).toBe(0.25);
  expect(measuredShare(said, 'other')).toBeNull();
});
