import { expect, test } from 'vitest';
import { mirrorOf, said, serves } from '../measure/house';
import { item } from '../plan/sample';
import '../text/english';
import { isOffered, readKept, stoppedAt } from './kept';
import { pagesOf, reviewOf } from './pages';

/** Nobody has looked back yet. */
const NOTHING = { done: '', page: '', since: '', left: {} } as const;
const SUNDAY = '2026-03-15';
const NOW = { day: SUNDAY, time: '18:00' };
/** Noon here, so that the day is the same in every zone. */
const noon = (day: string) => new Date(`${day}T12:00`).toISOString();
const old = { createdAt: noon('2026-01-02') };

const mirror = mirrorOf(
  [
    item('v', { kind: 'vision' }),
    item('g', { kind: 'goal', parentId: 'v', ...old }),
    item('bare', { kind: 'goal', parentId: 'v' }),
    item('moves', { kind: 'goal', parentId: 'v' }),
    item('late', { parentId: 'moves', state: 'done', doneAt: noon('2026-03-15') }),
    item('early', { parentId: 'moves', state: 'done', doneAt: noon('2026-03-09') }),
    item('before', { parentId: 'moves', state: 'done', doneAt: noon('2026-03-08') }),
    item('elsewhere', { planId: 'p2', state: 'done', doneAt: noon('2026-03-15') }),
    item('a', { parentId: 'g', ...old }),
    item('b', { parentId: 'moves', state: 'doing' }),
    item('c', { parentId: 'moves', due: '2026-03-18' }),
    item('far', { parentId: 'moves', due: '2026-04-18' }),
    item('beyond', { parentId: 'moves' }),
    item('today', { parentId: 'moves' }),
    item('wait', { parentId: 'moves', state: 'waiting' }),
    item('loose'),
    item('linked'),
    item('i1', { kind: 'idea', ...old }),
    item('i2', { kind: 'idea', createdAt: noon('2026-03-10') }),
    item('d', { kind: 'decision', parentId: 'moves', state: 'done', doneAt: noon('2026-02-01') }),
  ],
  [
    said('p', 'pick', 'today', { on: SUNDAY }),
    said('p2', 'pick', 'beyond', { on: '2026-03-23' }),
    said('ch', 'choice', 'd', { decided: '2026-02-01', review: '2026-03-10' }),
    said('re', 'recheck', 'g', { of: 'v', since: '2026-03-10' }),
  ],
  [serves('linked', 'g')],
);

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

test('a review lists what there is to look at, each on its page', () => {
  const review = reviewOf(mirror, NOW, {});
  expect(ids(review.done)).toEqual(['early', 'late']);
  expect(review.stuck.map(({ goal, days }) => [goal.id, days === null])).toEqual([
    ['g', false],
    ['bare', true],
  ]);
  expect(ids(review.ideas)).toEqual(['i1']);
  expect(ids(review.loose)).toEqual(['loose']);
  expect(review.again.map((one) => one.item.id)).toEqual(['g', 'd']);
  expect(ids(review.waits)).toEqual(['wait']);
  expect(ids(review.next)).toEqual(['c', 'b', 'a', 'far', 'linked', 'loose']);
});

test('a page without anything on it is left out', () => {
  const quiet = reviewOf(
    mirrorOf([item('v', { kind: 'vision' }), item('s', { parentId: 'v' })]),
    NOW,
    {},
  );
  expect(pagesOf(quiet)).toEqual(['next']);
});

test('an idea that was kept comes back in four weeks', () => {
  const ideas = (kept: string) => ids(reviewOf(mirror, NOW, { i1: kept }).ideas);
  expect(ideas('2026-03-01')).toEqual([]);
  expect(ideas('2026-02-15')).toEqual(['i1']);
});

test('a step that was left as it is comes back in four weeks', () => {
  const loose = (left: string) => ids(reviewOf(mirror, NOW, { loose: left }).loose);
  expect(loose('2026-03-01')).toEqual([]);
  expect(loose('2026-02-15')).toEqual(['loose']);
});

test('it is offered on the last day of a week that nobody has looked back on', () => {
  expect(isOffered(NOTHING, SUNDAY)).toBe(true);
  expect(isOffered(NOTHING, '2026-03-14')).toBe(false);
  expect(isOffered({ ...NOTHING, done: '2026-03-13' }, SUNDAY)).toBe(false);
  expect(isOffered({ ...NOTHING, done: '2026-03-08' }, SUNDAY)).toBe(true);
});

test('one goes on where one stopped in the same week, and begins anew in the next', () => {
  const kept = { ...NOTHING, page: 'loose' as const, since: '2026-03-13' };
  expect(stoppedAt(kept, SUNDAY)).toBe('loose');
  expect(stoppedAt(kept, '2026-03-16')).toBe('');
  expect(readKept(JSON.stringify(kept))).toEqual(kept);
  expect([readKept(''), readKept('{"page":"no","left":7}')]).toEqual([NOTHING, NOTHING]);
});
