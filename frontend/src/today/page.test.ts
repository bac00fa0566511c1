import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  book,
  bridge,
  called,
  click,
  inTheHouse,
  named,
  press,
  program,
  rest,
  start,
  write,
} from '../house';
import type { Bodies } from '../plan/aspects';
import { columns } from '../plan/sample';
import { changes, item } from '../plan/sample';
import { dayName, plusDays, today } from '../text/dates';

inTheHouse();

const NOW = today();
const pick = (itemId: string, body: Bodies['pick']) =>
  ({ id: 'k' + itemId, itemId, kind: 'pick', rank: 'a', body }) as const;

const plan = {
  ...book,
  columns: columns(),
  items: [
    item('v', { kind: 'vision', title: 'A book of mine', why: 'I was there.' }),
    item('g', { kind: 'goal', title: 'A manuscript', parentId: 'v' }),
    item('a', { title: 'Write chapter 12', parentId: 'g', estimateMin: 60, priority: 'a' }),
    item('b', { title: 'Ring Per', parentId: 'g', estimateMin: 10, priority: 'b' }),
    item('c', { title: 'Read aloud', parentId: 'g', priority: 'c' }),
    item('y', { title: 'Draft part three', parentId: 'g', priority: 'd' }),
  ],
};

async function open(aspects: ReturnType<typeof pick>[] = []): Promise<void> {
  await start({}, changes({ ...plan, aspects }));
  await press(document.body, '3', { ctrlKey: true });
  await vi.waitFor(() => expect(view()).not.toBeNull());
  await rest();
}

const view = () => document.querySelector<HTMLElement>('section[aria-label="Today"]');
const text = () => view()?.textContent ?? '';
const steps = () =>
  [...(view()?.querySelectorAll('article [data-step]') ?? [])].map((one) => one.textContent);

describe('a day', () => {
  test('with nothing to begin leads to where steps are written', async () => {
    await start({}, changes({ ...plan, items: [] }));
    await press(document.body, '3', { ctrlKey: true });
    await vi.waitFor(() => expect(text()).toContain('There is nothing to begin in this plan yet.'));
    await click('Go to Outline', 'section[aria-label="Today"] button');
    await vi.waitFor(() => expect(view()).toBeNull());
  });

  test('begins with nothing chosen; the first few are taken in one press and one step', async () => {
    await open();
    expect(text()).toContain(dayName(NOW));
    expect(text()).toContain('Which few would make it a good day?');
    expect(document.activeElement?.textContent).toBe('Write chapter 12');
    await click('Take the first 3');
    expect(steps()).toEqual(['Write chapter 12', 'Ring Per', 'Read aloud']);
    expect(called('pick')).toEqual([['pick', ['a', 'b', 'c'], NOW]]);
    expect(text()).toContain('3 steps, about 1 h 10');
    expect(text()).not.toContain('Draft part three');
    await click('Something else…');
    await click('Today: Draft part three');
    expect(text()).toContain('More than three is a lot for one day.');
  });

  test('shows what the first step stands on, and the details of what is pressed', async () => {
    await open([pick('b', { on: NOW }), pick('c', { pinned: true })]);
    expect(steps()).toEqual(['Read aloud', 'Ring Per']);
    expect(view()?.querySelector('.stands')?.textContent).toContain('A book of mine');
    await click('Ring Per');
    expect(program.desk?.hand.id).toBe('b');
    await press(named('Ring Per'), 'ArrowUp');
    expect(document.activeElement?.textContent).toBe('Read aloud');
  });

  test('is over when all its stones are laid', async () => {
    await open([pick('b', { on: NOW })]);
    await program.desk?.edits.setState(['b'], 'done');
    await rest();
    expect(text()).toContain('All of today’s stones are laid.');
  });
});

test('a week shows what is meant for its days, and gives a step another one', async () => {
  await open([pick('b', { on: plusDays(NOW, 2) })]);
  await click('Week');
  expect(text()).toContain('10 min in these seven days');
  expect(text()).toContain('Could have a day');
  await click('Choose a day: Ring Per');
  await vi.waitFor(() => expect(document.querySelector('[role=menu]')).not.toBeNull());
  const entry = [...document.querySelectorAll<HTMLElement>('[role^=menuitem]')][3];
  entry?.click();
  await rest();
  expect(called('pick')).toEqual([['pick', ['b'], plusDays(NOW, 3)]]);
  await click('The week after');
  await click('Choose a day: Read aloud');
  await vi.waitFor(() => expect(document.querySelector('[role=menu]')).not.toBeNull());
  document.querySelectorAll<HTMLElement>('[role^=menuitem]')[3]?.click();
  await rest();
  expect(called('pick').at(-1)).toEqual(['pick', ['c'], plusDays(NOW, 10)]);
  await click('Day');
  expect(steps()).toEqual([]);
});

