import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  book,
  bridge,
  called,
  click,
  inTheHouse,
  named,
  press,
  program,
  rest,
  start,
  write,
} from '../house';
import { changes, item } from '../plan/sample';
import type { NewPieces, Piece, PiecesPlaced } from '../plan/pieces';
import { newPiece } from './newpieces';

// The vision board in the whole page, by the keyboard, on a fake bridge.

inTheHouse();

const piece = <K extends Piece['kind']>(
  id: string,
  kind: K,
  x: number,
  over: Partial<Piece<K>> = {},
): Piece =>
  newPiece(
    kind,
    { x, y: 0, w: 100, h: 100, angle: 0 },
    {},
    { id, boardId: 'b', rank: id, ...over },
  ) as Piece;

const plan = changes({
  ...book,
  items: [
    item('v', { kind: 'vision', title: 'A book of mine', rank: 'a' }),
    item('g', { kind: 'goal', title: 'A manuscript', parentId: 'v' }),
    item('s', { title: 'Write chapter 12', parentId: 'g', state: 'done' }),
    item('r', { title: 'Write chapter 13', parentId: 'g', due: '2026-03-20' }),
  ],
  boards: [{ id: 'b', planId: 'p1', itemId: 'v', name: '', paper: '', rank: 'a' }],
  pieces: [
    piece('n', 'note', 0, { body: { words: 'The first copy goes to Per' } }),
    piece('c', 'card', 200, { itemId: 'g' }),
    piece('q', 'quote', 400, { body: { words: 'Begin', by: 'Ruth' } }),
    piece('w', 'wake', 600),
  ],
});

const SIZE = { clientWidth: 1000, clientHeight: 700 };
const view = () => document.querySelector<HTMLElement>('section[aria-label="Vision"]');
const pieces = () => [...(view()?.querySelectorAll<HTMLElement>('[data-piece]') ?? [])];
const at = (id: string) => pieces().find((one) => one.dataset['piece'] === id);
const names = () => pieces().map((one) => one.getAttribute('aria-label'));
const picked = () =>
  pieces()
    .filter((one) => one.ariaSelected === 'true')
    .map((one) => one.dataset['piece']);
const active = () =>
  view()!.querySelector<HTMLElement>('[data-piece][tabindex="0"], [data-board][tabindex="0"]')!;
const key = (name: string, how = {}) => press(active(), name, how);
const editor = () => view()!.querySelector<HTMLTextAreaElement>('textarea')!;
const finder = () => document.querySelector<HTMLInputElement>('[role=dialog] [role=combobox]');
const fields = () => [...document.querySelectorAll<HTMLInputElement>('[role=dialog] form input')];
const run = (id: string) => program.desk?.commands.get(id)?.run();
const status = () => view()?.querySelector('[role=status]')?.textContent ?? '';

/** What the clipboard gets and gives; jsdom has none. */
function clip(type: 'copy' | 'paste', words = ''): string {
  let said = words;
  const clipboardData = {
    getData: () => said,
    setData: (_: string, to: string) => (said = to),
    types: ['text/plain'],
  };
  const event = new Event(type, { bubbles: true, cancelable: true });
  active().dispatchEvent(Object.assign(event, { clipboardData }));
  return said;
}
const copy = () => clip('copy');
const paste = (words: string) => clip('paste', words);

/** jsdom draws nothing: whatever is drawn is only called. */
function drawNothing(): void {
  for (const [name, value] of Object.entries(SIZE))
    vi.spyOn(HTMLElement.prototype, name as 'clientWidth', 'get').mockReturnValue(value);
  const paints = (canvas: HTMLCanvasElement) =>
    new Proxy(
      { measureText: (words: string) => ({ width: 8 * words.length }), font: '', canvas },
      {
        get: (own, name) => (name in own ? own[name as 'font'] : () => undefined),
        set: () => true,
      },
    );
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
    this: HTMLCanvasElement,
  ) {
    return paints(this) as never;
  });
  const nothing = function (): object {
    return new Proxy({}, { get: () => nothing });
  };
  vi.stubGlobal('Path2D', nothing);
  vi.stubGlobal('DOMMatrix', nothing);
  Object.assign(document, { fonts: { check: () => true } });
  const decode = () => Promise.reject(new Error('nothing is drawn here'));
  Object.assign(HTMLImageElement.prototype, { decode });
}

async function open(on = plan): Promise<void> {
  await start({}, on);
  program.desk?.commands.get('frame.view.vision')?.run();
  await vi.waitFor(() => expect(view()?.querySelector('[data-board]')).toBeTruthy());
  await rest();
}

