import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  bodies,
  book,
  called,
  click,
  desk,
  inTheHouse,
  named,
  press,
  rest,
  say,
  start,
  write,
} from '../house';
import { said } from '../measure/house';
import { changes, item } from '../plan/sample';
import { plusDays, today } from '../text/dates';
import { afterPaint } from '../ui/painted';

inTheHouse();

const NOW = today();
const day = (ago: number) => plusDays(NOW, -ago);
const at = (ago: number) => day(ago) + 'T12:00:00Z';
const done = (id: string, ago: number, over = {}) =>
  item(id, { parentId: 'g', state: 'done', doneAt: at(ago), title: id, ...over });

/** A plan with a history: what was done when, and how it felt. */
const lived = changes({
  ...book,
  plans: [
    { id: 'p1', name: 'Publish a book', subject: 'me', rank: 'a' },
    { id: 'p2', name: 'A dog', subject: 'pet', rank: 'b' },
  ],
  items: [
    ...(book.items ?? []),
    item('w', { kind: 'vision', title: 'Legs for the ridge', rank: 'c' }),
    done('early', 40, { due: day(38), firstDue: day(38), estimateMin: 30, spentMin: 60 }),
    done('late', 20, { due: day(20), firstDue: day(25), estimateMin: 60, spentMin: 60 }),
    done('third', 10, { due: day(9), firstDue: day(9), estimateMin: 30, spentMin: 60 }),
    item('missed', { parentId: 'g', due: day(5), firstDue: day(5) }),
    done('Half of it', 15, { kind: 'milestone', due: day(14), firstDue: day(14) }),
    done('Stay', 12, { kind: 'decision' }),
    item('other', { planId: 'p2', state: 'done', doneAt: at(3), title: 'Brush the dog' }),
  ],
  aspects: [
    said('r1', 'rated', 'v', { on: day(45), clarity: 4, alignment: 5, impact: 9 }),
    said('r2', 'rated', 'v', { on: day(2), clarity: 8, inspiration: 6, alignment: 7, impact: 9 }),
    said('m', 'measure', 'g', { name: 'cups a day', baseline: 8, target: 2, direction: 'down' }),
    said('e1', 'entry', 'g', { measureId: 'm', on: day(44), value: 7 }),
    said('e2', 'entry', 'g', { measureId: 'm', on: day(1), value: 4 }),
    said('c', 'checkin', '', {
      planId: 'p1',
      on: day(3),
      mood: 6,
      setback: 'Flu',
      learned: 'Rest',
    }),
  ],
});

/** Opens the view, and waits until it has summed up. */
async function look(plan = lived): Promise<void> {
  await start({}, plan);
  await press(document.body, '9', { ctrlKey: true });
  await vi.waitFor(() => expect(document.querySelector('.balance')).not.toBeNull());
  await new Promise<void>((ready) => void afterPaint(ready));
  await rest();
}

const view = () => document.querySelector<HTMLElement>('.balance')!;
const text = () => view().textContent ?? '';
const page = (name: string) => click(name, '.balance nav button');
const image = (name: RegExp) =>
  [...view().querySelectorAll('svg[role=img]')].find((one) =>
    name.test(one.getAttribute('aria-label') ?? ''),
  );
const slider = (title: string) => named<HTMLInputElement>(`Read along: ${title}`, 'input');
const sentence = () => view().querySelector('.says')?.textContent;

