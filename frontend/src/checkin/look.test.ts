import { describe, expect, test } from 'vitest';
import { mirrorOf, said } from '../measure/house';
import { item } from '../plan/sample';
import '../text/english';
import { draftOf, Draft } from './draft.svelte';
import { duesOf, lookBefore, lookOn, restsOf, sightOf } from './look';
import { agoWords, lookWords, rhythmWords } from './words';

const NOW = '2031-03-14';
const PLAN = { planId: 'p1' };
const ITEMS = [
  item('v', { kind: 'vision', title: 'A vision' }),
  item('g', { kind: 'goal', parentId: 'v', title: 'Run' }),
  item('g2', { kind: 'goal', parentId: 'g', title: 'Run far' }),
  item('w', { kind: 'goal', title: 'Weigh less' }),
  item('old', { kind: 'goal', title: 'Over', state: 'done' }),
  item('r', { parentId: 'g', title: 'Stretch' }),
  item('other', { kind: 'goal', title: 'Elsewhere', planId: 'p2' }),
];
const MEASURES = [
  said('m', 'measure', 'w', {
    name: 'weight',
    unit: 'kg',
    baseline: 90,
    target: 80,
    direction: 'down',
  }),
  said('mo', 'measure', 'old', { name: 'over', baseline: 1 }),
  said('me', 'measure', 'other', { name: 'elsewhere', baseline: 1 }),
  said('e', 'entry', 'w', { measureId: 'm', on: '2031-03-03', value: 86 }),
  said('ro', 'routine', 'r', { rule: 'FREQ=DAILY', from: '2031-03-01', target: 10 }),
];

describe('what there is to look at', () => {
  const mirror = mirrorOf(ITEMS, MEASURES);

  test('of a plan, the measures of what is gone for with their last value, its routines and visions', () => {
    const sight = sightOf(mirror, PLAN, NOW);
    expect(sight.measures.map(({ measure, value, on }) => [measure.id, value, on])).toEqual([
      ['m', 86, '2031-03-03'],
    ]);
    expect(sight.routines.map(({ item: { id } }) => id)).toEqual(['r']);
    expect(sight.visions.map(({ id }) => id)).toEqual(['v']);
  });

  test('of a goal, only what is below it, and the vision above', () => {
    const sight = sightOf(mirror, { itemId: 'g' }, NOW);
    expect(sight.measures).toEqual([]);
    expect(sight.routines).toHaveLength(1);
    expect(sight.visions.map(({ id }) => id)).toEqual(['v']);
  });

  test('what rests is the goal itself, or the topmost goals that are still gone for', () => {
    const ids = (of: object) => restsOf(mirror, of).map(({ id }) => id);
    expect(ids({ itemId: 'g' })).toEqual(['g']);
    expect(ids({ itemId: 'old' })).toEqual([]);
    expect(ids({ itemId: 'v' })).toEqual(['g']);
    expect(ids(PLAN).sort()).toEqual(['g', 'w']);
  });
});

describe('the moments to look', () => {
  const weekly = { every: 1, unit: 'weeks' as const, from: '2031-03-07' };

  test('come from a rhythm or a checkpoint, the plan first, until one has looked', () => {
    const mirror = mirrorOf(ITEMS, [
      said('c', 'checkpoint', '', { itemId: 'g', on: '2031-03-10' }),
      said('ra', 'rhythm', '', { ...PLAN, ...weekly }),
      said('rb', 'rhythm', '', { itemId: 'w', ...weekly }),
      said('l', 'checkin', '', { itemId: 'w', on: NOW }),
      said('rc', 'rhythm', '', { itemId: 'old', ...weekly }),
      said('rd', 'rhythm', '', { itemId: 'other', ...weekly }),
      said('re', 'rhythm', '', { itemId: 'gone', ...weekly }),
    ]);
    expect(duesOf(mirror, NOW)).toEqual([
      { of: PLAN, day: NOW },
      { of: { itemId: 'g' }, day: '2031-03-10' },
    ]);
  });

  test('what was said is found by its day, and by what it is of', () => {
    const look = (id: string, on: string, of: object) => said(id, 'checkin', '', { ...of, on });
    const mirror = mirrorOf(ITEMS, [
      look('b', '2031-03-07', PLAN),
      look('a', '2031-02-01', PLAN),
      look('t', NOW, PLAN),
      look('g', '2031-03-13', { itemId: 'g' }),
    ]);
    expect(lookOn(mirror, PLAN, NOW)?.id).toBe('t');
    expect(lookBefore(mirror, PLAN, NOW)?.id).toBe('b');
    expect(lookBefore(mirror, { itemId: 'v' }, NOW)).toBeUndefined();
  });
});

