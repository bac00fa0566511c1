import { describe, expect, test } from 'vitest';
import { reaching } from '../plan/reach';
import { alignmentOf } from '../plan/sight';
import { item } from '../plan/sample';
import { stuckIn } from '../plan/stuck';
import type { Item } from '../plan/types';
import { plusDays } from '../text/dates';
import { readingsOf, valueOn } from './course';
import { deedsOf } from './deeds';
import { courseOver, feltIn, moodsOf, wholeOf } from './felt';
import { heatOf, shadeOf } from './heat';
import { hoursOf } from './hours';
import { mirrorOf, said, serves } from './house';
import { kpisOf } from './kpis';
import { lookDue, looksIn } from './looks';
import { marksOf } from '../outlook/feels';
import { around, before, lastDays, lastYear, lengthOf, partsOf } from './window';

// Each sentence of "Formulas" in product.md, in a small example.

const NOW = '2026-03-20';
const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const noon = (day: string) => new Date(`${day}T12:00`).toISOString();

/** A step that was to be done first on one day, now on another, and was done on a third. */
function step(id: string, first: string, over: Partial<Item> & { done?: string } = {}): Item {
  const { done, ...rest } = over;
  const ended = done === undefined ? {} : { state: 'done' as const, doneAt: noon(done) };
  return item(id, { firstDue: first, due: first, ...ended, ...rest });
}

const march = (...items: Item[]) => kpisOf(mirrorOf(items), MARCH, NOW);

describe('missed', () => {
  const missed = (...items: Item[]) => march(...items).completion.first.missed;

  test('is what is still open the day after its first day, and not on that day', () => {
    expect(missed(step('a', '2026-03-19'))).toBe(1);
    expect(missed(step('a', '2026-03-20'))).toBe(0);
    expect(missed(step('a', '2026-02-28'))).toBe(0);
    expect(missed(step('a', ''))).toBe(0);
  });

  test('is not hidden by another day, but does not count by that one', () => {
    const moved = step('a', '2026-03-05', { due: '2026-04-05' });
    const { first, after } = march(moved).completion;
    expect([first.missed, after.missed]).toEqual([1, 0]);
  });

  test('is nothing that was parked or let go, nor what stands below such or below what is done', () => {
    expect(missed(step('a', '2026-03-02', { state: 'parked' }))).toBe(0);
    expect(missed(step('a', '2026-03-02', { state: 'letgo' }))).toBe(0);
    for (const state of ['parked', 'letgo', 'done'] as const)
      expect(
        missed(item('g', { kind: 'goal', state }), step('a', '2026-03-02', { parentId: 'g' })),
      ).toBe(0);
  });

  test('counts a step that serves two goals once in each, and once in all', () => {
    const goals = ['g', 'h'].map((id) => item(id, { kind: 'goal' }));
    const steps = [step('a', '2026-03-02', { parentId: 'g' })];
    const mirror = mirrorOf([...goals, ...steps], [], [serves('a', 'h')]);
    const scopes = [reaching(mirror, ['g']), reaching(mirror, ['h']), reaching(mirror, ['g', 'h'])];
    for (const within of scopes)
      expect(kpisOf(mirror, MARCH, NOW, within).completion.first.missed).toBe(1);
    expect(kpisOf(mirror, MARCH, NOW).completion.first.missed).toBe(1);
  });
});

describe('the completion rate', () => {
  const rate = (...items: Item[]) => march(...items).completion.first.rate;

  test('is what was done of what was due in the window, be it late', () => {
    const done = step('a', '2026-03-03', { done: '2026-03-06' });
    const early = step('b', '2026-03-30', { done: '2026-02-10' });
    expect(rate(done, early, step('c', '2026-03-04'), step('d', '2026-03-25'))).toBe(2 / 3);
    expect(rate(step('a', '2026-04-01', { done: '2026-03-06' }))).toBeNull();
  });

  test('of a window that is over stays as it was', () => {
    const late = mirrorOf([step('a', '2026-02-20', { done: '2026-03-06' })]);
    const february = { from: '2026-02-01', to: '2026-02-28' };
    expect(kpisOf(late, february, NOW).completion.first).toMatchObject({ missed: 1, rate: 0 });
  });

  test('has the days of routines in it; a reason makes a skipped one none', () => {
    const from = '2026-03-16';
    const mirror = mirrorOf(
      [item('r')],
      [
        said('r1', 'routine', 'r', { rule: 'FREQ=DAILY', from }),
        said('l1', 'log', 'r', { on: from }),
        said('l2', 'log', 'r', { on: '2026-03-17', skipped: true }),
        said('l3', 'log', 'r', { on: '2026-03-18', skipped: true, note: 'ill' }),
      ],
    );
    const counted = { done: 1, missed: 1, skipped: 1, rate: 1 / 3 };
    expect(kpisOf(mirror, MARCH, NOW).completion.first).toEqual(counted);
  });
});

