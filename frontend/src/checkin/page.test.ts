import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  bodies,
  book,
  bridge,
  click,
  desk,
  inTheHouse,
  named,
  press,
  rest,
  say,
  show,
  start,
  write,
} from '../house';
import { plusDays, today } from '../text/dates';

inTheHouse();

beforeEach(async () => {
  await start({}, book);
});

const text = () => document.body.textContent ?? '';

async function open(of: object): Promise<void> {
  desk().sheets.open = { what: 'checkin', of };
  await opened();
}

/** Until the page of the check-in is there. */
async function opened(): Promise<void> {
  await vi.waitFor(() => expect(document.querySelector('.foot .btn.fill')).not.toBeNull());
  await rest();
}

/** The field whose label begins so. */
function field(label: string): HTMLTextAreaElement {
  const labels = [...document.querySelectorAll('label')];
  const found = labels
    .find((one) => one.textContent?.trim().startsWith(label))
    ?.querySelector('textarea');
  if (!found) throw new Error(`no field ${label}`);
  return found;
}

async function mark(legend: string, value: number): Promise<void> {
  const set = [...document.querySelectorAll('fieldset')].find(
    (one) => one.querySelector('legend')?.textContent === legend,
  );
  const first = set?.querySelector('input');
  if (!first) throw new Error(`no ruler ${legend}`);
  await press(first, String(value));
}

async function pick(ending: string): Promise<void> {
  document.querySelector<HTMLInputElement>(`input[value="${ending}"]`)?.click();
  await rest();
}

async function keep(): Promise<void> {
  document.querySelector('.form')?.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: 'Enter',
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    }),
  );
  await rest();
}

describe('a check-in', () => {
  test('keeps what was measured, done, felt and said, and one undo takes all of it back', async () => {
    const m = await say('measure', 'g', { name: 'pages', unit: 'p.', baseline: 0, target: 200 });
    await say('routine', 's', { rule: 'FREQ=DAILY', from: today() });
    await open({ planId: 'p1' });
    expect(text()).toContain('began at 0 p., of 200 p. · A manuscript');
    await write(named<HTMLInputElement>('pages, now', 'input'), '40');
    await click('Write chapter 12: done today', 'input');
    await mark('Your mood', 6);
    await mark('How clear does it feel now?', 8);
    await write(field('One thing that went well'), 'A chapter');
    expect(text()).toContain('What it taught you');
    expect(text()).not.toContain('What you do in another way');
    await write(field('One thing that did not go so well'), 'No sleep');
    await write(field('What it taught you'), 'Nights are short');
    await pick('keep');
    await keep();
    const [look] = desk().mirror.said.list('checkin', '');
    expect(look?.body).toEqual({
      planId: 'p1',
      on: today(),
      mood: 6,
      win: 'A chapter',
      setback: 'No sleep',
      learned: 'Nights are short',
      ending: 'keep',
    });
    expect(bodies('entry', 'g')).toEqual([
      { measureId: m, on: today(), value: 40, fromId: look?.id },
    ]);
    expect(bodies('rated', 'v')).toEqual([{ on: today(), clarity: 8 }]);
    expect(bodies('log', 's')).toEqual([{ on: today() }]);
    expect(text()).toContain('Your check-in is kept.');
    await desk().edits.undo();
    await rest();
    expect(bodies('checkin')).toEqual([]);
    expect(bodies('entry', 'g')).toEqual([]);
  });

  test('what is typed outlives the page that was closed, until it is kept', async () => {
    await open({ planId: 'p1' });
    await write(field('One thing that went well'), 'A chapter');
    await click('Close');
    await open({ planId: 'p1' });
    expect(field('One thing that went well').value).toBe('A chapter');
    await keep();
    expect(bodies('checkin')).toEqual([{ planId: 'p1', on: today(), win: 'A chapter' }]);
    expect(await desk().edits.place('p1', 'checkin')).toBe('');
  });

  test('a number that cannot be read is asked for again, and nothing is kept', async () => {
    await say('measure', 'g', { name: 'pages', target: 200 });
    await open({ itemId: 'g' });
    const pages = named<HTMLInputElement>('pages, now', 'input');
    await write(pages, 'many');
    await keep();
    expect(bodies('checkin')).toEqual([]);
    expect(text()).toContain('Write a number such as 12');
    expect(document.activeElement).toBe(pages);
  });

  test('what was said the last time is in sight, with the plan as it was', async () => {
    await desk().edits.keepVersion({ planId: 'p1', changed: 'A child', stays: '', reason: '' });
    const versionId = desk().mirror.versions[0]?.id ?? '';
    const on = plusDays(today(), -21);
    await say('checkin', '', { planId: 'p1', on, mood: 5, win: 'A run', versionId });
    await open({ planId: 'p1' });
    expect(text()).toContain('Last time, 3 weeks ago');
    expect(text()).toContain('Went well: A run');
    await click('Compare');
    await vi.waitFor(() => expect(text()).toContain('Nothing is different from then.'));
  });
});

