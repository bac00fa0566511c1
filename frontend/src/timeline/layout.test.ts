import { expect, test } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Changes, Item } from '../plan/types';
import { laidOut } from './layout';

const NOW = '2026-03-10';

function plan(over: Partial<Changes>): Mirror {
  const mirror = new Mirror();
  mirror.replace(changes(over));
  return mirror;
}

const told = (mirror: Mirror, items: Item[]) =>
  laidOut(mirror, items, NOW).map(({ id, due }) => `${id} ${due.slice(5)}`);

test('steps are spread up to the day of what they stand in', () => {
  const goal = item('g', { kind: 'goal', due: '2026-03-20' });
  const steps = ['a', 'b', 'c', 'd'].map((id) => item(id, { parentId: 'g' }));
  const mirror = plan({ items: [goal, ...steps] });
  expect(told(mirror, steps)).toEqual(['a 03-13', 'b 03-15', 'c 03-18', 'd 03-20']);
});

test('without such a day they follow each other, as long as they take', () => {
  const late = item('g', { kind: 'goal', due: '2026-03-01' });
  const steps = [
    item('a', { parentId: 'g', estimateMin: 120 }),
    item('b'),
    item('c', { estimateMin: 10 }),
  ];
  expect(told(plan({ items: [late, ...steps] }), steps)).toEqual(['a 03-11', 'b 03-12', 'c 03-13']);
  const week = { id: 'w', itemId: '', kind: 'week', rank: 'a', body: { hours: 2.5 } } as const;
  const little = plan({ items: [late, ...steps], aspects: [week] });
  expect(told(little, steps)[0]).toBe('a 03-13');
});

test('none comes before what it waits for, nor on a day off', () => {
  const goal = item('g', { kind: 'goal', due: '2026-03-12' });
  const before = item('x', { due: '2026-03-14' });
  const steps = [item('a', { parentId: 'g' }), item('b', { parentId: 'g' })];
  const link = { kind: 'after', weight: 1, lag: 2 } as const;
  const links = [{ ...link, id: 'l', fromId: 'a', toId: 'x' }];
  const body = { from: '2026-03-17', to: '2026-03-18' };
  const off = { id: 'o', itemId: '', kind: 'off', rank: 'a', body } as const;
  const mirror = plan({ items: [goal, before, ...steps], links, aspects: [off] });
  expect(told(mirror, steps)).toEqual(['a 03-19', 'b 03-12']);
});

test('what is no step has no day of its own', () => {
  const goal = item('g', { kind: 'goal' });
  expect(laidOut(plan({ items: [goal] }), [goal], NOW)).toEqual([]);
});
