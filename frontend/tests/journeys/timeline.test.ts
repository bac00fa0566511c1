import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { item } from '../house/vault';
import { ownPlan } from '../pages/hands';
import { Timeline } from '../pages/timeline';
import { Touching } from '../pages/touching';
import { ZOOMS } from '../../src/timeline/scale';
import { plusDays, today } from '../../src/text/dates';

const LINES = [
  'I feel well',
  '  Swim the lake',
  '    A kilometre',
  '      Book a lane',
  '      Buy goggles',
  '      Ask Ada along',
];

const NOW = today();

describe('a timeline', () => {
  journey(
    'is laid out by keyboard: dates, a link, what moves along, undone after a restart',
    async ({ app, window }) => {
      const { page, outline, details } = await ownPlan(window.page, LINES);
      for (const [title, days] of [
        ['Book a lane', 2],
        ['Buy goggles', 4],
      ] as const) {
        await outline.pick(title);
        await details.write('When', plusDays(NOW, days));
      }
      await details.panel.getByRole('button', { name: 'Waits for…' }).click();
      await page.keyboard.type('Book a lane');
      await page.keyboard.press('Enter');
      const timeline = new Timeline(page);
      await timeline.open();
      await timeline.bar('Book a lane').waitFor();
      expect(await barriers(page), 'a timeline').toEqual([]);
      await timeline.bar('Book a lane').focus();
      await page.keyboard.press('Shift+ArrowRight');
      const preview = timeline.view.getByRole('group', { name: 'What would move' });
      await preview.getByText('7 days later, until').waitFor();
      await timeline.view.getByText('“Buy goggles” moves along').waitFor();
      expect(await barriers(page), 'what would move').toEqual([]);
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await item(app, 'Buy goggles')).due).toBe(plusDays(NOW, 10));
      expect((await item(app, 'Book a lane')).due).toBe(plusDays(NOW, 9));
      await page.keyboard.press('Alt+ArrowRight');
      await page.keyboard.press('Enter');
      await timeline.view.getByText('“Buy goggles” moves along').waitFor({ state: 'detached' });
      await expect.poll(async () => (await item(app, 'Book a lane')).start).toBe(plusDays(NOW, 9));
      await app.stop();
      await app.run();
      await page.reload();
      await timeline.bar('Book a lane').waitFor();
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await item(app, 'Buy goggles')).due).toBe(plusDays(NOW, 4));
    },
  );

  journey('is laid out by a finger: a bar is lifted and moved', async ({ app, window }) => {
    const { page, outline, details } = await ownPlan(window.page, LINES);
    await outline.pick('Book a lane');
    await details.write('When', plusDays(NOW, 2));
    const timeline = new Timeline(page);
    await timeline.open();
    const bar = timeline.bar('Book a lane');
    await bar.waitFor();
    const box = (await bar.boundingBox())!;
    const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const touching = await Touching.begin(page);
    await touching.dragFinger(from, { x: from.x + 3 * ZOOMS.quarter, y: from.y });
    await expect.poll(async () => (await item(app, 'Book a lane')).due).toBe(plusDays(NOW, 5));
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await item(app, 'Book a lane')).due).toBe(plusDays(NOW, 2));
  });

  journey(
    'is laid out by pointer: from the tray, moved, stretched, and moved as a whole when life happens',
    async ({ app, window }) => {
      const { page } = await ownPlan(window.page, LINES);
      const timeline = new Timeline(page);
      await timeline.open();
      await page.getByRole('button', { name: 'Month' }).click();
      const tray = timeline.view.getByRole('region', { name: 'No date yet' });
      const chip = tray.getByRole('button', { name: 'Give a date: Book a lane' });
      const from = (await chip.boundingBox())!;
      const pane = (await timeline.view
        .getByRole('group', { name: 'Steps in time' })
        .boundingBox())!;
      await page.mouse.move(from.x + 20, from.y + 10);
      await page.mouse.down();
      await page.mouse.move(from.x + 40, from.y - 60, { steps: 4 });
      await page.mouse.move(pane.x + pane.width * 0.6, pane.y + 120, { steps: 6 });
      await page.mouse.up();
      await timeline.bar('Book a lane').waitFor();
      const { due } = await item(app, 'Book a lane');
      expect(due).not.toBe('');
      await timeline.drag(timeline.bar('Book a lane'), 'middle', 5 * ZOOMS.month);
      await expect.poll(async () => (await item(app, 'Book a lane')).due).toBe(plusDays(due, 5));
      await timeline.bar('Book a lane').focus();
      await page.keyboard.press('Alt+ArrowRight');
      await page.keyboard.press('Alt+ArrowRight');
      await page.keyboard.press('Alt+ArrowRight');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await item(app, 'Book a lane')).due).toBe(plusDays(due, 8));
      await timeline.drag(timeline.bar('Book a lane'), 'end', 2 * ZOOMS.month);
      await expect.poll(async () => (await item(app, 'Book a lane')).due).toBe(plusDays(due, 10));
      expect((await item(app, 'Book a lane')).start).toBe(plusDays(due, 5));
      await page.getByRole('button', { name: 'Life happened…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Life happened' });
      await dialog.getByLabel('By so many days').fill('-3');
      await dialog.getByText('3 days earlier').waitFor();
      expect(await barriers(page), 'life happened').toEqual([]);
      await dialog.getByRole('button', { name: 'Move them' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect((await item(app, 'Book a lane')).due).toBe(plusDays(due, 7));
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await item(app, 'Book a lane')).due).toBe(plusDays(due, 10));
      for (const zoom of ['Week', 'Year', 'Decade']) {
        await page.getByRole('button', { name: zoom }).click();
        expect(await barriers(page), zoom).toEqual([]);
      }
    },
  );
});
