import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import App from './App.svelte';
import { BridgeError } from './bridge/errors';
import { FakeBridge } from './bridge/fake';
import { changes, item } from './plan/sample';
import type { Changes, Opening } from './plan/types';
import type { News } from './plan/vault';
import { Program } from './program.svelte';

// The whole page on a fake bridge, driven by what the hand does.

let bridge: FakeBridge;
let program: Program;
let close: () => void = () => undefined;

const book: Partial<Changes> = {
  clients: [{ id: 'c1', name: 'Me' }],
  plans: [{ id: 'p1', name: 'Publish a book', subject: 'me', rank: 'a' }],
  areas: [{ id: 'a1', name: 'Growth', hue: 'growth', rank: 'a' }],
  tags: [{ id: 't1', name: 'mornings' }],
  items: [
    item('v', { kind: 'vision', title: 'A book of mine', rank: 'a', why: 'I was there.' }),
    item('g', { kind: 'goal', title: 'A manuscript', parentId: 'v' }),
    item('s', { title: 'Write chapter 12', parentId: 'g', notes: 'Keep **Ada** below.' }),
    item('i', { kind: 'idea', title: 'A map inside the cover', rank: 'b' }),
  ],
  show: 'p1',
};

async function start(
  over: Partial<Opening> = {},
  plan: Partial<Changes> = book,
  news: News = { file: '', cutOff: false },
): Promise<void> {
  bridge = new FakeBridge(changes(plan));
  bridge.openingNow = { ...bridge.openingNow, ...over };
  bridge.newsNow = news;
  program = new Program(bridge);
  await program.begin();
  const app = mount(App, { target: document.body, props: { program } });
  close = () => void unmount(app);
  await program.listen();
  await rest();
}

async function rest(): Promise<void> {
  for (let i = 0; i < 30; i++) await tick();
  flushSync();
}

/** The one element whose accessible name or text is this. */
function named<Kind extends HTMLElement>(name: string, selector = 'button'): Kind {
  const all = [...document.querySelectorAll<Kind>(selector)];
  const hit = all.find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
  );
  if (!hit) throw new Error(`no ${selector} called ${name}`);
  return hit;
}

async function click(name: string, selector?: string): Promise<void> {
  named(name, selector).click();
  await rest();
}

async function write(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await rest();
}

async function press(target: Element, key: string, held: KeyboardEventInit = {}): Promise<void> {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }),
  );
  await rest();
}

async function show(id: string): Promise<void> {
  program.desk?.hand.pick([id]);
  await rest();
}

const called = (method: string) => bridge.calls.filter(([name]) => name === method);

beforeEach(() => {
  // jsdom draws nothing: what needs a layer or a size is only called.
  HTMLElement.prototype.scrollIntoView = vi.fn();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn();
      disconnect = vi.fn();
      unobserve = vi.fn();
    },
  );
});

afterEach(async () => {
  close();
  await rest();
  document.body.innerHTML = '';
});

describe('the first start', () => {
  test('makes an own plan with one press, and then shows it', async () => {
    await start({ stage: 'first' });
    bridge.openingNow = { ...bridge.openingNow, stage: 'plan' };
    await click('My pet');
    expect(called('start')).toEqual([['start', 'pet', 'My pet']]);
    expect(document.title).toBe('Publish a book · Cairn');
  });

  test('opens a sample, or a file that one has', async () => {
    await start({ stage: 'first' });
    for (const sample of document.querySelectorAll<HTMLElement>('.samples button')) sample.click();
    await click('Open a file I have');
    expect(bridge.calls).toEqual([
      ['startSample', 'book'],
      ['startSample', 'career'],
      ['startSample', 'dog'],
      ['chooseVault'],
    ]);
  });
});

