import { describe, expect } from 'vitest';
import type { App } from '../house/app';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { vault } from '../house/vault';
import { Details } from '../pages/details';
import { ownPlan } from '../pages/hands';
import { Timeline } from '../pages/timeline';
import { Today } from '../pages/today';

const LINES = ['I feel well', '  Swim the lake', '    A kilometre', '      Swim every Tue'];

/** What the vault knows to have been done of routines. */
async function logs(app: App): Promise<unknown[]> {
  return (await vault(app)).aspects.filter(({ kind }) => kind === 'log').map(({ body }) => body);
}

describe('a routine', () => {
  journey(
    'is made by key, is done as it was, skipped and at rest, on the day that it is, and outlives a restart',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, LINES);
      await page.clock.setFixedTime(new Date('2031-03-04T08:00:00')); // a Tuesday
      await page.reload();
      await outline.row('Swim every Tue').click();
      const details = new Details(page);
      await details.panel.getByRole('button', { name: 'Make it a routine: every Tuesday' }).focus();
      await page.keyboard.press('Enter');
      await details.write('Each time', '20 lengths');
      await details.write('On a bad day', 'Two lengths');
      expect(await barriers(page), 'details of a routine').toEqual([]);

      const today = new Today(page);
      await today.open();
      const stone = today.view.getByRole('checkbox', { name: 'Swim every Tue' });
      await stone.focus();
      await page.keyboard.press('Space');
      await today.view.getByText('20 lengths in the last seven days').waitFor();
      const amount = today.view.getByRole('textbox', { name: 'How much: Swim every Tue' });
      await amount.fill('a few');
      await amount.press('Enter');
      await today.view.getByText('Write a number.').waitFor();
      await amount.fill('24');
      await amount.press('Enter');
      await today.view.getByText('24 lengths in the last seven days').waitFor();
      expect(await barriers(page), 'a routine on its day').toEqual([]);
      expect(await logs(app)).toEqual([{ on: '2031-03-04', amount: 24 }]);

      await app.stop();
      await app.run();
      await page.clock.setFixedTime(new Date('2031-03-11T08:00:00'));
      await page.reload();
      await today.view.getByRole('button', { name: 'Skip: Swim every Tue' }).click();
      await today.view.getByText('Skipped.').waitFor();
      await page.keyboard.press('Control+z');
      await today.view.getByRole('button', { name: 'Just the least: Two lengths' }).click();
      await today.view.getByText('2 of 2').waitFor();
      expect(await logs(app)).toHaveLength(2);

      await page.clock.setFixedTime(new Date('2031-03-12T08:00:00'));
      await page.reload();
      await today.view.getByRole('heading', { name: 'Wednesday 12 March' }).waitFor();
      expect(await today.view.getByText('Swim every Tue').count()).toBe(0);

      const timeline = new Timeline(page);
      await timeline.open();
      const rhythm = page.getByRole('button', { name: /^Swim every Tue.*every Tuesday/ });
      await rhythm.waitFor();
      expect(await rhythm.locator('[data-s=done]').count()).toBe(2);
      expect(await barriers(page), 'rhythm on the timeline').toEqual([]);
    },
  );
});
