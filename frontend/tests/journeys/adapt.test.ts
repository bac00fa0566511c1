import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { vault } from '../house/vault';
import { ownPlan } from '../pages/hands';

describe('a plan that is adapted', () => {
  journey(
    'is kept as it was with what changed and why, and is compared with what it became',
    async ({ app, window }) => {
      const { page, outline, palette } = await ownPlan(window.page, [
        'A boat',
        '  The hull',
        '    Sanded',
        '      Buy paper',
        '      Find a shed',
      ]);
      const dialog = page.getByRole('dialog', { name: 'Adapt the plan' });
      const open = async () => {
        await palette.ask('> Adapt the plan, versions');
        await page.keyboard.press('Enter');
        await dialog.waitFor();
      };
      await open();
      const keep = dialog.getByRole('button', { name: 'Keep the plan as it is now' });
      expect(await keep.isDisabled()).toBe(true);
      await page.keyboard.type('The shed burnt down');
      await dialog.getByLabel('What stays as it was?').fill('She is to be mine');
      expect(await barriers(page), 'adapt').toEqual([]);
      await keep.click();
      await page.getByText('The plan as it was is kept.').waitFor();

      await outline.pick('Find a shed');
      await outline.press('Delete');
      await outline.row('Find a shed').waitFor({ state: 'detached' });
      await outline.toggle('Buy paper');
      await outline.pick('The hull');
      await outline.press('F2', 'End');
      await page.keyboard.type(', outdoors');
      await outline.press('Escape');
      await app.stop();
      await app.run();
      await page.reload();
      await outline.row('Buy paper').waitFor();
      await open();
      await dialog.getByRole('button', { name: /Compare with now/ }).click();
      await dialog.getByText('Stays: She is to be mine').waitFor();
      await dialog.getByText('1 is no longer there').waitFor();
      await dialog.getByText('Find a shed').waitFor();
      await dialog.getByText('2 are different').waitFor();
      await dialog.getByText('was “The hull”').waitFor();
      await dialog.getByText('was to do, now done').waitFor();
      expect(await barriers(page), 'then and now').toEqual([]);
      await page.keyboard.press('Escape');
      expect((await vault(app)).versions).toHaveLength(1);
    },
  );
});
