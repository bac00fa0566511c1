import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { planned, vault } from '../house/vault';
import { Coach, Wire } from '../pages/coach';
import { ownPlan, sitBeside } from '../pages/hands';
import { Session } from '../pages/session';

const PASSPHRASE = 'a stone in the river';
const NEXT =
  'What could you do next time to assist the client get the most they can out of this type of process?';

/** All that stands in the page: its title, what is in fields, every attribute. */
async function standing(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement>('input, textarea');
    const values = [...fields].map(({ value }) => value);
    return [document.title, ...values, document.documentElement.outerHTML].join('\n');
  });
}

describe('a coach', () => {
  journey(
    'sits beside a client by keyboard alone, and nothing of others and nothing private reaches the shared view',
    async ({ app, home, window }) => {
      const wire = new Wire(window.page);
      const { page, frame, palette } = await ownPlan(window.page, ['A boat']);
      const desk = new Coach(page);
      const session = new Session(page);
      await sitBeside(page);
      await desk.open();
      expect(await barriers(page), 'nobody yet').toEqual([]);

      await desk.add('Canary Quill', 'Canary plan');
      await desk.add('Ada Marlow', 'Leave the office');
      await desk.write('Alias', 'A. M.');
      await desk.heading('A. M.').waitFor();
      expect(await barriers(page), 'about').toEqual([]);
      await desk.turn('Agreement');
      await desk.write('What we work on', 'A day a week that is mine');
      await desk.view.getByRole('checkbox').press('Space');
      await desk.press('Hours…');
      await page.keyboard.type('today');
      await page.keyboard.press('Tab');
      await page.keyboard.type('60');
      await page.keyboard.press('Enter');
      await desk.view.getByText('1 h in all').waitFor();
      expect(await barriers(page), 'agreement').toEqual([]);
      home.answer(join(home.path, 'hours.csv'));
      await desk.press('Save everybody’s hours as a table…');
      await frame.notice.getByText('Saved hours.csv.').waitFor();
      expect(readFileSync(join(home.path, 'hours.csv'), 'utf8')).toMatch(/,A\. M\.,60,no,no,/);

      await desk.turn('Private');
      expect(await desk.view.getByRole('textbox').count(), 'only secrets').toBe(2);
      expect(await barriers(page), 'no passphrase').toEqual([]);
      await desk.seal(PASSPHRASE);
      await desk.write('Phone', '555 canary');
      await desk.press('Add a note');
      await desk.view.getByRole('textbox', { name: /^Note of / }).waitFor();
      await page.keyboard.type('Canary of a note');
      await page.keyboard.press('Tab');
      await desk.reads('Canary of a note');
      expect(await barriers(page), 'private').toEqual([]);

      // The first session is in the coach's panel, and only begun.
      await page.keyboard.press('Control+Shift+A');
      await page.getByRole('checkbox', { name: /shared view/ }).press('Space');
      await page.locator('button.way', { hasText: 'GROW' }).first().press('Enter');
      await session.asks('What would you like to talk about?');
      await page.keyboard.press('Escape');
      await session.screen.waitFor({ state: 'detached' });
      await desk.turn('Sessions');
      await desk.view.locator('.one').press('Enter');
      await desk.write(NEXT, 'Canary: ask about the boxes');
      await desk.reads('Canary: ask about the boxes');
      expect(await barriers(page), 'a session').toEqual([]);

      // The next one: the note greets the coach, then the page begins anew.
      await page.keyboard.press('Control+Shift+A');
      const begins = page.getByRole('dialog', { name: /^A session with/ });
      await begins.getByText('Canary: ask about the boxes').waitFor();
      expect(await barriers(page), 'beginning').toEqual([]);
      await begins.locator('button.way', { hasText: 'Plan model' }).first().press('Enter');
      await session.asks('What would you like to look at?');
      const seen = () => session.screen.evaluate((screen) => screen.outerHTML);
      const before = await seen();
      await page.keyboard.press('F8');
      await expect.poll(() => home.vaultSays('purpose.topic')).toBe(true);
      expect((await seen()) === before, 'no sign of a mark').toBe(true);
      await session.say('What would you like to look at?', 'My weeks');
      await session.rate('How fuzzy is this for you now?', 7);
      await session.say(
        'What would you like to happen in this situation?',
        'One day at the drawing table',
      );
      await session.asks('And what needs to happen for this to happen?');
      expect(await standing(page)).not.toMatch(/canary/i);
      expect(await barriers(page), 'shared session').toEqual([]);
      await page.keyboard.press('Escape');
      await session.screen.waitFor({ state: 'detached' });
      await page.getByRole('banner').getByText('Shared view').waitFor();
      await palette.ask('canary');
      expect(await standing(page)).not.toMatch(/canary (plan|quill)|boxes/i);
      await page.keyboard.press('Escape');
      for (let i = 0; i < 12; i++) await page.keyboard.press('Control+z');
      for (let i = 0; i < 12; i++) await page.keyboard.press('Control+Shift+z');
      await page.getByText('One day at the drawing table').first().waitFor();
      await page.keyboard.press('Control+Shift+9');
      expect(await desk.view.count()).toBe(0);
      expect(await barriers(page), 'shared view').toEqual([]);
      expect(await page.title()).toBe('Leave the office · Cairn');
      expect(JSON.stringify(await vault(app))).not.toMatch(/canary|Ada Marlow/i);
      expect(await standing(page)).not.toMatch(/canary|Ada Marlow/i);
      expect([...wire.of('canary'), ...wire.of('Ada Marlow')]).toEqual([]);
      expect(wire.count).toBeGreaterThan(20);

      await page.keyboard.press('F9');
      await page.getByRole('banner').getByText('Coach’s panel').waitFor();
      expect(wire.of('Canary Quill'), 'the spy still hears').not.toEqual([]);
      await desk.open();
      await page.keyboard.press('Control+Alt+l');
      await frame.notice.getByText('The private notes are locked.').waitFor();
      expect(await standing(page)).not.toMatch(/canary: ask/i);
      await desk.turn('Sessions');
      await desk.view.locator('.one').first().press('Enter');
      expect(await desk.view.locator('ol li').first().innerText()).toContain('Sticky moment');
      expect(await desk.view.getByText('One day at the drawing table').count()).toBe(1);
      await desk.write('Passphrase or recovery code', 'a stick in the river');
      await desk.press('Unlock');
      await frame.notice.getByText('This does not open the notes.').waitFor();
      await desk.write('Passphrase or recovery code', PASSPHRASE);
      await desk.press('Unlock');
      await desk.write('How could you have reduced the ‘stickiness’?', 'Wait longer');
      await desk.turn('Private');
      await desk.reads('Canary of a note');
      await desk.press('Lock now');
      await desk.view.getByText('The private notes are locked.').waitFor();
      expect(await standing(page)).not.toMatch(/canary of a note/i);
      expect(home.vaultSays('Canary of a note'), 'sealed in the file').toBe(false);
      expect(home.vaultSays('Wait longer'), 'sealed in the file').toBe(false);

      await palette.ask('back up now');
      await page.keyboard.press('Enter');
      await frame.notice.getByText('The backup is made and checked.').waitFor();
      expect(home.holding('Ada Marlow').length, 'a backup holds all clients').toBeGreaterThan(0);

      await desk.turn('About');
      expect(home.vaultSays('drawing table')).toBe(true);
      await desk.press('Remove for ever…');
      const purge = page.getByRole('dialog', { name: 'Remove A. M. for ever' });
      await purge.getByText('2 sessions').waitFor();
      expect(await barriers(page), 'before a removal').toEqual([]);
      await page.keyboard.type('A. M.');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'A. M. is removed' }).waitFor();
      expect(await barriers(page), 'after a removal').toEqual([]);
      await page.keyboard.press('Escape');
      expect(await planned(app)).toEqual(['vision: A boat']);
      expect(home.vaultSays('Ada Marlow')).toBe(false);
      expect(home.vaultSays('drawing table')).toBe(false);
      for (const words of ['Ada Marlow', 'Canary of a note', 'drawing table'])
        expect(home.holding(words), words).toEqual([]);
      expect(home.outside('Canary Quill')).toEqual([]);
    },
    240_000,
  );
});