test('deadlines met are those done on or before the first day, of all that are done or past', () => {
  const kpis = march(
    step('early', '2026-04-10', { done: '2026-03-06' }),
    step('same day', '2026-03-07', { done: '2026-03-07' }),
    step('late', '2026-03-08', { done: '2026-03-09' }),
    step('moved', '2026-03-08', { due: '2026-03-18', done: '2026-03-17' }),
    step('open', '2026-03-10'),
    step('to come', '2026-03-28'),
    step('no day', '', { done: '2026-03-09' }),
  );
  expect(kpis.deadlines.first).toEqual({ met: 2, of: 5, rate: 0.4 });
  expect(kpis.deadlines.after).toEqual({ met: 3, of: 5, rate: 0.6 });
});

test('milestones achieved are counted, and their share in time', () => {
  const kind = 'milestone';
  const kpis = march(
    step('a', '2026-03-10', { kind, done: '2026-03-09' }),
    step('b', '2026-03-10', { kind, done: '2026-03-11', due: '2026-03-12' }),
    step('c', '', { kind, done: '2026-03-09' }),
    step('d', '2026-03-09', { kind }),
  );
  expect(kpis.milestones.first).toEqual({ count: 3, dated: 2, inTime: 1, share: 0.5 });
  expect(kpis.milestones.after.share).toBe(1);
  expect(kpis.done).toBe(3);
});

test('the overrun factor is what steps took of what was thought, once five tell', () => {
  const timed = (id: string, spentMin: number) =>
    step(id, '', { done: '2026-03-09', estimateMin: 10, spentMin });
  const four = ['a', 'b', 'c', 'd'].map((id) => timed(id, 15));
  expect(march(...four).overrun.factor).toBeNull();
  expect(march(...four, timed('e', 20)).overrun).toMatchObject({ steps: 5, factor: 1.6 });
});

test('alignment is the share of active steps that reach a core value', () => {
  const mirror = mirrorOf(
    [
      item('v', { kind: 'vision' }),
      item('g', { kind: 'goal', parentId: 'v' }),
      item('h', { kind: 'goal', parentId: 'v' }),
      item('a', { parentId: 'g' }),
      item('b', { parentId: 'h' }),
      item('c', { parentId: 'g', state: 'done' }),
    ],
    [
      said('calm', 'value', '', { name: 'Calm', core: true }),
      said('w', 'worth', 'g', { valueId: 'calm' }),
    ],
  );
  expect(alignmentOf(mirror, 'v')).toEqual({ reach: 1, of: 2 });
});

test('a goal is stuck after max(14 days, twice its usual gap), and says when nothing can be begun', () => {
  const goal = item('g', { kind: 'goal', createdAt: noon('2026-01-01') });
  const done = ['2026-02-20', '2026-03-01', '2026-03-05'].map((day, i) =>
    step(`d${i}`, '', { parentId: 'g', done: day }),
  );
  const open = item('o', { parentId: 'g' });
  const on = (day: string, ...items: Item[]) =>
    stuckIn(mirrorOf([goal, ...items]), 'p1', day).map(({ days }) => days);
  expect(on('2026-03-19', open, ...done)).toEqual([]);
  expect(on('2026-03-20', open, ...done)).toEqual([15]);
  expect(on('2026-03-06', ...done)).toEqual([null]);
  const linked = [item('x', { state: 'done', doneAt: noon('2026-03-18') }), item('y')];
  const mirror = mirrorOf([goal, ...linked], [], [serves('x', 'g'), serves('y', 'g')]);
  expect(stuckIn(mirror, 'p1', NOW)).toEqual([]);
});