beforeEach(drawNothing);
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a vision board', () => {
  beforeEach(() => open());

  test('says what hangs on it, in the order in which one reads it', () => {
    expect(names()).toEqual([
      'Note: The first copy goes to Per, 100 wide, 149 high',
      'Card: A manuscript, 50 %, 20 Mar, 100 wide, 131 high',
      'Words: Begin, Ruth, 100 wide, 61 high',
      'Wake-up card: What in you stands in the way?, 100 wide, 284 high',
    ]);
  });

  test('is walked by Tab, and left behind the last piece', async () => {
    await key('Tab');
    expect(picked()).toEqual(['n']);
    for (let i = 0; i < 3; i++) await key('Tab');
    expect(picked()).toEqual(['w']);
    const left = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
    active().dispatchEvent(left);
    expect(left.defaultPrevented).toBe(false);
    await key('Tab', { shiftKey: true });
    expect(picked()).toEqual(['q']);
    await key('Home');
    expect(picked()).toEqual(['n']);
    await key('Escape');
    expect(picked()).toEqual([]);
  });

  test('moves, sizes and turns with the arrows, what one key does as one step', async () => {
    await key('Home');
    // Faster than the vault answers: each counts from where the one before leads.
    await Promise.all([
      key('ArrowRight'),
      key('ArrowRight', { shiftKey: true }),
      key('ArrowDown', { altKey: true }),
    ]);
    const places = called('placePieces').map(([, input]) => input as PiecesPlaced);
    expect(places.map(({ places: [one] }) => [one?.x, one?.angle])).toEqual([
      [1, 0],
      [11, 0],
      [11, 1],
    ]);
    expect(new Set(places.map(({ edit }) => edit)).size).toBe(1);
    await key('ArrowRight', { ctrlKey: true });
    expect(at('n')?.getAttribute('aria-label')).toContain('110 wide');
  });

  test('takes a piece down, says so, and gives it back', async () => {
    await key('Home');
    await key('Delete');
    expect(at('n')).toBeUndefined();
    expect(picked()).toEqual(['c']);
    expect(program.notices.shown?.text).toBe('One piece is taken down.');
    program.notices.shown?.undo?.();
    await rest();
    expect(at('n')).toBeDefined();
  });

  test('hangs up a note that is written, where there is room', async () => {
    await key('n');
    await key('Enter');
    await write(editor(), 'The second stays on the ferry');
    await press(editor(), 'Escape');
    await vi.waitFor(() => expect(called('addPieces')).toHaveLength(1));
    const [hung] = (called('addPieces')[0]?.[1] as NewPieces).pieces;
    expect(hung).toMatchObject({ kind: 'note', body: { words: 'The second stays on the ferry' } });
    await vi.waitFor(() => expect(names().some((name) => name?.includes('ferry'))).toBe(true));
  });

  test('keeps nothing that is left blank', async () => {
    await key('t');
    await key('Enter');
    await press(editor(), 'Escape');
    expect(called('addPieces')).toEqual([]);
    expect(pieces()).toHaveLength(4);
  });

  test('edits words where they stand', async () => {
    await key('Home');
    await key('F2');
    expect(editor().value).toBe('The first copy goes to Per');
    await write(editor(), 'The first copy goes to Ada');
    await press(editor(), 'Escape');
    await vi.waitFor(() => expect(at('n')?.ariaLabel ?? names()[0]).toContain('Ada'));
    expect(called('setPieces')[0]?.[1]).toMatchObject({ ids: ['n'] });
  });

  test('groups, duplicates, locks and orders', async () => {
    await key('a', { ctrlKey: true });
    await key('g', { ctrlKey: true });
    expect(called('groupPieces')[0]).toEqual(['groupPieces', ['n', 'c', 'q', 'w'], true]);
    await key('Home');
    expect(picked()).toEqual(['n']);
    await key('Escape');
    expect(picked()).toHaveLength(4);
    await key('g', { ctrlKey: true, shiftKey: true });
    await key('Escape');
    await key('Home');
    await key(']');
    expect(called('orderPieces')[0]).toEqual(['orderPieces', ['n'], 'q']);
    await key('L', { shiftKey: true });
    expect(names()[0]).toContain('locked');
    await key('ArrowRight');
    expect(called('placePieces')).toEqual([]);
    await key('d', { ctrlKey: true });
    expect(pieces()).toHaveLength(5);
  });

  test('lets a piece stand for something of the plan, and goes there', async () => {
    await key('Home');
    await key('G', { shiftKey: true });
    await vi.waitFor(() => expect(finder()).toBeTruthy());
    await rest();
    await write(finder()!, 'manuscript');
    await press(finder()!, 'Enter');
    expect(called('tiePieces')).toEqual([['tiePieces', { ids: ['n'], itemId: 'g', valueId: '' }]]);
    expect(names()[0]).toContain('stands for A manuscript, 50 %');
    await key('g');
    await vi.waitFor(() => expect(view()).toBeNull());
    await rest();
    expect(program.desk?.hand.id).toBe('g');
  });

  test('ties the ends of a line to pieces by the menu, and unties them, each as one step', async () => {
    const hung = piece('l', 'line', 700, { h: 12, body: { form: 'arrow' } });
    await program.desk?.edits.boards.hang({ boardId: 'b', pieces: [hung] });
    await rest();
    const body = () => program.desk?.mirror.pieces.find(({ kind }) => kind === 'line')?.body;
    await key('End');
    const tie = async (label: string, words: string) => {
      await key('F10', { shiftKey: true });
      await vi.waitFor(() => expect(document.querySelector('[data-line]')).toBeTruthy());
      const line = [...document.querySelectorAll<HTMLElement>('[data-line]')].find(
        (one) => one.querySelector('.words')?.textContent?.trim() === label,
      );
      expect(line, label).toBeDefined();
      line?.click();
      await rest();
      if (words === '') return;
      await vi.waitFor(() => expect(finder()).toBeTruthy());
      await rest();
      await write(finder()!, words);
      await press(finder()!, 'Enter');
    };
    expect(picked()).toHaveLength(1);
    await tie('Tie its start to…', 'first copy');
    expect(body()).toEqual({ form: 'arrow', fromId: 'n' });
    expect(status()).toContain('Starts at: Note: The first copy goes to Per');
    await tie('Tie its end to…', 'manuscript');
    expect(body()).toEqual({ form: 'arrow', fromId: 'n', toId: 'c' });
    expect(names().find((one) => one?.startsWith('Line'))).toMatch(
      /from Note: The first copy goes to Per, to Card: A manuscript/,
    );
    await tie('Untie its start', '');
    expect(body()).toEqual({ form: 'arrow', toId: 'c' });
    await program.desk?.edits.undo();
    await rest();
    expect(body()).toEqual({ form: 'arrow', fromId: 'n', toId: 'c' });
  });

  /** Writes a colour of one's own, and takes it. */
  const own = async (colour: string) => {
    const field = document.querySelector<HTMLInputElement>('#own-colour')!;
    await write(field, colour);
    field.form?.requestSubmit();
    await rest();
  };

  test('gives a piece a colour of one’s own; what is none is said so and changes nothing', async () => {
    await key('Home');
    await click('Colour');
    await vi.waitFor(() => expect(document.querySelector('#own-colour')).toBeTruthy());
    await own('greenish');
    expect(document.querySelector('[role=dialog] [role=alert]')?.textContent).toContain('#3a6b4f');
    expect(called('setPieces')).toEqual([]);
    await own('3A6B4F');
    expect(called('setPieces')[0]?.[1]).toMatchObject({ ids: ['n'], body: { colour: '#3a6b4f' } });
    await click('Colour');
    await vi.waitFor(() => expect(document.querySelector('#own-colour')).toBeTruthy());
    const native = named<HTMLInputElement>('Choose a colour of your own…', 'input');
    expect(native.value).toBe('#3a6b4f');
    native.value = '#102030';
    native.dispatchEvent(new Event('change', { bubbles: true }));
    await rest();
    expect(called('setPieces')[1]?.[1]).toMatchObject({ body: { colour: '#102030' } });
  });

  test('lies on a paper of one’s own colour', async () => {
    run('vision.paper.own');
    await vi.waitFor(() => expect(document.querySelector('#own-colour')).toBeTruthy());
    await own('#abc');
    expect(program.desk?.mirror.boards[0]?.paper).toBe('#aabbcc');
    await program.desk?.edits.undo();
    await rest();
    expect(program.desk?.mirror.boards[0]?.paper).toBe('');
  });

  test('has rows of colours that lose and gain some, each press one step', async () => {
    const row = piece('r', 'swatch', 800, { body: { colours: 'sea sand' } });
    await program.desk?.edits.boards.hang({ boardId: 'b', pieces: [row] });
    await rest();
    await key('End');
    const colours = () =>
      (program.desk?.mirror.pieces.find(({ kind }) => kind === 'swatch') as Piece<'swatch'>).body
        .colours;
    await click('The colours of the row');
    await vi.waitFor(() => expect(named('Moss')).toBeTruthy());
    named('Moss').click();
    named('Plum').click();
    await rest();
    expect(colours()).toBe('sea sand moss plum');
    await own('#102030');
    await click('Take Sand out of the row');
    expect(colours()).toBe('sea moss plum #102030');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Take Moss out of the row');
    await program.desk?.edits.undo();
    await rest();
    expect(colours()).toBe('sea sand moss plum #102030');
  });

  test('picks of two that are hung at once the second one alone', async () => {
    await Promise.all(['s', 'Enter', 'l', 'Enter'].map((one) => key(one)));
    await vi.waitFor(() => expect(pieces()).toHaveLength(6));
    expect(picked()).toHaveLength(1);
  });

  test('hangs up a card of the plan that is sought by its words', async () => {
    await key('i');
    await vi.waitFor(() => expect(finder()).toBeTruthy());
    await rest();
    await write(finder()!, 'chapter 13');
    await press(finder()!, 'Enter');
    await vi.waitFor(() => expect(called('addPieces')).toHaveLength(1));
    expect(called('addPieces')[0]?.[1]).toMatchObject({ pieces: [{ kind: 'card', itemId: 'r' }] });
  });

  test('turns what stands in the way into a step', async () => {
    await key('End');
    await key('Enter');
    await vi.waitFor(() => expect(fields()).toHaveLength(4));
    const [barrier, cue, response, step] = fields();
    await write(barrier!, 'I wait for the mood');
    await write(cue!, 'I wait');
    await write(response!, 'I write one line');
    await write(step!, 'Open the draft');
    document.querySelector<HTMLFormElement>('[role=dialog] form')!.requestSubmit();
    await rest();
    expect(called('wakeUp')).toEqual([
      [
        'wakeUp',
        {
          pieceId: 'w',
          barrier: 'I wait for the mood',
          cue: 'I wait',
          response: 'I write one line',
          step: 'Open the draft',
        },
      ],
    ]);
    expect(names()[3]).toContain('I wait for the mood, Open the draft');
    expect(status()).toBe('“Open the draft” is the first step now');
  });

  test('asks another day when one is not ready', async () => {
    await key('End');
    await key('Enter');
    await vi.waitFor(() => expect(named('Ask me another day')).toBeTruthy());
    await click('Ask me another day');
    const [, input] = called('setPieces')[0] ?? [];
    expect((input as { body: { later: string } }).body.later).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('lines up, spreads and arranges what is picked', async () => {
    await key('a', { ctrlKey: true });
    run('vision.align.left');
    await rest();
    const xs = () => program.desk?.mirror.pieces.map(({ x }) => x);
    expect(new Set(xs())).toEqual(new Set([0]));
    run('vision.arrange.grid');
    await rest();
    expect(new Set(xs()).size).toBeGreaterThan(1);
    expect(status()).toBe('The board is arranged');
  });

  test('copies its pieces, and takes words from elsewhere as a note', async () => {
    await key('Home');
    expect(copy()).toBe('The first copy goes to Per');
    paste('The first copy goes to Per');
    await rest();
    expect(pieces()).toHaveLength(5);
    paste('Something from elsewhere');
    await rest();
    const [, input] = called('addPieces')[1] ?? [];
    expect(input).toMatchObject({
      pieces: [{ kind: 'note', body: { words: 'Something from elsewhere' } }],
    });
  });

  test('has a menu with all that a drag can do', async () => {
    await key('Home');
    await key('F10', { shiftKey: true });
    const lines = () =>
      [...document.querySelectorAll('[data-line]')].map((one) =>
        one.querySelector('.words')?.textContent?.trim(),
      );
    await vi.waitFor(() => expect(lines()).toContain('Move, size and turn'));
    expect(lines()).toEqual(expect.arrayContaining(['Edit the words', 'Duplicate', 'Take down']));
  });

  test('shows one piece after the other on the whole screen, and ends with Escape', async () => {
    run('vision.show');
    await rest();
    const show = () => document.querySelector<HTMLElement>('[role=dialog][data-at]');
    expect(show()?.dataset['at']).toBe('-1');
    await press(show()!, 'ArrowRight');
    expect(show()?.dataset['at']).toBe('0');
    expect(show()?.querySelector('[role=status]')?.textContent).toContain('The first copy');
    await press(show()!, ' ');
    expect(show()?.querySelector('[role=status]')?.textContent).toContain('paused');
    await press(show()!, 'Escape');
    expect(show()).toBeNull();
  });

  test('is found from elsewhere by what hangs on it', async () => {
    program.desk?.hand.find('g');
    await rest();
    expect(picked()).toEqual(['c']);
  });
});

