import { describe, expect, test } from 'vitest';
import { aligned, spread } from './align';
import { cropBody, cropOf, cropped, slid, WHOLE, wholeOf } from './crop';
import { Grid } from './grid';
import {
  cursorOf,
  handleAt,
  HANDLES,
  LEAST,
  resized,
  scaled,
  snapped,
  turnBetween,
  turnedAbout,
} from './handles';
import { readingOrder, stepOver } from './order';
import {
  boundsOf,
  corners,
  hits,
  hitsEdge,
  onBoard,
  touches,
  upright,
  within,
  type Place,
} from './piece';
import { snapEdge, snapOf } from './snap';

const place = (x: number, y: number, w: number, h: number, angle = 0): Place => ({
  x,
  y,
  w,
  h,
  angle,
});
const named = (id: string, ...rest: Parameters<typeof place>) => ({ id, ...place(...rest) });
const box = (left: number, top: number, right: number, foot: number) => ({
  left,
  top,
  right,
  foot,
});
const HOW = { ratio: false, middle: false };

describe('a place', () => {
  test('knows its corners when it is turned', () => {
    const [first, second] = corners(place(0, 0, 100, 50, 90));
    expect(first.x).toBeCloseTo(75);
    expect(first.y).toBeCloseTo(-25);
    expect(second.x).toBeCloseTo(75);
    expect(second.y).toBeCloseTo(75);
  });

  test('knows the least box around it', () => {
    const { left, right, top, foot } = boundsOf(place(0, 0, 100, 100, 45));
    expect(right - left).toBeCloseTo(Math.SQRT2 * 100);
    expect(foot - top).toBeCloseTo(Math.SQRT2 * 100);
  });

  test.each([0, 30, 90, -135])('takes a point in and out again, turned by %d', (angle) => {
    const of = place(10, 20, 200, 80, angle);
    const back = onBoard(of, within(of, { x: 33, y: 44 }));
    expect(back.x).toBeCloseTo(33);
    expect(back.y).toBeCloseTo(44);
  });

  test('is hit where it lies, not where it would lie if it were not turned', () => {
    const of = place(0, 0, 200, 20, 90);
    expect(hits(of, { x: 100, y: 90 })).toBe(true);
    expect(hits(of, { x: 10, y: 10 })).toBe(false);
  });

  test('is caught at its edge alone where it is open', () => {
    const of = place(0, 0, 100, 100);
    expect(hitsEdge(of, { x: 3, y: 50 }, 6)).toBe(true);
    expect(hitsEdge(of, { x: 50, y: 50 }, 6)).toBe(false);
    expect(hitsEdge(of, { x: -7, y: 50 }, 6)).toBe(false);
  });

  test('touches a box only where it really lies', () => {
    const of = place(0, 0, 200, 20, 45);
    expect(touches(of, box(90, 0, 110, 20))).toBe(true);
    expect(touches(of, box(30, 70, 50, 85))).toBe(false);
    expect(touches(of, box(-100, -100, -90, -90))).toBe(false);
  });

  test.each([
    [190, -170],
    [-190, 170],
    [180, 180],
    [720, 0],
  ])('of %d degrees is kept as one of %d', (from, to) => {
    expect(upright(from)).toBe(to);
  });
});

