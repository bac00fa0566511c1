import { describe, expect, test, vi } from 'vitest';
import { bridge, called, click, program, rest, write } from '../house';
import { changes } from '../plan/sample';
import {
  atTheBoard,
  piece,
  plan,
  view,
  pieces,
  names,
  picked,
  key,
  fields,
  run,
  open,
} from './house';

// Several boards, and boards as files, in the whole page.

atTheBoard();

/** Makes another board, and names it. */
async function addBoard(name: string): Promise<void> {
  run('vision.board.add');
  await vi.waitFor(() => expect(fields()).toHaveLength(1));
  await write(fields()[0]!, name);
  document.querySelector<HTMLFormElement>('[role=dialog] form')!.requestSubmit();
  await rest();
}

describe('boards', () => {
  test('are opened where something hangs that was found elsewhere', async () => {
    await open();
    await addBoard('A house');
    expect(pieces()).toEqual([]);
    const { hand, commands, mirror } = program.desk!;
    const [one] = mirror.pieces;
    commands.get('frame.view.outline')?.run();
    await rest();
    hand.hung = one!.id;
    commands.get('frame.view.vision')?.run();
    await vi.waitFor(() => expect(picked()).toEqual([one!.id]));
    expect(pieces().length).toBeGreaterThan(1);
    expect(hand.hung).toBe('');
  });

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
    await addBoard('A house');
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
