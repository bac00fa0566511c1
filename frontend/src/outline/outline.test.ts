import { flushSync, mount, tick, unmount } from 'svelte';
import { Now } from '../text/now.svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backupsOn } from '../backup/sample';
import { FakeBridge } from '../bridge/fake';
import { Commands } from '../commands/commands';
import { Coming } from '../pictures/coming.svelte';
import { Closeup } from '../commands/closeup.svelte';
import { Sheets } from '../commands/sheets.svelte';
import { whereIs } from '../commands/where';
import { LETTERS } from '../goal/letters';
import { Lens } from '../lens/lens.svelte';
import { Edits } from '../plan/edit.svelte';
import { Hand } from '../plan/hand.svelte';
import { Mirror } from '../plan/mirror.svelte';
import { alone, changes, item } from '../plan/sample';
import type { Changes, Item } from '../plan/types';
import { Notices } from '../ui/notices.svelte';
import OutlineView from './Outline.svelte';

// The outline in a document, driven by what the hand does and asked what one sees.

let bridge: FakeBridge;
let mirror: Mirror;
let hand: Hand;
let notices: Notices;
let stop: () => void;

async function open(
  items: Item[],
  over: Partial<Changes> = {},
  kept = '',
  held: string[] = [],
): Promise<void> {
  const plans = [{ id: 'p1', name: 'Publish a book', subject: 'me' as const, rank: 'a' }];
  bridge = new FakeBridge(changes({ plans, items, show: 'p1', ...over }));
  if (kept) await bridge.savePlace('p1', 'outline', kept);
  mirror = new Mirror();
  mirror.replace(await bridge.client());
  hand = new Hand();
  hand.pick(held);
  notices = new Notices();
  const commands = new Commands();
  const edits = new Edits(bridge, mirror, (error) => notices.refuse(error));
  const lens = new Lens(mirror, bridge, () => 'en');
  const desk = {
    mirror,
    edits,
    hand,
    commands,
    notices,
    lens,
    ...alone(edits),
    backups: backupsOn(bridge),
    letters: LETTERS,
    now: new Now(),
    sheets: new Sheets(),
    closeup: new Closeup(),
    coming: new Coming(bridge, () => undefined),
  };
  const press = (event: KeyboardEvent) => {
    if (!event.defaultPrevented) commands.press(event, whereIs(event.target));
  };
  window.addEventListener('keydown', press);
  const view = mount(OutlineView, { target: document.body, props: { desk } });
  stop = () => {
    window.removeEventListener('keydown', press);
    void unmount(view);
  };
  await rest();
}

/** Lets every promise and effect run out. */
async function rest(): Promise<void> {
  for (let i = 0; i < 20; i++) await tick();
  flushSync();
}

/** Presses "Mod+Shift+K" where the focus is. */
async function press(keys: string): Promise<void> {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: key === 'Space' ? ' ' : key,
      ctrlKey: parts.includes('Mod'),
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
      bubbles: true,
      cancelable: true,
    }),
  );
  await rest();
}

/** Types into the title that has the focus. */
async function type(text: string): Promise<void> {
  const field = document.activeElement as HTMLTextAreaElement;
  field.value += text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await rest();
}

/** The rows as one reads them: two spaces a level, * picked, > written. */
function seen(): string[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) => {
    const field = row.querySelector<HTMLTextAreaElement>('[data-title]');
    const words = field
      ? `>${field.value}`
      : (row.querySelector('[data-words]')?.textContent ?? '');
    const level = Number(row.getAttribute('aria-level')) - 1;
    const picked = row.getAttribute('aria-selected') === 'true' && !field ? '*' : '';
    return '  '.repeat(level) + picked + words;
  });
}

const plan = (): Item[] => [
  item('v', { kind: 'vision', title: 'A book', rank: 'a' }),
  item('g', { kind: 'goal', title: 'Manuscript', parentId: 'v', rank: 'a' }),
  item('a', { title: 'Write', parentId: 'g', rank: 'a' }),
  item('b', { title: 'Read', parentId: 'g', rank: 'b' }),
  item('h', { kind: 'goal', title: 'Agent', parentId: 'v', rank: 'b' }),
];

