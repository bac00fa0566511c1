import { expect, test } from 'vitest';
import type { Aspect } from '../plan/aspects';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import '../text/english';
import { weekOf, wordsOf } from './report';

const NOW = '2026-03-13';
/** Noon here, so that the day is the same in every zone. */
const noon = (day: string) => new Date(`${day}T12:00`).toISOString();

const said = (id: string, kind: 'measure' | 'entry' | 'gap', body: object): Aspect =>
  ({ id, itemId: 'g', kind, rank: id, body }) as Aspect;

const mirror = new Mirror();
mirror.replace(
  changes({
    plans: [{ id: 'p1', name: 'A book', subject: 'me', rank: 'a' }],
    items: [
      item('g', { kind: 'goal', title: 'A manuscript' }),
      item('late', { title: 'Late', state: 'done', doneAt: noon('2026-03-13') }),
      item('early', { title: 'Early', state: 'done', doneAt: noon('2026-03-07') }),
      item('which', {
        kind: 'decision',
        title: 'Which cover?',
        state: 'done',
        doneAt: noon('2026-03-10'),
      }),
      item('old', { title: 'Old', state: 'done', doneAt: noon('2026-03-06') }),
      item('soon', { title: 'Soon', due: '2026-03-16' }),
      item('begun', { title: 'Begun', state: 'doing' }),
      item('write', { title: 'Write', state: 'doing' }),
      item('far', { title: 'Far', due: '2026-03-21' }),
      item('answer', { title: 'An answer', state: 'waiting', due: '2026-03-14' }),
      item('idea', { kind: 'idea', title: 'An idea', due: '2026-03-14' }),
      item('other', { title: 'Elsewhere', planId: 'p2', state: 'doing' }),
    ],
    aspects: [
      said('m', 'measure', { name: 'chapters', unit: 'ch.', target: 24, baseline: 8 }),
      said('e1', 'entry', { measureId: 'm', on: '2026-03-12', value: 12 }),
      said('e0', 'entry', { measureId: 'm', on: '2026-03-02', value: 10 }),
      said('n', 'measure', { name: 'readers' }),
      { id: 'o', itemId: 'which', kind: 'option', rank: 'a', body: { what: 'The blue one' } },
      {
        id: 'c',
        itemId: 'which',
        kind: 'choice',
        rank: 'a',
        body: { optionId: 'o', decided: '2026-03-10' },
      },
      {
        id: 'r',
        itemId: 'write',
        kind: 'routine',
        rank: 'a',
        body: { rule: 'FREQ=DAILY', from: '2026-03-01', target: 10, unit: 'minutes' },
      },
      ...['2026-03-06', '2026-03-07', '2026-03-13'].map((on): Aspect => ({
        id: on,
        itemId: 'write',
        kind: 'log',
        rank: on,
        body: { on, amount: 12 },
      })),
      said('h', 'gap', { sort: 'help', what: 'a reader' }),
    ],
    show: 'p1',
  }),
);

test('a week tells what was done in it, what moved, what comes, and what is lacking', () => {
  const week = weekOf(mirror, NOW);
  const titles = (items: readonly { title: string }[]) => items.map(({ title }) => title);
  expect(titles(week.done)).toEqual(['Early', 'Which cover?', 'Late']);
  expect(week.moved).toEqual([{ name: 'chapters', unit: 'ch.', from: 10, to: 12 }]);
  expect(titles(week.next)).toEqual(['Soon', 'Begun']);
  expect(titles(week.waiting)).toEqual(['An answer']);
  expect(titles(week.help)).toEqual(['A manuscript']);
});

test('it reads as one would write it', () => {
  expect(wordsOf(weekOf(mirror, NOW), mirror.said, 'A book', 'Ada', NOW)).toBe(`Hello Ada,
This was my week with “A book”, 7 Mar to Fri 13 Mar.

Done:
– Early
– Which cover? – The blue one
– Late

How it is going:
– chapters: 12 ch. (before: 10)

What I do again and again:
– Write: on 2 days, 24 minutes

Next:
– Soon (Mon 16 Mar)
– Begun

I am waiting for:
– An answer

I could use help with:
– A manuscript`);
  const empty = { done: [], moved: [], routines: [], next: [], waiting: [], help: [] };
  expect(wordsOf(empty, mirror.said, 'A book', ' ', NOW)).toBe(`Hello,
This was my week with “A book”, 7 Mar to Fri 13 Mar.

Nothing was finished this week.`);
});
