import { beforeEach, describe, expect, test, vi } from 'vitest';
import { later } from '../frame/later';
import { VIEWS } from '../frame/views';
import {
  bodies,
  bridge,
  click,
  desk,
  enter,
  inTheHouse,
  leave,
  named,
  press,
  rest,
  start,
  write,
} from '../house';
import { changes, client, item } from '../plan/sample';
import { plusDays, today, weekday } from '../text/dates';

inTheHouse();

// What opens over the page is there as quickly as in the program.
await Promise.all(
  [...Object.values(later), ...VIEWS.map(({ load }) => load)].map((load) => load()),
);

const old = { createdAt: '2026-01-02T12:00:00Z' };
const plan = changes({
  clients: [client('Me')],
  plans: [{ id: 'p1', name: 'A book', subject: 'me', rank: 'a' }],
  items: [
    item('v', { kind: 'vision', title: 'A book of mine', rank: 'a' }),
    item('g', { kind: 'goal', title: 'A reading', parentId: 'v' }),
    item('m', { kind: 'goal', title: 'A manuscript', parentId: 'v' }),
    item('laid', {
      title: 'Write chapter 1',
      parentId: 'm',
      state: 'done',
      doneAt: new Date().toISOString(),
    }),
    item('s', { title: 'Write chapter 2', parentId: 'm' }),
    item('w', { title: 'The cover', parentId: 'm', state: 'waiting' }),
    item('i', { kind: 'idea', title: 'A map inside', rank: 'b', ...old }),
    item('o', { title: 'Tidy the desk', rank: 'c' }),
  ],
  aspects: [
    { id: 'wa', itemId: 'w', kind: 'wait', rank: 'a', body: { who: 'Per' } },
    { id: 're', itemId: 'm', kind: 'recheck', rank: 'a', body: { of: 'v', since: '2026-03-01' } },
  ],
  show: 'p1',
});

const dialog = () => document.querySelector('[role=dialog]');
const heading = () => dialog()?.querySelector('h3')?.textContent;
const line = (id: string) => dialog()?.querySelector(`[data-line="${id}"]`);
const stepOf = (id: string) => desk().mirror.item(id);

async function open(): Promise<void> {
  desk().commands.get('review.week')?.run();
  await vi.waitFor(() => expect(dialog()?.querySelector('h3, .ways')).toBeTruthy());
  await rest();
}

/** Goes on to a page. */
async function to(title: string): Promise<void> {
  for (let i = 0; i < 8 && heading() !== title; i++) await forth();
  expect(heading()).toBe(title);
}

async function forth(): Promise<void> {
  dialog()?.querySelector<HTMLElement>('[data-next]')?.click();
  await rest();
}

/** Answers the question that a button asks. */
async function answer(button: string, words: string): Promise<void> {
  await click(button);
  const field = dialog()?.querySelector<HTMLInputElement>('form input');
  if (!field) throw new Error('nothing is asked');
  expect(document.activeElement).toBe(field);
  await write(field, words);
  field.form?.requestSubmit();
  await rest();
}