async function at(id: string): Promise<void> {
  hand.find(id);
  await rest();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  stop();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the tree', () => {
  it('says to a reader what it is and where each row stands', async () => {
    await open(plan());
    const row = document.querySelector('[data-row="b"]');
    expect(document.querySelector('[role=tree]')?.getAttribute('aria-label')).toBe(
      'Publish a book',
    );
    expect(row?.getAttribute('role')).toBe('treeitem');
    expect(row?.getAttribute('aria-level')).toBe('3');
    expect(row?.getAttribute('aria-posinset')).toBe('2');
    expect(row?.getAttribute('aria-setsize')).toBe('2');
  });

  it('has one tab stop, and it follows the arrows', async () => {
    await open(plan());
    await at('a');
    await press('ArrowDown');
    const stops = document.querySelectorAll('[data-row][tabindex="0"]');
    expect([...stops].map((row) => row.getAttribute('data-row'))).toEqual(['b']);
    expect(document.activeElement).toBe(stops[0]);
  });

  it('folds and goes to the parent with the left arrow, back with the right one', async () => {
    await open(plan());
    await at('a');
    await press('ArrowLeft');
    expect(hand.id).toBe('g');
    await press('ArrowLeft');
    expect(seen()).toEqual(['A book', '  *Manuscript', '  Agent']);
    await press('ArrowRight');
    await press('ArrowRight');
    expect(hand.id).toBe('a');
  });

  it('picks several with Shift, and one again with Esc', async () => {
    await open(plan());
    await at('a');
    await press('Shift+ArrowDown');
    expect(hand.ids).toEqual(['a', 'b']);
    await press('Escape');
    expect(hand.ids).toEqual(['b']);
  });
});

