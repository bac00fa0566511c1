import { flushSync } from 'svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  book,
  called,
  click,
  inTheHouse,
  leave,
  named,
  press,
  program,
  rest,
  start,
  write,
} from '../house';
import type { AspectKind, Bodies } from '../plan/aspects';
import { item } from '../plan/sample';
import { plusDays, today } from '../text/dates';

inTheHouse();

const areas = [
  { id: 'a1', name: 'Growth', hue: 'growth', rank: 'a' },
  { id: 'a2', name: 'Home', hue: 'home', rank: 'b' },
];
const items = [
  item('v', { kind: 'vision', title: 'A book of mine', rank: 'a', why: 'I was there.' }),
  item('g', { kind: 'goal', title: 'A manuscript', parentId: 'v', areaId: 'a1' }),
  item('s', { title: 'Write chapter 12', parentId: 'g' }),
  item('h', { kind: 'goal', title: 'A quiet job', rank: 'b', areaId: 'a1' }),
  item('o', { title: 'Water the basil', rank: 'c' }),
];

const desk = () => program.desk!;
const text = () => document.querySelector('.foundations')?.textContent ?? '';
const bodies = <K extends AspectKind>(kind: K, itemId = ''): Bodies[K][] =>
  desk()
    .mirror.said.list(kind, itemId)
    .map(({ body }) => body);

async function say<K extends AspectKind>(
  kind: K,
  itemId: string,
  body: Bodies[K],
): Promise<string> {
  const made = await desk().edits.setAspect({ id: '', itemId, kind, body, edit: '' });
  await rest();
  return made?.focus ?? '';
}

async function add(label: string, words: string): Promise<void> {
  const field = named<HTMLInputElement>(label, 'input');
  await write(field, words);
  field.form?.requestSubmit();
  await rest();
}

async function turn(page: string): Promise<void> {
  await click(page, 'nav button');
}

beforeEach(async () => {
  await start({}, { ...book, items, areas });
  desk().commands.get('frame.view.foundations')?.run();
  await rest();
});

describe('values', () => {
  const card = () => document.querySelector<HTMLElement>('.card')!;
  const name = () => card().querySelector('.name')?.textContent;

  test('are sorted by keys, one card after the other, and the piles are told', async () => {
    expect(name()).toBe('Acceptance');
    await press(card(), '3');
    await press(card(), 'ArrowLeft');
    await press(card(), 'ArrowUp');
    expect(bodies('value')).toEqual([
      expect.objectContaining({ name: 'Acceptance', pile: 'very', from: 'acceptance' }),
      expect.objectContaining({ name: 'Achievement', pile: 'not', from: 'achievement' }),
    ]);
    expect(name()).toBe('Authenticity');
    expect(text()).toContain('2 of 63 sorted');
    expect(document.querySelector('[role=status]')).not.toBeNull();
  });

  test('of two quick presses each sorts a card of its own', async () => {
    const here = card();
    const key = () =>
      here.dispatchEvent(
        new KeyboardEvent('keydown', { key: '2', bubbles: true, cancelable: true }),
      );
    key();
    key();
    await rest();
    expect(bodies('value').map((one) => one.name)).toEqual(['Acceptance', 'Achievement']);
  });

  test('go onto a pile by a press, are kept as core, and go back into the deck', async () => {
    document.querySelector<HTMLElement>('[data-pile=very]')?.click();
    await rest();
    await click('Core: Acceptance');
    expect(bodies('value')[0]).toMatchObject({ core: true });
    await click('More about Acceptance');
    await click('Back into the deck', '[role=menuitem]');
    expect(bodies('value')).toEqual([
      { name: 'Acceptance', words: 'To take people and days as they are.', from: 'acceptance' },
    ]);
    expect(name()).toBe('Acceptance');
  });

  test('are reworded on their card, before they are sorted, as one step', async () => {
    await click('Reword it: Acceptance');
    const [called, words] = card().parentElement!.querySelectorAll<HTMLInputElement>('form input');
    await write(called!, 'Letting be');
    await write(words!, 'To argue with no weather.');
    card().parentElement!.querySelector('form')?.requestSubmit();
    await rest();
    expect(name()).toBe('Letting be');
    expect(document.activeElement).toBe(card());
    expect(bodies('value')).toEqual([
      { name: 'Letting be', words: 'To argue with no weather.', from: 'acceptance' },
    ]);
    await press(card(), '3');
    expect(bodies('value')).toEqual([
      {
        name: 'Letting be',
        words: 'To argue with no weather.',
        from: 'acceptance',
        pile: 'very',
      },
    ]);
    await desk().edits.undo();
    await desk().edits.undo();
    await rest();
    expect(name()).toBe('Acceptance');
  });

  test('in own words are first-class, and ranked by key', async () => {
    await add('A value in your own words', 'Slow mornings');
    await press(card(), '3');
    await press(card(), '3');
    const lines = () => [...document.querySelectorAll<HTMLElement>('[data-id]')];
    const words = () => lines().map((one) => one.querySelector('textarea')?.value);
    expect(words()).toEqual(['Slow mornings', 'Acceptance']);
    await press(lines()[1]!.querySelector('textarea')!, 'ArrowUp', { altKey: true });
    expect(words()).toEqual(['Acceptance', 'Slow mornings']);
    expect(called('moveAspect')).toHaveLength(1);
    expect(text()).toContain('Acceptance: 1 of 2');
  });
});