describe('hours', () => {
  const due = '2026-03-26';
  const goal = item('g', { kind: 'goal', due });
  const work = item('a', { parentId: 'g', estimateMin: 300 });
  const week = said('w', 'week', '', { hours: 7 });
  const off = said('o', 'off', '', { from: '2026-03-21', to: '2026-03-22' });

  test('needed are those that are left, those there are of days that are not off', () => {
    expect(hoursOf(mirrorOf([goal, work], [week, off]), goal, NOW)).toEqual({
      needed: 5,
      there: 5,
      realism: 1,
      unknown: 0,
    });
  });

  test('of the goal itself go before those of all plans; without a day nobody can tell', () => {
    const own = said('m', 'aim', 'g', { hours: 14 });
    expect(hoursOf(mirrorOf([goal, work], [week, own]), goal, NOW).there).toBe(14);
    const someday = { ...goal, due: '' };
    expect(hoursOf(mirrorOf([someday, work], [week]), someday, NOW).realism).toBeNull();
    const past = { ...goal, due: '2026-03-01' };
    expect(hoursOf(mirrorOf([past, work], [week]), past, NOW).realism).toBe(Infinity);
    expect(hoursOf(mirrorOf([past], [week]), past, NOW).realism).toBe(0);
  });

  test('are multiplied by how many times one usually needs', () => {
    const took = Array.from({ length: 5 }, (_, i) =>
      step(`t${i}`, '', { done: '2026-03-02', estimateMin: 10, spentMin: 16 }),
    );
    expect(hoursOf(mirrorOf([goal, work, ...took], [week]), goal, NOW).needed).toBe(8);
  });
});

test('a measure goes down as well as up, and its entries say where they came from', () => {
  const goal = item('g', { kind: 'goal' });
  const measure = said('m', 'measure', 'g', { baseline: 90, target: 80, direction: 'down' });
  const mirror = mirrorOf(
    [goal],
    [
      measure,
      said('e1', 'entry', 'g', { measureId: 'm', on: '2026-02-20', value: 88 }),
      said('e2', 'entry', 'g', { measureId: 'm', on: '2026-03-10', value: 85, fromId: 'c' }),
    ],
  );
  expect(readingsOf(mirror, measure, MARCH)).toEqual([
    { on: '2026-03-10', value: 85, share: 0.5, note: '', fromId: 'c' },
  ]);
  const values = ['2026-01-01', '2026-03-09', '2026-03-10'].map((day) =>
    valueOn(mirror, measure, day),
  );
  expect(values).toEqual([90, 88, 85]);
  expect(mirror.progress('g')).toBe(0.5);
});

test('a vision feels as it was rated in the window, and a gap stays a gap', () => {
  const mirror = mirrorOf(
    [item('v', { kind: 'vision' })],
    [
      said('a', 'rated', 'v', { on: '2026-01-10', clarity: 4, impact: 9 }),
      said('b', 'rated', 'v', { on: '2026-03-02', clarity: 6 }),
      said('c', 'rated', 'v', { on: '2026-03-12', clarity: 8, alignment: 7 }),
    ],
  );
  const felt = feltIn(mirror, 'v', MARCH);
  expect(felt).toEqual({ clarity: 8, alignment: 7, impact: null });
  expect(wholeOf(felt)).toBe(0.75);
  expect(wholeOf(feltIn(mirror, 'v', { from: '2026-02-01', to: '2026-02-28' }))).toBeNull();
  const clarity = marksOf(mirror.said.list('rated', 'v'), 'clarity');
  const months = partsOf({ from: '2026-01-01', to: '2026-03-31' }, 'month');
  expect(courseOver(clarity, months)).toEqual([4, null, 8]);
});

