import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBridge } from '../bridge/fake';
import {
  book,
  bridge,
  called,
  click,
  enter,
  inTheHouse,
  named,
  press,
  program,
  rest,
  write,
} from '../house';
import { changes, item } from '../plan/sample';
import type { Item } from '../plan/types';
import { ACTION, type Verdict } from './types';

const GROW: Verdict = {
  kind: 'outcome',
  reason: 'lens.result',
  word: 'grow',
  repairs: ['goal', 'first'],
};
const BIG: Verdict = {
  ...GROW,
  kind: 'project',
  reason: 'lens.series',
  repairs: ['split', 'milestone'],
};
const MORE: Verdict = {
  kind: 'vague',
  reason: 'lens.more',
  word: 'more',
  repairs: ['amount', 'when', 'where', 'what'],
};
const NOUN: Verdict = { kind: 'noverb', reason: 'lens.noun', word: 'dentist', repairs: ['verb'] };
const STOP: Verdict = { ...ACTION, reason: 'lens.instead', word: 'stop', repairs: ['instead'] };

const verdicts = {
  'Grow my shop': GROW,
  'Launch a shop': BIG,
  'Drink more': MORE,
  Dentist: NOUN,
  'Stop smoking': STOP,
};

inTheHouse();

beforeEach(async () => {
  const on = new FakeBridge(
    changes({ ...book, items: [...(book.items ?? []), step('x', 'Grow my shop')] }),
  );
  for (const [title, verdict] of Object.entries(verdicts)) on.verdicts.set(title, verdict);
  await enter(on);
  await answered();
});

function step(id: string, title: string, over: Partial<Item> = {}): Item {
  return item(id, { title, parentId: 'g', ...over });
}

/** Until the lens has read what it was shown. */
async function answered(): Promise<void> {
  await new Promise((done) => setTimeout(done, 5));
  await rest();
}

/** Gives the step in hand another title. */
async function retitled(title: string): Promise<void> {
  await program.desk?.edits.setTitle({ id: 'x', field: 'title', text: title, edit: '' });
  await answered();
}

const chip = () => document.querySelector<HTMLElement>('[data-lens=x]');
const box = () => document.querySelector<HTMLElement>('[role=dialog]');
const of = (id: string) => program.desk?.mirror.item(id);

/** Stands on the step and opens what can be done about it. */
async function open(title = 'Grow my shop'): Promise<void> {
  program.desk?.hand.find('x');
  await rest();
  if (title !== 'Grow my shop') await retitled(title);
  chip()?.click();
  await vi.waitFor(() => expect(box()).not.toBeNull());
  await rest();
}

/** Writes a line into the field that asks for one, and keeps it. */
async function answer(label: string, text: string): Promise<void> {
  const field = named<HTMLInputElement>(label, 'input');
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await press(field, 'Enter');
}

/** Has enough steps. */
async function finish(): Promise<void> {
  const buttons = [...(box()?.querySelectorAll('button') ?? [])];
  buttons.find(({ textContent }) => textContent?.trim() === 'That is enough')?.click();
  await rest();
}

describe('a chip', () => {
  test('stands at the line in hand only, and is one', async () => {
    expect(chip()).toBeNull();
    program.desk?.hand.find('x');
    await rest();
    expect(document.querySelectorAll('[data-lens]')).toHaveLength(1);
    expect(chip()?.textContent).toBe('grow names an outcome');
    expect(chip()?.dataset['tip']).toMatch(/^“Grow” names what you want/);
  });

  test('is not there while the lens is off', async () => {
    program.desk?.hand.find('x');
    await rest();
    program.settings.set({ lens: '' });
    await rest();
    expect(chip()).toBeNull();
    program.settings.set({ lens: 'en' });
    await answered();
    expect(chip()).not.toBeNull();
  });

  test('opens by its key too; Esc closes what it opened', async () => {
    program.desk?.hand.find('x');
    await rest();
    await press(document.body, 'l', { ctrlKey: true });
    await vi.waitFor(() => expect(box()).not.toBeNull());
    await press(document.activeElement ?? document.body, 'Escape');
    await vi.waitFor(() => expect(box()).toBeNull());
    expect(called('setTitle')).toEqual([]);
  });
});

