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
import { alone, changes, columns, item } from '../plan/sample';
import type { Changes, Item } from '../plan/types';
import { today } from '../text/dates';
import { Notices } from '../ui/notices.svelte';
import BoardView from './Board.svelte';

// The board in a document, driven by what the hand does and asked what one sees.

let bridge: FakeBridge;
let mirror: Mirror;
let hand: Hand;
let notices: Notices;
let stop: () => void;

async function open(items: Item[], over: Partial<Changes> = {}, kept = ''): Promise<void> {
  const plans = [{ id: 'p1', name: 'Publish a book', subject: 'me' as const, rank: 'a' }];
  bridge = new FakeBridge(changes({ plans, items, columns: columns(), show: 'p1', ...over }));
  if (kept) await bridge.savePlace('p1', 'board', kept);
  mirror = new Mirror();
  mirror.replace(await bridge.client());
  hand = new Hand();
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
  const view = mount(BoardView, { target: document.body, props: { desk } });
  stop = () => {
    window.removeEventListener('keydown', press);
    void unmount(view);
  };
  await rest();
  await new Promise(requestAnimationFrame);
  vi.advanceTimersByTime(0); // the first cards have been painted
  await rest();
}

/** Lets every promise and effect run out. */
async function rest(): Promise<void> {
  for (let i = 0; i < 20; i++) await tick();
  flushSync();
}

