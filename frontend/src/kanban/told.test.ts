import { describe, expect, it } from 'vitest';
import { Aspects, type Aspect } from '../plan/aspects';
import { item } from '../plan/sample';
import type { Item } from '../plan/types';
import { afterAll, afterWords, linesOf, stillness, stillWords, toldOf } from './told';

const NOW = '2026-03-09';
const LETTER = item('letter', { title: 'Write the letter' });
const STAMP = item('stamp', { title: 'Find a stamp' });

const saying = (...aspects: Partial<Aspect>[]) =>
  new Aspects(
    aspects.map((one, i) => ({ id: String(i), itemId: 'a', rank: String(i), ...one }) as Aspect),
  );

const source = (said = saying(), after: readonly Item[] = [], below: readonly Item[] = []) => ({
  said,
  blockers: () => after,
  item: (id: string) => below.find((one) => one.id === id),
  children: (id: string) => (id === 'a' ? below.map((one) => one.id) : []),
});

const told = (over: Partial<Item>, from = source()) => toldOf(from, item('a', over), NOW);

describe('a card tells', () => {
  it('whom it waits for and since when, while it waits', () => {
    const from = source(saying({ kind: 'wait', body: { who: 'Ada', since: '2026-03-03' } }));
    expect(told({ state: 'waiting' }, from).wait).toBe('waiting for Ada since 3 Mar');
    expect(told({ state: 'doing' }, from).wait).toBe('');
    expect(linesOf(from, item('a', { state: 'waiting' }))).toBe(1);
  });

  it('what it comes after, the first in its line and all in its tip', () => {
    const { after } = told({}, source(saying(), [LETTER, STAMP]));
    expect(afterWords(after)).toBe('after: Write the letter and 1 more');
    expect(afterAll(after)).toBe('after: Write the letter · Find a stamp');
    expect(afterWords([LETTER])).toBe('after: Write the letter');
    expect(afterWords([])).toBe('');
  });

  it('when it begins, while that is ahead and no vague date', () => {
    expect(told({ start: '2026-04-03' }).begins).toBe('begins 3 Apr');
    expect(told({ start: NOW }).begins).toBe('');
    expect(told({ start: '2026-04-01', due: '2026-04-30', dueKind: 'soft' }).begins).toBe('');
  });

  it('what was said for when', () => {
    const promise = (body: object) => told({}, source(saying({ kind: 'promise', body }))).promise;
    expect(promise({ on: '2026-03-13', time: '17:00' })).toBe('said for Fri 13 Mar 17:00');
    expect(promise({ on: '2026-03-13' })).toBe('said for Fri 13 Mar');
    expect(promise({})).toBe('');
  });

  it('nothing of all that once it is done', () => {
    const from = source(saying({ kind: 'promise', body: { on: NOW } }), [LETTER]);
    const none = { wait: '', after: [], begins: '', promise: '', weeks: 0 };
    expect(told({ state: 'done', start: '2026-05-01' }, from)).toEqual(none);
    expect(linesOf(from, item('a', { state: 'done' }))).toBe(0);
  });
});

describe('a card that lies still', () => {
  const weeks = (changedAt: string, over: Partial<Item> = {}, below: Item[] = []) =>
    told({ state: 'doing', changedAt, ...over }, source(saying(), [], below)).weeks;

  it.each([
    ['2026-02-23T12:00:00Z', 0],
    ['2026-02-22T12:00:00Z', 2],
    ['2026-02-16T12:00:00Z', 3],
  ])('since %s does so for %d weeks', (changedAt, count) => {
    expect(weeks(changedAt)).toBe(count);
  });

  it('is one that was meant to move', () => {
    expect(weeks('2026-01-01T12:00:00Z', { state: 'todo' })).toBe(0);
    expect(weeks('2026-01-01T12:00:00Z', { state: 'waiting' })).toBe(9);
  });

  it('is none while its own steps move', () => {
    const below = [item('b', { changedAt: '2026-03-08T12:00:00Z' })];
    expect(weeks('2026-01-01T12:00:00Z', {}, below)).toBe(0);
  });

  it('is no routine, which has a log of its own', () => {
    const from = source(saying({ kind: 'routine', body: { rule: 'FREQ=DAILY' } }));
    const over = { state: 'doing', changedAt: '2026-01-01T12:00:00Z' } as const;
    expect(told(over, from).weeks).toBe(0);
  });

  it('says so in weeks, and later in months', () => {
    expect([0, 3, 9].map(stillWords)).toEqual([
      '',
      'untouched for 3 weeks',
      'untouched for 2 months',
    ]);
    expect([0, 3, 9].map(stillness)).toEqual([undefined, 'some', 'long']);
  });
});
