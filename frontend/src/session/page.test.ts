import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  book,
  bridge,
  called,
  click,
  enter,
  inTheHouse,
  leave,
  named,
  press,
  program,
  rest,
  start,
  write,
} from '../house';
import { changes, client } from '../plan/sample';

inTheHouse();

const mirror = () => {
  const found = program.desk?.mirror;
  if (!found) throw new Error('no desk');
  return found;
};
const question = () => document.querySelector('.session h1')?.textContent?.trim() ?? '';
const answers = () => mirror().said.list('answer', '');
const steps = () =>
  [...mirror().items.values()].filter(({ kind, parentId }) => kind === 'step' && parentId !== 'g');

/** Begins a session with a deck. */
async function begin(deck = 'Plan model'): Promise<void> {
  await press(document.body, 'a', { ctrlKey: true, shiftKey: true });
  await vi.waitFor(() => expect(document.querySelector('button.way')).not.toBeNull());
  const ways = [...document.querySelectorAll<HTMLButtonElement>('button.way')];
  const shared = document.querySelector<HTMLInputElement>('[type=checkbox]:checked');
  shared?.click();
  ways.find((one) => one.textContent?.includes(deck))?.click();
  await rest();
  expect(document.querySelector('.session')).not.toBeNull();
}

/** Says something to the question of now, by the keyboard. */
async function say(words: string): Promise<void> {
  const field = document.querySelector<HTMLTextAreaElement>('.session textarea');
  if (!field) throw new Error(`nothing can be said to "${question()}"`);
  await write(field, words);
  await press(field, 'Enter');
}

const key = (name: string, held: KeyboardEventInit = {}) =>
  press(document.activeElement ?? document.body, name, held);
const nothing = () => key('Enter', { ctrlKey: true });

async function rate(value: number): Promise<void> {
  document.querySelector<HTMLInputElement>(`.session input[value="${String(value)}"]`)?.click();
  await rest();
  document.querySelector<HTMLFormElement>('.session form')?.requestSubmit();
  await rest();
}

async function on(day: string, time: string): Promise<void> {
  const [first, second] = document.querySelectorAll<HTMLInputElement>('.session .when input');
  if (!first || !second) throw new Error('no day is asked for');
  await write(first, day);
  await write(second, time);
  document.querySelector<HTMLFormElement>('.session form')?.requestSubmit();
  await rest();
}

