import { describe, expect, test } from 'vitest';
import { Mirror } from './mirror.svelte';
import { changes, item } from './sample';
import { stuckIn } from './stuck';
import { plusDays } from '../text/dates';
import type { Item } from './types';

const NOW = '2026-03-31';
const noon = (day: string) => new Date(`${day}T12:00`).toISOString();
const done = (id: string, day: string) =>
  item(id, { parentId: 'g', state: 'done', doneAt: noon(day) });

function stuck(goal: Partial<Item>, ...below: Item[]): (number | null)[] {
  const mirror = new Mirror();
  mirror.replace(
    changes({
      plans: [{ id: 'p1', name: '', subject: 'me', rank: 'a' }],
      items: [item('g', { kind: 'goal', createdAt: noon('2026-03-01'), ...goal }), ...below],
      show: 'p1',
    }),
  );
  return stuckIn(mirror, 'p1', NOW).map(({ days }) => days);
}

describe('a goal stands still', () => {
  const next = item('next', { parentId: 'g' });

  test('when nothing was done for more than two weeks, or ever', () => {
    expect(stuck({}, next, done('a', '2026-03-16'))).toEqual([15]);
    expect(stuck({}, next, done('a', '2026-03-17'))).toEqual([]);
    expect(stuck({}, next)).toEqual([30]);
  });

  test('later where longer gaps are usual', () => {
    const slow = [done('a', '2026-01-10'), done('b', '2026-01-22'), done('c', '2026-03-10')];
    expect(stuck({}, next, ...slow)).toEqual([]); // 21 days, usual are 12 and 47
    const quick = [done('a', '2026-03-06'), done('b', '2026-03-08'), done('c', '2026-03-10')];
    expect(stuck({}, next, ...quick)).toEqual([21]);
  });

  test('by the last ten gaps, not by those of long ago', () => {
    const long = Array.from({ length: 14 }, (_, i) => plusDays('2026-02-28', -30 * (i + 1)));
    const last = Array.from({ length: 11 }, (_, i) => plusDays('2026-03-01', i));
    const stones = (...days: string[]) => days.map((day) => done(day, day));
    expect(stuck({}, next, ...stones(...long, ...last))).toEqual([20]);
    expect(stuck({}, next, ...stones(...last, ...long))).toEqual([20]);
    expect(stuck({}, next, ...stones(...long, ...last.slice(7)))).toEqual([]);
  });

  test('when there is nothing that can be begun', () => {
    expect(stuck({}, done('a', '2026-03-30'))).toEqual([null]);
    expect(stuck({})).toEqual([null]);
  });

  test('not while it rests, and not above goals of its own', () => {
    expect(stuck({ state: 'parked' }, next)).toEqual([]);
    const inner = item('inner', { kind: 'goal', parentId: 'g', createdAt: noon('2026-03-01') });
    expect(stuck({}, inner)).toEqual([null]); // the inner one
  });
});