/** Presses "Mod+Shift+K" where the focus is. */
async function press(...all: string[]): Promise<void> {
  for (const keys of all) {
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
}

/** Types into the field that has the focus, over what is selected there. */
async function type(text: string): Promise<void> {
  const field = document.activeElement as HTMLInputElement;
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await rest();
}

/** The columns as one reads them: * picked, > written, ✓ laid. */
function seen(): Record<string, string[]> {
  const read = (row: HTMLElement): [number, string] => {
    const at = Number(row.getAttribute('aria-rowindex'));
    if (!row.dataset['card']) return [at, `${row.querySelector('.words')?.textContent ?? ''}:`];
    const field = row.querySelector<HTMLTextAreaElement>('[data-title]');
    const words = field
      ? `>${field.value}`
      : (row.querySelector('[data-words]')?.textContent ?? '');
    const picked = row.getAttribute('aria-selected') === 'true' && !field ? '*' : '';
    return [at, picked + words + (row.dataset['s'] === 'done' ? ' ✓' : '')];
  };
  const lanes = [...document.querySelectorAll<HTMLElement>('[data-lane]')];
  return Object.fromEntries(
    lanes.map((lane) => [
      lane.querySelector('h2')?.textContent ?? '',
      [...lane.querySelectorAll<HTMLElement>('[role=row]')]
        .map(read)
        .sort(([a], [b]) => a - b)
        .map(([, words]) => words),
    ]),
  );
}

const said = () => document.querySelector('[aria-live]')?.textContent?.replace('\u200b', '');

/** Opens the menu of a column and chooses from it. */
async function chooseColumn(column: string, ...lines: string[]): Promise<void> {
  click(`[aria-label="More about the column ${column}"]`);
  await rest();
  for (const line of lines) await choose(line);
}

/** Chooses a line of the menu that is open. */
async function choose(line: string): Promise<void> {
  const lines = [...document.querySelectorAll<HTMLElement>('[role=menu] [data-line]')];
  lines.find((one) => one.textContent.includes(line))?.click();
  await rest();
}

function click(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

const plan = (): Item[] => [
  item('v', { kind: 'vision', title: 'A book' }),
  item('g', { kind: 'goal', title: 'Manuscript', parentId: 'v' }),
  item('a', { title: 'Write', parentId: 'g', priority: '1' }),
  item('b', { title: 'Read', parentId: 'g', priority: '2' }),
  item('h', { kind: 'goal', title: 'Agent', parentId: 'v' }),
  item('c', { title: 'Letter', parentId: 'h', priority: '3', state: 'doing' }),
  item('d', { title: 'Call Per', parentId: 'h', priority: '4', state: 'done' }),
];

async function at(id: string): Promise<void> {
  hand.find(id);
  await rest();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  HTMLElement.prototype.showPopover = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.animate = () =>
    ({ finished: Promise.resolve(), cancel: () => undefined }) as unknown as Animation;
});

afterEach(() => {
  stop();
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the columns', () => {
  it('hold the steps by their states', async () => {
    await open(plan());
    expect(seen()).toEqual({
      'To do': ['*Write', 'Read'],
      Doing: ['Letter'],
      Waiting: [],
      Done: ['Call Per ✓'],
    });
  });

  it('say to a reader what they are, and what all there is to a card', async () => {
    await open(plan());
    const grid = document.querySelector('[role=grid]');
    expect(grid?.getAttribute('aria-label')).toBe('To do, 2 cards');
    expect(grid?.getAttribute('aria-rowcount')).toBe('2');
    expect(document.querySelector('[data-card=b]')?.getAttribute('aria-label')).toBe(
      'Read, to do, Manuscript',
    );
  });

  it('have one tab stop each', async () => {
    await open(plan());
    await at('b');
    const stops = [...document.querySelectorAll<HTMLElement>('[data-card][tabindex="0"]')];
    expect(stops.map((card) => card.dataset['card'])).toEqual(['b', 'c', 'd']);
    expect(document.activeElement).toBe(stops[0]);
  });

  it('show the progress of a step by its own steps', async () => {
    const own = (id: string, state: Item['state']) => item(id, { parentId: 'a', state });
    await open([...plan(), own('x', 'done'), own('y', 'todo')]);
    const card = document.querySelector('[data-card=a]');
    expect(card?.textContent).toContain('1 of 2');
    expect(card?.querySelectorAll('.stones [data-s]')).toHaveLength(2);
    expect(seen()['To do']).toEqual(['*Write', 'Read']);
  });
});

describe('a card', () => {
  it('shows that there are notes, and says it', async () => {
    const [, , write] = plan();
    await open([...plan().filter(({ id }) => id !== 'a'), { ...write!, notes: 'With ink' }]);
    const cards = [...document.querySelectorAll('[data-card]')];
    const noted = cards.filter((card) => card.querySelector('[data-tip="Has notes"]'));
    expect(noted.map((card) => card.getAttribute('data-card'))).toEqual(['a']);
    expect(noted[0]?.getAttribute('aria-label') ?? noted[0]?.textContent).toContain('Has notes');
  });

  it('says what it comes after, and whom it waits for', async () => {
    const waits = plan().map((one): Item => (one.id === 'b' ? { ...one, state: 'waiting' } : one));
    await open(waits, {
      links: [{ id: 'l', fromId: 'b', toId: 'c', kind: 'after', weight: 1, lag: 0 }],
      aspects: [{ id: 'w', itemId: 'b', kind: 'wait', rank: 'a', body: { who: 'Ada' } }],
    });
    const card = document.querySelector('[data-card=b]');
    expect(card?.textContent).toContain('waiting for Ada');
    expect(card?.textContent).toContain('after: Letter');
    expect(card?.getAttribute('aria-label')).toContain('waiting for Ada, after: Letter');
    await at('c');
    await press('Space');
    expect(card?.textContent).not.toContain('after:');
  });

  it('that has lain still says so by a mark', async () => {
    await open(plan());
    const still = document.querySelector('[data-card=c]');
    expect(still?.querySelector('[data-tip^="untouched for"]')).not.toBeNull();
    expect(still?.getAttribute('aria-label')).toContain('untouched for');
    expect(document.querySelector('[data-card=a]')?.getAttribute('data-still')).toBeNull();
  });

  it('says what Space would do', async () => {
    await open(plan());
    const toggle = async (id: string) => {
      await at(id);
      await press('Shift+F10');
      const lines = [...document.querySelectorAll('[role=menu] .words')].map((e) => e.textContent);
      await press('Escape');
      return lines.filter((line) => line?.startsWith('Mark as') && line.includes('done'));
    };
    expect(await toggle('a')).toEqual(['Mark as done']);
    expect(await toggle('d')).toEqual(['Mark as not done']);
  });

  it('offers no way to a column that is not there', async () => {
    await open(plan());
    await press('Shift+F10');
    await choose('Move to');
    const off = [...document.querySelectorAll('[role=menu] [aria-disabled=true]')];
    expect(off.map((line) => line.querySelector('.words')?.textContent)).toEqual([
      'Move to the column before',
    ]);
  });
});

describe('by keys', () => {
  it('arrows walk through a column and to the columns beside it', async () => {
    await open(plan());
    await press('ArrowDown');
    expect(seen()['To do']).toEqual(['Write', '*Read']);
    await press('ArrowRight');
    expect(seen()['Doing']).toEqual(['*Letter']);
    await press('ArrowRight');
    expect(document.activeElement?.getAttribute('data-foot')).toBe('waiting');
    await press('ArrowRight');
    expect(seen()['Done']).toEqual(['*Call Per ✓']);
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'End', 'Home');
    expect(seen()['To do']).toEqual(['*Write', 'Read']);
  });

  it('a card moves to the next column, up and down, and it is said where it lies', async () => {
    await open(plan());
    await press('Alt+ArrowRight');
    expect(seen()['Doing']).toEqual(['*Write', 'Letter']);
    expect(said()).toBe('Moved to Doing, 1 of 2');
    await press('Alt+ArrowDown');
    expect(seen()['Doing']).toEqual(['Letter', '*Write']);
    expect(said()).toBe('Moved to Doing, 2 of 2');
    await press('Alt+ArrowUp', 'Alt+ArrowLeft');
    expect(seen()['To do']).toEqual(['*Write', 'Read']);
    expect(document.activeElement?.getAttribute('data-card')).toBe('a');
  });

  it('a card that cannot go further stays, and nothing is written down', async () => {
    await open(plan());
    await press('Alt+ArrowLeft', 'Alt+ArrowUp', 'Alt+Home');
    expect(bridge.calls.filter(([call]) => call === 'moveCards')).toEqual([]);
  });

  it('Space lays the stone and takes it up again: the hand stays on the card', async () => {
    await open(plan());
    await press('Space');
    expect(seen()).toMatchObject({ 'To do': ['Read'], Done: ['*Write ✓', 'Call Per ✓'] });
    expect(said()).toBe('Moved to Done, 1 of 2');
    expect(notices.shown?.text).toBe('Done: “Write”');
    notices.shown?.undo?.();
    await rest();
    expect(seen()['To do']).toEqual(['*Write', 'Read']);
    await press('Space', 'Space');
    expect(seen()['To do']).toEqual(['*Write', 'Read']);
  });

  it('Enter opens the title, and Enter keeps it', async () => {
    await open(plan());
    await press('Enter');
    expect(seen()['To do']).toEqual(['>Write', 'Read']);
    await type(' daily');
    await press('Enter');
    expect(seen()['To do']).toEqual(['*Write daily', 'Read']);
    expect(document.activeElement?.getAttribute('data-card')).toBe('a');
  });

  it('letters start nothing', async () => {
    await open(plan());
    await press('x');
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('Delete puts a card into the trash and offers it back', async () => {
    await open(plan());
    await press('Delete');
    expect(seen()['To do']).toEqual(['*Read']);
    expect(notices.shown?.text).toBe('“Write” is in the trash');
    notices.shown?.undo?.();
    await rest();
    expect(seen()['To do']).toEqual(['*Write', 'Read']);
  });

  it('Shift and Mod+A pick several, which move as one step', async () => {
    await open(plan());
    await press('Shift+ArrowDown', 'Alt+ArrowRight');
    expect(seen()['Doing']).toEqual(['*Write', '*Read', 'Letter']);
    expect(said()).toBe('2 cards moved to Doing, from 1 of 3 on');
    expect(bridge.calls.filter(([call]) => call === 'moveCards')).toHaveLength(1);
    await press('Mod+A');
    expect(hand.ids).toEqual(['a', 'b', 'c']);
    await press('Mod+A');
    expect(hand.ids).toEqual(['a', 'b', 'c', 'd']);
    await press('Escape');
    expect(hand.ids).toHaveLength(1);
  });
});

describe('a step is added', () => {
  it('at the foot of a column, one after the other, below the goal of the card in hand', async () => {
    await open(plan());
    await at('c');
    await press('n');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('New step in Doing');
    expect(document.querySelector('.under')?.textContent).toContain('Agent');
    await type('Find a stamp');
    await press('Enter');
    await type('Post it');
    await press('Enter', 'Escape');
    expect(seen()['Doing']).toEqual(['*Letter', 'Find a stamp', 'Post it']);
    const made = mirror.children('h').map((id) => mirror.item(id)?.title);
    expect(made).toEqual(['Letter', 'Call Per', 'Find a stamp', 'Post it']);
    expect(document.activeElement?.getAttribute('data-card')).toBe('c');
  });

  it('below the branch in focus, unless the hand is in it', async () => {
    await open(plan());
    hand.pick([]);
    hand.branch = 'g';
    await rest();
    expect(seen()['Doing']).toEqual([]);
    click('[data-foot=doing]');
    await rest();
    expect(document.querySelector('.under')?.textContent).toContain('Manuscript');
  });
});

it('an edit that comes back takes nobody out of a field', async () => {
  await open(plan());
  const moved = press('Alt+ArrowDown'); // what follows is quicker than the vault
  click('[data-foot=todo]');
  flushSync();
  const field = document.activeElement;
  expect(field?.matches('input')).toBe(true);
  await moved;
  expect(seen()['To do']).toEqual(['Read', '*Write']);
  expect(document.activeElement).toBe(field);
});

describe('the menu of a card', () => {
  const menu = async (...lines: string[]) => {
    await press('Shift+F10');
    for (const line of lines) await choose(line);
  };

  it('moves it to a column, to its end', async () => {
    await open(plan());
    await menu('Move to…', 'Doing');
    expect(seen()['Doing']).toEqual(['Letter', '*Write']);
  });

  it('moves it within its column', async () => {
    await open(plan());
    await menu('Move to…', 'Move to the bottom');
    expect(seen()['To do']).toEqual(['Read', '*Write']);
  });

  it('gives it a date and another state', async () => {
    await open(plan());
    await menu('Date…', 'Today');
    expect(document.querySelector('[data-card=a]')?.textContent).toContain('today');
    await menu('State…', 'Waiting');
    expect(seen()['Waiting']).toEqual(['*Write']);
  });
});

describe('a column', () => {
  it('gets a name of its own, and that of its state again', async () => {
    await open(plan());
    await chooseColumn('Doing', 'Rename');
    await type('In my hands');
    await press('Enter');
    expect(Object.keys(seen())).toEqual(['To do', 'In my hands', 'Waiting', 'Done']);
    await chooseColumn('In my hands', 'Rename');
    (document.activeElement as HTMLInputElement).value = '';
    await press('Enter');
    expect(Object.keys(seen())).toContain('Doing');
  });

  it('says when it holds more than it should, and holds it all the same', async () => {
    await open(plan());
    await chooseColumn('To do', 'Limit');
    await type('1');
    await press('Enter');
    const head = document.querySelector('[data-head=todo]');
    expect(head?.textContent).toContain('limit 1');
    expect(head?.querySelector('.over')).not.toBeNull();
    expect(seen()['To do']).toHaveLength(2);
    hand.branch = 'a';
    await rest();
    expect(head?.textContent).toContain('1 of 2');
    expect(head?.querySelector('.over')).not.toBeNull();
  });

  it('says what its cards are where its name does not', async () => {
    await open(plan());
    await chooseColumn('Doing', 'Rename');
    await type('In my hands');
    await press('Enter');
    const heads = [...document.querySelectorAll('[data-head]')].map((head) => head.textContent);
    expect(heads.map((words) => words.includes('doing'))).toEqual([false, true, false, false]);
  });

  it('is added to the right and named at once, moved and deleted; its cards stay', async () => {
    await open(plan());
    await chooseColumn('To do', 'Add a column to the right');
    await type('Today');
    await press('Enter');
    const made = mirror.columns.find(({ name }) => name.endsWith('Today'))!;
    expect(made.state).toBe('todo');
    await at('a');
    await press('Alt+ArrowRight');
    expect(seen()[made.name]).toEqual(['*Write']);
    await chooseColumn(made.name, 'Move to the left');
    expect(Object.keys(seen())[0]).toBe(made.name);
    expect(said()).toBe(`${made.name} is column 1 of 5 now`);
    await chooseColumn(made.name, 'Delete the column');
    expect(seen()['To do']).toEqual(['Read', '*Write']);
    notices.shown?.undo?.();
    await rest();
    expect(seen()[made.name]).toEqual(['*Write']);
  });

  it('that comes from the bar is for what is to do, and nothing put there becomes done', async () => {
    await open(plan());
    click('.bar [data-tip="Add a column"]');
    await rest();
    await press('Enter');
    expect(Object.keys(seen()).slice(0, 2)).toEqual(['To do', 'New column']);
    expect(mirror.columns.find(({ name }) => name === 'New column')?.state).toBe('todo');
  });

  it('that is the last of its state cannot be deleted', async () => {
    await open(plan());
    click('[aria-label="More about the column Done"]');
    await rest();
    const lines = [...document.querySelectorAll('[data-line]')];
    const line = lines.find((one) => one.textContent.includes('Delete the column'));
    expect(line?.getAttribute('aria-disabled')).toBe('true');
  });
});

describe('a folded column', () => {
  const strip = () => document.querySelector<HTMLElement>('[data-lane=doing] [aria-expanded]');

  it('is a strip with its name and count; the keyboard stays with it and walks on', async () => {
    await open(plan());
    await at('c');
    await press('f');
    expect(strip()?.getAttribute('aria-label')).toBe('Doing, 1 card');
    expect(document.activeElement).toBe(strip());
    expect(said()).toBe('Doing is folded');
    expect(hand.ids).toEqual([]);
    await press('ArrowLeft');
    expect(seen()['To do']).toContain('*Write');
    await press('ArrowRight');
    expect(document.activeElement).toBe(strip());
    strip()?.click();
    await rest();
    expect(seen()['Doing']).toEqual(['*Letter']);
    expect(said()).toBe('Doing is unfolded');
    expect(document.activeElement?.getAttribute('data-card')).toBe('c');
  });

  it('takes cards, and a card goes on through it', async () => {
    await open(plan(), {}, '{"folded":["doing"]}');
    await at('b');
    await press('Alt+ArrowRight');
    expect(strip()?.getAttribute('aria-label')).toBe('Doing, 2 cards');
    expect(document.activeElement).toBe(strip());
    expect(said()).toBe('Moved to Doing, 2 of 2');
    await press('Alt+ArrowRight');
    expect(seen()['Waiting']).toEqual(['*Read']);
  });

  it('unfolds for who seeks one of its cards, and is folded from its menu', async () => {
    await open(plan(), {}, '{"folded":["doing"]}');
    expect(strip()).not.toBeNull();
    await at('c');
    expect(seen()['Doing']).toEqual(['*Letter']);
    await chooseColumn('Done', 'Fold');
    await vi.advanceTimersByTimeAsync(500);
    expect(JSON.parse(bridge.kept('p1', 'board'))).toMatchObject({
      folded: ['done'],
    });
  });
});

describe('what was done earlier', () => {
  const old = item('e', { title: 'Buy ink', state: 'done', doneAt: '2026-01-11T08:00:00Z' });
  const more = () =>
    document.querySelector<HTMLElement>('[data-lane=done] button[aria-expanded].earlier');

  it('lies in a fold, that is counted, opened and found in', async () => {
    await open([...plan(), old]);
    expect(seen()['Done']).toEqual(['Call Per ✓']);
    expect(document.querySelector('[data-head=done]')?.textContent).toContain('2');
    expect(more()?.textContent.trim()).toBe('and 1 done earlier');
    more()?.click();
    await rest();
    expect(seen()['Done']).toEqual(['Call Per ✓', 'Done earlier:', 'Buy ink ✓']);
    expect(said()).toBe('1 card done earlier is shown');
    more()?.click();
    await rest();
    expect(seen()['Done']).toEqual(['Call Per ✓']);
    await at('e');
    expect(seen()['Done']).toEqual(['Call Per ✓', 'Done earlier:', '*Buy ink ✓']);
  });
});

describe('grouped by goal', () => {
  it('cards stand below the names of their goals and move within them', async () => {
    await open(plan());
    await press('Mod+Shift+g');
    expect(seen()['To do']).toEqual(['Manuscript:', '*Write', 'Read']);
    await press('Alt+ArrowDown', 'Alt+ArrowDown');
    expect(seen()['To do']).toEqual(['Manuscript:', 'Read', '*Write']);
    await press('Alt+ArrowRight');
    expect(seen()['Doing']).toEqual(['Manuscript:', '*Write', 'Agent:', 'Letter']);
  });

  it('a heading takes its goal in hand and says what can be done with it', async () => {
    await open(plan());
    await press('Mod+Shift+g');
    click('[data-lane=doing] .head button.in');
    await rest();
    expect(hand.ids).toEqual(['h']);
    await choose('Add a step');
    await type('Ring Mira');
    await press('Enter');
    expect(bridge.calls.at(-1)).toMatchObject([
      'addItem',
      { title: 'Ring Mira', columnId: 'doing', place: { parentId: 'h' } },
    ]);
  });

  it('a card leads the focus to its goal', async () => {
    await open(plan());
    await at('c');
    await press('Shift+F10');
    await choose('Focus on its goal');
    expect(hand.branch).toBe('h');
    expect(seen()).toMatchObject({ 'To do': [], Doing: ['*Letter'] });
  });
});

describe('grouped by person', () => {
  const does = (itemId: string, personId: string) => ({
    ...{ id: `${itemId} ${personId}`, itemId, rank: 'a' },
    ...{ kind: 'part' as const, body: { personId, part: 'does' as const } },
  });
  const people = [
    { id: 'ada', itemId: '', kind: 'person' as const, rank: 'a', body: { name: 'Ada' } },
    does('b', 'ada'),
  ];

  it('cards stand below who does them; the bar says so, and the key comes back to it', async () => {
    await open(plan(), { aspects: people });
    click('.bar [aria-label^="Group: "]');
    await rest();
    await choose('person');
    expect(seen()['To do']).toEqual(['Ada:', 'Read', 'Nobody named:', '*Write']);
    expect(document.querySelector('.bar')?.textContent).toContain('Group: person');
    expect(said()).toBe('The cards are grouped by person');
    await press('Mod+Shift+g', 'Mod+Shift+g');
    expect(seen()['To do']).toEqual(['Ada:', 'Read', 'Nobody named:', '*Write']);
  });

  it('a card keeps its person wherever it goes, and changes groups when another is named', async () => {
    await open(plan(), { aspects: people }, '{"grouping":"person"}');
    await at('b');
    await press('Alt+ArrowDown', 'Alt+ArrowRight');
    expect(seen()['Doing']).toEqual(['Ada:', '*Read', 'Nobody named:', 'Letter']);
    const said = { personId: 'ada', part: 'does' as const };
    mirror.apply(
      await bridge.setAspect({ id: '', itemId: 'c', kind: 'part', body: said, edit: '' }),
    );
    await rest();
    expect(seen()['Doing']).toEqual(['Ada:', 'Letter', '*Read']);
  });
});

describe('a filter', () => {
  it('shows what answers, says how much, and lets go on Esc', async () => {
    await open(plan());
    await press('Mod+F');
    await type('read');
    expect(seen()['To do']).toEqual(['Read']);
    expect(said()).toBe('1 card found');
    expect(document.querySelector('[data-head=todo]')?.textContent).toContain('1 of 2');
    await press('Escape');
    expect(seen()['To do']).toEqual(['*Write', 'Read']);
  });

  it('knows the goals of the plan', async () => {
    await open([...plan(), item('e', { title: 'Sharpen pencils', parentId: 'v' })]);
    await press('Mod+F');
    const goal = () =>
      [...document.querySelectorAll<HTMLElement>('search button')].find((one) =>
        one.ariaLabel?.startsWith('Goal: '),
      );
    goal()?.click();
    await rest();
    const lines = [...document.querySelectorAll('[role=menu] .words')].map((e) => e.textContent);
    expect(lines).toEqual(['Any goal', 'Manuscript', 'Agent', 'Without a goal']);
    await choose('Agent');
    expect([seen()['To do'], seen()['Doing']]).toEqual([[], ['Letter']]);
    expect(goal()?.ariaLabel).toBe('Goal: Agent');
    goal()?.click();
    await rest();
    await choose('Without a goal');
    expect([seen()['To do'], seen()['Doing']]).toEqual([['Sharpen pencils'], []]);
  });
});

describe('all plans', () => {
  const two = {
    plans: [
      { id: 'p1', name: 'Publish a book', subject: 'me' as const, rank: 'a' },
      { id: 'p2', name: 'A calm dog', subject: 'pet' as const, rank: 'b' },
    ],
    columns: [...columns(), ...columns('p2').map((one) => ({ ...one, id: `${one.id} 2` }))],
  };
  const dog = [
    item('pond', { kind: 'goal', title: 'Past the pond', planId: 'p2' }),
    item('walk', { title: 'Walk', planId: 'p2', parentId: 'pond', priority: '9' }),
  ];

  it('lie on one board, a column for each state, and each card names its plan', async () => {
    await open([...plan(), ...dog], two);
    expect(seen()['To do']).toEqual(['*Write', 'Read']);
    click('.bar [data-tip^="Show the cards of all plans"]');
    await rest();
    expect(seen()).toEqual({
      'To do': ['*Write', 'Read', 'Walk'],
      Doing: ['Letter'],
      Waiting: [],
      Done: ['Call Per ✓'],
    });
    expect(said()).toBe('The cards of all plans are shown');
    const walk = document.querySelector('[data-card=walk]');
    expect(walk?.textContent).toContain('A calm dog');
    expect(walk?.getAttribute('aria-label')).toBe('Walk, to do, A calm dog, Past the pond');
    await press('Mod+Shift+g');
    expect(seen()['To do']).toEqual(['Manuscript:', '*Write', 'Read', 'Past the pond:', 'Walk']);
  });

  it('a card gets the state of its column, and keeps its plan', async () => {
    await open([...plan(), ...dog], two, '{"all":true}');
    await at('walk');
    await press('Alt+ArrowRight');
    expect(seen()['Doing']).toEqual(['Letter', '*Walk']);
    expect(bridge.calls.at(-1)).toEqual(['setState', ['walk'], 'doing']);
    expect(said()).toBe('Moved to Doing, 2 of 2');
    await press('Alt+ArrowUp');
    expect(seen()['Doing']).toEqual(['Letter', '*Walk']);
    expect(bridge.calls.at(-1)).toEqual(['setState', ['walk'], 'doing']);
  });

  it('a step is added to the plan of the card in hand', async () => {
    await open([...plan(), ...dog], two, '{"all":true}');
    await at('walk');
    await press('n');
    await type('Buy a whistle');
    await press('Enter');
    expect(bridge.calls.at(-1)).toMatchObject([
      'addItem',
      { columnId: 'todo 2', place: { planId: 'p2', parentId: 'pond' } },
    ]);
  });

  it('are offered to nobody who has one', async () => {
    await open(plan(), {}, '{"all":true}');
    expect(document.querySelector('.bar [data-tip^="Show the cards of all plans"]')).toBeNull();
    expect(mirror.columns.map(({ id }) => id)).toContain('todo');
    expect(document.querySelector('[data-lane=todo]')).not.toBeNull();
  });
});

describe('a week', () => {
  const hours = (count: number) => ({
    aspects: [{ id: 'w', itemId: '', kind: 'week' as const, rank: 'a', body: { hours: count } }],
  });
  const due = [
    item('g', { kind: 'goal', title: 'Manuscript', due: today() }),
    item('a', { title: 'Write', parentId: 'g', estimateMin: 300 }),
  ];

  it.each([
    [2, 'What has a date asks for about 5 h a week, and there are 2 h.'],
    [8, ''],
  ])('of %d hours is asked for too much: %s', async (count, words) => {
    await open(due, hours(count));
    const hint = document.querySelector('.board > p.num')?.textContent ?? '';
    expect(hint.includes(words) && (words === '') === (hint === '')).toBe(true);
  });
});

describe('a kept filter', () => {
  const chips = () =>
    [...document.querySelectorAll<HTMLElement>('.saved button')].map((one) => [
      one.textContent.trim(),
      one.getAttribute('aria-pressed'),
    ]);
  const chip = (name: string) =>
    [...document.querySelectorAll<HTMLElement>('.saved button')].find((one) =>
      one.textContent.includes(name),
    );

  it('is named once and a press away from then on', async () => {
    await open(plan());
    await press('Mod+F');
    await type('read');
    chip('Keep this filter')?.click();
    await rest();
    await type('Books');
    await press('Enter');
    expect(said()).toBe('Kept as “Books”');
    expect(chips()[0]).toEqual(['Books', 'true']);
    chip('Books')?.click();
    await rest();
    expect(chips()).toEqual([['Books', 'false']]);
    expect(seen()['To do']).toEqual(['*Write', 'Read']);
    chip('Books')?.click();
    await rest();
    expect(seen()['To do']).toEqual(['Read']);
    await vi.advanceTimersByTimeAsync(500);
    const { saved } = JSON.parse(bridge.kept('p1', 'board')) as {
      saved: unknown[];
    };
    expect(saved).toMatchObject([{ name: 'Books', filter: { text: 'read' } }]);
  });

  it('is renamed and removed, and comes back', async () => {
    const saved = [{ name: 'Books', filter: { text: 'read' } }];
    await open(plan(), {}, JSON.stringify({ saved }));
    chip('Books')?.click();
    await rest();
    click('[aria-label="More about the filter Books"]');
    await rest();
    await choose('Rename');
    await type('Papers');
    await press('Enter');
    expect(chips()[0]).toEqual(['Papers', 'true']);
    click('[aria-label="More about the filter Papers"]');
    await rest();
    await choose('Remove');
    expect(notices.shown?.text).toBe('The filter “Papers” is removed');
    expect(chips()).toEqual([['Keep this filter…', null]]);
    notices.shown?.undo?.();
    await rest();
    expect(chips()[0]).toEqual(['Papers', 'true']);
  });

  it('knows what comes after something that is opened again elsewhere', async () => {
    const link = { id: 'l', fromId: 'b', toId: 'd', kind: 'after' as const, weight: 1, lag: 0 };
    await open(plan(), { links: [link] }, '{"filter":{"stands":"blocked"}}');
    expect(seen()['To do']).toEqual([]);
    mirror.apply(await bridge.setState(['d'], 'doing'));
    await rest();
    expect([seen()['To do'], seen()['Doing']]).toEqual([['*Read'], []]);
  });
});

describe('an empty board', () => {
  it('teaches, and its first line is a step to do', async () => {
    await open([item('v', { kind: 'vision', title: 'A book' })]);
    expect(document.body.textContent).toContain('What could you start this week?');
    await type('Call Per');
    await press('Enter');
    expect(seen()['To do']).toEqual(['Call Per']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('New step in To do');
  });
});

describe('what was seen', () => {
  it('is seen again the next time', async () => {
    await open(plan(), {}, '{"grouped":true,"active":"b"}');
    expect(seen()['To do']).toEqual(['Manuscript:', 'Write', '*Read']);
    await press('Mod+Shift+g', 'ArrowUp');
    await vi.advanceTimersByTimeAsync(500);
    expect(JSON.parse(bridge.kept('p1', 'board'))).toMatchObject({
      grouping: 'none',
      active: 'a',
    });
  });

  it('keeps what the hand holds, be it a card or not', async () => {
    await open(plan());
    await at('c');
    expect(seen()['Doing']).toEqual(['*Letter']);
    await at('g');
    await press('Mod+Shift+g');
    expect(hand.ids).toEqual(['g']);
    expect(document.activeElement?.getAttribute('data-card')).toBe('a');
  });
});

describe('ten thousand cards', () => {
  it('have few of them in the document', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      item(`s${String(i)}`, { priority: String(i).padStart(5, '0'), state: 'todo' }),
    );
    await open(many);
    expect(document.querySelectorAll('[data-card]').length).toBeLessThan(60);
    await press('End');
    expect(document.activeElement?.getAttribute('data-card')).toBe('s9999');
    expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('10000');
  });
});