describe('a session', () => {
  beforeEach(async () => {
    await start();
    await begin();
  });

  test('leads from what somebody would like to a committed first step', async () => {
    await say('The evenings');
    await rate(7);
    expect(question()).toBe('What would you like to happen in this situation?');
    await say('One evening a week at the drawing table.');
    expect(question()).toBe('And what needs to happen for this to happen?');
    await say('Tell Per');
    expect(question()).toBe(
      'And what needs to happen for one evening a week at the drawing table to happen?',
    );
    expect(document.querySelector('.session h1 em')?.textContent).toBe(
      'one evening a week at the drawing table',
    );
    await say('Clear the back room');
    await nothing();
    expect(question()).toBe('What needs to happen first for this to happen?');
    await press(named('Clear the back room', '.among label').querySelector('input')!, ' ');
    named<HTMLInputElement>('Clear the back room', '.among label').click();
    await rest();
    document.querySelector<HTMLFormElement>('.session form')?.requestSubmit();
    await rest();
    expect(question()).toBe('What could be a challenge in this step?');
    await say('The boxes');
    expect(question()).toBe('What needs to happen next?');
    await nothing();
    expect(question()).toBe('What needs to happen next?'); // Tell Per has no place yet
    await key('Enter');
    await nothing(); // no challenge in this one
    await nothing(); // nothing else
    expect(question()).toBe('How much do you want this to happen?');
    await rate(9);
    await say('I miss it');
    expect(question()).toBe('By when will this step be done?');
    expect(document.querySelector('.smarter')?.textContent).toContain('1 of 7 answered');
    await click('Readjust: not visible yet');
    await write(document.querySelector('[role=dialog]:not(.session) textarea')!, 'Then Sunday');
    await key('Escape');
    expect(question()).toBe('By when will this step be done?');
    expect(document.querySelector('.smarter')?.textContent).toContain('2 of 7 answered');
    await on('31 December', '25:00');
    expect(document.querySelector('.session [role=alert]')).not.toBeNull();
    await on('31 December', '9:00');
    await on('tomorrow', '');
    await say('The table is up');
    await rate(8);
    await rate(9);
    expect(question()).not.toContain('Which step');
    expect(question()).toBe('Were there any ‘sticky’ moments? What would have made them easier?');
    for (let i = 0; i < 3; i++) await say('Nothing much');
    expect(question()).toBe('That is your plan.');

    const goal = [...mirror().items.values()].find(({ title }) => title.startsWith('One evening'));
    expect(goal).toMatchObject({ kind: 'goal', why: 'I miss it' });
    const [room, per] = mirror()
      .children(goal?.id ?? '')
      .map((id) => mirror().item(id));
    expect([room?.title, per?.title]).toEqual(['Clear the back room', 'Tell Per']);
    expect([room?.kind, per?.kind]).toEqual(['step', 'step']);
    expect(mirror().said.once('promise', room?.id ?? '')).toMatchObject({ time: '09:00' });
    expect(mirror().said.once('pick', room?.id ?? '').pinned).toBe(true);
    expect(mirror().said.list('barrier', room?.id ?? '')[0]?.body.what).toBe('The boxes');
    expect(mirror().said.once('aim', goal?.id ?? '')).toMatchObject({
      importance: 9,
      confidence: 8,
      judge: 'The table is up',
    });
    expect(answers().map(({ body }) => body.asked)).toContain(
      'What would you like to happen in this situation?',
    );
  });

  test('goes on with the same question after it was left, with what was typed', async () => {
    await say('The evenings');
    await rate(7);
    const field = document.querySelector<HTMLTextAreaElement>('.session textarea');
    await write(field!, 'One evening');
    await new Promise((done) => setTimeout(done, 450));
    await leave();
    await enter(bridge);
    await rest();
    expect(question()).toBe('What would you like to happen in this situation?');
    expect(document.querySelector<HTMLTextAreaElement>('.session textarea')?.value).toBe(
      'One evening',
    );
    await key('Escape');
    expect(document.querySelector('.session')).toBeNull();
    await leave();
    await enter(bridge);
    await rest();
    expect(document.querySelector('.session')).toBeNull();
    await begin('The evenings');
    expect(question()).toBe('What would you like to happen in this situation?');
    expect(document.querySelector<HTMLTextAreaElement>('.session textarea')?.value).toBe(
      'One evening',
    );
  });

  test('the last answer is taken back with all that became of it', async () => {
    await say('The evenings');
    await rate(7);
    await say('One evening');
    expect(mirror().items.size).toBe(5);
    await key('z', { ctrlKey: true });
    expect(question()).toBe('What would you like to happen in this situation?');
    expect(mirror().items.size).toBe(4);
    const field = document.querySelector<HTMLTextAreaElement>('.session textarea');
    expect(field?.value, 'to be said anew').toBe('One evening');
  });

  test('a clean question is put in between, with the words that were said', async () => {
    await say('Fog');
    await key('F2');
    await click('And what kind of Fog is that Fog?');
    expect(question()).toBe('And what kind of Fog is that Fog?');
    await say('Morning fog');
    expect(question()).toBe('How fuzzy is this for you now?');
    expect(answers().at(-1)?.body).toMatchObject({ ask: 'clean.kind', words: 'Morning fog' });
  });

  test('a moment is marked by one key, and nothing on the screen tells of it', async () => {
    const shown = () => document.querySelector('.session')?.outerHTML;
    const before = shown();
    await key('F8');
    expect(called('mark')).toEqual([
      [
        'mark',
        {
          sessionId: answers()[0]?.body.sessionId ?? expect.any(String),
          kind: 'sticky',
          ask: 'purpose.topic',
        },
      ],
    ]);
    expect(shown() === before).toBe(true);
  });

  test('what has no place is parked on purpose, and only then is there nothing else', async () => {
    await say('The evenings');
    await rate(7);
    await say('One evening');
    await say('Tell Per');
    await nothing();
    await nothing();
    expect(question()).toBe('What needs to happen first for this to happen?');
    await click('Park the others');
    await nothing();
    expect(question()).toBe('How much do you want this to happen?');
    expect([...mirror().items.values()].find(({ title }) => title === 'Tell Per')?.state).toBe(
      'parked',
    );
  });
});

