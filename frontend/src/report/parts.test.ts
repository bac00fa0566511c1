import { describe, expect, test } from 'vitest';
import { facesOf } from '../drawing/faces';
import { Ruler } from '../drawing/words';
import type { Aspect, Bodies } from '../plan/aspects';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import '../text/english';
import { NOTHING, readKept, withLine, withPart, type Choice } from './choice';
import { letterOf, markdownOf, wordsOf } from './letter';
import { paperOf } from './paper';
import { partsOf, type PartName, type Period } from './parts';

const NOW = '2026-03-13';
/** Noon here, so that the day is the same in every zone. */
const noon = (day: string) => new Date(`${day}T12:00`).toISOString();

const said = (id: string, kind: 'measure' | 'entry' | 'gap', body: object): Aspect =>
  ({ id, itemId: 'g', kind, rank: id, body }) as Aspect;

const look = (id: string, body: Bodies['checkin']): Aspect => ({
  id,
  itemId: '',
  kind: 'checkin',
  rank: id,
  body: { planId: 'p1', ...body },
});

const mirror = new Mirror();
mirror.replace(
  changes({
    plans: [{ id: 'p1', name: 'A book', subject: 'me', rank: 'a' }],
    items: [
      item('v', { kind: 'vision', title: 'A book of mine' }),
      item('g', { kind: 'goal', title: 'A manuscript' }),
      item('late', {
        title: 'Late',
        state: 'done',
        doneAt: noon('2026-03-13'),
        firstDue: '2026-03-10',
      }),
      item('early', {
        title: 'Early',
        state: 'done',
        doneAt: noon('2026-03-07'),
        firstDue: '2026-03-08',
      }),
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
      look('k2', { on: '2026-03-12', mood: 7, energy: 6, win: 'She called back' }),
      look('k1', { on: '2026-03-08', mood: 5, setback: 'It rained', learned: 'look first' }),
      look('k0', { on: '2026-03-01', mood: 1, win: 'Long ago' }),
      look('kp', { planId: 'p2', on: '2026-03-12', win: 'Elsewhere' }),
      {
        id: 'sb',
        itemId: '',
        kind: 'setback',
        rank: 'a',
        body: { itemId: 'g', on: NOW, what: 'Lost a day' },
      },
      {
        id: 'ce',
        itemId: 'early',
        kind: 'celebration',
        rank: 'a',
        body: { on: '2026-03-08', note: 'We sang.' },
      },
      {
        id: 'ra',
        itemId: 'v',
        kind: 'rated',
        rank: 'a',
        body: { on: '2026-03-09', clarity: 7, impact: 8 },
      },
      said('h', 'gap', { sort: 'help', what: 'a reader' }),
    ],
    show: 'p1',
  }),
);

const all: Choice = NOTHING.of.self;
const words = (choice: Choice, greeting = 'Hello Ada,', parts = partsOf(mirror, 'week', NOW)) =>
  wordsOf(letterOf(parts, choice, { plan: 'A book', greeting, period: 'week', now: NOW }));

/** The lines of a part, in a period up to a day. */
function linesOf(name: PartName, period: Period = 'week', now = NOW): string[] | undefined {
  const part = partsOf(mirror, period, now).find((one) => one.name === name);
  return part?.lines.map((line) => line.words);
}

test('a week tells what was done in it, what moved, what comes, and what is lacking', () => {
  expect(words({ ...all, parts: { feels: false, wins: false, setbacks: false } })).toBe(`Hello Ada,
This was my week with “A book”, 7 Mar to 13 Mar.

Done:
– Early
– Which cover? – The blue one
– Late

How much moved:
– 4 of 9 things that were due are done (2 of 7 after re-planning)
– 1 of 2 first dates were met

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
– A manuscript: a reader`);
});

