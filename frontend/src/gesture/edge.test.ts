import { describe, expect, it } from 'vitest';
import { edgeSpeed } from './edge';

describe('edgeSpeed', () => {
  it('rests between the strips', () => {
    expect(edgeSpeed(300, 0, 600)).toBe(0);
  });

  it('scrolls faster the nearer the pointer is to an edge, and no faster beyond it', () => {
    expect(edgeSpeed(580, 0, 600)).toBeGreaterThan(edgeSpeed(560, 0, 600));
    expect(edgeSpeed(20, 0, 600)).toBeLessThan(edgeSpeed(40, 0, 600));
    expect(edgeSpeed(900, 0, 600)).toBe(edgeSpeed(600, 0, 600));
  });

  it('leaves a place to rest in a very low view', () => {
    expect(edgeSpeed(30, 0, 60)).toBe(0);
  });
});
