import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { item, vault } from '../house/vault';
import { ownPlan } from '../pages/hands';
import { MindMap } from '../pages/map';
import { Touching } from '../pages/touching';

const LINES = [
  'I play the cello',
  '  Play in a quartet',
  '    Three pieces by heart',
  '      Ask Ada for a lesson',
  '      Buy rosin',
  '  Hear more music',
];

describe('a mind map', () => {
  journey('is thought out by keyboard alone, and all views know it', async ({ app, window }) => {
    const { page, outline } = await ownPlan(window.page, LINES);
    const map = new MindMap(page);
    await map.open();
    await page.keyboard.press('Control+Shift+0');
    expect(await barriers(page), 'a mind map').toEqual([]);

    await page.keyboard.press('Home');
    await expect.poll(() => map.activeTitle()).toBe('I play the cello');
    await page.keyboard.press('Tab');
    await map.write('Own a cello', 'Enter');
    await map.write('Sing in a choir', 'Escape');
    await expect.poll(async () => (await item(app, 'Sing in a choir')).kind).toBe('goal');

    await page.keyboard.press('Tab');
    await map.write('Audition passed', 'Tab');
    await map.write('Find three choirs', 'Enter');
    await map.write('Learn a song', 'Escape');
    await expect.poll(async () => (await item(app, 'Learn a song')).kind).toBe('step');
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(async () => order((await vault(app)).items, 'Audition passed'))
      .toEqual(['Learn a song', 'Find three choirs']);

    await page.keyboard.press('Space');
    await expect.poll(async () => (await item(app, 'Learn a song')).state).toBe('done');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => map.activeTitle()).toBe('Find three choirs');
    await page.keyboard.press('6');
    await expect.poll(async () => (await item(app, 'Find three choirs')).kind).toBe('idea');
    await page.keyboard.press('Delete');
    await map.node('Find three choirs').waitFor({ state: 'detached' });

    await page.keyboard.press('Control+4');
    await outline.row('Learn a song').waitFor();
    await app.stop();
    await app.run();
    await page.reload();
    await outline.row('Learn a song').waitFor();
    await page.keyboard.press('Control+7');
    await page.keyboard.press('Control+z');
    await map.node('Find three choirs').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await item(app, 'Find three choirs')).kind).toBe('step');
  });

  journey('asks how, why and what must be true just before', async ({ app, window }) => {
    const { page } = await ownPlan(window.page, LINES);
    const map = new MindMap(page);
    await map.open();
    await page.keyboard.press('Control+Shift+0');
    await map.node('Play in a quartet').click();
    await page.keyboard.press('h');
    await map.asks.getByText('What will have been reached on the way?').waitFor();
    expect(await barriers(page), 'a question').toEqual([]);
    await page.keyboard.type('A cellist found');
    await page.keyboard.press('Enter');
    await map.asks.getByText('And how else?').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await item(app, 'A cellist found')).kind).toBe('milestone');

    await map.node('Buy rosin').click();
    await page.keyboard.press('w');
    await map.asks.getByText('What is “Buy rosin” for?').waitFor();
    await page.keyboard.type('The cello sounds again');
    await page.keyboard.press('Enter');
    await map.node('The cello sounds again').waitFor();
    await page.keyboard.press('Escape');
    const above = await item(app, 'The cello sounds again');
    expect((await item(app, 'Buy rosin')).parentId).toBe(above.id);

    await page.keyboard.press('0');
    await map.node('Hear more music').click();
    await page.keyboard.press('b');
    await map.asks.getByText('What must be true just before “Hear more music”?').waitFor();
    await page.keyboard.type('I have a season ticket');
    await page.keyboard.press('Enter');
    await map.asks.getByText('just before “I have a season ticket”?').waitFor();
    await page.keyboard.type('I know what is on');
    await page.keyboard.press('Enter');
    await map.asks.getByRole('button', { name: 'This can be done today' }).click();
    await expect.poll(async () => (await item(app, 'I know what is on')).kind).toBe('step');
    expect(order((await vault(app)).items, 'Hear more music')).toEqual([
      'I know what is on',
      'I have a season ticket',
    ]);
  });

  journey('is led back by undo and redo to what they change', async ({ app, window }) => {
    const { page } = await ownPlan(window.page, LINES);
    const map = new MindMap(page);
    await map.open();
    await page.keyboard.press('Control+Shift+0');
    await map.node('Buy rosin').click();
    await page.keyboard.press('Space');
    await expect.poll(async () => (await item(app, 'Buy rosin')).state).toBe('done');

    // Folded away, and the window elsewhere.
    await map.node('Three pieces by heart').click();
    await page.keyboard.press('.');
    await map.node('Buy rosin').waitFor({ state: 'detached' });
    await map.node('Hear more music').click();
    await page.mouse.wheel(600, 900);
    await expect.poll(() => map.inSight('Three pieces by heart')).toBe(false);
    await page.keyboard.press('Control+z');
    await page.getByText('Undone: Change state').waitFor();
    await expect.poll(() => map.activeTitle()).toBe('Buy rosin');
    await expect.poll(() => map.inSight('Buy rosin')).toBe(true);
    expect(await map.active.and(page.locator(':focus')).count()).toBe(1);

    // In sight already, nothing moves.
    const before = await map.node('Buy rosin').boundingBox();
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await item(app, 'Buy rosin')).state).toBe('done');
    expect(await map.node('Buy rosin').boundingBox()).toEqual(before);

    // Of what is gone again, one sees where it stood.
    await page.keyboard.press('Enter');
    await map.write('Tune the cello', 'Escape');
    await expect.poll(async () => (await item(app, 'Tune the cello')).kind).toBe('step');
    await page.keyboard.press('0');
    await map.node('Hear more music').click();
    await page.keyboard.press('Control+z');
    await map.node('Tune the cello').waitFor({ state: 'detached' });
    await expect.poll(() => map.activeTitle()).toBe('Buy rosin');
    expect(await map.active.and(page.locator(':focus')).count()).toBe(1);
  });

  journey('is moved about by pointer, and nothing jumps', async ({ app, window }) => {
    const { page } = await ownPlan(window.page, LINES);
    const map = new MindMap(page);
    await map.open();
    await page.keyboard.press('Control+Shift+0');
    await page.keyboard.press('0');
    await map.node('Buy rosin').click();
    const home = await map.middle('Hear more music');
    await map.drag('Buy rosin', home);
    const goal = await item(app, 'Hear more music');
    await expect.poll(async () => (await item(app, 'Buy rosin')).parentId).toBe(goal.id);

    // What is folded under the pointer stays under it.
    const before = (await map.node('Three pieces by heart').boundingBox())!;
    await map.node('Three pieces by heart').click();
    await page.keyboard.press('.');
    await map.node('Ask Ada for a lesson').waitFor({ state: 'detached' });
    const after = (await map.node('Three pieces by heart').boundingBox())!;
    expect(Math.abs(after.x - before.x) + Math.abs(after.y - before.y)).toBeLessThan(1);
    await page.keyboard.press('.');
    await map.node('Ask Ada for a lesson').waitFor();

    // The ground moves with the hand; Ctrl and the wheel lead nearer where the pointer is.
    const ground = (await map.view.boundingBox())!;
    const corner = { x: ground.x + 40, y: ground.y + 90 };
    await page.mouse.move(corner.x, corner.y);
    await page.mouse.down();
    await page.mouse.move(corner.x + 60, corner.y + 30, { steps: 3 });
    await page.mouse.up();
    const moved = (await map.node('Three pieces by heart').boundingBox())!;
    expect(moved.x - after.x).toBeCloseTo(60, 0);
    expect(moved.y - after.y).toBeCloseTo(30, 0);
    const at = await map.middle('Play in a quartet');
    await page.mouse.move(at.x, at.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    const nearer = await map.middle('Play in a quartet');
    expect(Math.abs(nearer.x - at.x) + Math.abs(nearer.y - at.y)).toBeLessThan(2);

    await page.keyboard.press('0');
    await map.node('Ask Ada for a lesson').click();
    await map.node('Ask Ada for a lesson').locator('[data-words]').click();
    await page.keyboard.press('Control+a');
    await map.write('Ring Ada', 'Enter');
    await item(app, 'Ring Ada');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('0');
    await map.node('Hear more music').click();
    await page.keyboard.press('Control+v');
    await expect
      .poll(async () => (await vault(app)).items.filter(({ title }) => title === 'Ring Ada').length)
      .toBe(2);
  });

  journey('says when it is too far away to read, and leads nearer', async ({ window }) => {
    const { page } = await ownPlan(window.page, LINES);
    const map = new MindMap(page);
    await map.open();
    await page.keyboard.press('Control+Shift+0');
    await map.node('Buy rosin').click();
    for (let i = 0; i < 12; i++) await page.keyboard.press('-');
    await map.view.getByText('Too far away to read.').waitFor();
    expect(await map.node('Ask Ada for a lesson').count()).toBe(0);
    expect(await barriers(page), 'a map far away').toEqual([]);
    await map.view.getByRole('button', { name: 'Show the words' }).click();
    await map.node('Ask Ada for a lesson').waitFor();
    expect(await map.inSight('Buy rosin')).toBe(true);
    await map.view.getByText('Too far away to read.').waitFor({ state: 'detached' });

    // In a small window the menu of a node fits.
    await page.setViewportSize({ width: 640, height: 480 });
    await map.node('Buy rosin').click();
    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menu', { name: 'More about this branch' });
    expect((await menu.boundingBox())!.height).toBeLessThanOrEqual(0.8 * 480);
    await menu.getByRole('menuitem', { name: 'Ask', exact: true }).press('ArrowRight');
    await page.getByRole('menuitem', { name: 'How?' }).press('Enter');
    await map.asks.waitFor();
  });

  journey('obeys a finger', async ({ app, window }) => {
    const { page } = await ownPlan(window.page, LINES);
    const map = new MindMap(page);
    await map.open();
    await page.keyboard.press('Control+Shift+0');
    await page.keyboard.press('0');
    const touching = await Touching.begin(page);
    const from = await map.middle('Buy rosin');
    await touching.dragFinger(from, await map.middle('Hear more music'));
    const goal = await item(app, 'Hear more music');
    await expect.poll(async () => (await item(app, 'Buy rosin')).parentId).toBe(goal.id);

    const before = await map.middle('Play in a quartet');
    await touching.swipe(before, { x: before.x + 80, y: before.y + 40 });
    const after = await map.middle('Play in a quartet');
    expect(after.x - before.x).toBeGreaterThan(60);

    const wide = (await map.node('Play in a quartet').boundingBox())!.width;
    const { x, y } = await map.middle('Play in a quartet');
    await touching.touch('touchStart', [
      { x: x - 40, y },
      { x: x + 40, y },
    ]);
    await touching.touch('touchMove', [
      { x: x - 70, y },
      { x: x + 70, y },
    ]);
    await touching.touch('touchMove', [
      { x: x - 90, y },
      { x: x + 90, y },
    ]);
    await touching.touch('touchEnd', []);
    await expect
      .poll(async () => (await map.node('Play in a quartet').boundingBox())!.width)
      .toBeGreaterThan(wide * 1.3);
  });
});

/** The titles below an item, in their order. */
function order(
  all: readonly { id: string; title: string; parentId: string; rank: string }[],
  title: string,
): string[] {
  const parent = all.find((one) => one.title === title);
  return all
    .filter((one) => one.parentId === parent?.id)
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map((one) => one.title);
}
