import { expect, it } from 'vitest';
import { Aspects } from '../plan/aspects';
import { item } from '../plan/sample';
import type { CardRow } from './lanes';
import { dueBelow, factsOf, partsOf } from './parts';

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

it('names the first open step that is there for a day', () => {
  const due = '2026-03-09';
  const all = [
    item('x', { due, state: 'done' }),
    item('y', { due: '2026-03-10' }),
    item('z', { due }),
  ];
  const days = {
    item: (id: string) => all.find((one) => one.id === id),
    children: () => all.map((one) => one.id),
  };
  expect(dueBelow(days, 'card', due)?.id).toBe('z');
  expect(dueBelow(days, 'card', '2026-03-11')).toBeUndefined();
});

it('what is told of a card is the same object until something else is told', () => {
  const from = {
    ...tree,
    area: () => undefined,
    tag: () => undefined,
    said: new Aspects([]),
    blockers: () => [],
    plan: () => '',
  };
  const row = (over = {}): CardRow => ({
    what: 'card',
    id: 'card',
    item: item('card', over),
    at: 'a',
    areaId: '',
    group: '',
  });
  const told = factsOf(from, row(), '2026-03-09');
  expect(factsOf(from, row({ title: 'Other words' }), '2026-03-09', told)).toBe(told);
  const dated = factsOf(from, row({ due: '2026-03-09' }), '2026-03-09', told);
  expect(dated).not.toBe(told);
  expect(dated.due?.now).toBe('today');
  const alone = { ...from, children: () => [] };
  expect(factsOf(alone, row(), '2026-03-09', told).parts).toBeNull();
});
