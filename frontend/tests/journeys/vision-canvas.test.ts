import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { App } from '../house/app';
import { journey } from '../house/journey';
import { vault } from '../house/vault';
import { ownPlan, samplePlan } from '../pages/hands';
import { VisionBoard } from '../pages/vision';

/** What hangs on the newest board of the plan on show, without what is made anew for it. */
async function hung(app: App) {
  const { boards, pieces, show } = await vault(app);
  const ids = boards.filter(({ planId }) => planId === show).map(({ id }) => id);
  const on = ids.at(-1) ?? '';
  const mine = pieces.filter(({ boardId }) => boardId === on);
  const names = new Map(mine.map(({ id }, i) => [id, `the ${String(i)}.`]));
  return mine.map(({ id: _id, boardId: _board, rank: _rank, groupId, body, ...rest }) => ({
    ...rest,
    grouped: groupId !== '',
    body: Object.fromEntries(
      Object.entries(body).map(([name, value]) => [name, names.get(value as string) ?? value]),
    ),
  }));
}

const boards = async (app: App) => (await vault(app)).boards.length;

describe('a vision board as JSON Canvas', () => {
  journey('goes out with its pictures, and comes back as it was', async ({ app, home, window }) => {
    const { page, frame } = await samplePlan(window.page);
    const vision = new VisionBoard(page);
    await vision.open();
    const before = await hung(app);
    const count = await boards(app);
    const kinds = new Set(before.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['picture', 'quote', 'note', 'card']));

    const path = join(home.path, 'Book.canvas');
    await vision.run('Save the board as JSON Canvas', home, path);
    await frame.notice.getByText('The board is saved as Book.canvas').waitFor();
    const canvas = JSON.parse(readFileSync(path, 'utf8')) as {
      nodes: { type: string; file?: string }[];
    };
    const files = canvas.nodes.flatMap(({ file = '' }) => (file === '' ? [] : [file]));
    const beside = readdirSync(join(home.path, 'Book')).map((name) => `Book/${name}`);
    expect(new Set(files)).toEqual(new Set(beside));

    await vision.run('Open a JSON Canvas as a board', home, path);
    await frame.notice.getByText('The board is opened.').waitFor();
    expect(await boards(app)).toBe(count + 1);
    expect(await hung(app)).toEqual(before);
    await vision
      .piece(/^Picture/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => boards(app)).toBe(count);
  });

  journey(
    'is made of what others write, and tells what it could not take',
    async ({ app, home, window }) => {
      const { page, frame } = await ownPlan(window.page, ['I play the cello']);
      const vision = new VisionBoard(page);
      await vision.open();
      mkdirSync(join(home.path, 'boards', 'pictures'), { recursive: true });
      const picture = '../internal/sample/pictures/sea.jpg';
      copyFileSync(picture, join(home.path, 'boards', 'pictures', 'sea.jpg'));
      copyFileSync(picture, join(home.path, 'secret.jpg'));
      const node = (id: string, x: number, said: object) => ({
        id,
        ...said,
        ...{ x, y: 0, width: 250, height: 200 },
      });
      const nodes = [
        node('a', 0, { type: 'text', text: 'Play in a quartet' }),
        node('b', 300, { type: 'file', file: 'pictures/sea.jpg' }),
        node('c', 600, { type: 'file', file: '../secret.jpg' }),
        node('d', 900, { type: 'link', url: 'https://example.org/cello' }),
        node('e', 1200, { type: 'sound' }),
      ];
      const edges = [{ id: 'f', fromNode: 'a', toNode: 'b' }];
      const path = join(home.path, 'boards', 'Cello.canvas');
      writeFileSync(path, JSON.stringify({ nodes, edges }));

      await vision.run('Open a JSON Canvas as a board', home, path);
      await frame.notice.getByText('notes with their names now (1): secret.jpg').waitFor();
      await frame.notice.getByText('no board has were left out: 1').waitFor();
      await vision.view.getByRole('button', { name: 'Cello, choose a board' }).waitFor();
      for (const said of ['Play in a quartet', 'secret.jpg', 'https://example.org/cello'])
        await vision.piece(new RegExp(`^Note: ${said}`)).waitFor();
      const all = await hung(app);
      expect(all.map(({ kind, x, w }) => [kind, x, w])).toEqual([
        ['line', expect.anything(), 300],
        ['note', 0, 250],
        ['picture', 300, 250],
        ['note', 600, 250],
        ['note', 900, 250],
      ]);

      writeFileSync(path, 'Dear sister,');
      await vision.run('Open a JSON Canvas as a board', home, path);
      await frame.notice.getByText('line 1').waitFor();
      expect(await hung(app)).toEqual(all);
    },
  );
});
