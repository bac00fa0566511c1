import { describe, expect, it } from 'vitest';
import { anchorAt, at, offsetsOf, rowAt, rowsBetween, scrollToShow } from './window';

const heights = [60, 32, 32, 50, 32];
const offsets = offsetsOf(heights.length, (i) => heights[i] ?? 0);

describe('offsetsOf', () => {
  it('adds the heights up and ends with the whole', () => {
    expect([...offsets]).toEqual([0, 60, 92, 124, 174, 206]);
  });
});

describe('rowAt', () => {
  it.each([
    [-5, 0],
    [0, 0],
    [59.9, 0],
    [60, 1],
    [173, 3],
    [206, 4],
    [9999, 4],
  ])('finds the row at %d: %d', (y, row) => {
    expect(rowAt(offsets, y)).toBe(row);
  });

  it('finds none where there are no rows', () => {
    expect(
      rowAt(
        offsetsOf(0, () => 0),
        10,
      ),
    ).toBe(-1);
  });
});

describe('rowsBetween', () => {
  it('takes every row that is touched', () => {
    expect(rowsBetween(offsets, 70, 130)).toEqual([1, 4]);
    expect(rowsBetween(offsets, 0, 5000)).toEqual([0, 5]);
    expect(
      rowsBetween(
        offsetsOf(0, () => 0),
        0,
        100,
      ),
    ).toEqual([0, 0]);
  });
});

describe('anchorAt', () => {
  it('holds on to the first row in sight when one above it grows', () => {
    const anchor = anchorAt(offsets, 100);
    const grown = offsetsOf(heights.length, (i) => (i === 0 ? 90 : (heights[i] ?? 0)));
    expect(at(grown, anchor.index) + anchor.delta).toBe(130);
  });
});

describe('scrollToShow', () => {
  const view = { top: 100, height: 200 };
  it.each([
    ['stays when the row is in sight', 150, 182, 100],
    ['goes up to a row above', 40, 72, 32],
    ['goes down just far enough', 290, 322, 130],
    ['shows the beginning of what is taller than the view', 400, 700, 392],
    ['never leaves the top', 0, 30, 0],
  ])('%s', (_, top, bottom, wanted) => {
    expect(scrollToShow(view, top, bottom, 8)).toBe(wanted);
  });
});