describe('writing', () => {
  it('opens a row below with Enter that becomes an item with its first text', async () => {
    await open(plan());
    await at('a');
    await press('Enter');
    expect(seen()).toContain('    >');
    expect(bridge.calls).toEqual([]);
    const field = document.activeElement;
    await type('Ring Per');
    vi.advanceTimersByTime(500);
    await rest();
    expect(bridge.calls).toMatchObject([
      ['addItem', { title: 'Ring Per', kind: 'step', place: { parentId: 'g', afterId: 'a' } }],
    ]);
    expect(document.activeElement).toBe(field);
    expect(seen()).toEqual([
      'A book',
      '  Manuscript',
      '    Write',
      '    >Ring Per',
      '    Read',
      '  Agent',
    ]);
  });

  it('says what an empty row is to be, and a smaller kind moves it into the goal before it', async () => {
    await open(plan());
    await at('g');
    await press('Enter');
    expect(document.querySelector('.row.writing')?.textContent).toContain('Goal');
    await press('Mod+Alt+4');
    expect(seen().slice(1)).toEqual(['  Manuscript', '    Write', '    Read', '    >', '  Agent']);
    expect(document.querySelector('.row.writing')?.textContent).toContain('Step');
    await type('Ring Per');
    vi.advanceTimersByTime(500);
    await rest();
    expect(document.querySelector('.row.writing')?.textContent).toContain('Step');
    await press('Escape');
    await press('F2');
    expect(document.querySelector('.row.writing')?.textContent).not.toContain('Step');
    await press('Enter');
    expect(bridge.calls).toMatchObject([
      ['addItem', { title: 'Ring Per', kind: 'step', place: { parentId: 'g', afterId: 'b' } }],
    ]);
  });

  it('opens a row by the button where the hand is, and at the end when nothing is picked', async () => {
    const add = () =>
      [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Add');
    await open(plan());
    await at('a');
    add()?.click();
    await rest();
    expect(seen().slice(2, 5)).toEqual(['    Write', '    >', '    Read']);
    await press('Escape');
    hand.pick([]);
    await rest();
    add()?.click();
    await rest();
    expect(seen().at(-1)).toBe('>');
  });

  it('keeps typing in the same step of undo after the row has become an item', async () => {
    await open(plan());
    await at('a');
    await press('Enter');
    await type('Ring');
    vi.advanceTimersByTime(500);
    await rest();
    await type(' Per');
    await press('Escape');
    const [add, title] = bridge.calls as [string, { edit: string; text?: string }][];
    expect(title?.[1].text).toBe('Ring Per');
    expect(title?.[1].edit).toBe(add?.[1].edit);
  });

  it('leads back to where an empty row was opened from', async () => {
    await open(plan());
    await at('g');
    await press('Enter');
    expect(seen()).toContain('  >');
    await press('Escape');
    expect(seen()).toContain('  *Manuscript');
  });

  it('shows which rows have notes', async () => {
    await open(plan().map((one) => (one.id === 'a' ? { ...one, notes: 'With ink' } : one)));
    const noted = [...document.querySelectorAll('[data-row]')].filter((row) =>
      row.querySelector('[data-tip="Has notes"]'),
    );
    expect(noted.map((row) => row.getAttribute('data-row'))).toEqual(['a']);
  });

  it('takes lines as fast as they come, each below the one before', async () => {
    await open(plan());
    await at('b');
    await press('Enter');
    for (const word of ['one', 'two', 'three']) {
      const field = document.activeElement as HTMLTextAreaElement;
      field.value = word;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
      );
      flushSync();
    }
    await rest();
    const below = mirror.children('g').map((id) => mirror.item(id)?.title);
    expect(below).toEqual(['Write', 'Read', 'one', 'two', 'three']);
  });

  it('moves an empty row in and out with Tab before anything is saved', async () => {
    await open(plan());
    await at('a');
    await press('Enter');
    await press('Tab');
    expect(seen()).toContain('      >');
    await press('Shift+Tab');
    await type('x');
    await press('Escape');
    expect(bridge.calls.map(([name]) => name)).toEqual(['addItem']);
  });

  it('takes an empty new row away with Backspace and goes on in the one above', async () => {
    await open(plan());
    await at('a');
    await press('Enter');
    await press('Backspace');
    expect(seen()).toContain('    >Write');
    expect(bridge.calls).toEqual([]);
  });

  it('leaves with Esc and keeps the text', async () => {
    await open(plan());
    await at('a');
    await press('F2');
    await type(' daily');
    await press('Escape');
    expect(mirror.item('a')?.title).toBe('Write daily');
    expect(document.activeElement?.getAttribute('data-row')).toBe('a');
  });

  it('never saves a blank title', async () => {
    await open(plan());
    await at('a');
    await press('F2');
    (document.activeElement as HTMLTextAreaElement).value = '';
    await type('  ');
    await press('Escape');
    expect(bridge.calls).toEqual([]);
    expect(seen()).toContain('    *Write');
  });

  it('starts to edit with a letter, with the focus in the title before it lands', async () => {
    await open(plan());
    await at('a');
    const row = document.activeElement;
    row?.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true }));
    expect(document.activeElement?.matches('[data-title]')).toBe(true);
  });

  it('makes a pasted list items below, and leaves a pasted word to the field', async () => {
    await open(plan());
    await at('a');
    await press('F2');
    expect(paste('word')).toBe(true);
    expect(paste('one\n  two')).toBe(false);
    await rest();
    expect(bridge.calls[0]).toMatchObject([
      'pasteText',
      { text: 'one\n  two', place: { parentId: 'g', afterId: 'a' } },
    ]);
  });
});

function paste(text: string): boolean {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  return document.activeElement?.dispatchEvent(event) ?? false;
}

function clip(type: 'copy' | 'cut'): string {
  let taken = '';
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { setData: (_: string, text: string) => (taken = text) } });
  document.activeElement?.dispatchEvent(event);
  return taken;
}

describe('cut, copy and paste', () => {
  it('pastes after a row that is still on its way into the vault', async () => {
    await open(plan());
    await at('h');
    await press('Enter');
    await type('Publisher');
    const field = document.activeElement;
    field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    flushSync();
    paste('One\nTwo');
    await rest();
    const [, made] = bridge.calls.find(([name]) => name === 'addItem') ?? [];
    expect(made).toMatchObject({ title: 'Publisher' });
    const [, pasted] = bridge.calls.find(([name]) => name === 'pasteText') ?? [];
    expect(pasted).toMatchObject({ place: { parentId: 'v', afterId: mirror.children('v')[2] } });
  });

  it('copies a branch as Markdown, and copies the items when it comes back', async () => {
    await open(plan());
    await at('g');
    const text = clip('copy');
    expect(text).toBe('- Manuscript\n  - [ ] Write\n  - [ ] Read');
    await at('h');
    paste(text.replaceAll('\n', '\r\n'));
    await rest();
    expect(bridge.calls).toMatchObject([
      ['copyItems', { ids: ['g'], place: { parentId: 'v', afterId: 'h' } }],
    ]);
  });

  it('moves what was cut, and copies it when it is pasted once more', async () => {
    await open(plan());
    await at('a');
    const text = clip('cut');
    await rest();
    await at('h');
    paste(text);
    await rest();
    paste(text);
    await rest();
    expect(bridge.calls.map(([name]) => name)).toEqual([
      'deleteItems',
      'restoreItems',
      'copyItems',
    ]);
  });
});

