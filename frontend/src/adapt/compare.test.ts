import { expect, test } from 'vitest';
import { item } from '../plan/sample';
import { compare } from './compare';

test('a plan then and now: what is new, what is gone, and what is another than it was', () => {
  const then = [item('a'), item('b', { due: '2026-03-01' }), item('c')];
  const now = [item('b', { due: '', state: 'done' }), item('c', { notes: 'a note' }), item('d')];
  const found = compare(then, now);
  expect(found.added.map(({ id }) => id)).toEqual(['d']);
  expect(found.gone.map(({ id }) => id)).toEqual(['a']);
  expect(found.altered.map(({ now: { id }, altered }) => [id, altered])).toEqual([
    ['b', ['state', 'due']],
  ]);
});

test('nothing is different from itself', () => {
  const plan = [item('a'), item('b')];
  expect(compare(plan, plan)).toEqual({ added: [], gone: [], altered: [] });
});