describe('what is left of another day', () => {
  beforeEach(() => open([pick('y', { on: plusDays(NOW, -1) })]));

  test.each([
    ['Tomorrow', ['pick', ['y'], plusDays(NOW, 1)]],
    ['Another day', ['pick', ['y'], '']],
    ['Let go', ['setState', ['y'], 'letgo']],
  ])('is asked about once: %s', async (words, call) => {
    expect(text()).toContain('Left from another day');
    await click(words);
    expect(bridge.calls.at(-1)).toEqual(call);
    expect(text()).not.toContain('Left from another day');
  });

  test('can be made smaller', async () => {
    await click('Smaller');
    expect(program.desk?.sheets.open).toEqual({ what: 'hows', id: 'y' });
  });
});

describe('one thing', () => {
  test('is begun, may be timed, and is done', async () => {
    await open([pick('b', { on: NOW })]);
    await click('Begin');
    await vi.waitFor(() => named('It is done'));
    expect(program.desk?.mirror.item('b')?.state).toBe('doing');
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('I was there.');
    vi.useFakeTimers({ toFake: ['Date'] });
    await click('Start the clock');
    vi.setSystemTime(Date.now() + 5 * 60_000);
    await click('It is done');
    vi.useRealTimers();
    await vi.waitFor(() => expect(program.desk?.mirror.item('b')?.state).toBe('done'));
    expect(program.desk?.mirror.item('b')?.spentMin).toBe(5);
  });

  test('leads to what it stands on', async () => {
    await open([pick('b', { on: NOW })]);
    await click('Begin');
    await vi.waitFor(() => named('It is done'));
    const dialog = document.querySelector('[role=dialog]');
    dialog?.querySelector<HTMLElement>('button.goal')?.click();
    await rest();
    await vi.waitFor(() => expect(program.desk?.hand.id).toBe('g'));
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });

  test('when it is too much only the least is left, and the day comes back', async () => {
    await open([pick('a', { on: NOW }), pick('b', { on: NOW })]);
    await click('This is too much');
    expect(text()).toContain('Ring Per');
    expect(text()).not.toContain('Write chapter 12');
    await click('Show the day again');
    expect(steps()).toEqual(['Write chapter 12', 'Ring Per']);
  });
});

test('a small thing is written down from any view, and taken back', async () => {
  await open();
  await press(document.body, '4', { ctrlKey: true });
  await press(document.body, 'N', { ctrlKey: true, shiftKey: true });
  const field = await vi.waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('[role=dialog] input');
    if (!found) throw new Error('no field');
    return found;
  });
  await write(field, 'Buy stamps');
  field.form?.requestSubmit();
  await rest();
  await vi.waitFor(() => expect(document.body.textContent).toContain('For today: Buy stamps'));
  expect(document.querySelector('[role=dialog]')).toBeNull();
  expect(called('pick').at(-1)?.[2]).toBe(NOW);
});

test('a small thing needs no plan: it is written, and is one of today’s', async () => {
  await open();
  const field = named<HTMLInputElement>('A step for today', 'input');
  await write(field, 'Buy stamps');
  field.form?.requestSubmit();
  await rest();
  expect(steps()).toEqual(['Buy stamps']);
  expect(text()).toContain('stands alone');
  expect(field.value).toBe('');
});

test('a goal that stands still is named, with ways out', async () => {
  await open();
  await program.desk?.edits.setState(['a', 'b', 'c', 'y'], 'done');
  await rest();
  expect(text()).toContain('nothing that can be begun');
  await click('Park it for now');
  expect(program.desk?.mirror.item('g')?.state).toBe('parked');
  expect(text()).not.toContain('Standing still');
});

test('a step is chosen for today and pinned from anywhere', async () => {
  await open();
  program.desk?.hand.pick(['a', 'b']);
  const chosen = program.desk?.commands.get('today.pick');
  expect(chosen?.checked?.()).toBe(false);
  chosen?.run();
  await rest();
  expect(steps()).toEqual(['Write chapter 12', 'Ring Per']);
  expect(chosen?.checked?.()).toBe(true);
  chosen?.run();
  await rest();
  expect(steps()).toEqual([]);
  const pin = program.desk?.commands.get('today.pin');
  expect(pin?.enabled()).toBe(false);
  program.desk?.hand.pick(['b']);
  pin?.run();
  await rest();
  expect(steps()).toEqual(['Ring Per']);
});
