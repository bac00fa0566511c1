import { describe, expect, test } from 'vitest';
import { onBoard } from './piece';
import { readMeasure, shared, showMeasure, withMeasure } from './measures';

describe('a number of a piece', () => {
  test.each([
    ['w', '200', 200],
    ['h', ' 12,54 ', 12.5],
    ['angle', '-15°', -15],
    ['angle', '360', 360],
    ['angle', '361', null],
    ['w', '7', null],
    ['w', '20001', null],
    ['w', '', null],
    ['w', '1e3', null],
    ['w', 'wide', null],
  ] as const)('%s typed as “%s” is %s', (measure, typed, value) => {
    expect(readMeasure(measure, typed)).toBe(value);
  });

  test('is shown so that it can be read again', () => {
    for (const value of [8, 99.94, 1200]) {
      expect(readMeasure('w', showMeasure('w', value))).toBeCloseTo(value, 0);
      expect(readMeasure('angle', showMeasure('angle', value / 10))).toBeCloseTo(value / 10, 0);
    }
  });
});

describe('a piece that gets a number', () => {
  const place = { x: 10, y: 20, w: 200, h: 100, angle: 30, id: 'a' };

  test('keeps its upper left corner, and a picture its ratio', () => {
    for (const ratio of [true, false]) {
      const wide = withMeasure(place, 'w', 300, ratio);
      expect([wide.w, wide.h, wide.id]).toEqual([300, ratio ? 150 : 100, 'a']);
      const [was, is] = [place, wide].map((one) => onBoard(one, { x: 0, y: 0 }));
      expect(is!.x).toBeCloseTo(was!.x);
      expect(is!.y).toBeCloseTo(was!.y);
    }
  });

  test('turns about its middle to the angle', () => {
    expect(withMeasure(place, 'angle', -45, false)).toEqual({ ...place, angle: -45 });
    expect(withMeasure(place, 'angle', 270, false).angle).toBe(-90);
  });
});

test('what some share is known only when all have it', () => {
  expect(shared([{ w: 1 }, { w: 1 }], ({ w }) => w)).toBe(1);
  expect(shared([{ w: 1 }, { w: 2 }], ({ w }) => w)).toBeUndefined();
});
