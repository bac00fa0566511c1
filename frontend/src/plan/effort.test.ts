import { describe, expect, test } from 'vitest';
import { Mirror } from './mirror.svelte';
import { changes, item } from './sample';
import type { Item } from './types';
import {
  askedAWeek,
  ENOUGH,
  overrunOf,
  realismOf,
  shortOf,
  wantsPlan,
  weeksBetween,
} from './effort';

const NOW = '2026-03-02';

function plan(...below: Item[]): [Mirror, Item] {
  const goal = item('g', { kind: 'goal', due: '2026-03-30' });
  const mirror = new Mirror();
  const plans = [{ id: 'p1', name: '', subject: 'me', rank: 'a' } as const];
  mirror.replace(changes({ plans, items: [goal, ...below] }));
  return [mirror, goal];
}

describe('what a goal asks of one’s time', () => {
  test('is the estimates of what is open, by the week until it is due', () => {
    const [mirror, goal] = plan(
      item('a', { parentId: 'g', estimateMin: 120 }),
      item('b', { parentId: 'g', estimateMin: 60, state: 'done' }),
      item('c', { parentId: 'g' }),
    );
    expect(realismOf(mirror, goal, NOW)).toEqual({
      minutes: 120,
      unknown: 1,
      factor: null,
      weeks: 4,
      perWeek: 30,
    });
    const someday = { ...goal, due: '' };
    expect(realismOf(mirror, someday, NOW)).toMatchObject({
      minutes: 120,
      weeks: null,
      perWeek: null,
    });
  });

  test('counts a step that has steps of its own by those', () => {
    const [mirror, goal] = plan(
      item('a', { parentId: 'g', estimateMin: 600 }),
      item('a1', { parentId: 'a', estimateMin: 30 }),
    );
    expect(realismOf(mirror, goal, NOW).minutes).toBe(30);
  });

  test('has one week left at least', () => {
    expect(weeksBetween('2026-03-02', '2026-03-03')).toBe(1);
    expect(weeksBetween('2026-03-02', '2026-03-10')).toBe(2);
    expect(weeksBetween('2026-03-02', '2026-02-01')).toBe(1);
  });
});

test('a week that is too short is told by how much', () => {
  const real = { minutes: 600, unknown: 0, factor: null, weeks: 2, perWeek: 300 };
  expect(shortOf(real, 4)).toBe(60);
  expect(shortOf(real, 5)).toBe(0);
  expect(shortOf(real, undefined)).toBe(0);
  expect(shortOf({ ...real, weeks: null, perWeek: null }, 1)).toBe(0);
});

describe('a plan with milestones is proposed', () => {
  test('for what is new, and for what takes long', () => {
    const [mirror, goal] = plan();
    expect(wantsPlan(mirror, goal, false, NOW)).toBe(false);
    expect(wantsPlan(mirror, goal, true, NOW)).toBe(true);
    expect(wantsPlan(mirror, { ...goal, due: '2026-06-01' }, false, NOW)).toBe(true);
    expect(wantsPlan(mirror, { ...goal, due: '' }, false, NOW)).toBe(false);
  });

  test('until it has one', () => {
    const [mirror, goal] = plan(item('m', { kind: 'milestone', parentId: 'g' }));
    expect(wantsPlan(mirror, goal, true, NOW)).toBe(false);
  });
});

describe('how long things really take', () => {
  const took = (n: number) =>
    Array.from({ length: n }, (_, i) =>
      item(`d${String(i)}`, { state: 'done', estimateMin: 60, spentMin: 90 }),
    );

  test('is known once enough was done, and is added to what is to come', () => {
    const open = item('a', { parentId: 'g', estimateMin: 240 });
    expect(overrunOf(plan(...took(ENOUGH - 1))[0])).toBeNull();
    const unsaid = item('x', { state: 'done', estimateMin: 60 });
    const [mirror, goal] = plan(open, unsaid, ...took(ENOUGH));
    expect(overrunOf(mirror)).toBe(1.5);
    expect(realismOf(mirror, goal, NOW)).toMatchObject({ minutes: 240, factor: 1.5, perWeek: 90 });
  });
});

test('all goals with a date ask for their share of a week, one in another once', () => {
  const [mirror] = plan(
    item('in', { kind: 'goal', parentId: 'g', due: '2026-03-30' }),
    item('a', { parentId: 'in', estimateMin: 120 }),
    item('other', { kind: 'goal', planId: 'p2', due: '2026-03-16' }),
    item('b', { parentId: 'other', planId: 'p2', estimateMin: 60 }),
    item('parked', { kind: 'goal', state: 'parked', due: '2026-03-16' }),
    item('c', { parentId: 'parked', estimateMin: 600 }),
    item('someday', { kind: 'goal' }),
    item('d', { parentId: 'someday', estimateMin: 600 }),
  );
  expect(askedAWeek(mirror, NOW)).toBe(30 + 30);
});
