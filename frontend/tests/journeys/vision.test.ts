import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import type { App } from '../house/app';
import { journey } from '../house/journey';
import { item, vault } from '../house/vault';
import { Details } from '../pages/details';
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
    await form.getByText('Enter leads to the next field').waitFor();
    for (const words of ['I think I am too old', '', '', 'Ask Ada for a lesson']) {
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    }
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

  journey('tells of what is picked in the details', async ({ app, window }) => {
    const { page, frame } = await ownPlan(window.page, LINES);
    const vision = new VisionBoard(page);
    const details = new Details(page);
    const { panel } = details;
    await vision.open();
    await vision.pastePicture(1600, 1000);
    await vision.picked(/^Picture/).waitFor();
    await panel.getByRole('heading', { name: 'Picture', exact: true }).waitFor();
    await details.write('What the picture shows', 'A cello by the window');
    await vision.piece(/^Picture: A cello by the window/).waitFor();
    await frame.undo.and(page.getByLabel('Undo: Write on picture')).waitFor();

    const before = (await placeOf(app, 'picture'))!;
    await details.field('Width').fill('200');
    await page.keyboard.press('Enter');
    await details.field('Turned by').fill('-10');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await placeOf(app, 'picture'))?.angle).toBe(-10);
    expect((await placeOf(app, 'picture'))?.w).toBe(200);
    expect(await details.field('Height').inputValue()).toMatch(/^125/);
    await details.field('Width').fill('wide');
    await page.keyboard.press('Enter');
    await panel.getByText('Write a number from 8 to 20000.').waitFor();
    expect((await placeOf(app, 'picture'))?.w).toBe(200);
    await page.keyboard.press('Escape');
    expect(await barriers(page), 'the details of a piece').toEqual([]);

    await panel.getByRole('button', { name: 'Let it stand for…' }).click();
    await page.getByRole('dialog').getByRole('combobox').fill('quartet');
    await page.keyboard.press('Enter');
    await panel.getByText('Play in a quartet', { exact: true }).waitFor();
    await frame.undo.and(page.getByLabel('Undo: Tie picture to the plan')).waitFor();
    await vision.board.press('Control+a');
    await panel.getByRole('heading', { name: '2 pieces chosen' }).waitFor();
    expect(before.w).not.toBe(200);
    await vision.click(/^Picture/);
    await panel.getByRole('button', { name: 'Go there' }).click();
    await page.getByRole('treegrid').or(page.getByRole('tree')).first().waitFor();
    await details.field('Title').waitFor();
  });

  journey('lays a second one beside the first, and its bar over neither', async ({ window }) => {
    const { page } = await ownPlan(window.page, LINES);
    const vision = new VisionBoard(page);
    await vision.open();
    await page.keyboard.press('n');
    const { x, y, width, height } = (await vision.board.boundingBox())!;
    const at = { x: x + 120, y: y + 90 };
    await page.mouse.click(at.x, at.y);
    await vision.write('A cello by the window');
    await vision.picked(/^Note/).waitFor();
    const note = async (i: number) => (await vision.piece(/^Note/).nth(i).boundingBox())!;
    const first = await note(0);
    expect([at.x - first.x, at.y - first.y].map(Math.round)).toEqual([16, 28]);
    await page.keyboard.press('Control+d');
    await expect.poll(() => vision.piece(/^Note/).count()).toBe(2);
    await page.keyboard.press('Control+d');
    await expect.poll(() => vision.piece(/^Note/).count()).toBe(3);
    const all = await Promise.all([0, 1, 2].map(note));
    const bar = (await vision.view
      .getByRole('toolbar', { name: 'What can be done with what is picked' })
      .boundingBox())!;
    const apart = (a: typeof bar, b: typeof bar) =>
      a.x + a.width <= b.x ||
      b.x + b.width <= a.x ||
      a.y + a.height <= b.y ||
      b.y + b.height <= a.y;
    for (const [i, one] of all.entries()) {
      expect(one.x + one.width <= x + width && one.y + one.height <= y + height).toBe(true);
      for (const other of all.slice(i + 1)) expect(apart(one, other)).toBe(true);
    }
    const picked = (await vision.picked(/^Note/).boundingBox())!;
    expect(apart(bar, picked)).toBe(true);
  });

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