describe('steps that were laid', () => {
  beforeEach(async () => {
    await start();
    await begin('Make an action plan');
    await say('A shelf');
    for (const words of ['Saw', 'Glue', 'Paint']) await say(words);
    await nothing();
    for (let i = 0; i < 3; i++) await key('Enter');
  });

  const order = () =>
    [...document.querySelectorAll('.session .steps .serif')].map((one) => one.textContent);

  test('are carried by a key, in every style', async () => {
    expect(order()).toEqual(['Saw', 'Glue', 'Paint']);
    const saw = document.querySelector('.session [data-step]');
    await press(saw!, 'ArrowDown', { altKey: true });
    expect(order()).toEqual(['Glue', 'Saw', 'Paint']);
    await click('Flow', '.session .foot button');
    expect(order()).toEqual(['Glue', 'Saw', 'Paint']);
    expect(mirror().said.list('session', '')[0]?.body.style).toBe('flow');
    expect(steps().length).toBe(3);
  });
});

describe('a step that names a result', () => {
  beforeEach(async () => {
    await start();
    bridge.verdicts.set('A shelf that holds', {
      kind: 'outcome',
      reason: 'lens.result',
      word: 'holds',
      repairs: ['first'],
    });
    await begin('Make an action plan');
    for (const words of ['A calm room', 'A shelf that holds', 'Paint it']) await say(words);
    await nothing();
    await key('Enter'); // the shelf comes first
    await vi.waitFor(() => expect(question()).toBe('What will you do first for this?'));
  });

  const laid = () =>
    mirror()
      .children(steps()[0]?.parentId ?? '')
      .map((id) => mirror().item(id));

  test('is asked what is done for it, and that is the first step then', async () => {
    expect(document.querySelector('.session')?.textContent).toContain('holds');
    await say('Buy two brackets');
    expect(laid().map((one) => [one?.kind, one?.title])).toEqual([
      ['step', 'Buy two brackets'],
      ['milestone', 'A shelf that holds'],
      ['idea', 'Paint it'],
    ]);
    const first = laid()[0]?.id ?? '';
    expect(mirror().said.once('pick', first).pinned).toBe(true);
    expect(question()).toBe('What comes next?');
  });

  test('may stay as it is, and nobody asks again', async () => {
    await nothing();
    expect(question()).toBe('What comes next?');
    expect(laid()[0]).toMatchObject({ kind: 'step', title: 'A shelf that holds' });
  });
});

describe('with a client', () => {
  beforeEach(async () => {
    await start({}, changes({ ...book, clients: [client('H.', { own: false })] }));
    await begin();
  });

  test('the reflection is for the coach, afterwards, and not on this screen', () => {
    const stages = document.querySelector('.session .head ol')?.textContent ?? '';
    expect(stages).toContain('Action');
    expect(stages).not.toContain('Reflection');
  });

  test('F9 leads into the shared view, with what is typed, and never out of it', async () => {
    await write(document.querySelector('.session textarea')!, 'The even');
    await key('F9');
    await vi.waitFor(() => expect(bridge.coach).toMatchObject({ shared: true, anewTimes: 1 }));
    await leave();
    bridge.openingNow = { ...bridge.openingNow, shared: true };
    await enter(bridge); // as the page that begins anew
    await rest();
    expect(document.querySelector('.session .sees')?.textContent).toContain('Shared view');
    const field = document.querySelector<HTMLTextAreaElement>('.session textarea');
    expect(field?.value).toBe('The even');
    await key('F9');
    await rest();
    expect(bridge.coach).toMatchObject({ shared: true, anewTimes: 1 });
  });
});

test('what had come in the meantime is told when the session was left', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  vi.setSystemTime(new Date(2026, 2, 10, 8));
  const body = { on: '2026-03-10', time: '09:30' };
  const promise = { id: 'x', itemId: 's', kind: 'promise', rank: 'a', body } as const;
  await start({}, changes({ ...book, aspects: [promise] }));
  program.settings.set({ remind: true });
  await begin();
  vi.setSystemTime(new Date(2026, 2, 10, 9, 31));
  program.tick();
  await rest();
  expect(called('notify')).toEqual([]);
  await key('Escape');
  program.tick();
  await vi.waitFor(() => expect(called('notify')).toHaveLength(1));
});
