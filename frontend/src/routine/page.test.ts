import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  book,
  called,
  click,
  inTheHouse,
  named,
  press,
  program,
  rest,
  show,
  start,
  write,
} from '../house';
import { changes, columns, item } from '../plan/sample';
import { fullDay, plusDays, today } from '../text/dates';

inTheHouse();

const NOW = today();
const routine = () => program.desk?.mirror.said.once('routine', 'r');
const logs = () => program.desk?.mirror.said.list('log', 'r').map(({ body }) => body);
const text = () => document.body.textContent ?? '';

async function fill(label: string, typed: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
  if (!field) throw new Error(`no field ${label}`);
  await write(field, typed);
  await press(field, 'Enter');
}

beforeEach(async () => {
  const step = item('r', { title: 'Write 10 minutes every day', parentId: 'v' });
  await start({}, changes({ ...book, columns: columns(), items: [...(book.items ?? []), step] }));
});

describe('in its details a step', () => {
  beforeEach(() => show('r'));

  test('becomes the routine that its title speaks of', async () => {
    await click('Make it a routine: every day');
    expect(routine()).toEqual({ rule: 'FREQ=DAILY', from: NOW });
    expect(text()).not.toContain('Make it a routine');
  });

  test('recurs as it is written, has an aim and a least, rests, and recurs no more', async () => {
    await fill('Repeats', 'every blue moon');
    expect(text()).toContain('Write how often');
    await fill('Repeats', 'every mon and thu');
    await fill('Each time', 'many words');
    expect(text()).toContain('Begin with a number');
    await fill('Each time', '500 words');
    await fill('On a bad day', 'One sentence');
    await fill('Rests', 'for 2 weeks');
    const rest = { paused: NOW, back: plusDays(NOW, 14) };
    const said = { rule: 'FREQ=WEEKLY;BYDAY=MO,TH', from: NOW, target: 500, unit: 'words' };
    expect(routine()).toEqual({ ...said, least: 'One sentence', ...rest });
    await fill('Rests', '');
    await fill('Repeats', '3 days after');
    expect(routine()).toMatchObject({ rule: 'FREQ=DAILY;INTERVAL=3', after: true });
    await fill('Repeats', '');
    expect(routine()).toEqual({});
  });

  test('shows its days, over which the arrows walk and which can be written down later', async () => {
    await click('Make it a routine: every day');
    const grid = document.querySelector<HTMLElement>('[role=grid]');
    const cell = grid?.querySelector<HTMLElement>('[aria-selected=true]');
    if (!cell) throw new Error('no day is in hand');
    expect(cell.dataset['day']).toBe(NOW);
    await press(cell, 'ArrowUp');
    await press(document.activeElement ?? cell, 'ArrowLeft');
    const day = plusDays(NOW, -8);
    expect(document.activeElement).toMatchObject({ dataset: { day } });
    await click(`${fullDay(day)}, to do`);
    expect(logs()).toEqual([{ on: day }]);
    await fill('How much: Write 10 minutes every day', '12');
    expect(logs()).toEqual([{ on: day, amount: 12 }]);
    await press(document.activeElement ?? cell, 'ArrowUp');
    await click(`${fullDay(day)}, done`);
    expect(logs()).toEqual([]);
  });
});

describe('on its day a routine', () => {
  beforeEach(async () => {
    const said = { rule: 'FREQ=DAILY', from: plusDays(NOW, -2), target: 10, unit: 'minutes' };
    await program.desk?.edits.setAspect({
      id: '',
      itemId: 'r',
      kind: 'routine',
      body: { ...said, least: 'One sentence' },
      edit: '',
    });
    await press(document.body, '3', { ctrlKey: true });
    await vi.waitFor(() => named('Skip: Write 10 minutes every day'));
  });

  test('is done as it is meant with its stone, and taken back; it goes on', async () => {
    expect(text()).toContain('every day · 10 minutes');
    await click('Write 10 minutes every day, to do');
    expect(logs()).toEqual([{ on: NOW, amount: 10 }]);
    expect(program.desk?.mirror.item('r')?.state).toBe('todo');
    expect(text()).toContain('1 of 3');
    await click('Write 10 minutes every day, done');
    expect(logs()).toEqual([]);
    expect(called('setState')).toEqual([]);
  });

  test('is done more, the least, or skipped without a word of blame', async () => {
    await fill('How much: Write 10 minutes every day', '22 minutes');
    expect(logs()).toEqual([{ on: NOW, amount: 22 }]);
    expect(text()).toContain('22 minutes in the last seven days');
    await click('Write 10 minutes every day, done');
    await click('Just the least: One sentence');
    expect(logs()).toEqual([{ on: NOW, least: true }]);
    await click('Write 10 minutes every day, done');
    await click('Skip: Write 10 minutes every day');
    expect(logs()).toEqual([{ on: NOW, skipped: true }]);
    await click('Take it after all');
    expect(logs()).toEqual([]);
  });

  test('is done with the clock running, and the minutes are of the day', async () => {
    await click('Begin: Write 10 minutes every day');
    await vi.waitFor(() => named('It is done'));
    vi.useFakeTimers({ toFake: ['Date'] });
    await click('Start the clock');
    vi.setSystemTime(Date.now() + 7 * 60_000);
    await click('It is done');
    vi.useRealTimers();
    await rest();
    expect(logs()).toEqual([{ on: NOW, amount: 7 }]);
    expect(program.desk?.mirror.item('r')).toMatchObject({ state: 'todo', spentMin: 0 });
  });

  test('stands in the week that comes', async () => {
    await click('Week');
    expect(text()).toContain('Every day: Write 10 minutes every day');
  });
});

test('a routine that is laid with others keeps what was written down of its day', async () => {
  const said = { rule: 'FREQ=DAILY', from: NOW, target: 10, unit: 'minutes' };
  const edit = { id: '', itemId: 'r', edit: '' };
  await program.desk?.edits.setAspect({ ...edit, kind: 'routine', body: said });
  await program.desk?.edits.setAspect({ ...edit, kind: 'log', body: { on: NOW, amount: 22 } });
  program.desk?.hand.pick(['r', 's']);
  await rest();
  await press(document.querySelector('[data-row="s"]') ?? document.body, ' ');
  await vi.waitFor(() => expect(program.desk?.mirror.item('s')?.state).toBe('done'));
  expect(logs()).toEqual([{ on: NOW, amount: 22 }]);
});

describe('in the other views a routine', () => {
  beforeEach(async () => {
    const body = { rule: 'FREQ=DAILY', from: NOW };
    await program.desk?.edits.setAspect({ id: '', itemId: 'r', kind: 'routine', body, edit: '' });
  });

  test.each([
    ['4', '[data-row="r"]'],
    ['5', '[data-card="r"]'],
  ])('is done for the day, and lies so until tomorrow: view %s', async (key, css) => {
    await press(document.body, key, { ctrlKey: true });
    const shown = await vi.waitFor(() => {
      const found = document.querySelector<HTMLElement>(css);
      if (!found) throw new Error('not on show');
      return found;
    });
    program.desk?.hand.pick(['r']);
    await rest();
    await press(shown, ' ');
    await vi.waitFor(() => expect(logs()).toEqual([{ on: NOW }]));
    expect(program.desk?.mirror.item('r')?.state).toBe('todo');
    expect(document.querySelector(`${css} .stone`)?.getAttribute('data-s')).toBe('done');
    await press(shown, ' ');
    await vi.waitFor(() => expect(logs()).toEqual([]));
  });
});
