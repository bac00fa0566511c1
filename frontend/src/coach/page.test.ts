import { describe, expect, test, vi } from 'vitest';
import { fullName } from '../commands/names';
import {
  bodies,
  book,
  bridge,
  click,
  desk,
  inTheHouse,
  leave,
  named,
  press,
  program,
  rest,
  say,
  start,
  write,
} from '../house';
import { changes, client } from '../plan/sample';
import type { Opening } from '../plan/types';
import { plusDays, today } from '../text/dates';

inTheHouse();

const ada = client('Ada Marlow', { id: 'c2', own: false });
const beside = changes({
  ...book,
  clients: [ada, client('Me'), client('Bo', { id: 'c3', own: false })],
});

/** Sits at the desk, with Ada open. */
async function sit(over: Partial<Opening> = {}): Promise<void> {
  await start(over, beside);
  await press(document.body, '9', { ctrlKey: true, shiftKey: true });
}

const view = () => document.querySelector<HTMLElement>('.coach');
const text = () => view()?.textContent ?? '';
const page = (name: string) => click(name, '.coach nav button');
const rail = () => document.querySelector('nav')?.textContent ?? '';
const key = (name: string, held: KeyboardEventInit = {}) => press(document.body, name, held);

/** Types a secret into a field. */
async function secret(label: string, words: string): Promise<void> {
  const all = [...document.querySelectorAll<HTMLLabelElement>('.coach label')];
  const field = all.find((one) => one.textContent?.trim() === label)?.querySelector('input');
  await write(field!, words);
}

/** Goes through the set-up of the private notes. */
async function seal(): Promise<void> {
  await secret('Passphrase', 'a stone in the river');
  await secret('The same once more', 'a stone in the river');
  await click('Set the passphrase');
  await secret('Type it in from your paper', bridge.coach.code);
  await click('I have it on paper');
}

describe('somebody alone', () => {
  test('meets no client anywhere: not in the rail, the menus, the palette, the settings', async () => {
    await start();
    const seen = [rail()];
    await click('Plans: Publish a book');
    seen.push(document.body.textContent ?? '');
    await press(document.activeElement!, 'Escape');
    await key('?');
    seen.push(document.body.textContent ?? '');
    await press(document.activeElement!, 'Escape');
    program.settings.open = true;
    await vi.waitFor(() => expect(document.body.textContent).toContain('I sit beside others'));
    seen.push(document.body.textContent ?? '');
    seen.push(...desk().commands.all().map(fullName));
    expect(seen[0]).not.toContain('Desk');
    expect(seen.join('\n')).not.toMatch(/\bclients?\b|\bcoach/i);
    await key('F9');
    expect(bridge.coach.shared).toBe(false);
  });

  test('has a desk as soon as they say that they sit beside others', async () => {
    await start();
    expect(rail()).not.toContain('Desk');
    program.settings.set({ coach: true });
    await rest();
    expect(rail()).toContain('Desk');
    await key('9', { ctrlKey: true, shiftKey: true });
    expect(text()).toContain('Nobody sits beside you yet.');
    expect(named('New client…')).toBeTruthy();
    program.settings.set({ coach: false });
    await rest();
    expect(rail()).not.toContain('Desk');
    expect(view()).toBeNull();
  });
});