describe('acts', () => {
  it('move rows among siblings and across families, and say so', async () => {
    await open(plan());
    await at('b');
    await press('Alt+ArrowUp');
    expect(mirror.children('g')).toEqual(['b', 'a']);
    await press('Alt+ArrowDown');
    await press('Alt+ArrowDown');
    expect(mirror.children('h')).toEqual(['b']);
    expect(document.querySelector('[role=status]')?.textContent).toBe('Read: level 3, 1 of 1');
  });

  it('wait for one another however fast the keys come', async () => {
    await open(plan());
    await at('v');
    await at('b');
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowUp'])
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }),
      );
    await rest();
    expect(mirror.children('g')).toEqual(['b', 'a']);
  });

  it('lay a stone with Space, and take it up again', async () => {
    await open(plan());
    await at('a');
    await press('Space');
    expect(mirror.item('a')?.state).toBe('done');
    await press('Space');
    expect(mirror.item('a')?.state).toBe('todo');
  });

  it('delete several rows, go to what they stood below and offer the way back', async () => {
    await open(plan());
    await at('a');
    await press('Shift+ArrowDown');
    await press('Delete');
    expect(seen()).toEqual(['A book', '  *Manuscript', '  Agent']);
    notices.shown?.undo?.();
    await rest();
    expect(mirror.children('g')).toEqual(['a', 'b']);
  });

  it('change the kind of a row that is still being written', async () => {
    await open(plan());
    await at('a');
    await press('Enter');
    await press('Mod+Alt+5');
    await type('Print or not?');
    await press('Escape');
    expect(bridge.calls).toMatchObject([['addItem', { kind: 'decision' }]]);
  });

  it('keep the row and its text when Go refuses it', async () => {
    await open(plan());
    await at('a');
    await press('F2');
    bridge.refuse = await import('../bridge/errors').then(
      ({ BridgeError }) => new BridgeError('invalid', 'error.title_long', { max: '1000' }),
    );
    await type('!'.repeat(5));
    vi.advanceTimersByTime(500);
    await rest();
    expect(seen()).toContain('    >Write!!!!!');
    expect(notices.shown?.tone).toBe('ask');
  });
});

describe('an empty plan', () => {
  it('begins with one line, and Enter goes on in the outline', async () => {
    await open([]);
    const field = document.querySelector<HTMLInputElement>('[data-first]');
    expect(document.activeElement).toBe(field);
    await type('A dream');
    await press('Enter');
    expect(seen()).toEqual(['A dream', '  >']);
    expect(mirror.children('').map((id) => mirror.item(id)?.title)).toEqual(['A dream']);
  });

  it('asks for a goal after its vision, and for another vision on a second Enter', async () => {
    await open([item('v', { kind: 'vision', title: 'A dream' })]);
    await at('v');
    await press('F2');
    await press('Enter');
    expect(seen()).toEqual(['A dream', '  >']);
    await press('Enter');
    expect(seen()).toEqual(['A dream', '>']);
    await type('A second one');
    await press('Enter');
    expect(seen()).toEqual(['A dream', 'A second one', '>']);
  });

  it('takes a pasted list', async () => {
    await open([]);
    expect(paste('A\n  B')).toBe(false);
    await rest();
    expect(bridge.calls[0]).toMatchObject(['pasteText', { text: 'A\n  B' }]);
  });
});

