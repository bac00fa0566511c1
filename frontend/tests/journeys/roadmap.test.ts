import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { pagesOf, sizeOf, textsOf } from '../house/picturefiles';
import { KEY, WebKit } from '../house/webdriver';
import { ownPlan, samplePlan } from '../pages/hands';
import { Roadmap } from '../pages/roadmap';

/** Sheets across at 300 points to the inch. */
const A4 = [3508, 2480];
const A3 = [4961, 3508];

describe('the roadmap', () => {
  journey('is opened by keyboard, and saved as PDF, PNG and SVG', async ({ home, window }) => {
    const { page, frame, outline } = await samplePlan(window.page);
    await outline.pick('Finish a manuscript I would sign');
    const roadmap = new Roadmap(page, home);
    await roadmap.open();
    expect(await barriers(page), 'roadmap').toEqual([]);
    const list = await roadmap.dialog.locator('li').allTextContents();
    expect(list.some((line) => line.includes('Finish a manuscript I would sign'))).toBe(true);

    for (const [format, ending] of [
      ['PDF', 'pdf'],
      ['PNG', 'png'],
      ['SVG', 'svg'],
    ] as const) {
      await roadmap.save(format, join(home.path, 'road'));
      await frame.notice.getByText(`The roadmap is saved as road.${ending}.`).waitFor();
    }
    expect(pagesOf(readFileSync(join(home.path, 'road.pdf')))).toBe(1);
    // With the year behind it the plan asks for the larger sheet.
    expect(sizeOf(readFileSync(join(home.path, 'road.png')))).toEqual(A3);
    const svg = readFileSync(join(home.path, 'road.svg'), 'utf8');
    const said = await textsOf(page, svg);
    for (const words of ['Publish a book', 'Finish a manuscript I would sign', 'No date yet'])
      expect(said).toContain(words);
    expect(svg).not.toMatch(/(?:href|src)="http/);
    await frame.take('Show in folder');
    await expect.poll(() => home.opened).toEqual([home.path]);

    await roadmap.save('PDF', join(home.path, 'no', 'such', 'folder.pdf'));
    await frame.notice.getByText('could not be written there').waitFor();
    await page.getByRole('button', { name: 'In full size' }).press('Enter');
    expect(await barriers(page), 'in full size').toEqual([]);
    await page.keyboard.press('Escape');
    await roadmap.dialog.waitFor({ state: 'detached' });
  });

  journey('of an empty plan says what would make one', async ({ window }) => {
    const { page, palette } = await ownPlan(window.page, []);
    await palette.ask('> Roadmap');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Roadmap' });
    await dialog.getByText('Write down a vision').waitFor();
    expect(await barriers(page), 'empty').toEqual([]);
  });

  journey(
    'is drawn and saved in WebKitGTK, the engine of the window on Linux',
    async ({ home, app }) => {
      const webkit = await WebKit.open(home);
      try {
        await webkit.visit(app.url);
        await webkit.button('Me');
        await webkit.until("return document.activeElement?.matches('[data-first]')");
        await webkit.type('Ein Boot 🛶 für Ada');
        await webkit.press(KEY.enter);
        await webkit.press(KEY.escape);
        await webkit.press(KEY.control, 'k');
        await webkit.until("return document.activeElement?.matches('[role=combobox]')");
        await webkit.type('> Roadmap');
        await webkit.press(KEY.enter);
        await webkit.until("return document.querySelector('[role=dialog] svg[role=img]') !== null");
        for (const [format, ending] of [
          ['PDF', 'pdf'],
          ['PNG', 'png'],
          ['SVG', 'svg'],
        ] as const) {
          const path = join(home.path, 'boot.' + ending);
          home.answer(path);
          await webkit.button(`Save as ${format}`);
          await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true);
        }
        expect(pagesOf(readFileSync(join(home.path, 'boot.pdf')))).toBe(1);
        expect(sizeOf(readFileSync(join(home.path, 'boot.png')))).toEqual(A4);
        expect(readFileSync(join(home.path, 'boot.svg'), 'utf8')).toContain('Ein Boot');
      } finally {
        await webkit.close();
      }
    },
  );
});
