import { describe, expect, it } from 'vitest';
import { fitting, holds, meets, NEAREST, seen, showing, zoomed, type Camera } from './camera';

const size = { width: 800, height: 600 };
const plain: Camera = { x: 0, y: 0, s: 1 };

describe('the camera', () => {
  it('tells what lies in the window', () => {
    expect(seen({ x: 100, y: 50, s: 0.5 }, size)).toEqual({
      left: -200,
      top: -100,
      right: 1400,
      foot: 1100,
    });
  });

  it.each([0.1, 0.5, 1, 1.7, 9])('keeps the point under the pointer, nearer by %d', (factor) => {
    const camera = { x: 30, y: -20, s: 1 };
    const after = zoomed(camera, factor, 200, 300);
    const at = (c: Camera) => ({ x: (200 - c.x) / c.s, y: (300 - c.y) / c.s });
    expect(at(after).x).toBeCloseTo(at(camera).x);
    expect(at(after).y).toBeCloseTo(at(camera).y);
    expect(after.s).toBeLessThanOrEqual(NEAREST);
  });

  it('fits a large map into the window, and leaves a small one as it is', () => {
    const large = { left: -2000, top: -500, right: 2000, foot: 700 };
    expect(holds(seen(fitting(large, size), size), large)).toBe(true);
    expect(fitting({ left: -50, top: -20, right: 50, foot: 20 }, size).s).toBe(1);
  });

  it.each([
    ['stays where all is in sight', { left: 100, top: 100, right: 200, foot: 140 }, 0, 0],
    [
      'goes to the right as far as it must',
      { left: 750, top: 100, right: 900, foot: 140 },
      -124,
      0,
    ],
    ['goes up', { left: 100, top: -80, right: 200, foot: -40 }, 0, 104],
    [
      'shows the beginning of what is wider',
      { left: -10, top: 100, right: 2000, foot: 140 },
      34,
      0,
    ],
  ])('%s', (_, box, x, y) => {
    expect(showing(plain, size, box)).toEqual({ x, y, s: 1 });
  });

  it('tells boxes that meet from those apart', () => {
    const a = { left: 0, top: 0, right: 10, foot: 10 };
    expect(meets(a, { left: 10, top: 5, right: 20, foot: 8 })).toBe(true);
    expect(meets(a, { left: 11, top: 0, right: 20, foot: 10 })).toBe(false);
  });
});