describe('a vault with a problem', () => {
  test('gets its own sentence, its path, and what helps', async () => {
    await start({ stage: 'problem', problem: 'damaged', path: '/home/ada/vault.cairn' });
    expect(document.querySelector('h1')?.textContent).toBe('The vault is damaged.');
    expect(document.body.textContent).toContain('/home/ada/vault.cairn');
    await click('Try again');
    await click('Start a new vault beside it');
    await click('Show the folder');
    expect(bridge.calls.map(([name]) => name)).toEqual(['retry', 'startBeside', 'showFolder']);
  });

  test('never shows a plan, and offers the copies beside it', async () => {
    await start({ stage: 'problem', problem: 'newer', copies: ['/v.before-v2.cairn'] });
    expect(document.querySelector('[role="tree"]')).toBeNull();
    await click('Open this copy');
    expect(called('openVault')).toEqual([['openVault', '/v.before-v2.cairn']]);
  });
});

test('a program that does not answer is told plainly', async () => {
  bridge = new FakeBridge(changes());
  vi.spyOn(bridge, 'opening').mockRejectedValue(new Error('gone'));
  program = new Program(bridge);
  await program.begin();
  const app = mount(App, { target: document.body, props: { program } });
  close = () => void unmount(app);
  await rest();
  expect(document.body.textContent).toContain('Cairn could not start.');
});

test('where the hand was is kept at once when the window hides', async () => {
  await start();
  await show('g');
  const save = vi.spyOn(bridge, 'savePlace');
  window.dispatchEvent(new Event('pagehide'));
  const kept = save.mock.calls.filter(([planId, view]) => planId === 'p1' && view === 'outline');
  expect(kept.map(([, , data]) => (JSON.parse(data) as { active: string }).active)).toEqual(['g']);
});

describe('around the file', () => {
  const run = async (id: string) => {
    program.commands
      .all()
      .find((command) => command.id === id)
      ?.run();
    await rest();
  };

  test('another vault lays the desk anew, after what is typed is saved in this one', async () => {
    await start();
    await show('s');
    const desk = program.desk;
    await write(named<HTMLTextAreaElement>('Title', 'textarea'), 'Write chapter 13');
    bridge.openingNow = { ...bridge.openingNow, path: '/garden.cairn' };
    await press(document.body, 'o', { ctrlKey: true });
    expect(bridge.calls.map(([name]) => name)).toEqual(['setTitle', 'chooseVault']);
    expect(program.desk).not.toBe(desk);
    expect(document.querySelector('[role="tree"]')).not.toBeNull();
  });

  test('who turns away stays where they are; what is refused is said', async () => {
    await start();
    await show('s');
    const desk = program.desk;
    await run('file.open');
    expect(program.desk).toBe(desk);
    expect(desk?.hand.id).toBe('s');
    bridge.refuse = new BridgeError('conflict', 'error.vault_foreign', { path: 'a.txt' });
    await run('file.open');
    expect(program.desk).toBe(desk);
    expect(document.body.textContent).toContain('a.txt is not a Cairn vault.');
  });

  test('the vaults that were opened lately are commands, and on the start screen', async () => {
    const recent = [{ path: '/b/garden.cairn', name: 'garden', folder: '~/b' }];
    await start({ recent });
    await run('file.recent.0');
    expect(called('openVault')).toEqual([['openVault', '/b/garden.cairn']]);
    close();
    document.body.innerHTML = '';
    await start({ recent, stage: 'first' });
    document.querySelector<HTMLElement>('li button')?.click();
    await rest();
    expect(called('openVault')).toEqual([['openVault', '/b/garden.cairn']]);
  });

  test('a copy is told with its name, and leads to its folder', async () => {
    await start();
    bridge.copyTo = '/stick/My plans.cairn';
    await run('file.copy');
    expect(document.body.textContent).toContain('The copy is saved as My plans.cairn.');
    await click('Show in folder', '.notice button');
    expect(called('showCopy')).toHaveLength(1);
  });

  test('a copy that nobody wanted after all is not told', async () => {
    await start();
    await run('file.copy');
    expect(document.querySelector('.notice')).toBeNull();
  });

  test('shaky ground is told in a line until its owner knows', async () => {
    await start({ ground: { kind: 'synced', name: 'Dropbox' } });
    expect(document.body.textContent).toContain('a folder that Dropbox copies');
    await click('I know');
    expect(called('knowGround')).toHaveLength(1);
    expect(document.body.textContent).not.toContain('Dropbox');
  });

  test('a file that the system hands over is opened', async () => {
    await start();
    bridge.newsNow = { file: '/b/garden.cairn', cutOff: false };
    bridge.ring();
    await rest();
    expect(called('openVault')).toEqual([['openVault', '/b/garden.cairn']]);
  });

  test('what the program is made of is told with its licences', async () => {
    await import('./about/About.svelte');
    await start();
    await run('frame.about');
    [...document.querySelectorAll<HTMLElement>('button')]
      .find((one) => one.textContent?.includes('svelte'))
      ?.click();
    await rest();
    expect(document.body.textContent).toContain('As it is.');
  });
});

