import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import type { Home } from '../house/home';
import { journey } from '../house/journey';
import { Backups } from '../pages/backups';
import { ownPlan } from '../pages/hands';

const TITLE = 'Nothing of your plan is drawn here.';
const safe = (page: Page) => page.getByRole('heading', { name: TITLE });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** All that stands in the document, and what was asked of the program for it. */
async function held(page: Page): Promise<string> {
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  return `${await page.content()} ${await page.title()} ${asked.join(' ')}`;
}

/** What is noted of starts that never drew the plan; '' = this one has. */
const undrawn = (home: Home) => readFileSync(join(home.path, 'state', 'cairn', 'running'), 'utf8');

describe('a start that draws nothing of the plan', () => {
  journey(
    'holds none of its words, saves and goes back, and draws it as usual when asked',
    async ({ home, app, window }) => {
      const { page, outline, frame } = await ownPlan(window.page, ['A boat', '  The hull']);
      await outline.row('The hull').waitFor();
      await window.leave();
      await app.stop();
      await app.run({ args: ['--safe'] });
      await window.enter();
      await safe(page).waitFor();
      await page.getByText('There is none yet.').waitFor();
      expect(await page.locator('dl').innerText()).toContain(home.vault);
      expect(await held(page)).not.toMatch(/A boat|The hull|My plan|client\.json/);
      const begun = await (await fetch(`${app.url}/begin.json`)).text();
      expect(begun).not.toMatch(/A boat|The hull/);
      expect(await barriers(page)).toEqual([]);

      await press(page, 'Back up now');
      await frame.notice.getByText('The backup is made and checked.').waitFor();
      expect(readdirSync(join(home.folder, 'backups'))).toHaveLength(1);
      await press(page, 'Check my vault');
      await frame.notice.getByText('Your vault is whole').waitFor();
      const copy = join(home.path, 'copy.cairn');
      home.answer(copy);
      await press(page, 'Save a copy…');
      await frame.notice.getByText('The copy is saved as copy.cairn.').waitFor();
      expect(existsSync(copy)).toBe(true);
      await press(page, 'Show my file');
      await expect.poll(() => home.opened).toContain(home.folder);

      await press(page, 'Open it as usual');
      await outline.pick('The hull');
      await page.keyboard.press('Delete');
      await expect.poll(() => outline.row('The hull').count()).toBe(0);

      await window.leave();
      await app.stop();
      await app.run({ args: ['--safe'] });
      await window.enter();
      await safe(page).waitFor();
      await press(page, 'Restore a backup…');
      const backups = new Backups(page);
      await backups.dialog.getByText('2 items').waitFor();
      await backups.restore();
      await frame.notice.getByText('What was there before is the backup of').waitFor();
      await safe(page).waitFor();
      expect(await page.content()).not.toMatch(/A boat|The hull/);
      await press(page, 'Open it as usual');
      await outline.row('The hull').waitFor();
    },
    120_000,
  );

  journey(
    'comes by itself after two that were cut off before the plan was drawn',
    async ({ home, app, window }) => {
      const { page, outline } = await ownPlan(window.page, ['A boat']);
      await outline.row('A boat').waitFor();
      await expect.poll(() => undrawn(home)).toBe('');
      await window.leave();
      await app.kill();
      for (const times of ['1', '2']) {
        await app.run();
        expect(undrawn(home)).toBe(times);
        await app.kill();
      }
      await app.run();
      await window.enter();
      await safe(page).waitFor();
      expect(await page.content()).not.toContain('A boat');

      await window.leave();
      await app.kill();
      await app.run();
      await window.enter();
      await safe(page).waitFor(); // as long as nobody has drawn the plan
      await press(page, 'Open it as usual');
      await outline.row('A boat').waitFor();
      await expect.poll(() => undrawn(home)).toBe('');
      await window.leave();
      await app.kill();
      await app.run();
      await window.enter();
      await outline.row('A boat').waitFor();
    },
    120_000,
  );

  journey(
    'is reached by keyboard, and fits into a narrow window',
    async ({ app, window }) => {
      const { page } = await ownPlan(window.page, ['A boat']);
      await window.leave();
      await app.stop();
      await app.run({ args: ['--safe'] });
      await window.enter();
      await safe(page).waitFor();
      await page.setViewportSize({ width: 640, height: 520 });
      const beside = await page.evaluate(() => document.body.scrollWidth - innerWidth);
      expect(beside).toBeLessThanOrEqual(0);
      const reached: string[] = [];
      for (let i = 0; i < 12 && reached.at(-1) !== 'Open it as usual'; i++) {
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
      }
      expect(reached).toEqual([
        'Back up now',
        'Save a copy…',
        'Export everything…',
        'Check my vault',
        'Restore a backup…',
        'Show my file',
        'Show the log',
        'Open it as usual',
      ]);
      await page.keyboard.press('Enter');
      await page.getByRole('tree').waitFor();
    },
    60_000,
  );
});
