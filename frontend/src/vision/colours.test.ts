import { beforeEach, describe, expect, test, vi } from 'vitest';
import { called, click, named, program, rest, write } from '../house';
import type { Piece } from '../plan/pieces';
import { atTheBoard, piece, key, run, open } from './house';

// Colours of pieces and boards, in the whole page.

atTheBoard();

describe('a board in colours', () => {
  beforeEach(() => open());

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
});
