import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { plusDays, today } from '../../src/text/dates';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { readPng, sizeOf } from '../house/picturefiles';
import { call, item, vault } from '../house/vault';
import { Balance } from '../pages/balance';
import { ownPlan, samplePlan } from '../pages/hands';

const LINES = [
  'I play the cello',
  '  Play in a quartet',
  '    Know one piece',
  '      Ask Ada for a lesson',
  '      Tune the cello',
  '      Play a scale',
  '  Hear more music',
  '  Lend a hand at the music school',
];

/** Says something through the program, as a check-in of another day would have. */
function say(page: Page, kind: string, itemId: string, body: object): Promise<unknown> {
  return call(page, 'Aspects', 'Set', { id: '', itemId, kind, body, edit: '', name: '' });
}

describe('on the Balance page', () => {
  journey(
    'a vision is rated, and the sentence, the quadrant and the charts tell how it stands',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, LINES);
      const balance = new Balance(page);
      await balance.open();
      await balance.view.getByText('Here you will see').waitFor();
      expect(await barriers(page), 'empty').toEqual([]);
      await balance.press('Rate it now');
      await balance.rate('How clear does it feel now?', 8);
      await balance.rate('How well does it go with what matters to you?', 7);
      await balance.rate('How much would it change in the long run?', 9);
      await balance.press('That is it for now');
      await balance.sentence.getByText('It is clear where this goes').waitFor();
      await balance.press('Show “Hear more music”');
      await outline.row('Hear more music').waitFor();
      await outline.toggle('Ask Ada for a lesson');
      await outline.toggle('Tune the cello');
      await expect.poll(async () => (await item(app, 'Tune the cello')).state).toBe('done');

      const { id } = await item(app, 'I play the cello');
      const before = plusDays(today(), -21);
      await say(page, 'rated', id, { on: before, clarity: 3, alignment: 5 });
      await page.reload();
      await outline.row('Play a scale').waitFor();
      await balance.open();
      await balance.mark('Clarity').waitFor();
      const rows = await balance.table('Clarity');
      expect(rows.at(-1)).toMatch(/8 of 10$/);
      expect(rows.some((row) => row.endsWith('3 of 10'))).toBe(true);
      expect(rows.some((row) => row.endsWith('–'))).toBe(true);

      expect(await balance.reads('Clarity')).toMatch(/^week of .*: 8 of 10$/);
      for (let week = 0; week < 3; week++) await balance.mark('Clarity').press('ArrowLeft');
      expect(await balance.reads('Clarity')).toMatch(/: 3 of 10$/);
      await balance.mark('Clarity').press('End');
      expect(await balance.reads('Clarity')).toMatch(/: 8 of 10$/);
      expect(await balance.reads('What was done, day by day')).toMatch(/: 2 things done$/);
      await balance.mark('What was done, day by day').press('ArrowUp');
      expect(await balance.reads('What was done, day by day')).toMatch(/: nothing noted$/);

      expect(await barriers(page), 'how it goes').toEqual([]);
      await page.setViewportSize({ width: 640, height: 700 });
      const wider = () => balance.view.evaluate((view) => view.scrollWidth > view.clientWidth + 1);
      expect(await wider(), 'at 640 px').toBe(false);
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      expect(await wider(), 'with text twice as large').toBe(false);
      expect(await barriers(page), 'large').toEqual([]);
      await page.evaluate(() => (document.documentElement.style.fontSize = ''));
    },
  );

  journey(
    'each thing done lays a stone that stays, and the cairn is kept as a picture',
    async ({ home, window }) => {
      const { page, outline, frame } = await ownPlan(window.page, LINES);
      const balance = new Balance(page);
      await outline.toggle('Ask Ada for a lesson');
      await balance.open();
      await balance.turn('The cairn');
      const cairn = balance.view.getByRole('img', { name: /^The cairn of .*: 1 stone/ });
      await cairn.waitFor();
      await page.keyboard.press('Control+4');
      await outline.toggle('Tune the cello');
      await outline.toggle('Play a scale');
      await balance.open();
      await balance.turn('The cairn');
      await balance.view.getByRole('img', { name: /: 3 stones, 3 steps/ }).waitFor();
      expect(await barriers(page), 'the cairn').toEqual([]);
      await balance.press('Keep the cairn as a picture');
      const dialog = page.getByRole('dialog', { name: 'The cairn as a picture' });
      await dialog.getByRole('img', { name: /^The cairn of/ }).waitFor();
      const path = join(home.path, 'cairn.png');
      home.answer(path);
      await dialog.getByRole('button', { name: 'Save as PNG' }).press('Enter');
      await frame.notice.getByText('The cairn is saved as cairn.png.').waitFor();
      const png = readFileSync(path);
      expect(sizeOf(png)[0]).toBeGreaterThan(1000);
      const read = await readPng(page, png);
      expect(read.width).toBe(sizeOf(png)[0]);
      expect(read.colours).toBeGreaterThan(20);
    },
  );

  journey(
    'what was achieved stands on the shelf, and what went wrong says what it taught',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, LINES);
      const balance = new Balance(page);
      const { id } = await item(app, 'Know one piece');
      await call(page, 'Items', 'SetState', [id], 'done');
      await page.reload();
      await outline.row('Know one piece').waitFor();
      await balance.open();
      await balance.turn('The shelf');
      await balance.press('Celebrate…');
      await page.keyboard.type('today');
      await balance.view.getByLabel('How was it?').fill('We sang in the kitchen.');
      await balance.view.getByLabel('How was it?').press('Enter');
      await balance.view.getByText('We sang in the kitchen.').waitFor();
      await balance.press('Cheer…');
      await page.keyboard.type('Liv');
      await balance.view.getByLabel('What they said').fill('Bravo!');
      await balance.view.getByLabel('What they said').press('Enter');
      await balance.view.getByText('Liv: Bravo!').waitFor();
      expect(await barriers(page), 'the shelf').toEqual([]);

      await balance.turn('What was learned');
      await balance.press('Note what was learned…');
      await page.keyboard.type('today');
      await balance.view.getByLabel('What happened?').fill('A string broke.');
      await balance.view.getByLabel('What did it teach you?').fill('Carry a spare one.');
      await balance.view.getByLabel('What did it teach you?').press('Enter');
      await balance.view.getByText('Carry a spare one.').waitFor();
      expect(await barriers(page), 'setbacks').toEqual([]);
      const { aspects } = await vault(app);
      expect(aspects.filter(({ kind }) => kind === 'setback')).toHaveLength(1);
      await page.keyboard.press('Control+z');
      await balance.view.getByText('Carry a spare one.').waitFor({ state: 'detached' });
    },
  );

  journey(
    'a year of the sample is there by day and by night, and in large type',
    async ({ window }) => {
      const { page } = await samplePlan(window.page);
      const balance = new Balance(page);
      await balance.open();
      await balance.press('Year');
      await balance.mark('Clarity').waitFor();
      const clarity = await balance.table('Clarity');
      expect(clarity.length).toBeGreaterThanOrEqual(12);
      expect(
        clarity.some((row) => row.endsWith('–')),
        'a gap is a gap',
      ).toBe(true);
      expect(clarity.at(-1)).toMatch(/8 of 10$/);
      expect(
        (await balance.table('Mood')).filter((row) => /\d of 10$/.test(row)).length,
      ).toBeGreaterThan(8);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await barriers(page), colorScheme).toEqual([]);
      }
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      const wider = await balance.view.evaluate((view) => view.scrollWidth > view.clientWidth + 1);
      expect(wider, 'with text twice as large').toBe(false);
      expect(await barriers(page), 'large').toEqual([]);
      for (const name of ['The cairn', 'The shelf', 'What was learned']) {
        await balance.turn(name);
        expect(await barriers(page), name).toEqual([]);
      }
      await balance.view.getByText('Ten minutes before breakfast in place of Sundays.').waitFor();
    },
  );
});
