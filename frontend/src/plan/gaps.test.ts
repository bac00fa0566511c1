import { expect, test } from 'vitest';
import type { Aspect, Bodies } from './aspects';
import { lackingIn, lackOf } from './gaps';
import { Mirror } from './mirror.svelte';
import { changes, item } from './sample';

test('what lacks something is asked for by its sort, until the step that gets it is done', () => {
  const mirror = new Mirror();
  const gap = (itemId: string, body: Bodies['gap']): Aspect<'gap'> => ({
    id: 'g' + itemId,
    itemId,
    kind: 'gap',
    rank: 'a',
    body,
  });
  const plans = [{ id: 'p1', name: '', subject: 'me', rank: 'a' } as const];
  const items = ['a', 'b', 'c', 'd'].map((id) => item(id));
  const steps = [item('open'), item('done', { state: 'done' })];
  const aspects = [
    gap('a', { sort: 'help', stepId: 'open' }),
    gap('b', { sort: 'help', stepId: 'done' }),
    gap('c', { sort: 'insight' }),
    gap('d', {}),
  ];
  mirror.replace(changes({ plans, items: [...items, ...steps], aspects, show: 'p1' }));
  const lacking = lackingIn(mirror);
  expect([...lacking('help')]).toEqual(['a']);
  expect([...lacking('insight')]).toEqual(['c']);
  expect([...lacking('any')]).toEqual(['a', 'c', 'd']);
  expect(['a', 'b', 'c', 'd', 'open'].map((id) => lackOf(mirror, id))).toEqual([
    'help',
    null,
    'insight',
    'any',
    null,
  ]);
});
