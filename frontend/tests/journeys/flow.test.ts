import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { item, planned } from '../house/vault';
import { Flow, waits } from '../pages/flow';
import { ownPlan } from '../pages/hands';
import { Touching } from '../pages/touching';

const LINES = ['A house by the sea', '  A shed', '    The shed stands', '      Draw it'];
const CHAIN = [...LINES, '      Buy wood', '      Lay the ground', '      Order windows'];

const steps = async (app: Parameters<typeof planned>[0]) =>
  (await planned(app))
    .filter((line) => line.startsWith('      '))
    .map((line) => line.trim().slice(6));

describe('a flow', () => {
  journey(
    'is built by keyboard: next, between, beside, moved, cut, undone after a restart',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, LINES);
      await outline.pick('Draw it');
      const flow = new Flow(page);
      await flow.open();
      await flow.on('Draw it');
      await flow.write('Enter', 'Buy wood');
      await flow.write('Tab', 'Lay the ground');
      expect(await waits(app)).toEqual(['Buy wood after Draw it', 'Lay the ground after Buy wood']);
      await flow.write('Shift+Enter', 'Order windows');
      expect(await waits(app)).toContain('Order windows after Buy wood');
      await page.keyboard.press('ArrowLeft');
      await flow.on('Buy wood');
      await flow.write('Control+Enter', 'Dry it');
      const built = [
        'Buy wood after Draw it',
        'Dry it after Buy wood',
        'Lay the ground after Dry it',
        'Order windows after Buy wood',
      ];
      await expect.poll(() => waits(app)).toEqual(built);
      const says = await flow.box('Dry it').getAttribute('aria-label');
      expect(says).toBe('Dry it, step, to do, after Buy wood, before Lay the ground');
      expect(await barriers(page), 'a flow').toEqual([]);

      await page.keyboard.press('Alt+ArrowRight');
      await expect
        .poll(() => waits(app))
        .toEqual([
          'Buy wood after Draw it',
          'Dry it after Lay the ground',
          'Lay the ground after Buy wood',
          'Order windows after Buy wood',
        ]);
      await page.keyboard.press('Control+z');
      await expect.poll(() => waits(app)).toEqual(built);

      await flow.on('Dry it');
      await page.keyboard.press('a');
      await flow.view.getByText('Arrow: “Dry it” waits for “Buy wood”').waitFor();
      await page.keyboard.press('Delete');
      await page.getByText('“Dry it” no longer waits for “Buy wood”').waitFor();
      await expect.poll(() => waits(app)).not.toContain('Dry it after Buy wood');
      await page.keyboard.press('Control+z');
      await expect.poll(() => waits(app)).toEqual(built);

      await app.stop();
      await app.run();
      await page.reload();
      await flow.box('Dry it').waitFor();
      await page.keyboard.press('Control+z');
      await flow.box('Dry it').waitFor({ state: 'detached' });
      expect(await waits(app)).toEqual([
        'Buy wood after Draw it',
        'Lay the ground after Buy wood',
        'Order windows after Buy wood',
      ]);
    },
  );

  journey(
    'is kept by keyboard: done, renamed, let wait, a circle refused by name, gone into and out of',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, CHAIN);
      await outline.pick('Draw it');
      const flow = new Flow(page);
      await flow.open();
      await flow.on('Draw it');
      await page.keyboard.press('Space');
      await expect.poll(async () => (await item(app, 'Draw it')).state).toBe('done');
      await page.keyboard.press('End');
      await flow.on('Order windows');
      await page.keyboard.press('l');
      await page.keyboard.type('Draw it');
      await page.keyboard.press('Enter');
      await page.getByText('“Order windows” waits for “Draw it”.').waitFor();
      expect(await waits(app)).toEqual(['Order windows after Draw it']);
      await page.keyboard.press('Home');
      await flow.on('Draw it');
      await page.keyboard.press('l');
      await page.keyboard.type('Order windows');
      await page.keyboard.press('Enter');
      await page
        .getByText('each would wait for the next: Draw it → Order windows → Draw it')
        .waitFor();
      expect(await waits(app)).toEqual(['Order windows after Draw it']);
      await flow.box('Draw it').focus();
      await page.keyboard.press('F2');
      await page.keyboard.type(' on paper');
      await page.keyboard.press('Enter');
      await flow.on('Draw it on paper');
      await page.keyboard.press('Control+ArrowUp');
      await flow.on('The shed stands');
      expect(await flow.box('The shed stands').getAttribute('aria-label')).toContain(
        'milestone, to do, 4 steps, 1 done',
      );
      await page.keyboard.press('Control+ArrowDown');
      await flow.on('Draw it on paper');
      await page.keyboard.press('Delete');
      await flow.on('Buy wood');
      expect(await steps(app)).toEqual(['Buy wood', 'Lay the ground', 'Order windows']);
      await page.keyboard.press('Control+z');
      await flow.on('Draw it on paper');
      await flow.view.getByRole('button', { name: 'List' }).press('Enter');
      await outline.row('Draw it on paper').waitFor();
      await page.getByRole('navigation', { name: 'Views' }).waitFor();
      await flow.open();
      await flow.on('Draw it on paper');
    },
  );

  journey(
    'is built by pointer: onto an arrow, by a handle, with a cut',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, CHAIN);
      await outline.pick('Draw it');
      const flow = new Flow(page);
      await flow.open();
      await flow.on('Draw it');
      await flow.fit();
      const on = await flow.between('Draw it', 'Buy wood');
      await flow.drag(await flow.middle('Order windows'), on);
      await expect
        .poll(() => steps(app))
        .toEqual(['Draw it', 'Order windows', 'Buy wood', 'Lay the ground']);
      expect(await waits(app)).toEqual([]);
      await page.keyboard.press('Control+z');
      await expect
        .poll(() => steps(app))
        .toEqual(['Draw it', 'Buy wood', 'Lay the ground', 'Order windows']);
      await page.getByText('Undone: Rearrange step').waitFor();
      await flow.on('Order windows');
      await flow.fit();
      await flow.pointAt('Draw it', 'Buy wood');
      await flow.view
        .getByRole('button', { name: 'Add a step between “Draw it” and “Buy wood”' })
        .click();
      await page.keyboard.type('Measure');
      await page.keyboard.press('Enter');
      await flow.on('Measure');
      expect(await waits(app)).toEqual(['Measure after Draw it']);

      await flow.fit();
      await flow.box('Draw it').hover();
      const handle = (await flow.box('Draw it').locator('[data-part=handle]').boundingBox())!;
      const grip = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 };
      await flow.drag(grip, await flow.middle('Order windows'));
      await page.getByText('“Order windows” waits for “Draw it”.').waitFor();
      expect(await waits(app)).toEqual(['Measure after Draw it', 'Order windows after Draw it']);

      await flow.pointAt('Draw it', 'Order windows');
      await flow.view
        .getByRole('button', { name: 'Cut the arrow from “Draw it” to “Order windows”' })
        .click();
      await expect.poll(() => waits(app)).toEqual(['Measure after Draw it']);
      expect(await barriers(page), 'a flow by pointer').toEqual([]);

      const before = await flow.middle('Measure');
      await flow.drag({ x: before.x, y: before.y + 180 }, { x: before.x - 90, y: before.y + 120 });
      const after = await flow.middle('Measure');
      expect([Math.round(after.x - before.x), Math.round(after.y - before.y)]).toEqual([-90, -60]);
    },
  );

  journey(
    'takes several at once: moved, done, cut and deleted, each in one step of undo',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, CHAIN);
      await outline.pick('Draw it');
      const flow = new Flow(page);
      await flow.open();
      await flow.on('Draw it');
      await page.keyboard.press('Shift+ArrowRight');
      await flow.on('Buy wood');
      expect(await flow.picked()).toEqual(['Draw it', 'Buy wood']);
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      const came = await flow.watched();
      await page.keyboard.press('Alt+ArrowRight');
      const moved = ['Lay the ground', 'Draw it', 'Buy wood', 'Order windows'];
      await expect.poll(() => steps(app)).toEqual(moved);
      await expect.poll(came).toContain('Lay the ground');
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const still = (await came()).length;
      await page.keyboard.press('Control+z');
      const before = ['Draw it', 'Buy wood', 'Lay the ground', 'Order windows'];
      await expect.poll(() => steps(app)).toEqual(before);
      await flow.on('Draw it');
      expect(await came(), 'nothing moves where no motion is wanted').toHaveLength(still);

      await flow.box('Draw it').click({ position: { x: 4, y: 4 } });
      await flow.box('Buy wood').click({ modifiers: ['Shift'] });
      await page.keyboard.press('Space');
      const done = ['Draw it ✓', 'Buy wood ✓', 'Lay the ground', 'Order windows'];
      await expect.poll(() => steps(app)).toEqual(done);
      await page.keyboard.press('Control+z');
      await expect.poll(() => steps(app)).toEqual(before);

      await flow.fit();
      await flow.box('Lay the ground').click();
      await flow.box('Order windows').click({ modifiers: ['ControlOrMeta'] });
      await flow.drag(
        await flow.middle('Order windows'),
        await flow.between('Draw it', 'Buy wood'),
      );
      const apart = ['Draw it', 'Lay the ground', 'Order windows', 'Buy wood'];
      await expect.poll(() => steps(app)).toEqual(apart);
      await page.keyboard.press('Control+z');
      await expect.poll(() => steps(app)).toEqual(before);

      for (const title of ['Order windows', 'Lay the ground']) {
        await flow.box(title).click({ position: { x: 4, y: 4 } });
        await page.keyboard.press('l');
        await page.keyboard.type('Draw it');
        await page.keyboard.press('Enter');
        await page.getByText(`“${title}” waits for “Draw it”.`).waitFor();
      }
      const ties = ['Lay the ground after Draw it', 'Order windows after Draw it'];
      expect(await waits(app)).toEqual(ties);
      await flow.box('Order windows').click({ modifiers: ['ControlOrMeta'] });
      await page.keyboard.press('Shift+Delete');
      await page.getByText('2 arrows are cut.').waitFor();
      expect(await waits(app)).toEqual([]);
      await page.keyboard.press('Control+z');
      await expect.poll(() => waits(app)).toEqual(ties);

      await flow.fit();
      await flow.frame('Draw it', 'Order windows');
      expect(await flow.picked()).toHaveLength(4);
      await flow.box('Buy wood').click({ modifiers: ['ControlOrMeta'] });
      await page.keyboard.press('Delete');
      await page.getByText('3 steps are in the trash').waitFor();
      await flow.on('Buy wood');
      expect(await steps(app)).toEqual(['Buy wood']);
      await page.keyboard.press('Control+z');
      await expect.poll(() => steps(app)).toEqual(before);
      expect(await barriers(page), 'several in a flow').toEqual([]);
    },
  );

  journey('is built by a finger: lifted onto an arrow, and scrolled', async ({ app, window }) => {
    const { page, outline } = await ownPlan(window.page, CHAIN);
    await outline.pick('Draw it');
    const flow = new Flow(page);
    await flow.open();
    await flow.on('Draw it');
    await flow.fit();
    const touching = await Touching.begin(page);
    const to = await flow.between('Draw it', 'Buy wood');
    await touching.dragFinger(await flow.middle('Lay the ground'), to);
    await expect
      .poll(() => steps(app))
      .toEqual(['Draw it', 'Lay the ground', 'Buy wood', 'Order windows']);
    const box = (await flow.box('Draw it').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + 220];
    await touching.touch('touchStart', [{ x: x - 20, y }]);
    await touching.touch('touchMove', [
      { x: x - 20, y },
      { x: x + 20, y },
    ]);
    await touching.touch('touchMove', [
      { x: x - 60, y },
      { x: x + 60, y },
    ]);
    await touching.touch('touchEnd', []);
    await expect
      .poll(async () => (await flow.box('Draw it').boundingBox())!.width)
      .toBeGreaterThan(box.width * 1.3);
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => steps(app))
      .toEqual(['Draw it', 'Buy wood', 'Lay the ground', 'Order windows']);
  });
});