test('a day is as warm as what was done on it, small or large', () => {
  const mirror = mirrorOf(
    [
      step('a', '', { done: '2026-03-02', estimateMin: 1 }),
      step('b', '', { done: '2026-03-02' }),
      item('r'),
    ],
    [
      said('r1', 'routine', 'r', { rule: 'FREQ=DAILY', from: '2026-03-02' }),
      said('l1', 'log', 'r', { on: '2026-03-02', least: true }),
      said('l2', 'log', 'r', { on: '2026-03-03', skipped: true }),
    ],
  );
  expect(heatOf(deedsOf(mirror), mirror, { from: '2026-03-01', to: '2026-03-03' })).toEqual([
    { day: '2026-03-01', count: 0 },
    { day: '2026-03-02', count: 3 },
    { day: '2026-03-03', count: 0 },
  ]);
  expect([0, 1, 2, 3].map((count) => shadeOf(count, 3))).toEqual([0, 2, 3, 4]);
  expect(shadeOf(1, 1)).toBe(2);
  expect([0, 1, 10, 11, 39, 40].map((count) => shadeOf(count, 40))).toEqual([0, 1, 1, 2, 4, 4]);
});

describe('windows', () => {
  test('are weeks of seven days when clocks change, months with their leap day, and any run of days', () => {
    expect(around('2026-03-29', 'week')).toEqual({ from: '2026-03-23', to: '2026-03-29' });
    expect(around('2028-02-10', 'month')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(lengthOf(lastYear('2028-02-29'))).toBe(366);
    expect(before({ from: '2026-03-01', to: '2026-03-31' })).toEqual({
      from: '2026-01-29',
      to: '2026-02-28',
    });
    expect(lastDays(NOW, 7)).toEqual({ from: '2026-03-14', to: NOW });
    expect(lengthOf({ from: '2026-03-02', to: '2026-03-01' })).toBe(0);
  });

  test('fall into parts that have each day once', () => {
    const parts = partsOf({ from: '2026-03-04', to: '2026-03-17' }, 'week');
    expect(parts.map(lengthOf)).toEqual([5, 7, 2]);
    expect(partsOf({ from: '2026-03-02', to: '2026-03-01' }, 'day')).toEqual([]);
  });
});

describe('moments to look', () => {
  const planId = 'p1';
  const rhythm = said('r', 'rhythm', '', { planId, from: '2026-03-02', every: 1, unit: 'weeks' });
  const planned = said('p', 'checkpoint', '', { planId, on: '2026-03-12' });
  const other = said('q', 'checkpoint', '', { itemId: 'g', on: '2026-03-13' });
  const seen = (on: string) => said(`c${on}`, 'checkin', '', { planId, on, mood: 6, energy: 4 });

  test('are checkpoints and the beats of a rhythm, each of its own plan or item', () => {
    const rows = mirrorOf([], [rhythm, planned, other]);
    const days = [
      '2026-03-02',
      '2026-03-09',
      '2026-03-12',
      '2026-03-16',
      '2026-03-23',
      '2026-03-30',
    ];
    expect(looksIn(rows, { planId }, MARCH)).toEqual(days);
    expect(looksIn(rows, { itemId: 'g' }, MARCH)).toEqual(['2026-03-13']);
  });

  test('are asked for by the last of them; what was missed before is a gap', () => {
    expect(lookDue(mirrorOf([], [rhythm]), { planId }, NOW)).toBe('2026-03-16');
    expect(lookDue(mirrorOf([], [rhythm, seen('2026-03-15')]), { planId }, NOW)).toBe('2026-03-16');
    expect(lookDue(mirrorOf([], [rhythm, seen('2026-03-17')]), { planId }, NOW)).toBe('');
    expect(lookDue(mirrorOf([], [planned]), { planId }, plusDays(NOW, 60))).toBe('');
    expect(lookDue(mirrorOf([], [seen('2026-03-17')]), { planId }, NOW)).toBe('');
  });

  test('tell how somebody was', () => {
    const rows = mirrorOf([], [seen('2026-03-17'), seen('2026-03-10'), other]);
    expect(moodsOf(rows, (of) => of.planId === planId, 'energy')).toEqual([
      { on: '2026-03-10', value: 4 },
      { on: '2026-03-17', value: 4 },
    ]);
    expect(moodsOf(rows, (of) => of.itemId === 'g', 'mood')).toEqual([]);
  });
});
