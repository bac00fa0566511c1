import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { linesOf, pagesOf, readPng, sizeOf } from '../house/picturefiles';
import { Coach } from '../pages/coach';
import { ownPlan, sitBeside } from '../pages/hands';
import { Report } from '../pages/report';

describe('a report', () => {
  journey(
    'is chosen line by line and leaves as PDF, as Markdown and as text, with nothing private in it',
    async ({ app, home, window }) => {
      const { page, outline, frame } = await ownPlan(window.page, ['A boat']);
      const desk = new Coach(page);
      await sitBeside(page);
      await desk.open();
      await desk.add('Ada Marlow', 'Leave the office');
      await desk.turn('Private');
      await desk.seal('a stone in the river');
      await desk.write('Phone', '555 canary');
      await desk.press('Add a note');
      await desk.view.getByRole('textbox', { name: /^Note of / }).waitFor();
      await page.keyboard.type('Canary of a note');
      await page.keyboard.press('Tab');
      await desk.reads('Canary of a note');
      await page.keyboard.press('Control+4');
      await outline.firstLine.waitFor();
      await outline.write([
        'A day a week that is mine',
        '  Fridays off',
        '    Agreed',
        '      Write to my boss',
        '      Count the hours',
      ]);
      await outline.toggle('Write to my boss');
      await outline.toggle('Count the hours');

      const report = new Report(page);
      await report.open();
      expect(await barriers(page), 'a report').toEqual([]);
      await report.dialog.getByLabel('Name').fill('Sam');
      await report.tick('Count the hours');
      await expect.poll(() => report.shown()).toContain('Hello Sam,');
      const shown = await report.shown();
      expect(shown).toContain('Write to my boss');
      expect(shown).not.toContain('Count the hours');
      await report.dialog.getByLabel('Greeting').fill('Dear Sam, this is how it went:');
      await expect.poll(() => report.shown()).toContain('Dear Sam, this is how it went:');

      home.answer(join(home.path, 'week.pdf'));
      await report.press('Save as PDF');
      await frame.notice.getByText('Saved week.pdf.').waitFor();
      const pdf = readFileSync(join(home.path, 'week.pdf'));
      expect(pagesOf(pdf)).toBe(1);
      home.answer(join(home.path, 'week.png'));
      await report.press('Save as PNG');
      await frame.notice.getByText('Saved week.png.').waitFor();
      const png = readFileSync(join(home.path, 'week.png'));
      const seen = await readPng(page, png);
      expect(seen.width).toBe(sizeOf(png)[0]);
      expect(seen.colours, 'letters on paper').toBeGreaterThan(20);
      home.answer(join(home.path, 'week.md'));
      await report.press('Save as Markdown');
      await frame.notice.getByText('Saved week.md.').waitFor();
      const markdown = readFileSync(join(home.path, 'week.md'), 'utf8');
      await report.press('Copy as text');
      await report.dialog.getByText('Copied: paste it').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());

      expect(markdown).toMatch(/^# Leave the office\n\nDear Sam, this is how it went:\n/);
      expect(copied).toMatch(/^Dear Sam, this is how it went:\nThis was my week/);
      for (const words of [linesOf(pdf).join('\n'), markdown, copied]) {
        expect(words).toContain('Dear Sam, this is how it went:');
        expect(words).toContain('This was my week with “Leave the office”');
        expect(words).toMatch(/Done:?\n+[–-]\s+Write to my boss/);
        expect(words).not.toMatch(/Count the hours|canary|555/i);
      }

      // What was left out for one reader stays out for them, and another has their own choice.
      await page.keyboard.press('Escape');
      await app.stop();
      await app.run();
      await page.reload();
      await outline.row('Write to my boss').waitFor();
      await report.open();
      await expect.poll(() => report.shown()).toContain('Dear Sam, this is how it went:');
      expect(await report.shown()).not.toContain('Count the hours');
      await report.press('For me');
      await expect.poll(() => report.shown()).toContain('Count the hours');
      await report.press('The month');
      await expect
        .poll(async () => (await report.shown()).join(' '))
        .toContain('This was my month with');
      await page.setViewportSize({ width: 640, height: 800 });
      expect(await barriers(page), 'a narrow one').toEqual([]);
    },
    180_000,
  );
});