describe('the ending', () => {
  test('a pivot wants to know what has changed, keeps the plan, and leads to the goal', async () => {
    await open({ itemId: 'g' });
    await pick('pivot');
    expect(text()).toContain('What matters stays.');
    await keep();
    expect(bodies('checkin')).toEqual([]);
    const changed = field('What has changed?');
    expect(document.activeElement).toBe(changed);
    await write(changed, 'A child came');
    await keep();
    const [version] = desk().mirror.versions;
    expect(version).toMatchObject({ planId: 'p1', changed: 'A child came' });
    expect(bodies('checkin')).toEqual([
      { itemId: 'g', on: today(), ending: 'pivot', versionId: version?.id },
    ]);
    expect(desk().hand.id).toBe('g');
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });

  test.each([
    ['pause', 'This goal is parked', 'parked'],
    ['letgo', 'This goal is let go', 'letgo'],
  ] as const)('%s says what rests before it does', async (ending, words, state) => {
    await open({ planId: 'p1' });
    await pick(ending);
    expect(text()).toContain(words);
    await keep();
    expect(desk().mirror.item('g')?.state).toBe(state);
    expect(desk().mirror.item('v')?.state).toBe('todo');
  });
});

describe('the moments to look', () => {
  test('a rhythm is set in the details, comes up on Today, and is gone once one has looked', async () => {
    await show('g');
    await click('Check in every week');
    expect(bodies('rhythm')).toEqual([{ itemId: 'g', from: today(), every: 1, unit: 'weeks' }]);
    const every = named<HTMLInputElement>('Every', 'input');
    await write(every, 'often');
    await press(every, 'Enter');
    expect(text()).toContain('Write a number from 1 on.');
    await write(every, '2');
    await press(every, 'Enter');
    expect(bodies('rhythm')[0]).toMatchObject({ every: 2 });
    desk().commands.get('frame.view.today')?.run();
    await vi.waitFor(() => named('Check in: A manuscript'));
    await click('Check in: A manuscript');
    await opened();
    await keep();
    expect(text()).not.toContain('Time to see how it is going');
  });

  test('a checkpoint is a day with words, said anew and taken away', async () => {
    desk().commands.get('checkin.rhythm')?.run();
    await vi.waitFor(() => expect(document.querySelector('.sheet .more button')).not.toBeNull());
    document.querySelector<HTMLElement>('.sheet .more button')?.click();
    await rest();
    const [on, words] = document.querySelectorAll<HTMLInputElement>('.sheet form input');
    if (!on || !words) throw new Error('no form');
    await write(on, '13.3.2031');
    await write(words, 'Half of it');
    await click('Keep');
    expect(bodies('checkpoint')).toEqual([{ planId: 'p1', on: '2031-03-13', words: 'Half of it' }]);
    await click('Take away: Thu 13 Mar 2031: Half of it');
    expect(bodies('checkpoint')).toEqual([]);
  });

  test('nothing is asked for while nobody wants to be', async () => {
    desk().commands.get('frame.view.today')?.run();
    await rest();
    expect(text()).not.toContain('Time to see');
    expect(bridge.calls.filter(([name]) => name === 'checkIn')).toEqual([]);
  });
});

describe('what was said at a check-in', () => {
  test('is read again beside the goal, the last first, and all of it on Balance', async () => {
    const ago = (days: number) => plusDays(today(), -days);
    await say('checkin', '', { itemId: 'g', on: ago(20), win: 'A first page' });
    await say('checkin', '', { itemId: 'g', on: ago(6), mood: 4, learned: 'Mornings do' });
    await show('g');
    const past = () => document.querySelector('.past')?.textContent ?? '';
    expect(past()).toContain('6 days ago');
    expect(past()).toContain('Learned: Mornings do');
    expect(past()).not.toContain('A first page');
    await click('1 more…');
    expect(past()).toContain('Went well: A first page');
    await press(document.body, '9', { ctrlKey: true });
    await vi.waitFor(() => expect(document.querySelector('.balance nav')).not.toBeNull());
    await click('Check-ins', '.balance nav button');
    await vi.waitFor(() => expect(document.querySelector('.said')).not.toBeNull());
    expect(document.querySelector('.said')?.textContent).toContain('2 weeks ago · A manuscript');
    await click('What was learned', '.balance nav button');
    expect(document.querySelector('.balance ol')?.textContent).toContain('Mornings do');
  });
});