describe('about me', () => {
  test('a line becomes a goal and knows it; one undo takes all of it back', async () => {
    await turn('About me');
    await add('One more interest', 'Old ferries');
    await click('More about Old ferries');
    await click('Make it a goal', '[role=menuitem], [role=menuitemradio]');
    const made = [...desk().mirror.items.values()].find(({ title }) => title === 'Old ferries');
    expect(made?.kind).toBe('goal');
    expect(bodies('interest')).toEqual([{ words: 'Old ferries', madeId: made?.id }]);
    expect(text()).toContain('became');
    await desk().edits.undo();
    await rest();
    expect(desk().mirror.item(made?.id ?? '')).toBeUndefined();
    expect(bodies('interest')).toEqual([{ words: 'Old ferries' }]);
  });

  test('many priorities are said gently and never blocked', async () => {
    for (const forId of ['v', 'g', 'h']) await say('priority', '', { forId });
    await turn('About me');
    expect(text()).not.toContain('hard to put first');
    for (const areaId of ['a1', 'a2']) await say('priority', '', { areaId });
    await say('priority', '', { forId: 's' });
    await rest();
    expect(text()).toContain('More than 5 at once are hard to put first.');
  });
});

describe('the wheel', () => {
  test('is rated by sliders, once for each day, and compared with an earlier one', async () => {
    const before = plusDays(today(), -30);
    await say('rating', '', { areaId: 'a1', on: before, today: 3 });
    await turn('Wheel of life');
    const slider = named<HTMLInputElement>('Growth today', 'input');
    expect(slider.value).toBe('3');
    for (const value of ['6', '7']) {
      slider.value = value;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      slider.dispatchEvent(new Event('change', { bubbles: true }));
      await rest();
    }
    expect(bodies('rating')).toHaveLength(2);
    expect(bodies('rating')[1]).toEqual({ areaId: 'a1', on: today(), today: 7 });
    expect(document.querySelectorAll('path.was')).toHaveLength(0);
    await click('Compare with…');
    document.querySelector<HTMLElement>('[role=menuitemradio]')?.click();
    await rest();
    expect(document.querySelectorAll('path.was')).toHaveLength(1);
  });

  test('stays where a quick hand put it, until the vault knows', async () => {
    await turn('Wheel of life');
    const slider = named<HTMLInputElement>('Home today', 'input');
    slider.value = '6';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    slider.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    expect(slider.value).toBe('6');
    await rest();
    await desk().edits.undo();
    await rest();
    expect(slider.value).toBe('5');
  });

  test('what nobody rated is said so', async () => {
    await turn('Wheel of life');
    const slider = named<HTMLInputElement>('Home as desired', 'input');
    expect(slider.getAttribute('aria-valuetext')).toBe('not rated');
  });
});