describe('the desk', () => {
  test('tells of each client what Go says, and of the one who is open what the page has', async () => {
    await start({}, beside);
    bridge.coach.metNow = [
      { clientId: 'c3', begun: '', on: '2026-01-05', due: 2, next: 'Ask for the dog' },
    ];
    await say('hours', '', { on: '2026-02-03', minutes: 60 });
    await key('9', { ctrlKey: true, shiftKey: true });
    const [first, second] = [...document.querySelectorAll('.coach .list li')];
    expect(first?.textContent).toMatch(/Ada Marlow.*3 Feb/);
    expect(second?.textContent).toMatch(/Bo.*5 Jan.*2 things due.*Ask for the dog/);
  });

  test('keeps an alias, a day to be kept until, and the archive; bad input changes nothing', async () => {
    await sit();
    const alias = named<HTMLInputElement>('Alias', 'input');
    await write(alias, 'A. M.');
    await press(alias, 'Enter');
    expect(view()?.querySelector('h2')?.textContent).toBe('A. M.');
    expect(document.querySelector('.client')?.textContent).toBe('A. M.');
    const kept = named<HTMLInputElement>('Kept until', 'input');
    await write(kept, 'some day');
    await press(kept, 'Enter');
    expect(view()?.querySelector('[role=alert]')?.textContent).toContain('Write a day');
    expect(desk().mirror.client?.keepUntil).toBe('');
    await write(kept, plusDays(today(), 0));
    await press(kept, 'Enter');
    expect(text()).toContain('That day has come.');
    await click('Archive');
    expect(desk().mirror.client?.archivedAt).not.toBe('');
    expect(document.querySelector('.coach details[open]')?.textContent).toContain('A. M.');
    await click('Bring back from the archive');
    expect(document.querySelector('.coach details')).toBeNull();
  });

  test('keeps the agreement field by field, and hours once they agreed to it', async () => {
    await sit();
    await page('Agreement');
    const purpose = named<HTMLTextAreaElement>('What we work on', 'textarea');
    await write(purpose, 'A day that is mine');
    purpose.blur();
    await rest();
    expect(bodies('agreement')).toEqual([{ purpose: 'A day that is mine' }]);
    expect(text()).not.toContain('Hours…');
    document.querySelector<HTMLInputElement>('.coach [type=checkbox]')?.click();
    await rest();
    expect(bodies('agreement')[0]?.listed).toBe(true);
    await click('Hours…');
    const [day, minutes] = document.querySelectorAll<HTMLInputElement>('.coach form input');
    await write(day!, 'today');
    await write(minutes!, '75');
    await click('Keep');
    expect(bodies('hours')).toEqual([{ on: today(), minutes: 75 }]);
    expect(text()).toContain('1 h 15');
    bridge.coach.hoursTo = '/h/Hours.csv';
    await click('Save everybody’s hours as a table…');
    expect(document.querySelector('.notice')?.textContent).toContain('Saved Hours.csv.');
  });

  test('keeps assignments with what came of them, and cheers, also for a goal', async () => {
    await sit();
    await page('Between sessions');
    await say('assignment', '', { words: 'Draw one evening', due: '2026-01-01' });
    expect(text()).toContain('Draw one evening');
    await say('cheer', '', { who: 'Liv', words: 'Go!', itemId: 'g' });
    expect(text()).toContain('Liv: Go! · for A manuscript');
    await page('About');
    expect(document.querySelector('.due')?.textContent).toContain('Draw one evening');
  });
});