describe('when something breaks', () => {
  test('inside of Go, it is said, with what is saved, and drawn again', async () => {
    await start();
    await program.desk?.edits.setState(['s'], 'done');
    bridge.refuse = new BridgeError('internal', 'error.panic');
    await program.desk?.edits.setState(['s'], 'todo');
    await rest();
    expect(document.querySelector('h1')?.textContent).toBe('Something in Cairn broke.');
    expect(document.body.textContent).toContain('Your last change after that was not made.');
    await click('Show the log');
    expect(called('showLog')).toHaveLength(1);
    await click('Draw it again');
    expect(document.querySelector('[role="tree"]')).not.toBeNull();
    expect(program.desk?.mirror.item('s')?.state).toBe('done');
  });

  test('while the page draws, it is said, and noted without a word of the person', async () => {
    await start();
    const { mirror } = program.desk ?? {};
    vi.spyOn(mirror as NonNullable<typeof mirror>, 'path').mockImplementation(() => {
      throw new TypeError('A book of mine');
    });
    await show('s');
    expect(document.querySelector('h1')?.textContent).toBe('Something in Cairn broke.');
    expect(called('noteMishap')[0]?.[1]).toBe('TypeError');
    expect(JSON.stringify(called('noteMishap'))).not.toContain('book of mine');
    await click('Draw it again');
    expect(document.querySelector('[role="tree"]')).not.toBeNull();
  });

  test('in one view, the frame goes on, and another view can be opened', async () => {
    await start();
    const mirror = program.desk?.mirror as NonNullable<typeof program.desk>['mirror'];
    const broken = vi.spyOn(mirror, 'progress').mockImplementation(() => {
      throw new TypeError('lost');
    });
    await program.desk?.edits.setState(['s'], 'done');
    await rest();
    expect(document.querySelector('main [role=alert]')?.textContent).toContain('broke');
    expect(document.querySelector('nav')).not.toBeNull();
    broken.mockRestore();
    await click('Draw it again');
    expect(document.querySelector('[role="tree"]')).not.toBeNull();
    expect(called('noteMishap')).toHaveLength(1);
  });

  test('what is typed is saved all the same', async () => {
    await start();
    await show('s');
    await write(named<HTMLTextAreaElement>('Title', 'textarea'), 'Write chapter 13');
    program.broke(new Error('lost'));
    await rest();
    expect(called('setTitle')).toHaveLength(1);
    expect(document.body.textContent).toContain('Everything you did is saved');
  });
});

test('after a run that was cut off it is said that all is here', async () => {
  await start({}, book, { file: '', cutOff: true });
  expect(document.body.textContent).toContain('Everything that was saved is here.');
});

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
    await start({}, { clients: [{ id: 'c1', name: 'Me' }] });
    expect(document.querySelector('h1')?.textContent).toBe('There is no plan here yet.');
    expect(document.querySelector('aside')).toBeNull();
    await program.desk?.edits.addPlan('A calmer dog', 'pet');
    await rest();
    expect(document.querySelector('h1')?.textContent).not.toBe('There is no plan here yet.');
    await press(document.body, 'z', { ctrlKey: true });
    await click('Redo: New plan');
    expect(program.desk?.mirror.plan?.name).toBe('A calmer dog');
  });

  test('adds a client and opens it', async () => {
    await start();
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