describe('filter and branch', () => {
  it('shows what is asked for, says how many, and Esc shows all again', async () => {
    await open(plan());
    await press('Mod+f');
    const field = document.activeElement as HTMLInputElement;
    expect(field.type).toBe('search');
    await type('READ');
    expect(seen()).toEqual(['*A book', '  Manuscript', '    Read']);
    expect(document.querySelector('[role=status]')?.textContent).toBe('1 line found');
    await press('Escape');
    expect(seen()).toHaveLength(5);
  });

  it('shows the item in focus alone, and Esc leads back', async () => {
    await open(plan());
    await at('g');
    hand.branch = 'g';
    await rest();
    expect(seen()).toEqual(['*Manuscript', '  Write', '  Read']);
    await press('Escape');
    expect(hand.branch).toBe('');
    expect(seen()).toHaveLength(5);
  });

  it('leaves the focus for what is wanted outside of it', async () => {
    await open(plan());
    hand.branch = 'g';
    await at('h');
    expect(hand.branch).toBe('');
    expect(seen()).toContain('  *Agent');
  });

  it('shows the whole plan while the item in focus is gone', async () => {
    await open(plan());
    hand.branch = 'g';
    mirror.apply(changes({ gone: ['g'] }));
    await rest();
    expect(seen()).toEqual(['*A book', '  Agent']);
  });

  it('shows all drafts and nothing else, and everything again (R127)', async () => {
    await open(plan().map((one) => (one.id === 'b' ? { ...one, draft: true } : one)));
    hand.branch = 'h';
    await press('Mod+Shift+d');
    expect(seen().map((line) => line.replace('*', ''))).toEqual([
      'A book',
      '  Manuscript',
      '    Read',
    ]);
    await press('Mod+Shift+d');
    expect(seen()).toHaveLength(5);
  });

  it('finds what another view asks for wherever it hides', async () => {
    await open(plan());
    await at('v');
    await press('ArrowLeft');
    expect(seen()).toEqual(['*A book']);
    await at('b');
    expect(seen()).toContain('    *Read');
  });
});

describe('the place in a plan', () => {
  it('is the first row for the first time, and the keyboard is there', async () => {
    await open(plan());
    expect(hand.ids).toEqual(['v']);
    expect(document.activeElement?.getAttribute('data-row')).toBe('v');
  });

  it('is kept when the hand rests, and found again', async () => {
    await open(plan());
    await at('g');
    await press('ArrowLeft');
    vi.advanceTimersByTime(500);
    await rest();
    const kept = JSON.parse(bridge.kept('p1', 'outline')) as object;
    expect(kept).toMatchObject({ active: 'g', folded: ['g'] });
  });

  it('comes back with the folds and the row that was active', async () => {
    const kept = JSON.stringify({ active: 'h', folded: ['g'], top: { id: 'v', delta: 0 } });
    await open(plan(), {}, kept);
    expect(seen()).toEqual(['A book', '  Manuscript', '  *Agent']);
  });

  it('gives way to what the hand brings along from another view, folded away or not', async () => {
    const kept = JSON.stringify({ active: 'h', folded: ['g'], top: { id: 'v', delta: 0 } });
    await open(plan(), {}, kept, ['a', 'b']);
    expect(seen()).toEqual(['A book', '  Manuscript', '    *Write', '    *Read', '  Agent']);
    expect(document.activeElement?.getAttribute('data-row')).toBe('b');
  });
});

describe('the menu of a row', () => {
  it('opens with Shift+F10 and leads on to the kinds', async () => {
    await open(plan());
    await at('a');
    await press('Shift+F10');
    const line = (words: string) =>
      [...document.querySelectorAll<HTMLElement>('[role^=menuitem]')].find((one) =>
        one.textContent?.includes(words),
      );
    line('Kind')?.click();
    await rest();
    line('Goal')?.click();
    await rest();
    expect(bridge.calls).toMatchObject([['setKind', ['a'], 'goal']]);
  });
});

describe('an idea', () => {
  it('leaves the outline for the tray at the top of the plan, and is told of', async () => {
    await open(plan());
    await at('h');
    await press('Mod+Alt+6');
    expect(seen()).toContain('  *Agent');
    await press('Shift+Tab');
    expect(seen()).not.toContain('*Agent');
    expect(notices.shown?.text).toBe('The idea lies in the ideas tray now');
  });
});