describe('how it goes', () => {
  beforeEach(() => look());

  test('is one sentence for the vision, which leads to where one can look', async () => {
    expect(sentence()).toMatch(/^It is clear and it moves\./);
    await click('Go to the shelf');
    expect(named('The shelf', '.balance nav button').getAttribute('aria-current')).toBe('page');
  });

  test('has the room to itself; the details come when something is asked for, and stay with the plan', async () => {
    const details = () => document.querySelector('[aria-label="Details"][aria-pressed]');
    expect(details()?.getAttribute('aria-pressed')).toBe('false');
    await click('A book of mine', '.sums li button.meta');
    expect(details()?.getAttribute('aria-pressed')).toBe('true');
    await press(document.body, '4', { ctrlKey: true });
    await rest();
    expect(details()?.getAttribute('aria-pressed')).toBe('true');
  });

  test('is found by what one looks for in it', async () => {
    await press(document.body, '4', { ctrlKey: true });
    await rest();
    await press(document.body, 'k', { ctrlKey: true });
    const field = await vi.waitFor(() => {
      const found = document.querySelector<HTMLInputElement>('[role=dialog] [role=combobox]');
      if (!found) throw new Error('nothing is asked');
      return found;
    });
    await write(field, 'starved');
    await vi.waitFor(() =>
      expect(document.querySelector('[role=dialog] [role=listbox]')?.textContent).toContain(
        'Balance',
      ),
    );
  });

  test('tells the figures behind the sentence', () => {
    expect(view().querySelector('.figures')?.textContent).toMatch(
      /^It feels 8 of 10\.? .*of what was due is done.*What is done took 3 h\.$/,
    );
  });

  test('lies on the quadrant; what cannot is listed with why, and can be chosen', async () => {
    expect(image(/^How clear it feels against/)?.querySelectorAll('.stone')).toHaveLength(1);
    const why = 'not on it yet: nobody said how it feels, and there is no goal';
    await click(`Legs for the ridge, ${why}`);
    expect(text()).toContain('How “Legs for the ridge” feels');
    expect(sentence()).toContain('have not said yet how clear it feels');
  });

  test('is drawn with its gaps, and told in words', () => {
    const clarity = image(/^Clarity: 4 of 10 at first, 8 of 10 at last/);
    expect(clarity?.getAttribute('aria-label')).toContain('parts of the time are gaps');
    expect(clarity?.querySelectorAll('polyline')).toHaveLength(2);
    expect(text()).toContain('Counted, beside it');
    const cups = image(/cups a day: 7 at first, 4 at last/);
    expect(cups?.getAttribute('aria-label')).toContain('The target is 2');
    expect(image(/^Mood: 6 of 10/)).toBeTruthy();
    expect(image(/^Energy/)).toBeUndefined();
    expect(image(/^Inspiration: 6 of 10/)).toBeTruthy();
    expect(text()).toMatch(/Why you do it\s*I was there\./);
  });

  test('is judged by the first date, with what holds after re-planning beside it', () => {
    expect(text()).toContain('2 of 4 dates');
    expect(text()).toContain('75 % after re-planning');
    expect(text()).toContain('3 steps: thought 2 h, took 3 h.');
  });

  test('is read along by a mark, whose value is said', async () => {
    const mark = slider('Clarity');
    expect(mark.getAttribute('aria-valuetext')).toMatch(/^week of .*: 8 of 10$/);
    mark.value = String(Number(mark.value) - 1);
    mark.dispatchEvent(new Event('input', { bubbles: true }));
    await rest();
    expect(mark.getAttribute('aria-valuetext')).toMatch(/: nothing said$/);
    const days = slider('What was done, day by day');
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowUp']) await press(days, key);
    expect(days.getAttribute('aria-valuetext')).toMatch(/: 1 thing done$/);
  });

  test('stands in a table beside each chart', async () => {
    const summary = named<HTMLElement>('As a table: Clarity', 'summary');
    summary.closest('details')!.open = true;
    await vi.waitFor(() => expect(summary.closest('details')?.querySelector('table')).toBeTruthy());
    const cells = [...summary.closest('details')!.querySelectorAll('td')];
    expect(cells.map(({ textContent }) => textContent)).toContain('8 of 10');
    expect(cells.map(({ textContent }) => textContent)).toContain('–');
  });

  test('is of any days that one writes; what is no day changes nothing', async () => {
    await click('From … to …');
    const field = (name: string) =>
      [...view().querySelectorAll('label')]
        .find(({ textContent }) => textContent?.trim() === name)!
        .querySelector('input')!;
    await write(field('From'), 'soonish');
    await press(field('From'), 'Enter');
    view().querySelector('form')?.requestSubmit();
    await rest();
    expect(text()).toContain('Write two days such as');
    await write(field('From'), '1 January 2026');
    await write(field('To'), '3 January 2026');
    view().querySelector('form')?.requestSubmit();
    await rest();
    expect(text()).not.toContain('Write two days such as');
    expect(sentence()).toMatch(/first look|quiet/);
  });
});

describe('where one has only looked', () => {
  test('it is not called quiet, and how one was is told, also on a goal', async () => {
    await look(
      changes({
        ...book,
        aspects: [said('c', 'checkin', '', { itemId: 'g', on: NOW, mood: 3, win: 'A page' })],
      }),
    );
    expect(sentence()).toContain('You looked at it 1 time');
    expect(named('Rate it now')).toBeTruthy();
    expect(image(/^Mood: 3 of 10/)).toBeTruthy();
  });
});

describe('where nothing was said or done', () => {
  test('it says what will be there, and a vision is rated at once', async () => {
    await look(changes(book));
    expect(text()).toContain('Here you will see');
    await click('Rate it now');
    const marks = [...view().querySelectorAll<HTMLInputElement>('fieldset input[value="7"]')];
    expect(marks).toHaveLength(3);
    marks[0]?.click();
    await rest();
    expect(bodies('rated', 'v')).toEqual([{ on: NOW, clarity: 7 }]);
    expect(text()).not.toContain('Here you will see');
    expect(image(/^Clarity: 7 of 10/)).toBeTruthy();
    expect(view().querySelectorAll('fieldset')).toHaveLength(3);
  });

  test('without a vision the way to one is shown', async () => {
    await look(changes({ ...book, items: [item('s', { title: 'A step' })] }));
    expect(named('Write a vision')).toBeTruthy();
  });
});

