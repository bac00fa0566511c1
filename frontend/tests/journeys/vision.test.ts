import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import type { App } from '../house/app';
import { journey } from '../house/journey';
import { item, vault } from '../house/vault';
import { ownPlan } from '../pages/hands';
import { Touching } from '../pages/touching';
import { VisionBoard } from '../pages/vision';

const LINES = ['I play the cello', '  Play in a quartet', '    Three pieces by heart'];

const pieces = async (app: App) => (await vault(app)).pieces;
const placeOf = async (app: App, kind: string) => {
  const found = (await pieces(app)).find((one) => one.kind === kind);
  return found && { x: found.x, y: found.y, w: found.w, angle: found.angle };
};

describe('a vision board', () => {
  journey('is made by keyboard alone, and leads to a first step', async ({ app, window }) => {
    const { page } = await ownPlan(window.page, LINES);
    const vision = new VisionBoard(page);
    await vision.open();
    await vision.view.getByText('Hang up one picture').waitFor();
    expect(await barriers(page), 'an empty board').toEqual([]);

    await vision.put('t');
    await vision.write('Somebody asks for one more piece');
    await vision.piece(/one more piece/).waitFor();
    await page.keyboard.press('w');
    await vision.picked(/^Wake-up card/).waitFor();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog');
    await form.getByRole('textbox').first().fill('I think I am too old');
    await form.getByLabel('What is the first thing you will do?').fill('Ask Ada for a lesson');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await item(app, 'Ask Ada for a lesson')).kind).toBe('step');
    await vision.piece(/too old, Ask Ada for a lesson/).waitFor();

    await page.keyboard.press('i');
    await page.getByRole('dialog').getByRole('combobox').fill('quartet');
    await page.keyboard.press('Enter');
    await vision.picked(/^Card: Play in a quartet/).waitFor();
    const before = await placeOf(app, 'card');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Alt+ArrowRight');
    const after = { ...before, x: (before?.x ?? 0) + 11, angle: 1 };
    await expect.poll(() => placeOf(app, 'card')).toEqual(after);
    expect(await barriers(page), 'a board').toEqual([]);

    await app.stop();
    await app.run();
    await page.reload();
    await vision.piece(/^Card: Play in a quartet/).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => placeOf(app, 'card')).toEqual(before);
  });

  journey(
    'ties a line to what its end is dragged onto, and frees it again',
    async ({ app, window }) => {
      const { page } = await ownPlan(window.page, LINES);
      const vision = new VisionBoard(page);
      await vision.open();
      await vision.view.getByText('Hang up one picture').waitFor();
      await vision.put('n');
      await vision.write('A cello by the window');
      await vision.put('l');
      await vision.piece(/^Line/).waitFor();
      const body = async () =>
        (await pieces(app)).find(({ kind }) => kind === 'line')?.body as { toId?: string };
      const note = await vision.middle(/^Note/);
      const end = await vision.handle('e');
      await vision.drag(end, note.x - end.x, note.y - end.y);
      await vision.piece(/^Line: to Note: A cello/).waitFor();
      const tied = await body();
      expect(tied.toId).toBe((await pieces(app)).find(({ kind }) => kind === 'note')?.id);
      await expect.poll(async () => (await vision.handle('e')).y).toBeGreaterThan(note.y + 20);
      await vision.drag(await vision.handle('e'), 40, 160);
      await expect.poll(async () => (await body()).toId).toBeUndefined();
      await page.keyboard.press('Control+z');
      await expect.poll(body).toEqual(tied);
    },
  );

  journey(
    'is worked on with the mouse, and every act can be taken back',
    async ({ app, window }) => {
      const { page } = await ownPlan(window.page, LINES);
      const vision = new VisionBoard(page);
      await vision.open();
      await vision.pastePicture(1600, 1000);
      await vision.piece(/^Picture/).waitFor();
      await vision.piece(/^Wake-up card/).waitFor();
      const hung = (await placeOf(app, 'picture'))!;

      await vision.click(/^Picture/);
      await vision.drag(await vision.middle(/^Picture/), -90, -70);
      await expect.poll(async () => (await placeOf(app, 'picture'))?.x).not.toBe(hung.x);
      await vision.drag(await vision.handle('se'), 60, 0);
      await expect
        .poll(async () => (await placeOf(app, 'picture'))?.w)
        .toBeGreaterThan(hung.w + 20);
      await vision.drag(await vision.handle('turn'), 60, 30);
      await expect.poll(async () => (await placeOf(app, 'picture'))?.angle).toBeGreaterThan(2);

      await page.keyboard.press('Escape');
      const { x, y } = (await vision.board.boundingBox())!;
      await vision.drag({ x: x + 4, y: y + 4 }, 900, 560);
      await expect.poll(() => vision.board.locator('[aria-selected=true]').count()).toBe(2);
      await page.keyboard.press('Control+g');
      await page.keyboard.press('Control+d');
      await expect.poll(async () => (await pieces(app)).length).toBe(4);
      await page.keyboard.press('Delete');
      await expect.poll(async () => (await pieces(app)).length).toBe(2);
      for (let i = 0; i < 6; i++) await page.keyboard.press('Control+z');
      await expect.poll(() => placeOf(app, 'picture')).toEqual(hung);

      await vision.click(/^Picture/);
      await page.keyboard.press('Shift+G');
      await page.getByRole('dialog').getByRole('combobox').fill('quartet');
      await page.keyboard.press('Enter');
      await vision.piece(/^Picture, stands for Play in a quartet/).waitFor();
      const at = await vision.middle(/^Picture/);
      await page.mouse.dblclick(at.x, at.y);
      await page.getByRole('treegrid').or(page.getByRole('tree')).first().waitFor();
    },
  );

  journey('answers to fingers', async ({ app, window }) => {
    const { page } = await ownPlan(window.page, LINES);
    const vision = new VisionBoard(page);
    await vision.open();
    await vision.put('s');
    await vision.piece(/^Shape/).waitFor();
    const finger = await Touching.begin(page);
    const before = (await placeOf(app, 'shape'))!;

    await page.keyboard.press('Escape');
    const from = await vision.middle(/^Shape/);
    await finger.dragFinger(from, { x: from.x + 80, y: from.y });
    await expect.poll(async () => (await placeOf(app, 'shape'))?.x).toBeGreaterThan(before.x + 60);
    const picked = await vision.middle(/^Shape/);
    await finger.swipe(picked, { x: picked.x - 60, y: picked.y + 40 });
    await expect.poll(async () => (await placeOf(app, 'shape'))?.y).toBeGreaterThan(before.y + 20);

    const at = await vision.middle(/^Shape/);
    await finger.rest(at);
    await finger.touch('touchEnd', []);
    await page.getByRole('menuitem', { name: 'Take down' }).waitFor();
  });
});
