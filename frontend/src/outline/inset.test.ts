import { describe, expect, it } from 'vitest';
import { depthNear, inset } from './inset';

describe('inset', () => {
  it('is one step a level as long as there is room', () => {
    expect([0, 1, 3, 6].map((depth) => inset(depth, 24, 800))).toEqual([0, 24, 72, 144]);
  });

  it('leaves the hundredth level more than half of the room', () => {
    for (const room of [300, 600, 1600]) expect(inset(100, 24, room)).toBeLessThan(room / 2);
  });

  it('sets every level further in than the one above it', () => {
    for (let depth = 1; depth <= 50; depth++)
      expect(inset(depth, 24, 800)).toBeGreaterThan(inset(depth - 1, 24, 800));
  });
});

describe('depthNear', () => {
  it('takes the nearest level that is allowed', () => {
    expect(depthNear(50, 0, 5, 24, 800)).toBe(2);
    expect(depthNear(500, 1, 3, 24, 800)).toBe(3);
    expect(depthNear(-40, 1, 3, 24, 800)).toBe(1);
  });
});
