import { describe, expect, test } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Item } from '../plan/types';
import { linesOf, ownSpan } from './spans';

function plan(...items: Item[]): Mirror {
  const mirror = new Mirror();
  const plans = [{ id: 'p1', name: '', subject: 'me', rank: 'a' } as const];
  mirror.replace(changes({ plans, items, show: 'p1' }));
  return mirror;
}

describe('when an item is', () => {
  test.each([
    [{ start: '2026-03-02', due: '2026-03-06' }, ['2026-03-02', '2026-03-06']],
    [{ due: '2026-03-06' }, ['2026-03-06', '2026-03-06']],
    [{ due: '2026-03-06', estimateMin: 3 * 480 }, ['2026-03-04', '2026-03-06']],
    [{ start: '2026-03-06', estimateMin: 600 }, ['2026-03-06', '2026-03-07']],
    [{ kind: 'goal', due: '2026-03-06', estimateMin: 960 }, ['2026-03-06', '2026-03-06']],
  ] as const)('%j', (over, [from, to]) => {
    expect(ownSpan(item('x', over))).toEqual({ from, to });
  });

  test('is not known without a date', () => {
    expect(ownSpan(item('x', { estimateMin: 60 }))).toBeNull();
  });
});

describe('the lines of a timeline', () => {
  const mirror = plan(
    item('vision', { kind: 'vision', rank: 'a' }),
    item('goal', { kind: 'goal', parentId: 'vision', due: '2026-06-30', rank: 'a' }),
    item('mile', { kind: 'milestone', parentId: 'goal', rank: 'a' }),
    item('late', { parentId: 'mile', due: '2026-04-20', rank: 'a' }),
    item('early', { parentId: 'mile', start: '2026-03-01', due: '2026-03-05', rank: 'b' }),
    item('free', { parentId: 'mile', rank: 'c' }),
    item('laid', { parentId: 'mile', state: 'done', rank: 'd' }),
    item('whole', { parentId: 'goal', rank: 'b' }),
    item('part', { parentId: 'whole', due: '2026-05-01', rank: 'a' }),
    item('bare', { kind: 'goal', parentId: 'vision', rank: 'b' }),
    item('idea', { kind: 'idea', rank: 'b', due: '2026-03-05' }),
  );
  const told = (branch: string, ...folded: string[]) =>
    linesOf(mirror, branch, new Set(folded)).rows.map(
      ({ item: { id }, depth, span, fold }) =>
        `${'  '.repeat(depth)}${id} ${span ? `${span.from.slice(5)} ${span.to.slice(5)}` : '-'} ${fold}`,
    );

  test('are goals, milestones, and what has a date', () => {
    expect(told('')).toEqual([
      'goal 03-01 06-30 open',
      '  mile 03-01 04-20 open',
      '    late 04-20 04-20 leaf',
      '    early 03-01 03-05 leaf',
      '  part 05-01 05-01 leaf',
      'bare - leaf',
    ]);
    expect(linesOf(mirror, '', new Set()).undated.map(({ id }) => id)).toEqual(['free', 'bare']);
  });

  test('show what was decided until a day, as long as that holds', () => {
    const decided = plan(item('stay', { kind: 'decision', state: 'done' }));
    const body = { way: 'stay', decided: '2026-03-02', review: '2027-03-01' } as const;
    const choice = { id: 'c', itemId: 'stay', kind: 'choice', rank: 'a', body } as const;
    decided.apply(changes({ aspects: [choice] }));
    const [row] = linesOf(decided, '', new Set()).rows;
    expect(row?.span).toEqual({ from: '2026-03-02', to: '2027-03-01' });
  });

  test('of what is folded keep how far it reaches', () => {
    expect(told('', 'goal')).toEqual(['goal 03-01 06-30 shut', 'bare - leaf']);
    expect(told('mile', 'mile')).toEqual(['mile 03-01 04-20 shut']);
    expect(linesOf(mirror, '', new Set(['goal'])).undated).toHaveLength(2);
  });
});