describe('a handle', () => {
  test.each(HANDLES)('%s leaves the side across where it is, however it is turned', (handle) => {
    const across = HANDLES[(HANDLES.indexOf(handle) + 4) % 8] ?? 'n';
    const before = place(40, 30, 120, 60, 37);
    const after = resized(before, handle, { x: 11, y: -7 }, HOW);
    const [a, b] = [handleAt(before, across), handleAt(after, across)];
    expect(b.x).toBeCloseTo(a.x);
    expect(b.y).toBeCloseTo(a.y);
  });

  test('follows the hand', () => {
    expect(resized(place(0, 0, 100, 50), 'se', { x: 20, y: 10 }, HOW)).toEqual(
      place(0, 0, 120, 60),
    );
    expect(resized(place(0, 0, 100, 50), 'w', { x: -20, y: 99 }, HOW)).toEqual(
      place(-20, 0, 120, 50),
    );
  });

  test('keeps the ratio where it must', () => {
    const { w, h } = resized(
      place(0, 0, 100, 50),
      'se',
      { x: 100, y: 3 },
      { ratio: true, middle: false },
    );
    expect(w).toBeCloseTo(200);
    expect(h).toBeCloseTo(100);
    expect(
      resized(place(0, 0, 100, 50), 's', { x: 0, y: 25 }, { ratio: true, middle: false }).w,
    ).toBeCloseTo(150);
  });

  test('leaves the middle where it is when asked to', () => {
    expect(
      resized(place(0, 0, 100, 50), 'e', { x: 10, y: 0 }, { ratio: false, middle: true }),
    ).toEqual(place(-10, 0, 120, 50));
  });

  test('makes nothing smaller than can be taken hold of', () => {
    expect(resized(place(0, 0, 100, 50), 'e', { x: -500, y: 0 }, HOW).w).toBe(LEAST);
    const both = resized(
      place(0, 0, 100, 50),
      'se',
      { x: -500, y: -500 },
      { ratio: true, middle: false },
    );
    expect(both.h).toBeCloseTo(LEAST);
  });

  test('turns in whole degrees, and to a step of 15 when near or held', () => {
    expect(turnBetween({ x: 0, y: 0 }, { x: 0, y: -10 }, { x: 10, y: 0 })).toBeCloseTo(90);
    expect(snapped(20.4, false)).toBe(20);
    expect(snapped(28.2, false)).toBe(30);
    expect(snapped(20.4, true)).toBe(15);
    expect(snapped(-179, true)).toBe(180);
  });

  test('shows the way it leads', () => {
    expect(cursorOf('n', 0)).toBe('ns-resize');
    expect(cursorOf('e', 90)).toBe('ns-resize');
    expect(cursorOf('ne', 0)).toBe('nesw-resize');
    expect(cursorOf('nw', 0)).toBe('nwse-resize');
    expect(cursorOf('nw', 45)).toBe('ns-resize');
  });
});

describe('several pieces', () => {
  test('are scaled together', () => {
    const after = scaled(place(10, 10, 20, 20), place(0, 0, 100, 100), place(0, 0, 200, 200));
    expect(after).toEqual(place(20, 20, 40, 40));
  });

  test('turn about one middle', () => {
    const after = turnedAbout(place(90, -10, 20, 20), { x: 0, y: 0 }, 90);
    expect(after.x).toBeCloseTo(-10);
    expect(after.y).toBeCloseTo(90);
    expect(after.angle).toBe(90);
  });

  test('come into line', () => {
    const all = [named('a', 0, 0, 10, 10), named('b', 40, 30, 20, 10)];
    expect(aligned(all, 'left').map(({ x }) => x)).toEqual([0, 0]);
    expect(aligned(all, 'right').map(({ x }) => x)).toEqual([50, 40]);
    expect(aligned(all, 'centre').map(({ x }) => x)).toEqual([25, 20]);
    expect(aligned(all, 'top').map(({ y }) => y)).toEqual([0, 0]);
    expect(aligned(all, 'middle').map(({ y }) => y)).toEqual([15, 15]);
    expect(aligned(all, 'bottom').map(({ y }) => y)).toEqual([30, 30]);
  });

  test('are spread evenly between the outermost', () => {
    const all = [named('a', 0, 0, 10, 10), named('c', 90, 0, 10, 10), named('b', 15, 0, 20, 10)];
    expect(spread(all, 'across').map(({ id, x }) => [id, x])).toEqual([
      ['a', 0],
      ['b', 40],
      ['c', 90],
    ]);
  });
});

describe('what is dragged', () => {
  const others = [box(0, 0, 100, 100), box(200, 0, 300, 100)];

  test('snaps to edges and middles that are near', () => {
    const { dx, dy, lines } = snapOf(box(4, 203, 104, 303), others, 6);
    expect([dx, dy]).toEqual([-4, 0]);
    expect(lines).toEqual([{ axis: 'x', at: 0, from: 0, to: 303 }]);
    expect(snapOf(box(26, 203, 66, 243), [others[0]!], 6).dx).toBe(4);
  });

  test('stays where nothing is near', () => {
    expect(snapOf(box(120, 220, 170, 270), others, 6)).toEqual({ dx: 0, dy: 0, lines: [] });
  });

  test('takes the distance that others have', () => {
    const { dx, lines } = snapOf(box(397, 0, 450, 57), others, 6);
    expect(dx).toBe(3);
    expect(lines.some(({ gap }) => gap)).toBe(true);
  });

  test('snaps with one edge when it is made larger', () => {
    expect(snapEdge(203, 'x', others, 6)).toEqual({ by: -3, at: 200 });
    expect(snapEdge(170, 'x', others, 6)).toEqual({ by: 0, at: null });
  });
});

