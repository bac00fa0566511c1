import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { vault } from '../house/vault';
import { ownPlan } from '../pages/hands';
import { VisionBoard } from '../pages/vision';

/** So many photographs of 12 megapixels come at once; PHOTOS asks for another number. */
const COUNT = Number(process.env['PHOTOS'] ?? 5);
/** While they come, a frame of the board may take no longer, in ms. */
const STUCK = 500;

describe('many photographs at once', () => {
  journey('come in behind what one does, and can be stopped', async ({ app, home, window }) => {
    const { page, palette } = await ownPlan(window.page, ['I sail']);
    const folder = join(home.path, 'holiday');
    mkdirSync(folder);
    for (let i = 0; i < COUNT; i++)
      writeFileSync(join(folder, `${String(i).padStart(2, '0')}.jpg`), await photo(page, i));
    const vision = new VisionBoard(page);
    await vision.open();
    await vision.put('n');
    await vision.write('My own boat');

    const progress = page.getByRole('region', { name: 'Pictures on their way in' });
    const bring = async () => {
      home.answer(folder);
      await palette.ask('Choose a folder of pictures');
      await page.keyboard.press('Enter');
      await progress.waitFor();
    };
    const pieces = async (kind: string) =>
      (await vault(app)).pieces.filter((one) => one.kind === kind);

    await bring();
    await progress.getByRole('button', { name: 'Stop' }).click();
    await progress.waitFor({ state: 'detached' });
    expect(await pieces('picture')).toEqual([]);

    await bring();
    const frames = page.evaluate(worst);
    await page.keyboard.press('Home');
    for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
    await progress.waitFor({ state: 'detached', timeout: 110_000 });
    await page.evaluate(() => ((globalThis as { seenEnough?: boolean }).seenEnough = true));
    const slowest = await frames;
    if (COUNT > 5)
      process.stdout.write(`the slowest frame took ${String(Math.round(slowest))} ms\n`);
    expect(slowest).toBeLessThan(STUCK);
    await expect.poll(async () => (await pieces('picture')).length).toBe(COUNT);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await pieces('picture')).length).toBe(0);
  });
});

/** A photograph of 4,000 by 3,000 pixels, another one for each number. */
async function photo(page: Page, number: number): Promise<Buffer> {
  const data = await page.evaluate(async (number) => {
    const canvas = new OffscreenCanvas(4000, 3000);
    const context = canvas.getContext('2d')!;
    context.fillStyle = `hsl(${String(number * 37)} 60% 60%)`;
    context.fillRect(0, 0, 4000, 3000);
    for (let i = 0; i < 4000; i++) {
      context.fillStyle = `hsl(${String(i * 13)} 50% ${String(i % 90)}%)`;
      context.fillRect((i * 997) % 4000, (i * 661) % 3000, 40, 30);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 30_000)
      text += String.fromCharCode(...bytes.subarray(at, at + 30_000));
    return btoa(text);
  }, number);
  return Buffer.from(data, 'base64');
}

/** The longest that a frame of the page takes until it is told to stop, in ms. */
function worst(): Promise<number> {
  const here = globalThis as { seenEnough?: boolean };
  return new Promise((told) => {
    let [most, last] = [0, performance.now()];
    const next = (now: number) => {
      [most, last] = [Math.max(most, now - last), now];
      if (here.seenEnough) told(most);
      else requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}
