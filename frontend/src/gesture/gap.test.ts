import { describe, expect, it } from 'vitest';
import { depthsAt, dropAt, gapAt, type GapRow } from './gap';

const row = (id: string, parentId: string, depth: number, over: Partial<GapRow> = {}): GapRow => ({
  id,
  parentId,
  depth,
  shut: false,
  held: false,
  ...over,
});

// A            0
//   B          1
//     C        2
//   D (shut)   1
// E            0
const rows = [
  row('A', '', 0),
  row('B', 'A', 1),
  row('C', 'B', 2),
  row('D', 'A', 1, { shut: true }),
  row('E', '', 0),
];
const offsets = Float64Array.from([0, 40, 72, 104, 136, 168]);
const noneBelow = () => '';

describe('gapAt', () => {
  it.each([
    [-50, 0],
    [10, 0],
    [30, 1],
    [55, 1],
    [57, 2],
    [160, 5],
    [999, 5],
  ])('takes the boundary nearest to %d: %d', (y, gap) => {
    expect(gapAt(offsets, y)).toBe(gap);
  });
});

describe('depthsAt', () => {
  it('reaches from the row after the gap to one below the row before it', () => {
    expect(depthsAt(rows, 3, 0)).toEqual({ least: 1, most: 3 });
    expect(depthsAt(rows, 5, 0)).toEqual({ least: 0, most: 1 });
    expect(depthsAt(rows, 0, 0)).toEqual({ least: 0, most: 0 });
  });

  it('never leaves the branch shown', () => {
    expect(depthsAt(rows.slice(1, 3), 2, 1)).toEqual({ least: 1, most: 3 });
  });

  it('looks past what is in the hand', () => {
    const held = rows.map((one) =>
      one.id === 'B' || one.id === 'C' ? { ...one, held: true } : one,
    );
    expect(depthsAt(held, 2, 0)).toEqual({ least: 1, most: 1 });
  });
});

describe('dropAt', () => {
  const drop = (gap: number, depth: number) => {
    const { parentId, afterId } = dropAt(rows, gap, depth, noneBelow);
    return [parentId, afterId];
  };

  it('goes first below the row before it, after it, or after what it stands below', () => {
    expect(drop(3, 3)).toEqual(['C', '']);
    expect(drop(3, 2)).toEqual(['B', 'C']);
    expect(drop(3, 1)).toEqual(['A', 'B']);
  });

  it('goes before everything', () => {
    expect(drop(0, 0)).toEqual(['', '']);
  });

  it('goes to the end of a branch that is shut', () => {
    expect(dropAt(rows, 4, 2, (id) => 'last of ' + id)).toMatchObject({
      parentId: 'D',
      afterId: 'last of D',
    });
  });

  it('never names what is in the hand as a neighbour', () => {
    const held = rows.map((one) => (one.id === 'D' ? { ...one, held: true } : one));
    expect(dropAt(held, 4, 1, noneBelow)).toMatchObject({ parentId: 'A', afterId: 'B' });
  });
});