describe('the cairn', () => {
  test('has a stone for each thing done in the plan, and is kept as a picture', async () => {
    await look();
    await page('The cairn');
    expect(text()).toContain('5 stones');
    expect(text()).toContain('3 steps, 1 decision, 1 milestone');
    expect(image(/^The cairn of Publish a book: 5 stones/)).toBeTruthy();
    desk().commands.get('balance.cairn')?.run();
    await vi.waitFor(() => expect(named('Save as PNG')).toBeTruthy());
  });

  test('of another plan is another one', async () => {
    await look();
    await page('The cairn');
    await click('Plan: this plan');
    await rest();
    [...document.querySelectorAll<HTMLElement>('[role^=menuitem]')]
      .find(({ textContent }) => textContent?.trim() === 'A dog')
      ?.click();
    await rest();
    expect(text()).toContain('Brush the dog');
    expect(called('openPlan')).toEqual([]);
  });

  test('waits for its first stone', async () => {
    await look(changes(book));
    await page('The cairn');
    expect(text()).toContain('Each step that is done lays a stone here.');
    expect(desk().commands.get('balance.cairn')?.enabled()).toBe(false);
    await desk().edits.setState(['s'], 'done');
    await rest();
    expect(text()).toContain('1 stone');
  });
});

describe('the shelf', () => {
  beforeEach(async () => {
    await look();
    await page('The shelf');
  });

  test('holds milestones and decisions, the newest first, with what was said and given', async () => {
    const titles = () =>
      [...view().querySelectorAll('.shelf .title')].map(({ textContent }) => textContent);
    expect(titles()).toEqual(['Stay', 'Half of it']);
    await say('celebration', 'third', { on: day(9), note: 'We sang.', reward: 'Cake' });
    await say('cheer', '', { who: 'Liv', words: 'Go!', itemId: 'third' });
    expect(titles()).toEqual(['third', 'Stay', 'Half of it']);
    expect(text()).toContain('We sang. · Cake');
    expect(text()).toContain('Liv: Go!');
    await click('Half of it', '.shelf .title');
    expect(desk().hand.id).toBe('Half of it');
  });

  test('is where something is celebrated', async () => {
    const [first] = view().querySelectorAll<HTMLElement>('.shelf > li');
    first?.querySelector<HTMLElement>('.more button')?.click();
    await rest();
    const fields = [...(first?.querySelectorAll<HTMLInputElement>('form input') ?? [])];
    await write(fields[0]!, 'today');
    await write(fields[1]!, 'It felt light.');
    await click('Keep');
    expect(bodies('celebration', 'Stay')).toEqual([{ on: NOW, note: 'It felt light.' }]);
  });
});

describe('the setbacks', () => {
  beforeEach(async () => {
    await look();
    await page('What was learned');
  });

  const fill = async (name: string, words: string) => {
    const label = [...view().querySelectorAll('label')].find(
      ({ textContent }) => textContent?.trim() === name,
    );
    await write(label!.querySelector('input')!, words);
  };

  test('are those of check-ins and those that are added, and each says what it taught', async () => {
    expect(text()).toContain('from a check-in');
    expect(text()).toContain('Rest');
    await click('Note what was learned…');
    await fill('When', 'today');
    await fill('What happened?', 'It rained.');
    await fill('What did it teach you?', 'Look first.');
    await click('Keep');
    expect(bodies('setback')).toEqual([
      { planId: 'p1', on: NOW, what: 'It rained.', learned: 'Look first.' },
    ]);
    const [first] = view().querySelectorAll('ol li');
    expect(first?.textContent).toMatch(/Look first\..*After.*It rained\./);
    expect(document.activeElement?.textContent).toContain('Note what was learned…');
  });

  test('are said anew and taken away', async () => {
    await say('setback', '', { itemId: 's', on: day(1), what: 'It rained.' });
    await click('Change: It rained.');
    await fill('What do you do in another way now?', 'A coat.');
    await click('Keep');
    expect(bodies('setback')).toEqual([
      { itemId: 's', on: day(1), what: 'It rained.', changed: 'A coat.' },
    ]);
    expect(document.activeElement?.textContent).toBe('It rained.');
    expect(text()).toContain('Write chapter 12');
    await click('Take away: It rained.');
    expect(bodies('setback')).toEqual([]);
  });
});

test('a view that is left takes its command along', async () => {
  await look();
  expect(desk().commands.get('balance.cairn')).toBeTruthy();
  await press(document.body, '4', { ctrlKey: true });
  await vi.waitFor(() => expect(desk().commands.get('balance.cairn')).toBeUndefined());
});
