import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { pagesOf, photoOf, sizeOf } from '../house/picturefiles';
import { KEY, WebKit } from '../house/webdriver';
import { samplePlan } from '../pages/hands';
import { VisionBoard } from '../pages/vision';

/** To draw and to pack fifty million points takes a while. */
const LONG = { timeout: 60_000 };

describe('a vision board as a poster', () => {
  journey('is as large as it says: on the screen, in 8K, and on A2', async ({ home, window }) => {
    const { page, frame } = await samplePlan(window.page);
    const vision = new VisionBoard(page);
    await vision.open();
    await vision.openPoster();
    expect(await barriers(page), 'the board as a poster').toEqual([]);
    const saved = async (size: string, name: string) => {
      await vision.savePoster(size, home, join(home.path, name));
      await frame.notice.getByText(`The poster is saved as ${name}.`).waitFor(LONG);
      return readFileSync(join(home.path, name));
    };

    const screen = await page.evaluate(() => [
      globalThis.screen.width * devicePixelRatio,
      globalThis.screen.height * devicePixelRatio,
    ]);
    expect(sizeOf(await saved('Screen', 'screen.png'))).toEqual(screen.map(Math.round));
    const large = await saved('8K', 'large.png');
    expect(Math.max(...sizeOf(large))).toBe(7680);
    expect(large.length, 'a board full of pictures').toBeGreaterThan(2_000_000);

    const paper = await saved('A2', 'paper.pdf');
    expect(pagesOf(paper)).toBe(1);
    const { page: points, photo } = photoOf(paper);
    expect([...points].sort((a, b) => a - b)).toEqual([1190.55, 1683.78]); // 420 by 594 mm
    expect([...photo].sort((a, b) => a - b)).toEqual([3307, 4677]); // 200 points to the inch
    expect(points[0] > points[1]).toBe(photo[0] > photo[1]);
  });

  journey('is refused in one sentence when the engine cannot draw it', async ({ home, window }) => {
    const { page } = await samplePlan(window.page);
    const vision = new VisionBoard(page);
    await vision.open();
    await vision.openPoster();
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.toBlob = (done) => done(null);
    });
    const path = join(home.path, 'large.png');
    await vision.savePoster('8K', home, path);
    await vision.poster.getByText('This computer has no room to draw a poster').waitFor(LONG);
    expect(existsSync(path)).toBe(false);
  });

  journey(
    'is drawn in 8K by WebKitGTK, the engine of the window on Linux, too',
    async ({ home, app }) => {
      const webkit = await WebKit.open(home);
      try {
        await webkit.sample(app.url);
        await webkit.press(KEY.control, '1');
        await webkit.until("return document.querySelector('[data-piece]') !== null");
        await webkit.press(KEY.control, 'k');
        await webkit.until("return document.activeElement?.matches('[role=combobox]')");
        await webkit.type('> Save the board as a poster');
        await webkit.press(KEY.enter);
        await webkit.until("return document.querySelector('[role=dialog] canvas') !== null");
        for (const [size, name] of [
          ['8K', 'large.png'],
          ['A2', 'paper.pdf'],
        ] as const) {
          const path = join(home.path, name);
          home.answer(path);
          await webkit.button(size);
          await webkit.button('Save the poster');
          await expect.poll(() => existsSync(path), LONG).toBe(true);
        }
        expect(Math.max(...sizeOf(readFileSync(join(home.path, 'large.png'))))).toBe(7680);
        expect(Math.max(...photoOf(readFileSync(join(home.path, 'paper.pdf'))).photo)).toBe(4677);
      } finally {
        await webkit.close();
      }
    },
  );
});
