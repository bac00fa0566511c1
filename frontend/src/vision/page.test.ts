import { beforeEach, describe, expect, test, vi } from 'vitest';
import { called, press, program, rest, start } from '../house';
import { holds, meets } from '../gesture/camera';
import type { PiecesPlaced } from '../plan/pieces';
import {
  atTheBoard,
  at,
  active,
  boxOf,
  copy,
  key,
  names,
  open,
  paste,
  picked,
  pieces,
  plan,
  run,
  status,
  view,
} from './house';

// The vision board in the whole page, by the keyboard.

atTheBoard();

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

  test('picks of two that are hung at once the second one alone', async () => {
    await Promise.all(['s', 'Enter', 'l', 'Enter'].map((one) => key(one)));
    await vi.waitFor(() => expect(pieces()).toHaveLength(6));
    expect(picked()).toHaveLength(1);
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

  test('lays second ones beside the first, in sight, and over them where no room is left', async () => {
    await key('Home');
    copy();
    const again = async (times: number) => {
      for (let i = 0; i < times; i++) {
        paste('The first copy goes to Per');
        await rest();
      }
      return pieces().map(boxOf);
    };
    for (const [i, one] of (await again(4)).entries())
      for (const other of pieces()
        .map(boxOf)
        .slice(i + 1))
        expect(meets(one, other)).toBe(false);
    const lain = await again(30);
    const sight = { left: 12, top: 12, right: 988, foot: 636 };
    for (const one of lain) expect(holds(sight, one), JSON.stringify(one)).toBe(true);
    expect(new Set(lain.map((one) => JSON.stringify(one))).size).toBe(lain.length);
  });

  test('has a bar for what is picked, that Escape leaves with it', async () => {
    await key('Home');
    const bar = () =>
      view()?.querySelector<HTMLElement>('[aria-label="What can be done with what is picked"]');
    const button = bar()!.querySelector('button')!;
    button.focus();
    await press(button, 'Escape');
    expect([picked(), bar()]).toEqual([[], null]);
  });

  test('lays each duplicate beside what it is one of', async () => {
    await key('Home');
    await Promise.all([key('d', { ctrlKey: true }), key('d', { ctrlKey: true })]);
    await vi.waitFor(() => expect(pieces()).toHaveLength(6));
    const lain = pieces().map(boxOf);
    for (const [i, one] of lain.entries())
      for (const other of lain.slice(i + 1)) expect(meets(one, other)).toBe(false);
  });
});

test('keys that come before the pieces of a board can answer wait for them', async () => {
  await start({}, plan);
  let come = (): void => undefined;
  const slow = new Promise<string>((done) => (come = () => done('')));
  vi.spyOn(program.desk!.edits, 'place').mockReturnValue(slow);
  run('frame.view.vision');
  await vi.waitFor(() => expect(view()?.querySelector('[data-board]')).toBeTruthy());
  await rest();
  await press(document.body, 'Home');
  await press(document.body, 'ArrowRight');
  expect([picked(), called('placePieces')]).toEqual([[], []]);
  come();
  await rest();
  await vi.waitFor(() => expect(picked()).toEqual(['n']));
  expect(called('placePieces')).toHaveLength(1);
});