describe('the weekly review', () => {
  beforeEach(async () => {
    await start({}, plan);
    await open();
  });

  test('goes through the pages that have something, by one key, and ends with a sentence', async () => {
    const seen: (string | null | undefined)[] = [];
    while (heading() !== undefined) {
      seen.push(heading());
      expect(document.activeElement?.textContent).toBe(heading());
      await press(document.activeElement ?? document.body, 'Enter', { ctrlKey: true });
    }
    expect(seen).toEqual([
      'What was done',
      'What stands still',
      'Ideas that came back',
      'Steps without a goal yet',
      'Does it still hold?',
      'Waiting for others',
      'The few for the week to come',
    ]);
    expect(dialog()?.textContent).toContain('1 stone laid.');
    expect(dialog()?.querySelector('ul')?.textContent).toContain('Write chapter 1');
    expect(document.activeElement?.textContent?.trim()).toBe('Finish');
    expect(dialog()?.textContent).toContain('Check in');
    await click('A report of the week…');
    expect(desk().sheets.open).toEqual({ what: 'report' });
  });

  test('celebrates what was done, and takes it back', async () => {
    await answer('Celebrate: Write chapter 1', 'A walk');
    expect(bodies('celebration', 'laid')).toEqual([{ on: today(), note: 'A walk' }]);
    expect(line('laid')?.textContent).toContain('Celebrated: A walk');
    await click('Undo: Write chapter 1');
    expect(bodies('celebration', 'laid')).toEqual([]);
    named('Celebrate: Write chapter 1');
  });

  test('adds a next step in place, or parks the goal', async () => {
    await to('What stands still');
    expect(line('g')?.textContent).toContain('nothing that can be begun');
    await answer('Next step: A reading', 'Call the bookshop');
    expect(
      desk()
        .mirror.children('g')
        .map((id) => stepOf(id)?.title),
    ).toEqual(['Call the bookshop']);
    expect(line('g')?.textContent).toContain('Next: Call the bookshop');
    await click('Undo: A reading');
    await click('Park it: A reading');
    expect(stepOf('g')?.state).toBe('parked');
    // Nothing is left to do here: one stands on the way on.
    expect(document.activeElement?.hasAttribute('data-next')).toBe(true);
  });

  test('an idea is made something, let go, or kept, and then does not come back', async () => {
    await to('Ideas that came back');
    await click('Let go: A map inside');
    expect(stepOf('i')).toBeUndefined();
    await click('Undo: A map inside');
    expect(stepOf('i')?.kind).toBe('idea');
    await click('Keep: A map inside');
    expect(line('i')?.textContent).toContain('Kept.');
    await leave();
    await enter(bridge);
    await open();
    expect(heading()).toBe('Steps without a goal yet');
  });

  test('a step that serves nothing is linked to what it is for', async () => {
    await to('Steps without a goal yet');
    await click('Link to a goal…: Tidy the desk');
    await vi.waitFor(() =>
      expect(document.querySelector('[role=dialog] [role=combobox]')).toBeTruthy(),
    );
    await press(document.querySelector('[role=dialog] [role=combobox]') ?? document.body, 'Enter');
    await vi.waitFor(() => expect(desk().mirror.links).toHaveLength(1));
    await rest();
    expect(desk().mirror.links).toMatchObject([{ fromId: 'o', toId: 'v', kind: 'serves' }]);
    expect(line('o')?.textContent).toContain('Serves “A book of mine” now.');
  });

  test('what was changed below something is said to hold', async () => {
    await to('Does it still hold?');
    await click('It still holds: A manuscript');
    expect(bodies('recheck', 'm')).toEqual([]);
  });

  test('what waits is asked for on a day, or waits no longer', async () => {
    await to('Waiting for others');
    expect(line('w')?.textContent).toContain('waiting for Per');
    await click('No longer waiting: The cover');
    expect(stepOf('w')?.state).toBe('todo');
    await click('Undo: The cover');
    expect(stepOf('w')?.state).toBe('waiting');
  });

  test('a step of the week to come gets a working day with one press, and loses it with another', async () => {
    await to('The few for the week to come');
    await click('Take it: Write chapter 2');
    const [{ on = '' } = {}] = bodies('pick', 's');
    expect(on > today() && on <= plusDays(today(), 7)).toBe(true);
    expect(weekday(on)).toBeLessThan(5);
    expect(dialog()?.querySelector('[role=status]')?.textContent).toContain('1 taken');
    await click('Leave it: Write chapter 2');
    expect(bodies('pick', 's')).toEqual([{}]);
  });

  test('is left at any time and goes on where it was; once it is through it begins anew', async () => {
    await forth();
    await forth();
    expect(heading()).toBe('Ideas that came back');
    await click('Close');
    await open();
    expect(heading()).toBe('Ideas that came back');
    while (heading() !== undefined) await forth();
    await forth();
    await open();
    expect(heading()).toBe('What was done');
    expect(bridge.kept('p1', 'review')).toContain(`"done":"${today()}"`);
  });
});

describe('a plan with nothing in it', () => {
  test('is not told that its week was quiet, and leads to its first line', async () => {
    await start({}, { ...plan, items: [], aspects: [] });
    desk().commands.get('review.week')?.run();
    await vi.waitFor(() => named('Finish'));
    expect(dialog()?.textContent).toContain('There is nothing to look back on in this plan yet.');
    expect(dialog()?.textContent).not.toContain('A report of the week');
    await click('Write the first line');
    await vi.waitFor(() => expect(dialog()).toBeNull());
  });
});
