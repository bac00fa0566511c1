import { describe, expect, test } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Link } from '../plan/types';
import { linkable, linksOf, readWeight, weightWords } from './links';

const link = (id: string, fromId: string, toId: string, kind: Link['kind']): Link => ({
  id,
  fromId,
  toId,
  kind,
  weight: 1,
  lag: 0,
});

const mirror = new Mirror();
mirror.replace(
  changes({
    items: [
      item('v', { kind: 'vision' }),
      item('g1', { kind: 'goal', parentId: 'v' }),
      item('g2', { kind: 'goal', parentId: 'v' }),
      item('g3', { kind: 'goal', parentId: 'v' }),
      item('s1', { parentId: 'g1' }),
      item('s2', { parentId: 'g1' }),
      item('i', { kind: 'idea' }),
    ],
    links: [
      link('a', 's1', 'g2', 'serves'),
      link('b', 's1', 's2', 'after'),
      link('c', 's1', 'trashed', 'after'),
    ],
  }),
);

describe('the links of an item', () => {
  test('are told from both ends, without what lies in the trash', () => {
    const of = (id: string) => {
      const { serves, after, before } = linksOf(mirror, id);
      return [serves, after, before].map((some) => some.map(({ other }) => other.id));
    };
    expect(of('s1')).toEqual([['g2'], ['s2'], []]);
    expect(of('s2')).toEqual([[], [], ['s1']]);
  });

  test('can be made to goals and visions that do not carry it already', () => {
    const step = mirror.item('s1');
    const fits = step ? linkable(mirror, step, 'serves') : () => false;
    expect([...mirror.items.values()].filter(fits).map((one) => one.id)).toEqual(['g3']);
  });

  test('it can wait for anything but itself, what carries it, and an idea', () => {
    const step = mirror.item('s2');
    const fits = step ? linkable(mirror, step, 'after') : () => false;
    const ids = [...mirror.items.values()].filter(fits).map((one) => one.id);
    expect(ids).toEqual(['g2', 'g3', 's1']);
  });
});

test.each([
  ['', 1],
  ['2', 2],
  ['0.5 ×', 0.5],
  ['10', 10],
  ['0', null],
  ['-1', null],
  ['10.5', null],
  ['double', null],
])('%j counts %j', (typed, weight) => {
  expect(readWeight(typed)).toBe(weight);
});

test('what counts as much as the others says nothing', () => {
  expect([weightWords(1), weightWords(2.5)]).toEqual(['', '2.5 ×']);
});