describe('a session afterwards', () => {
  /** A session of three answers with a mark before the second. */
  async function held(): Promise<string> {
    const id = await say('session', '', {
      deck: 'plan',
      planId: 'p1',
      begun: '2026-02-03T07:00:00Z',
    });
    const answered = { sessionId: id, ask: 'purpose.topic', took: 65 };
    await say('answer', '', {
      ...answered,
      asked: 'What?',
      words: 'Fog',
      at: '2026-02-03T07:01:00Z',
    });
    await say('answer', '', { ...answered, asked: 'How?', number: 7, at: '2026-02-03T08:30:00Z' });
    await say('answer', '', {
      ...answered,
      asked: 'Else?',
      none: true,
      at: '2026-02-03T08:31:00Z',
    });
    await desk().edits.coach.mark({ sessionId: id, kind: 'sticky', ask: 'purpose.topic' });
    await rest();
    return id;
  }

  const moments = () =>
    [...document.querySelectorAll('.coach ol li')].map(
      (one) => one.querySelector('.asked, span')?.textContent,
    );

  test('is shown as it went, each mark where it was made', async () => {
    await sit();
    await held();
    await page('Sessions');
    expect(text()).toContain('3 answers · 3 min 15 s · 1 sticky moment');
    document.querySelector<HTMLButtonElement>('.coach .one')?.click();
    await rest();
    expect(moments()).toEqual(['What?', 'Sticky moment', 'How?', 'Else?']); // marked at 08:00
    expect(text()).toContain('7 of 10');
    expect(text()).toContain('Nothing else');
    document.querySelector<HTMLButtonElement>('.coach .mark button')?.click();
    await rest();
    expect(moments()).toEqual(['What?', 'How?', 'Else?']);
  });

  test('is reflected on only where that can be sealed; next time’s note greets the coach', async () => {
    await sit();
    const id = await held();
    await desk().edits.setAspect({
      id,
      itemId: '',
      kind: 'session',
      body: { ended: '2026-02-03T09:00:00Z' },
      edit: '',
    });
    await page('Sessions');
    document.querySelector<HTMLButtonElement>('.coach .one')?.click();
    await rest();
    expect(document.querySelectorAll('.coach textarea')).toHaveLength(0);
    await seal();
    for (const words of [
      'Think about the steps you worked through with the client.',
      'Were there any ‘sticky’ moments?',
      'How could you have reduced the ‘stickiness’?',
      'What could you have done better to assist in the process of coaching?',
    ])
      expect(named(words, 'textarea')).toBeTruthy();
    const next = named<HTMLTextAreaElement>(
      'What could you do next time to assist the client get the most they can out of this type of process?',
      'textarea',
    );
    await write(next, 'Leave longer silences');
    next.blur();
    await rest();
    document.querySelector<HTMLInputElement>('.coach .inside [type=checkbox]')?.click();
    await rest();
    expect(desk().mirror.marks.at(-1)).toMatchObject({ kind: 'supervision', ask: '' });
    expect(text()).toContain('For supervision');

    await page('About');
    expect(document.querySelector('.greeting')?.textContent).toContain('Leave longer silences');
    await key('a', { ctrlKey: true, shiftKey: true });
    await rest();
    expect(document.querySelector('[role=dialog] .greeting')?.textContent).toContain('silences');
    document.querySelector<HTMLButtonElement>('[role=dialog] .greeting button')?.click();
    await rest();
    expect(document.querySelector('.greeting')).toBeNull();
    expect(desk().mirror.notes[0]?.body).toEqual({ words: 'Leave longer silences', met: true });
  });
});

describe('private notes', () => {
  test('need a passphrase, twice, and its code typed in, before anything can be written', async () => {
    await sit();
    await page('Private');
    expect(text()).toContain('Encrypted in the file');
    expect(text()).toContain('Not encrypted');
    await secret('Passphrase', 'a stone in the river');
    await secret('The same once more', 'a stick');
    expect(text()).toContain('The two are not the same yet.');
    expect(named<HTMLButtonElement>('Set the passphrase').disabled).toBe(true);
    await secret('The same once more', 'a stone in the river');
    await click('Set the passphrase');
    expect(document.querySelector('.coach .code')?.textContent).toBe('AAAA-BBBB');
    await secret('Type it in from your paper', 'AAAA-CCCC');
    await click('I have it on paper');
    expect(desk().seal.lock).toBe('none');
    expect(document.querySelectorAll('.coach textarea')).toHaveLength(0);
    await secret('Type it in from your paper', 'AAAA-BBBB');
    await click('I have it on paper');
    expect(text()).not.toContain('AAAA-BBBB');
    await click('Add a note');
    const note = document.activeElement as HTMLTextAreaElement;
    await write(note, 'Her mother is ill');
    note.blur();
    await rest();
    expect(desk().mirror.notes.map(({ body }) => body)).toEqual([{ words: 'Her mother is ill' }]);
  });

  test('are locked by a key, also over a dialog, and opened again', async () => {
    await sit();
    await page('Private');
    await seal();
    expect(named('Phone', 'textarea')).toBeTruthy();
    await key('k', { ctrlKey: true });
    await press(document.activeElement!, 'l', { ctrlKey: true, altKey: true });
    await rest();
    expect(bridge.coach.locked).toBe('locked');
    expect(document.querySelectorAll('.coach textarea')).toHaveLength(0);
    await press(document.activeElement!, 'Escape');
    await secret('Passphrase or recovery code', 'wrong one');
    await click('Unlock');
    expect(desk().seal.lock).toBe('locked');
    await secret('Passphrase or recovery code', 'a stone in the river');
    await click('Unlock');
    expect(named('Phone', 'textarea')).toBeTruthy();
  });

  test('that lock as nobody is there go from the page, too', async () => {
    await sit();
    await page('Private');
    await seal();
    bridge.coach.locked = 'locked';
    bridge.newsNow = { file: '', cutOff: false, locked: true };
    bridge.ring();
    await rest();
    expect(desk().seal.lock).toBe('locked');
    expect(text()).toContain('The private notes are locked.');
  });

  test('get another passphrase', async () => {
    await sit();
    await page('Private');
    await seal();
    await click('Change the passphrase…');
    await secret('Passphrase of now, or the recovery code', 'a stone in the river');
    await secret('New passphrase', 'two stones in the river');
    await secret('The same once more', 'two stones in the river');
    await click('Change the passphrase');
    expect(bridge.coach.passphrase).toBe('two stones in the river');
    expect(document.querySelector('.notice')?.textContent).toContain(
      'The passphrase is the new one.',
    );
  });
});

