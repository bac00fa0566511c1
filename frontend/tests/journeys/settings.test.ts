import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { ownPlan, samplePlan } from '../pages/hands';
import { Settings } from '../pages/settings';

/** How light the page is: 0 to 255. */
async function lightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = getComputedStyle(document.body).backgroundColor;
    pen.fillRect(0, 0, 1, 1);
    return pen.getImageData(0, 0, 1, 1).data[0]!;
  });
}

/** The buttons and fields that lie outside of the window, or so far out that nothing scrolls to them. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lost: string[] = [];
    for (const control of document.querySelectorAll<HTMLElement>(
      'button, input, textarea, [role=treeitem]',
    )) {
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const box = control.getBoundingClientRect();
      const inside =
        box.left >= -1 && box.right <= innerWidth + 1 && box.top < innerHeight && box.bottom > 0;
      if (!inside) lost.push(control.getAttribute('aria-label') ?? control.innerText);
    }
    return lost;
  });
}

describe('the look of the window', () => {
  journey('is set at once, and still so after a restart', async ({ app, window }) => {
    const { page } = await ownPlan(window.page, ['A boat']);
    const settings = new Settings(page);
    expect(await settings.theme).toBe('light');
    const day = await lightness(page);
    await settings.open();
    await settings.look('Dark');
    expect(await settings.theme).toBe('dark');
    expect(await lightness(page)).toBeLessThan(day - 150);
    await settings.spelling.uncheck();
    await settings.close();
    await page.keyboard.press('Control++');
    await expect.poll(() => settings.zoom).toBe(110);
    await expect.poll(() => app.home.remembers('"zoom": 110')).toBe(true);

    await window.leave();
    await app.kill();
    await app.run();
    await window.enter();
    await page.getByRole('tree').waitFor();
    expect(await settings.theme).toBe('dark');
    expect(await settings.zoom).toBe(110);
    await settings.open();
    expect(await settings.spelling.isChecked()).toBe(false);
    expect(await page.locator('html').getAttribute('spellcheck')).toBe('false');
  });

  journey('follows the system while it is open, until it is told otherwise', async ({ window }) => {
    const { page } = await ownPlan(window.page, []);
    const settings = new Settings(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => settings.theme).toBe('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => settings.theme).toBe('light');
    await settings.open();
    await settings.look('Light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await settings.look('As the system');
    await expect.poll(() => settings.theme).toBe('dark');
    await settings.look('Light');
    await expect.poll(() => settings.theme).toBe('light');
  });

  journey('is there before the first plan too', async ({ window }) => {
    const settings = new Settings(window.page);
    await window.page.getByRole('heading', { level: 1 }).waitFor();
    await settings.open();
    await settings.look('Dark');
    await settings.close();
    expect(await settings.theme).toBe('dark');
    await window.page.keyboard.press('Control+-');
    await expect.poll(() => settings.zoom).toBe(90);
  });
});

describe('the size of text', () => {
  journey('goes up and down by key and wheel, and back', async ({ window }) => {
    const { page } = await ownPlan(window.page, ['A boat']);
    const settings = new Settings(page);
    await page.keyboard.press('Control++');
    await page.keyboard.press('Control+=');
    await expect.poll(() => settings.zoom).toBe(125);
    await page.keyboard.press('Control+-');
    await expect.poll(() => settings.zoom).toBe(110);
    await page.keyboard.down('Control');
    await page.mouse.move(600, 400);
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await expect.poll(() => settings.zoom).toBe(125);
    await page.keyboard.press('Control+0');
    await expect.poll(() => settings.zoom).toBe(100);
  });

  journey('at 200 % leaves everything within reach, in the settings too', async ({ window }) => {
    const { page, outline } = await samplePlan(window.page);
    const settings = new Settings(page);
    await settings.open();
    while ((await settings.zoom) < 200)
      await settings.dialog.getByRole('button', { name: 'Larger text' }).click();
    expect(await outOfReach(page)).toEqual([]);
    await settings.close();
    await outline.pick('Finish a manuscript I would sign');
    expect(await outOfReach(page)).toEqual([]);
    await page.keyboard.press('Control+i');
    expect(await outOfReach(page)).toEqual([]);
  });
});

journey('nothing moves when the system asks for stillness', async ({ window }) => {
  const { page } = await samplePlan(window.page);
  await new Settings(page).open();
  const still = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    return [style.getPropertyValue('--m-fast'), style.getPropertyValue('--m-move')];
  });
  expect(still).toEqual(['0s', '0s']);
  expect(
    await page.evaluate(
      () => document.getAnimations().filter((one) => one.playState === 'running').length,
    ),
  ).toBe(0);
});
