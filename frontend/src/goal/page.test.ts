import { expect, test, vi } from 'vitest';
import { book, click, inTheHouse, named, press, program, rest, show, start, write } from '../house';
import type { Aspect } from '../plan/aspects';
import { ENOUGH } from '../plan/effort';
import { changes, item } from '../plan/sample';
import { plusDays, today } from '../text/dates';

inTheHouse();

const NOW = today();

test('more than there are hours for is told at the goal, which can be parked and taken up again', async () => {
  const due = plusDays(NOW, 14);
  const items = [
    item('g', { kind: 'goal', title: 'A manuscript', due }),
    item('a', { parentId: 'g', estimateMin: 600 }),
    item('done', { parentId: 'g', state: 'done' }),
  ];
  await start({}, changes({ ...book, items }));
  await show('g');
  expect(document.body.textContent).not.toContain('need 5 h a week');
  program.desk?.commands.get('said.client')?.run();
  await vi.waitFor(() => named('Hours a week that you have for your plans', 'input'));
  const hours = named<HTMLInputElement>('Hours a week that you have for your plans', 'input');
  await write(hours, 'lots');
  hours.dispatchEvent(new FocusEvent('blur'));
  await rest();
  expect(document.body.textContent).toContain('Write a number of hours from 0 to 168.');
  await write(hours, '4');
  hours.dispatchEvent(new FocusEvent('blur'));
  await rest();
  expect(document.body.textContent).toContain(
    'All your goals with a date need 5 h a week, and you have 4 h.',
  );
  await click('Park it for now');
  expect(program.desk?.mirror.item('g')?.state).toBe('parked');
  expect(document.body.textContent).toContain('It is parked, and asks for no time.');
  await click('Take it up again');
  expect(program.desk?.mirror.item('g')?.state).toBe('todo');
});

test('what things took is counted in, once enough are known', async () => {
  const items = Array.from({ length: ENOUGH }, (_, i) =>
    item(`d${String(i)}`, { title: `Done ${String(i)}`, state: 'done', estimateMin: 60 }),
  );
  await start(
    {},
    changes({
      ...book,
      items: [
        item('g', { kind: 'goal', title: 'A manuscript' }),
        item('a', { parentId: 'g', estimateMin: 120 }),
        ...items,
      ],
    }),
  );
  for (const { id } of items) {
    await show(id);
    const took = named<HTMLInputElement>('Took', 'input');
    await write(took, '1 h 36');
    took.dispatchEvent(new FocusEvent('blur'));
    await rest();
  }
  expect(program.desk?.mirror.item('d0')?.spentMin).toBe(96);
  if (program.desk) program.desk.sheets.open = { what: 'goal', id: 'g', letter: 'achievable' };
  await vi.waitFor(() => expect(document.body.textContent).toContain('Its open steps need 2 h.'));
  expect(document.body.textContent).toContain('takes 1.6 × as long');
  expect(document.body.textContent).not.toContain('days off taken out');
  const week = { hours: 7 };
  await program.desk?.edits.setAspect({ id: '', itemId: '', kind: 'week', body: week, edit: '' });
  await program.desk?.edits.setDue(['g'], plusDays(today(), 6));
  await rest();
  expect(document.body.textContent).toContain('you have 7 h for it, days off taken out.');
});

test('a step that took as long as was thought is told by one press', async () => {
  const done = item('d', { state: 'done', estimateMin: 60 });
  await start({}, changes({ ...book, items: [done] }));
  await show('d');
  await click('As estimated');
  expect(program.desk?.mirror.item('d')?.spentMin).toBe(60);
});

test('how a measure went is shown by its days, each of which can be said anew', async () => {
  const entry = (on: string, value: number): Aspect<'entry'> => ({
    id: on,
    itemId: 'g',
    kind: 'entry',
    rank: on,
    body: { measureId: 'm', on, value },
  });
  const measure: Aspect<'measure'> = {
    id: 'm',
    itemId: 'g',
    kind: 'measure',
    rank: 'a',
    body: { name: 'chapters', target: 24, unit: 'ch.' },
  };
  const aspects = [measure, entry('2026-01-12', 3), entry('2026-01-05', 2)];
  await start({}, changes({ ...book, aspects }));
  await show('g');
  expect(document.querySelector('.course polyline')).toBeNull();
  await click('How “chapters” went');
  expect(
    document.querySelector('.course polyline')?.getAttribute('points')?.split(' '),
  ).toHaveLength(2);
  const lines = [...document.querySelectorAll('.course .words')].map((one) => one.textContent);
  expect(lines[0]).toContain('12 Jan');
  await click('Another day…');
  const [day, value] = document.querySelectorAll<HTMLInputElement>('.course form input');
  if (!day || !value) throw new Error('no form');
  await write(day, '19 January 2026');
  await write(value, '5');
  await click('Keep');
  const kept = program.desk?.mirror.said.list('entry', 'g').map(({ body }) => body);
  expect(kept).toContainEqual({ measureId: 'm', on: '2026-01-19', value: 5 });
  expect(document.body.textContent).toContain('19 Jan');
});

test('an idea becomes a goal that is thought through, and keeps its own words', async () => {
  const items = [
    item('v', { kind: 'vision', title: 'A book' }),
    item('i', { kind: 'idea', parentId: 'v', title: 'Something with the sea' }),
  ];
  await start({}, changes({ ...book, items }));
  await show('i');
  program.desk?.commands.get('goal.build')?.run();
  await vi.waitFor(() => expect(document.querySelector('dialog, [role=dialog]')).toBeTruthy());
  await rest();
  const made = program.desk?.mirror.item('i');
  expect([made?.kind, made?.title]).toEqual(['goal', 'Something with the sea']);
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('Something with the sea');
});

test('a goal without a measure says where one is added', async () => {
  await start({}, book);
  await show('g');
  await click('Add a measure');
  expect(document.activeElement?.tagName).toBe('INPUT');
});

test('who looks for a measure is led to where a goal is thought through', async () => {
  await start({}, book);
  await show('g');
  await press(document.body, 'k', { ctrlKey: true });
  const field = await vi.waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('[role=dialog] [role=combobox]');
    if (!found) throw new Error('nothing is asked');
    return found;
  });
  await write(field, 'measure');
  await vi.waitFor(() =>
    expect(document.querySelector('[role=dialog] [role=listbox]')?.textContent).toContain(
      'Think the goal through',
    ),
  );
});