describe('what is typed', () => {
  const mirror = mirrorOf(ITEMS, MEASURES);
  const sight = sightOf(mirror, PLAN, NOW);

  function typed(): Draft {
    const draft = new Draft();
    draft.measured['m'] = '85,5 kg';
    draft.done['r'] = true;
    draft.feels.mood = 6;
    draft.rated['v'] = { clarity: 7 };
    draft.prose.win = 'A run';
    draft.ending = 'pause';
    return draft;
  }

  test('becomes a check-in with what came with it, and what rests', () => {
    const { body, says, rests } = typed().input(mirror, PLAN, sight, NOW);
    expect(body).toMatchObject({ ...PLAN, on: NOW, mood: 6, energy: null, win: 'A run' });
    expect(says.map(({ kind, itemId, body: one }) => [kind, itemId, one])).toEqual([
      ['entry', 'w', { measureId: 'm', value: 85.5 }],
      ['rated', 'v', { clarity: 7 }],
      ['log', 'r', { amount: 10 }],
    ]);
    expect(rests.sort()).toEqual(['g', 'w']);
    const kept = typed();
    kept.ending = 'keep';
    expect(kept.input(mirror, PLAN, sight, NOW).rests).toEqual([]);
  });

  test('nothing at all is a check-in too', () => {
    expect(new Draft().input(mirror, PLAN, sight, NOW).says).toEqual([]);
  });

  test('comes back when the page is opened again, of the same and until the day after', () => {
    const data = typed().write(PLAN, NOW);
    const back = (of: object, day: string) => draftOf(mirror, of, day, data);
    expect(back(PLAN, NOW).write(PLAN, NOW)).toBe(data);
    expect(back(PLAN, '2031-03-15').prose.win).toBe('A run');
    expect(back(PLAN, '2031-03-16').prose.win).toBe('');
    expect(back({ itemId: 'g' }, NOW).feels.mood).toBeNull();
    const spoilt = '{"of":"p1","day":"2031-03-14","feels":{"mood":70},"ending":"lost","rated":[3]}';
    const draft = draftOf(mirror, PLAN, NOW, spoilt);
    expect([draft.feels.mood, draft.ending]).toEqual([null, '']);
  });

  test('what was said today already is where one begins', () => {
    const today = mirrorOf(ITEMS, [
      ...MEASURES,
      said('l', 'checkin', '', { ...PLAN, on: NOW, mood: 4, win: 'A run', ending: 'keep' }),
      said('e1', 'entry', 'w', { measureId: 'm', on: NOW, value: 85, fromId: 'l' }),
    ]);
    const draft = draftOf(today, PLAN, NOW, '');
    expect([draft.feels.mood, draft.prose.win, draft.ending, draft.measured['m']]).toEqual([
      4,
      'A run',
      'keep',
      '85',
    ]);
  });

  test('a number that cannot be read is told', () => {
    const draft = new Draft();
    draft.measured['m'] = 'a lot';
    expect(draft.unread(sight.measures)).toHaveLength(1);
    draft.measured['m'] = '';
    expect(draft.unread(sight.measures)).toEqual([]);
  });
});

test('it says how long ago it was, and what was said', () => {
  expect([NOW, '2031-03-13', '2031-03-09', '2031-02-21'].map((day) => agoWords(day, NOW))).toEqual([
    'today',
    'yesterday',
    '5 days ago',
    '3 weeks ago',
  ]);
  expect(lookWords({ mood: 5, win: 'A run', ending: 'letgo' })).toEqual([
    'mood 5',
    'Went well: A run',
    'Ended with: Let go',
  ]);
  expect(lookWords({ on: NOW })).toEqual([]);
  expect(rhythmWords({ from: '2031-03-14', every: 2, unit: 'months' })).toBe(
    'Every 2 months, from Fri 14 Mar 2031',
  );
});
