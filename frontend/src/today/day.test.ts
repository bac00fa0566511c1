import { describe, expect, test } from 'vitest';
import type { Aspect, Bodies } from '../plan/aspects';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import { weekFrom } from '../routine/week';
import { leastOf, todayOf, type Today } from './day';

const NOW = '2026-03-10';

const pick = (itemId: string, body: Bodies['pick']): Aspect<'pick'> => ({
  id: 'k' + itemId,
  itemId,
  kind: 'pick',
  rank: 'a',
  body,
});

const mirror = new Mirror();
mirror.replace(
  changes({
    plans: [
      { id: 'p1', name: '', subject: 'me', rank: 'a' },
      { id: 'p2', name: '', subject: 'me', rank: 'b' },
    ],
    items: [
      item('goal', { kind: 'goal' }),
      item('c', { parentId: 'goal' }),
      item('b', { parentId: 'goal', state: 'done' }),
      item('first', { parentId: 'goal' }),
      item('gone', { parentId: 'goal', state: 'letgo' }),
      item('yesterday', { parentId: 'goal' }),
      item('laid', { parentId: 'goal', state: 'done' }),
      item('x1', { parentId: 'goal' }),
      item('x2', { parentId: 'goal', state: 'doing' }),
      item('x3', { parentId: 'goal', due: '2026-03-09' }),
      item('x4', { parentId: 'goal', due: '2026-04-09' }),
      item('x5', { parentId: 'goal', state: 'waiting' }),
      item('other', { planId: 'p2' }),
      item('ahead', { parentId: 'goal' }),
      item('later', { parentId: 'goal' }),
    ],
    aspects: [
      pick('c', { on: NOW }),
      pick('b', { on: NOW }),
      pick('gone', { on: NOW }),
      pick('first', { pinned: true }),
      pick('ahead', { on: '2026-03-12' }),
      pick('later', { on: '2026-03-12', pinned: true }),
      pick('yesterday', { on: '2026-03-09' }),
      pick('laid', { on: '2026-03-09' }),
      { id: 'p', itemId: 'x1', kind: 'promise', rank: 'a', body: { on: NOW, time: '17:00' } },
    ],
    show: 'p1',
  }),
);

const ids = (day: Today) => ({
  chosen: day.chosen.map(({ id }) => id),
  left: day.left.map(({ id }) => id),
  could: day.could.map(({ id }) => id),
});

describe('a day', () => {
  test('holds what was chosen for it, what is left of another, and what could be chosen', () => {
    expect(ids(todayOf(mirror, NOW, ''))).toEqual({
      chosen: ['first', 'c', 'x1', 'b'],
      left: ['yesterday'],
      could: ['x3', 'other', 'x2', 'x4'],
    });
  });

  test('is of one branch only, when that is in focus', () => {
    expect(ids(todayOf(mirror, NOW, 'c'))).toEqual({ chosen: ['c'], left: [], could: [] });
  });

  test('has forgotten what was done another day', () => {
    expect(ids(todayOf(mirror, '2026-03-11', '')).left).toEqual(['c', 'yesterday']);
  });
});

test('a week shows what is meant for each of its days, and what is left from before on the first', () => {
  const week = weekFrom(mirror, NOW, '', NOW);
  expect(week).toHaveLength(7);
  expect(week.map(({ items }) => items.map(({ id }) => id))).toEqual([
    ['c', 'x1', 'x3', 'yesterday'],
    [],
    ['ahead', 'later'],
    [],
    [],
    [],
    [],
  ]);
  expect(weekFrom(mirror, '2026-04-05', '', NOW)[4]?.items.map(({ id }) => id)).toEqual(['x4']);
  expect(weekFrom(mirror, NOW, 'c', NOW)[0]?.items.map(({ id }) => id)).toEqual(['c']);
});

test('the least is the shortest that is known, else the first', () => {
  const long = item('long', { estimateMin: 60 });
  const short = item('short', { estimateMin: 10 });
  const unknown = item('unknown');
  expect(leastOf([unknown, long, short])).toBe(short);
  expect(leastOf([item('done', { state: 'done', estimateMin: 5 }), unknown])).toBe(unknown);
  expect(leastOf([])).toBeUndefined();
});
