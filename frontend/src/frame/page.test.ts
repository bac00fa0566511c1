import { tick } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BridgeError } from '../bridge/errors';
import {
  book,
  bridge,
  called,
  click,
  inTheHouse,
  leave,
  named,
  press,
  program,
  rest,
  show,
  start,
  write,
} from '../house';
import { changes, client, columns } from '../plan/sample';
import { later } from './later';
import { VIEWS } from './views';

inTheHouse();

describe('the top line', () => {
  test('offers no details of a plan without anything in it', async () => {
    await start({}, { ...book, items: [] });
    const details = named<HTMLButtonElement>('Details');
    expect(details.disabled).toBe(true);
    expect(details.getAttribute('aria-pressed')).toBe('false');
  });

  test('names what undo and redo would do, and does it by key from anywhere', async () => {
    await start();
    expect(named<HTMLButtonElement>('Nothing to undo').disabled).toBe(true);
    await program.desk?.edits.setState(['s'], 'done');
    await rest();
    expect(named<HTMLButtonElement>('Undo: Change state of step').disabled).toBe(false);
    await press(document.body, 'z', { ctrlKey: true });
    expect(program.desk?.mirror.item('s')?.state).toBe('todo');
    await press(document.body, 'Z', { ctrlKey: true, shiftKey: true });
    expect(program.desk?.mirror.item('s')?.state).toBe('done');
  });

  test('shows what was undone, and offers to do it again', async () => {
    await start();
    await program.desk?.edits.setState(['s'], 'done');
    await press(document.body, 'z', { ctrlKey: true });
    expect(document.querySelector('.notice')?.textContent).toContain('Undone: Change state');
    await click('Redo', '.notice button');
    expect(program.desk?.mirror.item('s')?.state).toBe('done');
    expect(document.querySelector('.notice')?.textContent).toContain('Redone: Change state');
  });

  test('asks before an undo takes another plan away than the one shown', async () => {
    const garden = { id: 'p2', name: 'A garden', subject: 'me' as const, rank: 'b' };
    const undo = { op: 'plan_add', kind: '' as const, count: 1 };
    const plans = [...(book.plans ?? []), garden];
    await start({}, { ...book, plans });
    program.desk?.mirror.apply(changes({ undo }));
    await press(document.body, 'z', { ctrlKey: true });
    expect(document.querySelector('.notice')?.textContent).toContain('added the plan “A garden”');
    expect(called('undo')).toEqual([]);
    await press(document.body, 'z', { ctrlKey: true });
    expect(called('undo')).toHaveLength(1);
    await leave();
    await start({}, { ...book, plans, show: 'p2' });
    program.desk?.mirror.apply(changes({ undo }));
    await press(document.body, 'z', { ctrlKey: true });
    expect(called('undo')).toHaveLength(1);
  });

  test('puts what the hand holds under something else, found by its words', async () => {
    await start();
    await show('s');
    await press(document.body, 'M', { ctrlKey: true, shiftKey: true });
    await rest();
    const finder = document.querySelector<HTMLInputElement>('[role=dialog] [role=combobox]');
    if (!finder) throw new Error('nothing asks where to');
    await write(finder, 'book of mine');
    await press(finder, 'Enter');
    expect(called('moveItems')).toMatchObject([
      ['moveItems', { ids: ['s'], place: { planId: 'p1', parentId: 'v', afterId: 'g' } }],
    ]);
  });

  test('tells when something could not be saved', async () => {
    await start();
    bridge.refuse = new BridgeError('internal', 'error.internal');
    await program.desk?.edits.setState(['s'], 'done');
    await rest();
    expect(document.querySelector('[data-saving]')?.textContent).toContain('Not saved');
  });

  test('makes a plan and switches between plans', async () => {
    await start();
    await click('Plans: Publish a book');
    await click('New plan…', '[data-line]');
    const name = document.querySelector<HTMLInputElement>('[role=dialog] input');
    if (!name) throw new Error('no field for the name');
    await write(name, 'A calmer dog');
    await click('My pet', '[role=dialog] button');
    name.form?.requestSubmit();
    await rest();
    expect(called('addPlan')).toEqual([['addPlan', 'A calmer dog', 'pet']]);
    await click('Plans: A calmer dog');
    await click('Publish a book', '[data-line]');
    expect(called('openPlan')).toEqual([['openPlan', 'p1']]);
  });

  test('renames the plan, and changes what it is about, each only when it differs', async () => {
    await start();
    await click('Plans: Publish a book');
    await click('Rename this plan…', '[data-line]');
    const name = document.querySelector<HTMLInputElement>('[role=dialog] input');
    if (!name) throw new Error('no field for the name');
    await write(name, 'The crossing');
    name.form?.requestSubmit();
    await rest();
    expect(program.desk?.mirror.plan?.name).toBe('The crossing');
    expect(called('setPlanSubject')).toEqual([]);
    await click('Plans: The crossing');
    await click('Rename this plan…', '[data-line]');
    await click('My career', '[role=dialog] button');
    await click('Keep this', '[role=dialog] button');
    expect(called('setPlanSubject')).toEqual([['setPlanSubject', 'p1', 'career']]);
    expect(called('renamePlan').length).toBe(1);
  });

  test('adds a sample where a new plan is begun', async () => {
    await start();
    await click('Plans: Publish a book');
    await click('New plan…', '[data-line]');
    await click('A calmer dog ten minutes a day', '[role=dialog] button');
    expect(document.querySelector('[role=dialog]')).toBeNull();
    expect(program.desk?.mirror.plan?.name).toBe('dog');
  });

  test('without any plan offers a new one, and the way back', async () => {
    await start({}, { clients: [client('Me')] });
    expect(document.querySelector('h1')?.textContent).toBe('There is no plan here yet.');
    expect(document.querySelector('aside')).toBeNull();
    await program.desk?.edits.addPlan('A calmer dog', 'pet');
    await rest();
    expect(document.querySelector('h1')?.textContent).not.toBe('There is no plan here yet.');
    await press(document.body, 'z', { ctrlKey: true });
    await click('Redo: New plan');
    expect(program.desk?.mirror.plan?.name).toBe('A calmer dog');
  });

  test('adds a client and opens it, for whoever sits beside others', async () => {
    await start();
    program.settings.set({ coach: true });
    await rest();
    await click('Plans: Publish a book');
    await click('New client…', '[data-line]');
    const name = document.querySelector<HTMLInputElement>('[role=dialog] input');
    if (!name) throw new Error('no field for the name');
    await write(name, 'Nora');
    name.form?.requestSubmit();
    await rest();
    expect(called('addClient')).toEqual([['addClient', 'Nora']]);
  });
});

