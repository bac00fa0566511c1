import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import type { Home } from '../house/home';
import { journey } from '../house/journey';
import { spoilt } from '../house/spoil';
import { planned } from '../house/vault';
import { Backups } from '../pages/backups';
import { hands, ownPlan } from '../pages/hands';
import { Settings } from '../pages/settings';

const PASSPHRASE = 'a stone in the river';

const backupsOf = (home: Home) => readdirSync(join(home.folder, 'backups')).sort();

describe('a backup', () => {
  journey(
    'is made, looked into and brought back, and what was there is saved first',
    async ({ home, app, window }) => {
      const { page, outline, frame } = await ownPlan(window.page, ['A boat', '  The hull']);
      const backups = new Backups(page);
      await backups.run('Back up now');
      await frame.notice.getByText('The backup is made and checked.').waitFor();
      expect(backupsOf(home)).toHaveLength(1);
      const then = await planned(app);

      await outline.pick('The hull');
      await page.keyboard.press('Delete');
      await expect.poll(() => outline.row('The hull').count()).toBe(0);
      const now = await planned(app);

      await backups.run('Restore a backup');
      await backups.dialog.getByText('2 items').waitFor();
      expect(await barriers(page), 'the dialog').toEqual([]);
      expect(await planned(app), 'a look changes nothing').toEqual(now);
      await backups.restore();
      await frame.notice.getByText('What was there before is the backup of').waitFor();
      await outline.row('The hull').waitFor();
      expect(await planned(app)).toEqual(then);

      expect(backupsOf(home)).toHaveLength(2);
      await backups.run('Restore a backup');
      await expect.poll(() => backups.choices.count()).toBe(2);
      await backups.dialog.getByText('1 item').waitFor();
      await backups.restore();
      await expect.poll(() => planned(app)).toEqual(now);
    },
    120_000,
  );

  journey(
    'that is encrypted opens with its passphrase, on a start screen too',
    async ({ home, app, window }) => {
      const { page, outline } = await ownPlan(window.page, ['A boat']);
      const settings = new Settings(page);
      await settings.open();
      await settings.dialog.getByRole('button', { name: 'Encrypt backups…' }).click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(PASSPHRASE);
      await page.keyboard.press('Enter');
      await settings.dialog.getByText('Backups are encrypted.').waitFor({ timeout: 60_000 });
      expect(await barriers(page), 'the settings').toEqual([]);
      await settings.close();
      const [name = ''] = backupsOf(home);
      expect(name).toMatch(/\.cairn\.age$/);
      const raw = readFileSync(join(home.folder, 'backups', name)).toString('latin1');
      expect(raw.startsWith('age-encryption.org/v1')).toBe(true);
      expect(raw.includes('A boat')).toBe(false);
      await outline.row('A boat').waitFor();

      await window.leave();
      await app.stop();
      spoilt.damaged(home);
      await app.run();
      await window.enter();
      await page.getByText('The newest good backup was made').waitFor();
      expect(await barriers(page), 'the start screen').toEqual([]);
      await page.getByRole('button', { name: 'Look at it and restore…' }).click();
      const backups = new Backups(page);
      await backups.dialog.getByLabel('Passphrase of this backup').fill('a wrong one');
      await backups.press('Look inside');
      await backups.dialog.getByText('does not open the backup').waitFor({ timeout: 60_000 });
      await backups.dialog.getByLabel('Passphrase of this backup').fill(PASSPHRASE);
      await backups.press('Look inside');
      await backups.dialog.getByText('1 item').waitFor({ timeout: 60_000 });
      await backups.restore();
      await hands(page).outline.row('A boat').waitFor();
      expect(readdirSync(home.folder).some((one) => one.startsWith('vault before '))).toBe(true);
    },
    180_000,
  );
});
