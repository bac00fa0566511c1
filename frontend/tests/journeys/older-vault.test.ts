import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import type { App } from '../house/app';
import { Home } from '../house/home';
import { journey } from '../house/journey';
import { planned, vault } from '../house/vault';
import { Frame } from '../pages/frame';
import { Outline } from '../pages/outline';

/** The vault that the program of the first version left, steps done and undone in it. */
const first = gunzipSync(
  readFileSync(join(import.meta.dirname, '../../../db/testdata/version-1.cairn.gz')),
);

/** A journey on a machine where the program was brought up to date since then. */
const updated = journey.extend<{ home: Home }>({
  home: async ({}, use) => {
    const home = new Home();
    home.put(first);
    await use(home);
    await home.remove();
  },
});

const DRAFT = ['    milestone: A first draft', '      step: Chapter 1 ✓', '      step: Chapter 2'];
const PLAN = ['vision: Book', '  goal: Write', '    milestone: Proof', ...DRAFT];

describe('a vault of the first version', () => {
  updated(
    'opens with the plan as it was, a copy beside it, and every step to be undone and redone',
    async ({ home, app, window }) => {
      const [outline, frame] = [new Outline(window.page), new Frame(window.page)];
      await expect.poll(() => outline.rows()).toEqual([...PLAN, ...DRAFT]);
      expect(Object.keys(home.fingerprints())).toContain('vault.cairn.before-v9.cairn');

      await frame.undo.click();
      await expect.poll(() => outline.rows()).toEqual(PLAN);
      await frame.redo.click();
      await expect.poll(() => outline.rows()).toEqual([...PLAN, ...DRAFT]);
      expect(await board(app)).toEqual(['A garden: todo doing waiting done']);

      await frame.redo.click();
      await expect.poll(() => board(app)).toHaveLength(2);
      expect(await board(app)).toContain('Health: todo doing waiting done');
      expect(await planned(app)).toEqual([]);
      await frame.undo.click();
      await expect.poll(() => planned(app)).toEqual([...PLAN, ...DRAFT]);
    },
  );
});

/** The columns of every plan by their states. */
async function board(app: App): Promise<string[]> {
  const { plans, columns } = await vault(app);
  return plans.map(({ id, name }) => {
    const own = columns.filter((column) => column.planId === id);
    own.sort((a, b) => (a.rank < b.rank ? -1 : 1));
    return `${name}: ${own.map((column) => column.state).join(' ')}`;
  });
}
