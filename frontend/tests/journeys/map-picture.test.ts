import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { pagesOf, sizeOf, textsOf } from '../house/picturefiles';
import { KEY, WebKit } from '../house/webdriver';
import { ownPlan, samplePlan } from '../pages/hands';
import { MindMap } from '../pages/map';
import { MapPicture } from '../pages/mappicture';

const FORMATS = [
  ['PDF', 'pdf'],
  ['PNG', 'png'],
  ['SVG', 'svg'],
] as const;

describe('the map as a picture', () => {
  journey('is saved as PDF, PNG and SVG, as one sees it and unfolded', async ({ home, window }) => {
    const { page, frame } = await samplePlan(window.page);
    await new MindMap(page).open();
    await page.keyboard.press('Control+Shift+1');
    const picture = new MapPicture(page, home);
    await picture.open();
    expect(await barriers(page), 'map as a picture').toEqual([]);

    for (const [format, ending] of FORMATS) {
      await picture.save(format, join(home.path, 'map'));
      await frame.notice.getByText(`The map is saved as map.${ending}.`).waitFor();
    }
    expect(pagesOf(readFileSync(join(home.path, 'map.pdf')))).toBe(1);
    const [width, height] = sizeOf(readFileSync(join(home.path, 'map.png')));
    const folded = readFileSync(join(home.path, 'map.svg'), 'utf8');
    const said = await textsOf(page, folded);
    expect(said).toContain('Find the book a home');
    expect(said).not.toContain('Write both futures down, one page each');
    expect(folded).not.toMatch(/(?:href|src)="http/);

    await picture.draw('The whole plan unfolded');
    await picture.save('SVG', join(home.path, 'all'));
    await frame.notice.getByText('The map is saved as all.svg.').waitFor();
    const all = await textsOf(page, readFileSync(join(home.path, 'all.svg'), 'utf8'));
    expect(all).toContain('Write both futures down, one page each');
    await picture.save('PNG', join(home.path, 'all'));
    await frame.notice.getByText('The map is saved as all.png.').waitFor();
    const large = sizeOf(readFileSync(join(home.path, 'all.png')));
    expect(large[0]).toBeGreaterThan(width);
    expect(large[1]).toBeGreaterThan(height);
    await page.keyboard.press('Escape');
    await picture.dialog.waitFor({ state: 'detached' });
  });

  journey(
    'is found where one changes how the map is shown, and shows the branch in focus',
    async ({ home, window }) => {
      const { page, frame } = await ownPlan(window.page, [
        'I play the cello',
        '  Play in a quartet',
        '    Ask Ada for a lesson',
        '  Hear more music',
      ]);
      const map = new MindMap(page);
      await map.open();
      await page.keyboard.press('Control+Shift+0');
      await map.node('Play in a quartet').click();
      await page.getByRole('button', { name: 'Focus on this' }).click();
      await map.node('Hear more music').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Save the map as a picture' }).click();
      const picture = new MapPicture(page, home);
      await picture.picture.waitFor();
      await picture.save('SVG', join(home.path, 'branch'));
      await frame.notice.getByText('The map is saved as branch.svg.').waitFor();
      const said = await textsOf(page, readFileSync(join(home.path, 'branch.svg'), 'utf8'));
      expect(said).toContain('Ask Ada for a lesson');
      expect(said).not.toContain('Hear more music');
      await picture.draw('The whole plan unfolded');
      await picture.picture.getByText('Hear more music').waitFor();
    },
  );

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
        await webkit.press(KEY.control, '7');
        await webkit.until("return document.querySelector('[data-node]') !== null");
        await webkit.press(KEY.control, 'k');
        await webkit.until("return document.activeElement?.matches('[role=combobox]')");
        await webkit.type('> Save the map');
        await webkit.press(KEY.enter);
        await webkit.until("return document.querySelector('[role=dialog] svg[role=img]') !== null");
        for (const [format, ending] of FORMATS) {
          const path = join(home.path, 'boot.' + ending);
          home.answer(path);
          await webkit.button(`Save as ${format}`);
          await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true);
        }
        expect(pagesOf(readFileSync(join(home.path, 'boot.pdf')))).toBe(1);
        expect(sizeOf(readFileSync(join(home.path, 'boot.png')))[0]).toBeGreaterThan(500);
        expect(readFileSync(join(home.path, 'boot.svg'), 'utf8')).toContain('Ein Boot');
      } finally {
        await webkit.close();
      }
    },
  );
});
