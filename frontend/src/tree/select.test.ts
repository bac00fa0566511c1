import { describe, expect, it } from 'vitest';
import { rowsOf } from './rows';
import { neighbour, range, roots } from './select';
import { sketch } from './sketch';

const tree = sketch(`
A
  B
    C
  D
E
`);
const rows = rowsOf(tree, { folded: new Set(), shown: null, branch: '' });

describe('range', () => {
  it('takes all rows between two, from either end', () => {
    expect(range(rows, 'B', 'D')).toEqual(['B', 'C', 'D']);
    expect(range(rows, 'D', 'B')).toEqual(['B', 'C', 'D']);
  });

  it('takes the row alone when the other is hidden', () => {
    expect(range(rows, 'gone', 'D')).toEqual(['D']);
    expect(range(rows, 'D', 'gone')).toEqual([]);
  });
});

describe('roots', () => {
  it('leaves out what a picked ancestor carries along', () => {
    expect(roots(rows, new Set(['E', 'C', 'B']), tree)).toEqual(['B', 'E']);
    expect(roots(rows, new Set(['A', 'C']), tree)).toEqual(['A']);
  });
});

describe('neighbour', () => {
  it('is the next sibling that stays, else the one before, else the parent', () => {
    expect(neighbour(rows, new Set(['B']), tree)).toBe('D');
    expect(neighbour(rows, new Set(['D']), tree)).toBe('B');
    expect(neighbour(rows, new Set(['C']), tree)).toBe('B');
    expect(neighbour(rows, new Set(['A', 'E']), tree)).toBe('');
  });
});