describe('the order', () => {
  test('in which one reads is by rows', () => {
    const all = [named('c', 0, 200, 50, 50), named('b', 100, 10, 50, 50), named('a', 0, 0, 50, 50)];
    expect(readingOrder(all).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('from back to front goes past the next one that is touched', () => {
    const all = [
      named('a', 0, 0, 50, 50),
      named('far', 900, 0, 50, 50),
      named('b', 10, 0, 50, 50),
      named('c', 20, 0, 50, 50),
    ];
    expect(stepOver(all, new Set(['a']), 1)).toBe('b');
    expect(stepOver(all, new Set(['c']), -1)).toBe('far');
    expect(stepOver(all, new Set(['b']), -1)).toBe('');
    expect(stepOver(all, new Set(['c']), 1)).toBeNull();
  });
});

describe('a crop', () => {
  test('shows less and leaves the picture where it is', () => {
    const of = place(0, 0, 200, 100);
    const { place: less, crop } = cropped(of, WHOLE, 'e', { x: -50, y: 0 });
    expect(crop).toEqual({ x: 0, y: 0, w: 0.75, h: 1 });
    expect(less).toEqual(place(0, 0, 150, 100));
    expect(wholeOf(less, crop)).toEqual(of);
  });

  test.each([0, 40])('of what is turned by %d leaves the picture where it is', (angle) => {
    const of = place(20, 10, 200, 100, angle);
    const less = cropped(of, WHOLE, 'nw', { x: 30, y: 20 });
    const all = wholeOf(less.place, less.crop);
    expect(all.x).toBeCloseTo(of.x);
    expect(all.y).toBeCloseTo(of.y);
    expect(all.w).toBeCloseTo(of.w);
  });

  test('never shows more than there is, nor nothing', () => {
    expect(cropped(place(0, 0, 200, 100), WHOLE, 'e', { x: 500, y: 0 }).crop).toEqual(WHOLE);
    expect(cropped(place(0, 0, 200, 100), WHOLE, 'e', { x: -500, y: 0 }).crop.w).toBeCloseTo(0.02);
  });

  test('lets the picture be pushed about behind it', () => {
    const crop = { x: 0.2, y: 0, w: 0.5, h: 1 };
    expect(slid(place(0, 0, 100, 100), crop, { x: 20, y: 50 }).x).toBeCloseTo(0.1);
    expect(slid(place(0, 0, 100, 100), crop, { x: -900, y: 0 }).x).toBeCloseTo(0.5);
  });

  test('of nothing says nothing', () => {
    expect(cropBody(WHOLE)).toEqual({ cropX: null, cropY: null, cropW: null, cropH: null });
    expect(cropOf({})).toEqual(WHOLE);
    expect(cropBody({ x: 0.1, y: 0, w: 0.5, h: 1 })).toEqual({
      cropX: 0.1,
      cropY: 0,
      cropW: 0.5,
      cropH: 1,
    });
  });
});

describe('the grid', () => {
  const all = Array.from({ length: 400 }, (_, i) =>
    named(String(i), (i % 20) * 300, Math.floor(i / 20) * 300, 200, 200),
  );
  const grid = new Grid([...all, named('large', -5000, -5000, 20000, 20000)], boundsOf);

  test('finds what lies in a box, from back to front, and nothing else', () => {
    expect(grid.in(box(310, 10, 710, 20)).map(({ id }) => id)).toEqual(['1', '2', 'large']);
    expect(grid.in(box(-50, -50, -40, -40)).map(({ id }) => id)).toEqual(['large']);
  });

  test('finds everything from afar', () => {
    expect(grid.in(box(-1e5, -1e5, 1e5, 1e5))).toHaveLength(401);
  });
});
