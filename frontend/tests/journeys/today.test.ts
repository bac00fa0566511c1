import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { item } from '../house/vault';
import { ownPlan } from '../pages/hands';
import { Today } from '../pages/today';

const LINES = [
  'I feel well',
  '  Swim the lake',
  '    A kilometre',
  '      Book a lane',
  '      Buy goggles',
  '      Ask Ada along',
  '      Read about strokes',
];

describe('a day', () => {
  journey(
    'is chosen and begun by keyboard, outlives a restart, and what is left is asked about the next day',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, LINES);
      await page.clock.setFixedTime(new Date('2031-03-04T08:00:00'));
      await page.reload();
      await outline.row('Book a lane').waitFor();
      const today = new Today(page);
      await today.open();
      await today.view.getByRole('heading', { name: 'Tuesday 4 March' }).waitFor();
      expect(await barriers(page), 'nothing chosen').toEqual([]);
      await today.view.getByRole('button', { name: 'Take the first 3' }).focus();
      await page.keyboard.press('Enter');
      await expect
        .poll(() => today.chosen())
        .toEqual(['Book a lane', 'Buy goggles', 'Ask Ada along']);
      expect(await barriers(page), 'three steps').toEqual([]);
      await page.keyboard.press('Shift+Tab'); // from the first step to its stone
      await page.keyboard.press('Space');
      await expect.poll(async () => (await item(app, 'Book a lane')).state).toBe('done');
      await app.stop();
      await app.run();
      await page.reload();
      await today.view.waitFor(); // the view that was open
      await expect
        .poll(() => today.chosen())
        .toEqual(['Buy goggles', 'Ask Ada along', 'Book a lane']);

      await page.clock.setFixedTime(new Date('2031-03-05T08:00:00'));
      await page.reload();
      await today.view.getByText('Left from another day').waitFor();
      expect(await today.chosen()).toEqual([]);
      expect(await barriers(page), 'what is left').toEqual([]);
      await today.press('Tomorrow');
      await today.press('Let go');
      await page.getByText('Let go: Ask Ada along').waitFor();
      await today.view.getByText('Left from another day').waitFor({ state: 'detached' });
      expect((await item(app, 'Ask Ada along')).state).toBe('letgo');
      await page.keyboard.press('Control+z');
      await today.view.getByText('Left from another day').waitFor();
    },
  );

  journey(
    'one thing is done with the clock running; too much leaves one; a small thing needs no plan',
    async ({ app, window }) => {
      const { page } = await ownPlan(window.page, LINES);
      const today = new Today(page);
      await today.open();
      await today.press('Take the first 3');
      await today.press('Begin');
      const one = page.getByRole('dialog', { name: 'One thing' });
      await one.getByRole('button', { name: 'Start the clock' }).click();
      await one.getByText('0:01').waitFor();
      expect(await barriers(page), 'one thing').toEqual([]);
      await one.getByRole('button', { name: 'It is done' }).click();
      await one.waitFor({ state: 'detached' });
      expect((await item(app, 'Book a lane')).state).toBe('done');
      await today.press('This is too much');
      await today.view.getByText('It counts as much as anything else.').waitFor();
      expect(await today.view.locator('[data-step]').allInnerTexts()).toEqual(['Buy goggles']);
      expect(await barriers(page), 'the least').toEqual([]);
      await today.press('Show the day again');
      await today.view.getByRole('textbox', { name: 'A step for today' }).fill('Buy stamps');
      await page.keyboard.press('Enter');
      await expect.poll(() => today.chosen()).toContain('Buy stamps');
      expect(await item(app, 'Buy stamps')).toMatchObject({ kind: 'step', parentId: '' });
      await today.view.getByText('More than three is a lot for one day.').waitFor();

      await page.keyboard.press('Control+4');
      await page.keyboard.press('Control+Shift+N');
      await page.getByRole('dialog', { name: 'A step for today' }).waitFor();
      expect(await barriers(page), 'a small thing').toEqual([]);
      await page.keyboard.type('Ring Per');
      await page.keyboard.press('Enter');
      await page.getByText('For today: Ring Per').waitFor();
      expect(await item(app, 'Ring Per')).toMatchObject({ kind: 'step', parentId: '' });
    },
  );
});