test('what one feels, what went well and what was hard are told where somebody wants that', () => {
  expect(linesOf('feels')).toEqual([
    'Mood, of 10: 5 on 8 Mar, 7 on 12 Mar',
    'Energy, of 10: 6 on 12 Mar',
    'A book of mine: clarity 7 of 10, long-term impact 8 of 10',
  ]);
  expect(linesOf('wins')).toEqual(['She called back', 'Early – We sang.']);
  expect(linesOf('setbacks')).toEqual(['It rained · Learned: look first', 'Lost a day']);
  expect(words(NOTHING.of.self)).toContain('It rained');
  for (const reader of ['partner', 'coach'] as const)
    expect(words(NOTHING.of[reader])).not.toMatch(/Mood|clarity|She called|It rained|We sang/);
});

test('a month looks back further, and ahead', () => {
  expect(linesOf('done', 'month')).toEqual(['Old', 'Early', 'Which cover? – The blue one', 'Late']);
  expect(linesOf('next', 'month')).toEqual(['Soon (Mon 16 Mar)', 'Far (21 Mar)', 'Begun']);
});

test('a line or a part that is left out is nowhere, and is remembered', () => {
  const without = withPart(withLine(all, 'done', 'early', false), 'next', false);
  const kept = readKept(JSON.stringify({ ...NOTHING, of: { ...NOTHING.of, self: without } }));
  expect(kept.of.self).toEqual(without);
  const told = words(kept.of.self);
  expect(told).toContain('– Late');
  expect(told).not.toMatch(/– Early$|Soon|Next/m);
  expect(withLine(without, 'done', 'early', true).out).toEqual([]);
  expect([readKept(''), readKept('{"of":{"self":{"out":7}}}')]).toEqual([NOTHING, NOTHING]);
});

test('where nothing was done that is said, but not where it was left out', () => {
  expect(words(all, '', [])).toBe(
    'This was my week with “A book”, 7 Mar to 13 Mar. Nothing was finished this week.',
  );
  expect(words(withPart(all, 'done', false))).not.toContain('Nothing was finished');
});

test('as Markdown the words of a person stay words', () => {
  const letter = {
    plan: 'A *book*',
    greeting: 'Hello,\nAda',
    about: 'This was it.',
    sections: [{ head: 'Done', lines: ['1. [x] <b>', '- a_b'] }],
    day: NOW,
  };
  expect(markdownOf(letter)).toBe(`# A \\*book\\*

Hello,

Ada

This was it.

## Done

- 1\\. \\[x\\] \\<b\\>
- \\- a\\_b
`);
});

describe('on paper', async () => {
  const ruler = new Ruler(await facesOf());
  const textsOf = (count: number) => {
    const lines = Array.from({ length: count }, (_, i) => `Line ${String(i + 1)}`);
    const sections = [
      { head: 'Done', lines },
      { head: 'Next', lines: ['Soon'] },
    ];
    const letter = { plan: 'A book', greeting: 'Hello,', about: 'It was.', sections, day: NOW };
    const { shapes, height } = paperOf(letter, ruler);
    const texts = shapes.filter((shape) => shape.is === 'text');
    expect(Math.max(...texts.map(({ y }) => y))).toBeLessThan(height - 20);
    expect(shapes.every((one) => !JSON.stringify(one).match(/accent|"(ask|laid|[aks]-)/))).toBe(
      true,
    );
    return texts;
  };

  test('all of it stands, the smaller the more there is', () => {
    const [few, many] = [textsOf(3), textsOf(36)];
    expect(few.map((one) => one.words)).toContain('Line 3');
    expect(many.map((one) => one.words)).toContain('Line 36');
    const size = (texts: typeof few) => texts.find((one) => one.words === 'Line 1')?.size ?? 0;
    expect(size(many)).toBeLessThan(size(few));
  });

  test('what fits on no page is counted, and every part keeps something', () => {
    const shown = textsOf(400).map((one) => one.words);
    expect(shown).toContain('Soon');
    const lines = shown.filter((one) => one.startsWith('Line ')).length;
    expect(lines).toBeGreaterThan(30);
    expect(shown).toContain(`and ${String(400 - lines)} more`);
  });
});
