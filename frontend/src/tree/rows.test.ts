import { describe, expect, it } from 'vitest';
import { EVERYTHING, shownBy } from '../outline/filter';
import { rowsOf, type Row, type Seen } from './rows';
import { sketch } from './sketch';

const lacking = () => new Set<string>();

const all: Seen = { folded: new Set(), shown: null, branch: '' };
const drawn = (rows: Row[]) => rows.map((row) => '  '.repeat(row.depth) + row.id);

const tree = sketch(`
A !vision
  B !goal
    C
    D
  E !goal
F !vision
Tray !idea
`);

describe('rowsOf', () => {
  it('lays the open tree flat, without the ideas of the tray', () => {
    expect(drawn(rowsOf(tree, all))).toEqual(['A', '  B', '    C', '    D', '  E', 'F']);
  });

  it('tells each row its place among its siblings', () => {
    const rows = rowsOf(tree, all);
    expect(rows.map((row) => `${row.id} ${row.at}/${row.of} ${row.fold}`)).toEqual([
      'A 1/2 open',
      'B 1/2 open',
      'C 1/2 leaf',
      'D 2/2 leaf',
      'E 2/2 leaf',
      'F 2/2 leaf',
    ]);
  });

  it('keeps the rows that are as they were', () => {
    const before = rowsOf(tree, all);
    const after = rowsOf(tree, { ...all, folded: new Set(['B']) }, before);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(rowsOf(tree, all, before).every((row, i) => row === before[i])).toBe(true);
  });

  it('hides what lies below a folded row', () => {
    const rows = rowsOf(tree, { ...all, folded: new Set(['B']) });
    expect(drawn(rows)).toEqual(['A', '  B', '  E', 'F']);
    expect(rows[1]?.fold).toBe('shut');
  });

  it('shows one branch from its root, open even when the root is folded', () => {
    const rows = rowsOf(tree, { ...all, branch: 'B', folded: new Set(['B']) });
    expect(drawn(rows)).toEqual(['B', '  C', '  D']);
  });

  it('shows the whole plan when the branch is gone', () => {
    expect(rowsOf(tree, { ...all, branch: 'gone' })).toHaveLength(6);
  });

  it('shows what a filter lets through, ancestors dimmed', () => {
    const shown = shownBy(tree, { ...EVERYTHING, text: 'd' }, new Set(), lacking);
    const rows = rowsOf(tree, { ...all, shown });
    expect(rows.map((row) => [row.id, row.dim])).toEqual([
      ['A', true],
      ['B', true],
      ['D', false],
    ]);
  });

  it('counts only the siblings shown', () => {
    const shown = shownBy(tree, { ...EVERYTHING, text: 'd' }, new Set(), lacking);
    expect(rowsOf(tree, { ...all, shown }).at(-1)).toMatchObject({ id: 'D', at: 1, of: 1 });
  });
});
