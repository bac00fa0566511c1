import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { planned } from '../house/vault';
import { ownPlan } from '../pages/hands';
import { Touching } from '../pages/touching';

const HOUSE = [
  'A house that is quiet',
  '  The attic is empty',
  '    Carry the boxes down',
  '    Sell the piano',
  '  The windows are tight',
];

const MOVED = [
  'vision: A house that is quiet',
  '  goal: The attic is empty',
  '    milestone: Sell the piano',
  '  goal: The windows are tight',
  '    milestone: Carry the boxes down',
];

describe('rows move by hand', () => {
  journey('a mouse reorders, re-parents, and Esc lets go', async ({ app, window }) => {
    const { page, outline, frame } = await ownPlan(window.page, HOUSE);
    await outline.drag('Carry the boxes down', 'Sell the piano');
    await expect.poll(async () => (await planned(app))[2]).toBe('    milestone: Sell the piano');
    await outline.drag('Carry the boxes down', 'The windows are tight');
    await expect.poll(() => planned(app)).toEqual(MOVED);
    await expect.poll(() => outline.rows()).toEqual(MOVED);

    const [from, to] = await outline.dragPoints('Sell the piano', 'The windows are tight');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 6 });
    await page.locator('.ghost').waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await page.locator('.ghost').count()).toBe(0);
    await frame.undo.click();
    await expect
      .poll(async () => (await planned(app)).at(-1))
      .toBe('  goal: The windows are tight');
  });

  journey(
    'what is dragged further in stands below, and its kind follows',
    async ({ app, window }) => {
      const { outline } = await ownPlan(window.page, HOUSE);
      await outline.drag('Sell the piano', 'Carry the boxes down', 1);
      await expect.poll(async () => (await planned(app))[3]).toBe('      step: Sell the piano');
    },
  );

  journey(
    'what is let go on a goal goes into it, wherever the hand is across',
    async ({ app, window }) => {
      const { outline } = await ownPlan(window.page, HOUSE);
      await outline.dragInto('Sell the piano', 'The windows are tight');
      await expect
        .poll(async () => (await planned(app)).slice(-2))
        .toEqual(['  goal: The windows are tight', '    milestone: Sell the piano']);
    },
  );

  journey('a branch cannot be dragged into itself', async ({ app, window }) => {
    const { outline } = await ownPlan(window.page, HOUSE);
    await expect.poll(async () => (await planned(app)).length).toBe(5);
    const before = await planned(app);
    await outline.drag('The attic is empty', 'Carry the boxes down', 1);
    await outline.drag('A house that is quiet', 'Sell the piano', 3);
    await outline.pick('Sell the piano');
    await outline.press('Space');
    await expect
      .poll(() => planned(app))
      .toEqual(
        before.map((line) =>
          line.includes('piano')
            ? line.replace('milestone: Sell the piano', 'milestone: Sell the piano ✓')
            : line,
        ),
      );
  });

  journey('many picked rows go together', async ({ app, window }) => {
    const { outline } = await ownPlan(window.page, HOUSE);
    await outline.pick('Carry the boxes down');
    await outline.pick('Sell the piano', ['ControlOrMeta']);
    await outline.drag('Sell the piano', 'The windows are tight', 0);
    await expect
      .poll(() => planned(app))
      .toEqual([
        'vision: A house that is quiet',
        '  goal: The attic is empty',
        '  goal: The windows are tight',
        '    milestone: Carry the boxes down',
        '    milestone: Sell the piano',
      ]);
  });

  journey('a pen drags as a mouse does', async ({ app, window }) => {
    const { outline } = await ownPlan(window.page, HOUSE);
    const pen = await Touching.begin(window.page);
    await pen.dragPen(
      ...(await outline.dragPoints('Carry the boxes down', 'The windows are tight')),
    );
    await expect.poll(() => planned(app)).toEqual(MOVED);
  });
});

describe('rows move by finger', () => {
  journey.extend({ how: { hasTouch: true } })(
    'a finger that rests lifts, one that does not scrolls',
    async ({ app, window }) => {
      const { outline } = await ownPlan(window.page, HOUSE);
      await expect.poll(async () => (await planned(app)).length).toBe(5);
      const before = await planned(app);
      const finger = await Touching.begin(window.page);
      const points = await outline.dragPoints('Carry the boxes down', 'The windows are tight');
      await finger.swipe(...points);
      expect(await planned(app)).toEqual(before);
      await finger.dragFinger(...points);
      await expect.poll(() => planned(app)).toEqual(MOVED);
    },
  );

  journey.extend({ how: { hasTouch: true } })(
    'a finger that rests and goes opens the menu',
    async ({ window }) => {
      const { page, outline } = await ownPlan(window.page, HOUSE);
      const [at] = await outline.dragPoints('Sell the piano', 'Sell the piano');
      const finger = await Touching.begin(window.page);
      await finger.rest(at);
      await finger.touch('touchEnd', []);
      await page.getByRole('menu').getByText('Move up').waitFor();
    },
  );
});
