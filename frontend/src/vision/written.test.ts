import { beforeEach, describe, expect, test, vi } from 'vitest';
import { called, press, write } from '../house';
import type { NewPieces } from '../plan/pieces';
import { holds } from '../gesture/camera';
import { atTheBoard, at, boxOf, editor, key, names, open, pieces, tap } from './house';

// Words that are written on a board, in the whole page.

atTheBoard();

describe('words on a board', () => {
  beforeEach(() => open());

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

  test('begin where one clicks, and stay in sight at the edges', async () => {
    const laid = async (tool: string, x: number, y: number) => {
      const before = new Set(pieces().map((one) => one.dataset['piece']));
      await key(tool);
      await tap(x, y);
      await write(editor(), 'Begin');
      await press(editor(), 'Escape');
      const added = () => pieces().find((one) => !before.has(one.dataset['piece']));
      await vi.waitFor(() => expect(added()?.ariaLabel).toContain('Begin'));
      return boxOf(added()!);
    };
    const note = await laid('n', 400, 520);
    expect([note.left, note.top]).toEqual([384, expect.closeTo(520 - 16 - 12, 0)]);
    const quote = await laid('t', 200, 100);
    expect([quote.left, quote.top]).toEqual([200, expect.closeTo(100 - 18, 0)]);
    const corner = await laid('n', 990, 690);
    expect(holds({ left: 0, top: 0, right: 1000, foot: 640 }, corner)).toBe(true);
  });
});