describe('a view that opens', () => {
  test('is there at once, and so is the field of its filter', async () => {
    await start({}, { ...book, columns: columns() });
    bridge.places = () => new Promise(() => undefined);
    await Promise.all(VIEWS.map((view) => view.load()));
    for (const [key, area] of [
      ['5', 'Board'],
      ['4', 'Outline'],
    ] as const) {
      await press(document.body, key, { ctrlKey: true });
      const view = document.querySelector(`main section[aria-label="${area}"]`);
      expect(view?.querySelector('[data-row], [data-card]')).not.toBeNull();
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true }),
      );
      await tick();
      expect(document.activeElement).toBe(view?.querySelector('input[type=search]'));
    }
  });
});

describe('by keyboard alone', () => {
  test('F6 leads to the side and Esc back to the plan', async () => {
    await start();
    await show('s');
    await press(document.body, 'F6');
    await new Promise((done) => setTimeout(done));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Title');
    await press(document.activeElement ?? document.body, 'Escape');
    expect(document.activeElement?.getAttribute('aria-label')).not.toBe('Title');
  });

  test('a menu opens with the arrow, walks, chooses and closes', async () => {
    await start();
    await show('s');
    const kind = named('Kind: Step');
    await press(kind, 'ArrowDown');
    expect(document.activeElement?.textContent?.trim()).toBe('Step');
    await press(document.activeElement ?? document.body, 'ArrowDown');
    expect(document.activeElement?.textContent?.trim()).toBe('Decision');
    (document.activeElement as HTMLElement).click();
    await rest();
    expect(called('setKind')).toEqual([['setKind', ['s'], 'decision']]);
  });

  test('the calendar walks by arrows and picks with Enter', async () => {
    await start();
    await program.desk?.edits.setDue(['s'], '2027-03-13');
    await show('s');
    await click('Pick a day');
    const day = document.activeElement;
    expect(day?.getAttribute('aria-label')).toBe('Sat 13 March 2027');
    await press(day ?? document.body, 'ArrowDown');
    await press(document.activeElement ?? document.body, 'ArrowRight');
    (document.activeElement as HTMLElement).click();
    await rest();
    expect(called('setDue').at(-1)).toEqual(['setDue', ['s'], '2027-03-21']);
  });
});
describe('an idea in the tray', () => {
  beforeEach(async () => {
    await start();
    await press(document.body, 'j', { ctrlKey: true });
  });

  test('is caught with Enter', async () => {
    const field = named<HTMLInputElement>('New idea', 'input');
    await write(field, 'A reading on the ferry');
    field.form?.requestSubmit();
    await rest();
    const [, input] = called('addItem')[0] ?? [];
    expect(input).toMatchObject({ kind: 'idea', title: 'A reading on the ferry' });
    expect(document.querySelector('aside ul')?.textContent).toBeDefined();
  });

  test('finds a place by its menu, and the way back is offered', async () => {
    await click('Place this idea');
    await click('Make it a goal of the plan', '[data-line]');
    expect(program.desk?.mirror.item('i')?.kind).toBe('goal');
    await click('Undo', '.notice button');
    expect(program.desk?.mirror.item('i')?.kind).toBe('idea');
  });

  test('moves below what is chosen', async () => {
    await click('Place this idea');
    await click('Move to…', '[data-line]');
    const field = named<HTMLInputElement>('Find an item', 'input');
    await write(field, 'manuscript');
    await press(field, 'Enter');
    expect(program.desk?.mirror.item('i')?.parentId).toBe('g');
  });
});

