import { describe, expect, test, vi } from 'vitest';
import { BridgeError } from '../bridge/errors';
import {
  bridge,
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
import { plusDays, today } from '../text/dates';

inTheHouse();

describe('in the details', () => {
  test('a title that is typed is saved on leaving, as one visit', async () => {
    await start();
    await show('s');
    const title = named<HTMLTextAreaElement>('Title', 'textarea');
    await write(title, 'Write chapter 13');
    title.dispatchEvent(new FocusEvent('blur'));
    await rest();
    expect(program.desk?.mirror.item('s')?.title).toBe('Write chapter 13');
    expect(called('setTitle')).toHaveLength(1);
  });

  test('an empty title is not sent, and what was comes back', async () => {
    await start();
    await show('s');
    const title = named<HTMLTextAreaElement>('Title', 'textarea');
    await write(title, '   ');
    title.dispatchEvent(new FocusEvent('blur'));
    await rest();
    expect(called('setTitle')).toEqual([]);
    expect(title.value).toBe('Write chapter 12');
  });

  test('what was typed goes to the item it was typed for, though another is shown by now', async () => {
    await start();
    await show('v');
    await write(named<HTMLTextAreaElement>('Why', 'textarea'), 'Somebody should.');
    await show('g');
    await rest();
    expect(program.desk?.mirror.item('v')?.why).toBe('Somebody should.');
    expect(program.desk?.mirror.item('g')?.why).toBe('');
  });

  test('a field follows an undo while the hand is in it', async () => {
    await start();
    await show('v');
    const why = named<HTMLTextAreaElement>('Why', 'textarea');
    await write(why, 'Other words');
    await press(why, 'z', { ctrlKey: true });
    expect(called('undo')).toHaveLength(1);
    expect(why.value).toBe('I was there.');
  });

  test('a refused text stays in the field, marked', async () => {
    await start();
    await show('v');
    const why = named<HTMLTextAreaElement>('Why', 'textarea');
    await write(why, 'Far too long');
    bridge.refuse = new BridgeError('invalid', 'error.text_long', { length: '9', max: '3' });
    why.dispatchEvent(new FocusEvent('blur'));
    await rest();
    expect(why.value).toBe('Far too long');
    expect(why.getAttribute('aria-invalid')).toBe('true');
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('9 characters');
  });

  test('a day is read as one speaks; what is no day is said, and nothing is sent', async () => {
    await start();
    await show('s');
    const when = named<HTMLInputElement>('When', 'input');
    await write(when, '13 March 2027');
    await press(when, 'Enter');
    expect(called('setDue')).toEqual([['setDue', ['s'], '2027-03-13']]);
    await write(when, 'some day');
    await press(when, 'Enter');
    expect(called('setDue')).toHaveLength(1);
    expect(document.querySelector('small[role="alert"]')?.textContent).toContain('13 March');
  });

  test('what has a date can begin before it, or lie somewhere in a season', async () => {
    await start();
    await show('s');
    const field = (name: string) => named<HTMLInputElement>(name, 'input');
    await write(field('When'), 'spring 2031');
    await press(field('When'), 'Enter');
    expect(called('setDates')).toEqual([
      ['setDates', [{ id: 's', start: '2031-03-01', due: '2031-05-31', kind: 'soft' }]],
    ]);
    expect(field('When').value).toBe('spring 2031');
    await write(field('Begins'), '13 April 2031');
    await press(field('Begins'), 'Enter');
    const { start: begins, due, dueKind } = program.desk?.mirror.item('s') ?? {};
    expect([begins, due, dueKind]).toEqual(['2031-04-13', '2031-05-31', '']);
  });

  test('a step that goes over months can become a milestone (R60)', async () => {
    await start();
    await show('s');
    const dates = { id: 's', kind: '' } as const;
    await program.desk?.edits.setDates([{ ...dates, start: '2031-03-01', due: '2031-04-15' }]);
    await rest();
    expect(document.body.textContent).not.toContain('A milestone with steps of its own');
    await program.desk?.edits.setDates([{ ...dates, start: '2031-03-01', due: '2031-05-15' }]);
    await rest();
    expect(document.body.textContent).toContain('It goes on for 11 weeks.');
    await click('Make it a milestone and ask for its steps');
    expect(program.desk?.mirror.item('s')?.kind).toBe('milestone');
    expect(program.desk?.sheets.open).toEqual({ what: 'hows', id: 's' });
  });

  test('the calendar knows the days one means most often', async () => {
    await start();
    await show('s');
    for (const [words, due] of [
      ['Tomorrow', plusDays(today(), 1)],
      ['Today', today()],
      ['No date', ''],
    ] as const) {
      click('Pick a day');
      await rest();
      named(words, '[role=dialog] button').click();
      await rest();
      expect(program.desk?.mirror.item('s')?.due).toBe(due);
    }
  });

  test('a step can be made smaller by its first ten minutes (R37)', async () => {
    await start();
    await show('s');
    await click('Make it smaller');
    const field = document.querySelector<HTMLInputElement>('form input');
    if (!field) throw new Error('no field');
    await write(field, 'Open the notebook');
    field.form?.requestSubmit();
    await rest();
    const [, input] = called('addItem')[0] ?? [];
    expect(input).toMatchObject({ title: 'Open the notebook', kind: 'step', estimateMin: 10 });
    expect(input).toMatchObject({ place: { parentId: 's', afterId: '' } });
  });

  test('tags are added by Enter and taken away by their button', async () => {
    await start();
    await show('s');
    const field = named<HTMLInputElement>('Add a tag', 'input');
    await write(field, 'ferry');
    await press(field, 'Enter');
    expect(called('addTag')).toEqual([['addTag', ['s'], 'ferry']]);
    await click('Remove the tag ferry');
    expect(program.desk?.mirror.item('s')?.tagIds).toEqual([]);
  });

  test('known tags are offered while one types', async () => {
    await start();
    await show('s');
    const field = named<HTMLInputElement>('Add a tag', 'input');
    await write(field, 'mor');
    await press(field, 'ArrowDown');
    await press(field, 'Enter');
    expect(called('addTag')).toEqual([['addTag', ['s'], 'mornings']]);
  });

  test('notes are read as elements and written as words', async () => {
    await start();
    await show('s');
    expect(document.querySelector('.prose strong')?.textContent).toBe('Ada');
    await click('Write');
    expect(named<HTMLTextAreaElement>('Notes', 'textarea').value).toBe('Keep **Ada** below.');
  });

  test('of several items the state is set for all', async () => {
    await start();
    program.desk?.hand.pick(['g', 's']);
    await rest();
    await click('Waiting');
    expect(called('setState')).toEqual([['setState', ['g', 's'], 'waiting']]);
  });
});

describe('what is attached', () => {
  const list = () =>
    [...document.querySelectorAll('section[aria-label="Attachments"] li')].map((line) =>
      line.textContent?.replace(/\s+/g, ' ').trim(),
    );

  async function attach(line: string): Promise<void> {
    await click('Attach');
    await vi.waitFor(() => expect(named(line, '[role=menuitem]')).toBeDefined());
    await click(line, '[role=menuitem]');
  }

  test('is a page of the web, whose address must be whole', async () => {
    await start();
    await show('g');
    await attach('A page of the web…');
    const field = named<HTMLInputElement>('Address of the page', 'input');
    await write(field, 'example.org');
    await press(field, 'Enter');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('the whole address');
    await write(field, 'https://example.org/');
    await press(field, 'Enter');
    await vi.waitFor(() => expect(list()).toEqual(['example.org page']));
    await click('Open example.org');
    expect(called('openAttachment')).toHaveLength(1);
    await click('Take example.org off');
    expect(list()).toEqual([]);
  });

  test('is a file where it is, or a copy of it, as the person chooses', async () => {
    await start();
    await show('g');
    await attach('A copy of a file in the vault…');
    await vi.waitFor(() => expect(list()).toEqual(['contract.pdf copy, 12 KB']));
    bridge.refuse = new BridgeError('invalid', 'error.attachment_program', { path: 'a.exe' });
    await click('Open contract.pdf');
    await vi.waitFor(() => expect(document.body.textContent).toContain('a.exe is a program'));
  });
});

describe('how far it is', () => {
  test('is worked out, and it says from what; a person’s own word goes before it (R96)', async () => {
    await start();
    await show('g');
    expect(document.body.textContent).toMatch(/\d+ % by what it is made of/);
    const own = named<HTMLInputElement>('How far', 'input');
    await write(own, 'nearly');
    await press(own, 'Enter');
    expect(document.body.textContent).toContain('Write a number from 0 to 100.');
    expect(called('setAspect')).toEqual([]);
    await write(own, '60 %');
    await press(own, 'Enter');
    expect(program.desk?.mirror.progress('g')).toBe(0.6);
    expect(own.value).toBe('60 %');
    expect(document.body.textContent).toContain('In your own word');
    await write(own, '');
    await press(own, 'Enter');
    expect(program.desk?.mirror.headway('g').own).toBeUndefined();
  });

  test('counts parts as much as a person says', async () => {
    await start();
    await show('s');
    const counts = named<HTMLInputElement>('Counts', 'input');
    await write(counts, '11');
    await press(counts, 'Enter');
    expect(document.body.textContent).toContain('Write a number above 0, up to 10.');
    await write(counts, '2');
    await press(counts, 'Enter');
    expect(program.desk?.mirror.headway('s').weight).toBe(2);
    expect(counts.value).toBe('2 ×');
  });

  test('and what a step that also serves another goal counts there', async () => {
    await start();
    await program.desk?.edits.addLink({ from: 's', to: 'v', kind: 'serves' });
    await show('s');
    const there = document.querySelector<HTMLInputElement>(
      '[aria-label^="How much it counts there"]',
    );
    if (!there) throw new Error('nowhere to say how much it counts there');
    await write(there, '0.5');
    await press(there, 'Enter');
    expect(program.desk?.mirror.links.find(({ fromId }) => fromId === 's')?.weight).toBe(0.5);
  });
});

test('what a step moved is said where one is, once it is done', async () => {
  await start();
  const measure = { name: 'chapters', target: 24 };
  await program.desk?.edits.setAspect({
    id: '',
    itemId: 'g',
    kind: 'measure',
    body: measure,
    edit: '',
  });
  await show('s');
  expect(document.body.textContent).not.toContain('What it moved');
  await program.desk?.edits.setState(['s'], 'done');
  await rest();
  const now = named<HTMLInputElement>('What is “chapters” now?', 'input');
  await write(now, '12');
  await press(now, 'Enter');
  const [entry] = program.desk?.mirror.said.list('entry', 'g') ?? [];
  expect(entry?.body).toMatchObject({ value: 12, fromId: 's' });
});