describe('what can be done about it', () => {
  test('it becomes a goal, keeps its words and asks for its steps', async () => {
    await open();
    await click('Make it a goal and ask for its stepsG');
    await vi.waitFor(() => named('What is the first thing you would do?', 'input'));
    await answer('What is the first thing you would do?', 'Ring Ada');
    await answer('And then?', 'Write the sign');
    await finish();
    expect(of('x')).toMatchObject({ kind: 'goal', title: 'Grow my shop' });
    const steps = program.desk?.mirror.children('x').map((id) => of(id)?.title);
    expect(steps).toEqual(['Ring Ada', 'Write the sign']);
    await vi.waitFor(() => expect(of(program.desk?.hand.id ?? '')?.title).toBe('Ring Ada'));
  });

  test('its first step is asked for in place', async () => {
    await open();
    await answer('What is the first thing you would do?', 'Ring Ada');
    expect(of('x')?.kind).toBe('step');
    expect(program.desk?.mirror.children('x').map((id) => of(id)?.title)).toEqual(['Ring Ada']);
    expect(chip()).toBeNull();
  });

  test('what takes several steps is split, or becomes a milestone', async () => {
    await open('Launch a shop');
    await press(document.activeElement ?? document.body, 's');
    await vi.waitFor(() => named('What is the first thing you would do?', 'input'));
    await answer('What is the first thing you would do?', 'Rent a stall');
    await finish();
    expect(program.desk?.mirror.children('x')).toHaveLength(1);
    expect(of('x')?.kind).toBe('step');
  });

  test('a milestone keeps the words as well', async () => {
    await open('Launch a shop');
    await press(document.activeElement ?? document.body, 'm');
    await vi.waitFor(() => expect(of('x')?.kind).toBe('milestone'));
    expect(called('raiseItem')).toEqual([['raiseItem', 'x', 'milestone']]);
  });

  test('what is lacking is filled in and rewrites the title, while the lens reads along', async () => {
    await open('Drink more');
    await click('How much');
    const field = named<HTMLInputElement>('How much', 'label')?.querySelector('input');
    expect(document.activeElement).toBe(field);
    field!.value = '2 litres';
    field!.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await answered();
    expect(box()?.textContent).toContain('Drink more, 2 litres');
    expect(box()?.querySelector('[role=status]')?.textContent?.trim()).toBe('That can be done.');
    await click('Keep it so');
    await answered();
    expect(of('x')?.title).toBe('Drink more, 2 litres');
    expect(chip()).toBeNull();
  });

  test('a day that is filled in can be given to the step too', async () => {
    await open('Drink more');
    await click('When');
    const field = named<HTMLInputElement>('When', 'label').querySelector('input');
    await write(field!, '13 March 2031');
    await click('Keep it so');
    expect(of('x')).toMatchObject({ title: 'Drink more, 13 March 2031', due: '' });
    await click('Give it the day');
    expect(of('x')?.due).toBe('2031-03-13');
  });

  test('a noun gets a verb, and the whole line can still be mended before it is kept', async () => {
    await open('Dentist');
    await click('Call …');
    expect(document.querySelector<HTMLInputElement>('[role=dialog] input')?.value).toBe(
      'Call Dentist',
    );
    await click('Keep it so');
    expect(of('x')?.title).toBe('Call Dentist');
  });

  test('who leaves something off says what instead', async () => {
    await open('Stop smoking');
    await answer('What will you do instead?', 'walk to the pier');
    await click('Keep it so');
    expect(of('x')?.title).toBe('Stop smoking: walk to the pier');
  });

  test('it is an action for me: remembered for the line, and one step that can be taken back', async () => {
    await open();
    await press(document.activeElement ?? document.body, 'a');
    await rest();
    expect(of('x')?.isAction).toBe(true);
    expect(chip()).toBeNull();
    await program.desk?.edits.undo();
    await answered();
    expect(chip()).not.toBeNull();
  });

  test('where we know it from is told on asking', async () => {
    await open();
    expect(box()?.textContent).not.toContain('Williamson');
    await click('Where we know that from');
    expect(box()?.textContent).toContain('Williamson et al. 2022');
  });
});

describe('the steps below a line', () => {
  test('lead down to their own, and up to what they are for', async () => {
    program.desk?.hand.find('s');
    await rest();
    program.desk?.commands.get('lens.hows')?.run();
    await vi.waitFor(() => expect(box()?.textContent).toContain('Write chapter 12'));
    await click('Why? For “A manuscript”');
    expect(box()?.textContent).toContain('Grow my shopgrow names an outcome');
    await click('How, for “Grow my shop”?');
    await answer('What is the first thing you would do?', 'Ring Ada');
    expect(program.desk?.mirror.children('x')).toHaveLength(1);
  });

  test('are milestones first where a goal takes long', async () => {
    if (program.desk) program.desk.sheets.open = { what: 'hows', id: 'g', milestones: true };
    await vi.waitFor(() => named('What will have been reached on the way?', 'input'));
    await answer('What will have been reached on the way?', 'Half of it is written');
    const below = program.desk?.mirror.children('g').map((id) => of(id));
    expect(below?.at(-1)).toMatchObject({ kind: 'milestone', title: 'Half of it is written' });
  });

  test('need not be known: to find out is a step', async () => {
    program.desk?.hand.find('x');
    await rest();
    program.desk?.commands.get('lens.hows')?.run();
    await vi.waitFor(() => named('I don’t know the steps yet'));
    await click('I don’t know the steps yet');
    await click('Ask somebody who has done it: Grow my shop');
    const [only] = program.desk?.mirror.children('x') ?? [];
    expect(of(only ?? '')?.title).toBe('Ask somebody who has done it: Grow my shop');
  });
});

describe('the walk through a plan', () => {
  test('comes to every line, which may stay as it is', async () => {
    await program.desk?.edits.addItem({
      place: { planId: 'p1', parentId: 'g', afterId: 'x' },
      kind: 'step',
      title: 'Drink more',
      edit: '',
      estimateMin: 0,
      columnId: '',
    });
    await answered();
    await click('2 outcomes, 1 action: where are the hows?');
    await vi.waitFor(() => expect(box()?.textContent).toContain('1 of 2'));
    await press(named('Make it a goal and ask for its stepsG'), 'a');
    expect(box()?.textContent).toContain('2 of 2');
    await click('Leave it for now');
    expect(box()?.textContent).toContain('That was all. 1 stay as they are');
    await click('Back');
    expect(box()?.textContent).toContain('2 of 2');
    expect(of('x')?.isAction).toBe(true);
    expect(bridge.calls.filter(([name]) => name === 'setTitle')).toEqual([]);
  });
});