describe('questions', () => {
  test('are answered on a day, reworded, and compared', async () => {
    await say('reflection', '', {
      questionId: 'happy',
      question: 'Are you happy?',
      on: '2025-03-02',
      words: 'On Sundays.',
    });
    await turn('Questions');
    expect(text()).toContain('What else do I want to do with my life?');
    document.querySelector<HTMLElement>('[data-key=happy]')?.click();
    await rest();
    const answer = named<HTMLTextAreaElement>('Your answer today: Are you happy?', 'textarea');
    await write(answer, 'Before breakfast.');
    answer.form?.requestSubmit();
    await rest();
    expect(bodies('reflection')[1]).toEqual({
      questionId: 'happy',
      question: 'Are you happy?',
      on: today(),
      words: 'Before breakfast.',
    });
    for (const button of document.querySelectorAll<HTMLElement>('[aria-label^="Compare the"]'))
      button.click();
    await rest();
    const pair = document.querySelector('.pair')?.textContent;
    expect(pair).toContain('On Sundays.');
    expect(pair).toContain('Before breakfast.');
    await click('Put away');
    expect(bodies('question')).toEqual([{ from: 'happy', hidden: true }]);
    expect(bodies('reflection')).toHaveLength(2);
    await click('Bring back Are you happy?');
    expect(document.querySelector('[data-key=happy]')).not.toBeNull();
  });
});

describe('personal and professional', () => {
  test('are in columns, and what they share is found', async () => {
    await say('outlook', 'v', { sphere: 'personal' });
    await say('outlook', 'h', { sphere: 'professional' });
    await turn('Personal and professional');
    const columns = [...document.querySelectorAll('.columns section')];
    expect(columns.map((one) => one.textContent)).toEqual([
      expect.stringContaining('A manuscript'),
      expect.stringContaining('Nothing yet'),
      expect.stringContaining('A quiet job'),
    ]);
    expect(text()).toContain('both belong to Growth');
  });

  test('say what each vision serves, the strongest first', async () => {
    const calm = await say('value', '', { name: 'Calm' });
    const play = await say('value', '', { name: 'Play' });
    await say('worth', 'v', { valueId: calm });
    await say('worth', 'v', { valueId: play, strength: 8 });
    await turn('Personal and professional');
    expect(text()).toContain('serves Play, 8 of 10; Calm');
  });
});

describe('what visions share', () => {
  const far = [
    item('p', { kind: 'vision', title: 'A small boat', rank: 'd', areaId: 'a2' }),
    item('q', { kind: 'vision', title: 'A warm kitchen', rank: 'e', areaId: 'a2' }),
    item('r', { kind: 'vision', title: 'A school', rank: 'f' }),
    item('k', { title: 'Sell the car', parentId: 'p' }),
  ];
  const pairs = () =>
    [...document.querySelectorAll('.two')].map((one) => [
      one.textContent?.replace(/\s+/g, ' ').trim(),
      one.nextElementSibling?.textContent,
    ]);

  beforeEach(async () => {
    await leave();
    const links = [{ id: 'l', fromId: 'k', toId: 'r', kind: 'serves' as const, weight: 1, lag: 0 }];
    await start({}, { ...book, items: [...items, ...far], areas, links });
    desk().commands.get('frame.view.foundations')?.run();
    await rest();
  });

  test('is found between any two, each pair once, across the halves first', async () => {
    await say('outlook', 'q', { sphere: 'personal' });
    await say('outlook', 'r', { sphere: 'professional' });
    const calm = await say('value', '', { name: 'Calm' });
    for (const id of ['q', 'r']) await say('worth', id, { valueId: calm });
    await turn('Personal and professional');
    const found = pairs();
    expect(found.map(([, shared]) => shared)).toEqual([
      'both serve Calm',
      'both belong to Home',
      'both are carried by Sell the car',
    ]);
    expect(found[0]?.[0]).toMatch(/A warm kitchen.*A school/);
    expect(found[1]?.[0]).toMatch(/A warm kitchen.*A small boat|A small boat.*A warm kitchen/);
  });
});

