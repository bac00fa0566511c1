// A board as a file of other programs (JSON Canvas), out and in.

import { tellOf } from '../exchange/written';
import { say, t, tn } from '../text/text';
import type { Vision } from './vision';

/** Writes the board where the person says, and tells which of its lines other programs will not show. */
export async function saveCanvas({ desk, view, writing }: Vision): Promise<void> {
  writing.leave();
  const { board } = view;
  const saved = board && (await desk.edits.boards.save(board.id));
  if (!saved) return;
  const { path, folder, lines } = saved;
  const words = folder === '' ? 'vision.canvas.saved' : 'vision.canvas.saved.folder';
  const lost = lines > 0 ? ' ' + tn('vision.canvas.lines', lines) : '';
  tellOf(desk, words, { folder, lost })(path);
}

/** Makes a board of a file that the person chooses, shows it, and tells what did not come along. */
export async function openCanvas({ desk, view, writing }: Vision): Promise<void> {
  writing.leave();
  const opened = await desk.edits.boards.open(desk.mirror.planId);
  if (!opened) return;
  view.pick([]);
  view.wished = opened.id;
  view.fit();
  view.reach();
  const told = opened.remarks.map(({ key, title, value }) => say(key, { title, value }));
  desk.notices.tell([t('vision.canvas.opened'), ...told].join(' '), () => void desk.edits.undo());
}
