import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { item, vault } from '../house/vault';
import type { App } from '../house/app';
import { Aspects, type Bodies } from '../../src/plan/aspects';
import { Builder } from '../pages/goal';
import { ownPlan } from '../pages/hands';
import { Lens } from '../pages/lens';

/** What is said of a goal in its own words. */
async function aimOf(app: App, title: string): Promise<Bodies['aim']> {
  const { id } = await item(app, title);
  const { aspects } = await vault(app);
  return new Aspects(aspects).once('aim', id);
}

describe('a goal', () => {
  journey(
    'is walked through SMARTER by keyboard, stopped, and gone on with after a restart',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, ['I feel well', '  Run far']);
      const builder = new Builder(page);
      await outline.pick('Run far');
      await builder.open();
      expect(await barriers(page), 'what sort').toEqual([]);
      expect(await builder.met()).toBe('R'); // it serves a vision
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter'); // a performance
      await builder.dialog.getByRole('heading', { name: /Say it in your own words/ }).waitFor();
      await page.keyboard.type('Ten kilometres along the river without walking');
      await builder.next('How will you see that you are getting there?');
      await page.keyboard.press('Enter');
      await builder.dialog.getByLabel('What is counted', { exact: true }).fill('kilometres');
      await builder.dialog.getByLabel('From', { exact: true }).fill('4');
      await builder.dialog.getByLabel('To', { exact: true }).fill('ten');
      await page.keyboard.press('Enter');
      await builder.dialog.getByText('Write a number such as').waitFor();
      await builder.dialog.getByLabel('To', { exact: true }).fill('10');
      await page.keyboard.press('Enter');
      await builder.dialog.getByText('of 10', { exact: true }).waitFor();
      expect(await barriers(page), 'measures').toEqual([]);
      await builder.next('What makes you think that it can be done');
      await page.keyboard.type('I ran six in autumn');
      await builder.dialog.getByRole('radio', { name: '6' }).check();
      await builder.dialog.getByLabel('Why a 6, and not lower?').fill('Ada comes along');
      expect(await barriers(page), 'rulers').toEqual([]);
      await builder.next('Why does it matter?');
      await page.keyboard.press('Escape');
      await builder.dialog.waitFor({ state: 'detached' });
      await app.stop();
      await app.run();
      await page.reload();
      await outline.row('Run far').waitFor();
      await outline.pick('Run far');
      await builder.open(); // at the first that is not said
      await builder.dialog.getByRole('heading', { name: 'By when?' }).waitFor();
      await expect.poll(() => builder.met()).toBe('SMAR');
      await page.keyboard.type('1 September 2031');
      await builder.next('On which day will you look at it again?');
      await builder.dialog.getByRole('button', { name: 'Half-way' }).click();
      await builder.next('If it does not go as you think');
      await page.keyboard.type('Eight, and still without walking');
      await builder.next('That is your goal so far.');
      await expect.poll(() => builder.met()).toBe('SMARTER');
      await page.keyboard.press('Control+Enter');
      await builder.dialog.waitFor({ state: 'detached' });
      expect((await item(app, 'Run far')).due).toBe('2031-09-01');
      expect(await aimOf(app, 'Run far')).toMatchObject({
        sort: 'performance',
        statement: 'Ten kilometres along the river without walking',
        reachable: 'I ran six in autumn',
        confidence: 6,
        confidenceWhy: 'Ada comes along',
        readjust: 'Eight, and still without walking',
      });
    },
  );

  journey(
    'that is only explored is not bullied, asks for its steps, and is counted on',
    async ({ app, window }) => {
      const { page, outline, details } = await ownPlan(window.page, ['I feel well', '  Swim']);
      const builder = new Builder(page);
      await outline.pick('Swim');
      await details.panel.getByRole('button', { name: 'Think it through' }).click();
      await builder.dialog.getByRole('button', { name: /^Open/ }).click();
      await builder.dialog.getByRole('heading', { name: /Say it in your own words/ }).waitFor();
      expect(
        await builder.dialog.getByRole('button', { name: /Measurable|Time-bound/ }).count(),
      ).toBe(0);
      for (const question of ['What makes you', 'Why does it', 'On which day', 'If it does not'])
        await builder.next(question);
      await builder.next('That is your goal so far.');
      await builder.dialog.getByRole('button', { name: 'Ask for its next step' }).click();
      await new Lens(page).steps('Ask at the pool about lessons');
      expect((await item(app, 'Ask at the pool about lessons')).kind).toBe('step');

      await outline.pick('Swim');
      await details.panel.getByRole('button', { name: 'Specific: not visible yet' }).click();
      await builder.dialog.getByRole('heading', { name: /Say it in your own words/ }).waitFor();
      await page.keyboard.type('Cross the lake');
      await page.keyboard.press('Escape');
      await details.panel.getByText('Cross the lake').waitFor();
      await outline.press('Control+z');
      await details.panel.getByText('Cross the lake').waitFor({ state: 'detached' });
      expect((await aimOf(app, 'Swim')).sort).toBe('open');
    },
  );
});