describe('the trash', () => {
  test('lists what was deleted and puts it back', async () => {
    await start();
    await program.desk?.edits.deleteItems(['g']);
    await click('Trash');
    await click('Put back “A manuscript”');
    expect(program.desk?.mirror.item('s')?.parentId).toBe('g');
    expect(document.querySelector('aside')?.textContent).toContain('Nothing here');
  });
});

describe('the palette', () => {
  let come: () => void;

  beforeEach(async () => {
    await start();
    const loaded = await later.palette();
    vi.spyOn(later, 'palette').mockReturnValue(
      new Promise((resolve) => (come = () => resolve(loaded))),
    );
  });

  test('is asked what was typed while it was on its way', async () => {
    await show('s');
    await press(document.body, 'k', { ctrlKey: true });
    for (const key of ['a', 'x', 'Backspace', 'g']) await press(document.body, key);
    expect(program.desk?.hand.id).toBe('s');
    come();
    await rest();
    expect(document.querySelector<HTMLInputElement>('[role=dialog] input')?.value).toBe('ag');
  });

  test('takes what is found first when Enter was pressed while it was on its way', async () => {
    await show('s');
    await press(document.body, 'k', { ctrlKey: true });
    for (const key of [...'manuscript', 'Enter']) await press(document.body, key);
    come();
    await rest();
    expect(program.desk?.hand.id).toBe('g');
    expect(document.querySelector('[role=dialog]')).toBeNull();
  });
});