describe('boards', () => {
  test('begin with the first thing that is hung up, for the one vision there is', async () => {
    await open(changes({ ...plan, boards: [], pieces: [] }));
    expect(view()?.textContent).toContain('Hang up one picture');
    await key('s');
    await key('Enter');
    await rest();
    expect(called('addVisionBoard')[0]?.[1]).toMatchObject({ planId: 'p1', itemId: 'v', name: '' });
    expect(names()).toEqual(['Shape, 160 wide, 160 high']);
  });

  test('bring a card that asks along with the first picture', async () => {
    await open(changes({ ...plan, boards: [], pieces: [] }));
    bridge.picturesNow = 1;
    await key('p');
    await vi.waitFor(() => expect(called('beginPictures')).toHaveLength(1));
    const token = called('beginPictures')[0]?.[1] as string;
    const added = [{ hash: 'f'.repeat(64), width: 1600, height: 1000 }];
    bridge.tellPictures({ token, done: 1, of: 1, over: true, added, refused: [] });
    await vi.waitFor(() => expect(pieces()).toHaveLength(2));
    const [picture, wake] = program.desk?.mirror.pieces ?? [];
    expect(picture).toMatchObject({ kind: 'picture', pictureWidth: 1600 });
    expect((picture?.w ?? 0) / (picture?.h ?? 1)).toBeCloseTo(1.6, 1);
    expect(wake).toMatchObject({ kind: 'wake' });
    expect(picked()).toEqual([picture?.id]);
  });

  test('are made, named, chosen and removed, and come back', async () => {
    await open();
    run('vision.board.add');
    await vi.waitFor(() => expect(fields()).toHaveLength(1));
    await write(fields()[0]!, 'A house');
    document.querySelector<HTMLFormElement>('[role=dialog] form')!.requestSubmit();
    await rest();
    expect(pieces()).toEqual([]);
    expect(view()?.textContent).toContain('A house');
    run('vision.board.remove');
    await rest();
    expect(pieces()).toHaveLength(4);
    expect(program.notices.shown?.text).toBe('The board is removed.');
  });

  test('are saved as JSON Canvas, and told of in one sentence', async () => {
    await open();
    bridge.copyTo = '/home/me/Book.canvas';
    run('vision.canvas');
    await rest();
    expect(called('saveBoard')).toEqual([['saveBoard', 'b']]);
    expect(program.notices.shown?.text).toBe(
      'The board is saved as Book.canvas, with its pictures in the folder Book beside it. 2 lines that do not lead from one piece to another are seen in Cairn alone.',
    );
    program.notices.shown?.offer?.run();
    await rest();
    expect(called('showExport')).toHaveLength(1);
    bridge.copyTo = '';
    program.notices.close();
    run('vision.canvas');
    await rest();
    expect(program.notices.shown).toBeNull();
  });

  test('are opened from JSON Canvas, shown, and taken back in one step', async () => {
    await open();
    run('vision.canvas.open');
    await rest();
    expect(program.notices.shown).toBeNull(); // one turned away
    bridge.boards.canvas = {
      board: { id: '', planId: '', itemId: '', name: 'From elsewhere', paper: '', rank: '' },
      pieces: [piece('e', 'note', 0, { body: { words: 'Hello' } })],
      remarks: [{ key: 'import.pictures', title: 'a.md, b.md', value: '2' }],
    };
    run('vision.canvas.open');
    await vi.waitFor(() => expect(view()?.textContent).toContain('From elsewhere'));
    expect(names()).toEqual(['Note: Hello, 100 wide, 100 high']);
    expect(program.notices.shown?.text).toBe(
      'The board is opened. Files that could not be taken in as pictures, and are notes with their names now (2): a.md, b.md',
    );
    program.notices.shown?.undo?.();
    await rest();
    expect(pieces()).toHaveLength(4);
  });

  test('say in one sentence when no poster of such a size can be drawn, and save none', async () => {
    await open();
    run('vision.poster');
    const dialog = () => document.querySelector('[role=dialog]');
    const told = () => dialog()?.querySelector('[role=status]')?.textContent;
    await vi.waitFor(() => expect(told()).toContain('no room to draw a poster of this size'));
    await click('8K');
    await click('Save the poster');
    await vi.waitFor(() => expect(told()).toContain('no room to draw a poster of this size'));
    expect(called('savePicture')).toEqual([]);
  });
});
