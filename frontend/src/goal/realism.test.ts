import { describe, expect, test } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import type { Item } from '../plan/types';
import { realismOf, shortOf, wantsPlan, weeksBetween } from './realism';

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
  const real = { minutes: 600, unknown: 0, weeks: 2, perWeek: 300 };
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
