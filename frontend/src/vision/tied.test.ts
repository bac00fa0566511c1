import { beforeEach, describe, expect, test, vi } from 'vitest';
import { called, press, program, rest, write } from '../house';
import { atTheBoard, piece, view, names, picked, key, finder, status, open } from './house';

// What pieces stand for and lines lead to, in the whole page.

atTheBoard();

describe('a piece of a board', () => {
  beforeEach(() => open());

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

  test('hangs up a card of the plan that is sought by its words', async () => {
    await key('i');
    await vi.waitFor(() => expect(finder()).toBeTruthy());
    await rest();
    await write(finder()!, 'chapter 13');
    await press(finder()!, 'Enter');
    await vi.waitFor(() => expect(called('addPieces')).toHaveLength(1));
    expect(called('addPieces')[0]?.[1]).toMatchObject({ pieces: [{ kind: 'card', itemId: 'r' }] });
  });
});