describe('the shared view', () => {
  test('begins anew by one key, and holds no desk, no other client and no way to other vaults', async () => {
    await sit();
    await key('F9');
    expect(bridge.coach.shared).toBe(true);
    expect(bridge.coach.anewTimes).toBe(1);
    await leave();
    const seen = changes({ ...book, clients: [client('A.', { id: 'c2', own: false })] });
    await start({ shared: true }, seen);
    expect(rail()).not.toContain('Desk');
    expect(document.querySelector('header')?.textContent).toContain('Shared view');
    const can = desk()
      .commands.all()
      .filter((command) => command.enabled())
      .map(({ id }) => id);
    for (const id of ['file.open', 'file.new', 'file.copy', 'coach.lock', 'frame.client.new'])
      expect(can).not.toContain(id);
    await click('Plans: Publish a book');
    expect(document.body.textContent).not.toContain('New client');
    await press(document.activeElement!, 'Escape');
    await key('F9');
    expect(bridge.coach.shared).toBe(false);
    expect(bridge.coach.anewTimes).toBe(1);
  });

  test('is where a session with a client begins, unless the coach says otherwise', async () => {
    await sit();
    await key('a', { ctrlKey: true, shiftKey: true });
    document.querySelector<HTMLButtonElement>('button.way')?.click();
    await rest();
    expect(bridge.coach.shared).toBe(true);
    expect(document.querySelector('.session')).toBeNull();
    expect(bridge.kept('p1', 'session')).toContain(desk().mirror.said.list('session', '')[0]?.id);
  });
});

describe('a client who goes for ever', () => {
  test('is counted, named by hand, and told of afterwards with the copies', async () => {
    await sit();
    await click('Remove for ever…');
    const dialog = () => document.querySelector('[role=dialog]')?.textContent ?? '';
    expect(dialog()).toContain('1 plan');
    expect(dialog()).toContain('4 items');
    const go = () => named<HTMLButtonElement>('Remove for ever');
    expect(go().disabled).toBe(true);
    const field = document.querySelector<HTMLInputElement>('[role=dialog] input')!;
    await write(field, 'Ada');
    expect(go().disabled).toBe(true);
    await write(field, 'Ada Marlow');
    go().click();
    await rest();
    expect(dialog()).toContain('Ada Marlow is removed');
    expect(dialog()).toContain('/b/old.cairn: could not be reached');
    expect(desk().mirror.clients.map(({ name }) => name)).toEqual(['Me']);
  });
});
