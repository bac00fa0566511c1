import { expect, it } from 'vitest';
import { item } from '../plan/sample';
import { partsOf } from './parts';

const below = [
  item('a', { state: 'done' }),
  item('b', { state: 'doing' }),
  item('c', { state: 'parked' }),
  item('d', { kind: 'idea' }),
  item('e', { state: 'done' }),
];
const tree = {
  item: (id: string) => below.find((one) => one.id === id),
  children: (id: string) => (id === 'card' ? below.map((one) => one.id) : []),
};

it('counts the own steps that count, in their order', () => {
  expect(partsOf(tree, 'card')).toEqual({ states: ['done', 'doing', 'done'], done: 2, of: 3 });
});

it('is nothing for a step without own ones', () => {
  expect(partsOf(tree, 'a')).toBeNull();
});