describe('the line of sight', () => {
  test('goes from a value to the next step; what hangs loose can be mended', async () => {
    const calm = await say('value', '', { name: 'Calm', core: true });
    await say('value', '', { name: 'Play', core: true });
    await say('worth', 'v', { valueId: calm });
    await say('worth', 'h', { valueId: calm, strength: 9 });
    await turn('Line of sight');
    expect(document.querySelector('.stones')?.textContent).toMatch(
      /A quiet job.*serves it 9 of 10.*A book of mine.*Write chapter 12/,
    );
    expect(text()).toMatch(/Steps that serve no goal.*Water the basil/);
    expect(text()).toMatch(/Values that nothing serves.*Play/);
    expect(text()).toMatch(/Goals that serve no vision.*A quiet job/);
    await click('Put it below a vision…: A quiet job');
    document.querySelector<HTMLElement>('[role=option]')?.click();
    await rest();
    expect(desk().mirror.item('h')?.parentId).toBe('v');
    expect(text()).not.toContain('Goals that serve no vision');
  });

  test('tells a step right on a vision, and a goal that has none yet', async () => {
    const calm = await say('value', '', { name: 'Calm' });
    await say('worth', 'v', { valueId: calm });
    const bare = { edit: '', estimateMin: 0, columnId: '' };
    const place = { planId: desk().mirror.planId, parentId: 'v', afterId: '' };
    await desk().edits.addItem({ kind: 'step', title: 'Ring a printer', place, ...bare });
    await desk().edits.addItem({ kind: 'goal', title: 'A reading', place, ...bare });
    await turn('Line of sight');
    const stones = document.querySelector('.stones')?.textContent;
    expect(stones).toMatch(/A reading.*no next step yet/);
    expect(stones).toMatch(/A manuscript.*Write chapter 12/);
    expect(stones).toMatch(/next: *Ring a printer/);
  });

  test('names a vision that serves no value, which can be tied to one there', async () => {
    await turn('Line of sight');
    expect(text()).toContain('There is no value yet that a vision could serve');
    await add('A value in your own words', 'Calm');
    expect(text()).toMatch(/Visions that serve no value.*A book of mine/);
    await click('Say which value it serves…: A book of mine');
    document.querySelector<HTMLElement>('[role=option]')?.click();
    await rest();
    const [calm] = desk().mirror.said.list('value', '');
    expect(bodies('worth', 'v')).toEqual([{ valueId: calm?.id }]);
    expect(text()).not.toContain('Visions that serve no value');
    await desk().edits.undo();
    await rest();
    expect(text()).toContain('Visions that serve no value');
  });

  test('asks to look again until it is still right', async () => {
    await say('recheck', 'g', { of: 'v', since: '2026-03-02' });
    await turn('Line of sight');
    expect(text()).toContain('“A book of mine” was changed.');
    await click('Still right: A manuscript');
    expect(bodies('recheck', 'g')).toEqual([]);
    expect(text()).not.toContain('Please look again');
  });
});

test('the sheet says what was said, and what was not', async () => {
  await say('outlook', 'v', { success: 'I hold it.', horizon: 2, unit: 'years' });
  await turn('Vision ⟷ Action');
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent?.trim()),
  );
  expect(rows.slice(0, 3)).toEqual([
    ['Focus', 'A book of mine', 'A manuscript'],
    ['Timeframe', '2 years', 'not said yet'],
    ['Purpose', 'I was there.', 'not said yet'],
  ]);
  expect(rows.at(-1)).toEqual(['For example', 'A book of mine', 'Write chapter 12']);
});

test('the checklist can be put away and never asks again', async () => {
  expect(text()).toContain('Its picture');
  await click('Go without');
  expect(bodies('foundation')).toEqual([{ skipped: true }]);
  expect(text()).not.toContain('Its picture');
  await click('Show what a plan can stand on');
  expect(text()).toContain('Its picture');
});
