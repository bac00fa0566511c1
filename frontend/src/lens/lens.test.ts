import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item } from '../plan/sample';
import { Lens } from './lens.svelte';
import { ACTION, type Verdict } from './types';

const OUTCOME: Verdict = { ...ACTION, kind: 'outcome', reason: 'lens.result', word: 'grow' };

let asked: string[][];
let language: string;
let fails: boolean;
let mirror: Mirror;
let lens: Lens;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  language = 'en';
  fails = false;
  mirror = new Mirror();
  const items = [item('a', { title: 'Grow' }), item('b', { title: 'Call Ada' })];
  mirror.replace(changes({ plans: [{ id: 'p1', name: '', subject: 'me', rank: 'a' }], items }));
  const check = async (lang: string, titles: string[]) => {
    asked.push([lang, ...titles]);
    if (fails) throw new Error('no answer');
    return titles.map((title) => (title.startsWith('Grow') ? OUTCOME : ACTION));
  };
  lens = new Lens(mirror, { check }, () => language);
});

afterEach(() => vi.useRealTimers());

const answers = () => vi.runAllTimersAsync();

test('many titles are asked for at once, and each only once', async () => {
  lens.read('Grow');
  lens.read('Call Ada');
  lens.read('Grow');
  await answers();
  expect(lens.read('Grow')).toEqual(OUTCOME);
  expect(lens.read('Call Ada')).toEqual(ACTION);
  await answers();
  expect(asked).toEqual([['en', 'Grow', 'Call Ada']]);
});

test('a plan of very many steps comes in a few answers', async () => {
  for (let i = 0; i < 4500; i++) lens.read(`Call ${String(i)}`);
  await answers();
  expect(asked.map((titles) => titles.length - 1)).toEqual([2000, 2000, 500]);
});

test('while it is off nothing is asked, and nobody is asked about anything', async () => {
  language = '';
  lens.awake = true;
  expect(lens.read('Grow')).toBeUndefined();
  expect(lens.survey().asks).toEqual([]);
  await answers();
  expect(asked).toEqual([]);
});

test('another language reads everything anew; what comes too late counts for nothing', async () => {
  lens.read('Grow');
  await answers();
  lens.read('Grow on');
  vi.advanceTimersByTime(1); // it is on its way
  language = 'de';
  expect(lens.read('Grow')).toBeUndefined();
  await answers();
  expect(lens.read('Grow')).toEqual(OUTCOME);
  expect(asked.map(([lang]) => lang)).toEqual(['en', 'en', 'de']);
});

test('an empty title is no question', async () => {
  expect(lens.read('  ')).toBeUndefined();
  await answers();
  expect(asked).toEqual([]);
});

test('an answer that does not come leaves the page as it is', async () => {
  fails = true;
  lens.read('Grow');
  await answers();
  expect(lens.read('Grow')).toBeUndefined();
});

test('the plan as a whole is read once the page is drawn', async () => {
  expect(lens.survey()).toMatchObject({ outcomes: 0, actions: 0 });
  await answers();
  expect(asked).toEqual([]);
  lens.awake = true;
  lens.survey();
  await answers();
  expect(lens.survey()).toMatchObject({ outcomes: 1, actions: 1, asks: [{ id: 'a' }] });
});
