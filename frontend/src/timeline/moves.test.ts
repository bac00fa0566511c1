import { describe, expect, test } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Item, Link } from '../plan/types';
import { daysUntil, movedBy, moveOf, shifted } from './moves';

const after = (fromId: string, toId: string): Link => ({
  id: fromId + toId,
  fromId,
  toId,
  kind: 'after',
  weight: 1,
  lag: 0,
});

function plan(items: Item[], links: Link[] = []): Mirror {
  const mirror = new Mirror();
  const plans = [{ id: 'p1', name: '', subject: 'me', rank: 'a' } as const];
  mirror.replace(changes({ plans, items, links, show: 'p1' }));
  return mirror;
}

const step = (id: string, start: string, due: string, over: Partial<Item> = {}) =>
  item(id, { start: start && `2026-03-${start}`, due: due && `2026-03-${due}`, ...over });

const told = (dates: readonly { id: string; start: string; due: string }[] | undefined) =>
  dates?.map(({ id, start, due }) => `${id} ${start.slice(8)}-${due.slice(8)}`);

describe('one bar', () => {
  test('is moved whole, or stretched at an end, and never turned round', () => {
    const bar = step('a', '02', '06');
    expect(movedBy(bar, 'whole', 3)).toEqual({
      id: 'a',
      start: '2026-03-05',
      due: '2026-03-09',
      kind: '',
    });
    expect(told([movedBy(bar, 'start', 4)!])).toEqual(['a 06-06']);
    expect(movedBy(bar, 'start', 5)).toBeNull();
    expect(told([movedBy(bar, 'end', 2)!])).toEqual(['a 02-08']);
    expect(movedBy(bar, 'end', -5)).toBeNull();
    expect(movedBy(item('x'), 'whole', 1)).toBeNull();
  });

  test('that has one day keeps having one when it is moved, and two when it is stretched', () => {
    const day = step('a', '', '06');
    expect(told([movedBy(day, 'whole', 1)!])).toEqual(['a -07']);
    expect(told([movedBy(day, 'end', 2)!])).toEqual(['a 06-08']);
  });
});

describe('what waits', () => {
  const a = step('a', '02', '06');
  const b = step('b', '09', '10');
  const c = step('c', '11', '12');
  const links = [after('b', 'a'), after('c', 'b')];

  test('moves along when it would begin too early, and no further than it has to', () => {
    const mirror = plan([a, b, c], links);
    expect(told(moveOf(mirror, a, 'whole', 2)?.along)).toEqual([]);
    expect(told(moveOf(mirror, a, 'whole', 3)?.along)).toEqual(['b 10-11', 'c 12-13']);
    expect(told(moveOf(mirror, a, 'end', 10)?.along)).toEqual(['b 17-18', 'c 19-20']);
    expect(told(moveOf(mirror, a, 'whole', -9)?.along)).toEqual([]);
  });

  test('is left where it is when it is done, or did not fit before', () => {
    const done = { ...b, state: 'done' as const };
    expect(told(moveOf(plan([a, done, c], links), a, 'whole', 9)?.along)).toEqual([]);
    const early = step('b', '05', '07');
    expect(told(moveOf(plan([a, early], links), a, 'whole', 9)?.along)).toEqual([]);
  });

  test('keeps the days that lie between', () => {
    const dries = [{ ...after('b', 'a'), lag: 2 }, after('c', 'b')];
    const mirror = plan([a, b, c], dries);
    expect(told(moveOf(mirror, a, 'whole', 1)?.along)).toEqual(['b 10-11', 'c 12-13']);
    const early = step('b', '08', '09'); // within them: it did not fit before
    expect(told(moveOf(plan([a, early], dries), a, 'whole', 9)?.along)).toEqual([]);
  });

  test('never begins on a day off', () => {
    const mirror = plan([a, b, c], links);
    const off = (from: string, to?: string) => {
      const body = { from: `2026-03-${from}`, ...(to && { to: `2026-03-${to}` }) };
      return { id: from, itemId: '', kind: 'off', rank: from, body } as const;
    };
    mirror.apply(changes({ aspects: [off('11', '12'), off('10'), off('20', '19')] }));
    expect(told(moveOf(mirror, a, 'whole', 3)?.along)).toEqual(['b 13-14', 'c 15-16']);
    expect(told(moveOf(mirror, a, 'whole', 2)?.along)).toEqual([]);
  });

  test('in a circle ends', () => {
    const circle = plan([a, b, c], [...links, after('a', 'c')]);
    expect(moveOf(circle, a, 'whole', 3)?.along.length).toBe(2);
  });
});

test('a goal takes along what is open below it', () => {
  const goal = item('g', { kind: 'goal', due: '2026-03-20' });
  const mirror = plan([
    goal,
    step('a', '02', '06', { parentId: 'g' }),
    step('d', '', '03', { parentId: 'g', state: 'done' }),
    item('u', { parentId: 'g' }),
  ]);
  expect(told(moveOf(mirror, goal, 'whole', 1)?.own)).toEqual(['g -21', 'a 03-07']);
  expect(told(moveOf(mirror, goal, 'end', 1)?.own)).toEqual(['g -21']);
  const bare = item('bare', { kind: 'goal' });
  const only = plan([bare, step('x', '', '02', { parentId: 'bare' })]);
  expect(told(moveOf(only, bare, 'whole', 1)?.own)).toEqual(['x -03']);
});

describe('life happened', () => {
  const mirror = plan([
    item('g', { kind: 'goal', due: '2026-03-20' }),
    step('a', '05', '06', { parentId: 'g' }),
    step('d', '', '03', { parentId: 'g', state: 'done' }),
    step('other', '', '04'),
    step('elsewhere', '', '04', { planId: 'p2' }),
  ]);

  test('moves everything open of a plan, or of a branch', () => {
    expect(told(shifted(mirror, '', 7))).toEqual(['g -27', 'a 12-13', 'other -11']);
    expect(told(shifted(mirror, 'g', 7))).toEqual(['g -27', 'a 12-13']);
  });

  test('knows how many days it takes until a day', () => {
    expect(daysUntil(mirror, '', '2026-03-10')).toBe(6);
    expect(daysUntil(mirror, 'g', '2026-03-10')).toBe(5);
    expect(daysUntil(mirror, 'g', '2026-03-01')).toBe(0);
  });
});
