import { expect, it } from 'vitest';
import { item } from '../plan/sample';
import { sumOf } from './sum';

it('counts the goals of a plan, what can be done, and what is done', () => {
  const items = [
    item('g', { kind: 'goal' }),
    item('a', { state: 'done' }),
    item('b'),
    item('d', { kind: 'decision', state: 'done' }),
    item('i', { kind: 'idea', state: 'done' }),
    item('elsewhere', { planId: 'p2' }),
  ];
  expect(sumOf(items, 'p1')).toEqual({ goals: 1, steps: 3, done: 2 });
});
