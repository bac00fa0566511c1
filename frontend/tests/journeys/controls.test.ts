import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { samplePlan, type Hands } from '../pages/hands';

const STEP = 'Write chapter 12, the crossing';

/** Notes whatever the policy of the page refuses from now on. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.push(`${event.violatedDirective} ${event.sourceFile ?? ''}`),
    );
  });
  return () => page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);
}

/** Each control that lies over the page: how it is opened, and by what one sees that it is. */
const LAYERS: [string, (hands: Hands) => Promise<void>][] = [
  ['menu', async ({ outline }) => outline.press('Shift+F10')],
  [
    'menu',
    async ({ frame }) => {
      await frame.page.getByRole('button', { name: /^Plans/ }).click();
    },
  ],
  ['dialog', async ({ page }) => page.getByRole('button', { name: 'Pick a day' }).click()],
  ['dialog', async ({ page }) => page.getByRole('button', { name: 'Waits for…' }).click()],
  ['dialog', async ({ page }) => page.keyboard.press('Control+k')],
  ['dialog', async ({ page }) => page.keyboard.press('F1')],
];

describe('what lies over the page', () => {
  journey('keeps to the policy, closes on Esc and gives the focus back', async ({ window }) => {
    const hands = await samplePlan(window.page);
    const { page, outline } = hands;
    await outline.pick(STEP);
    const refused = await watchPolicy(page);
    for (const [role, open] of LAYERS) {
      await open(hands);
      const layer = page.locator(`[role=${role}][data-where=apart]`);
      await layer.waitFor();
      expect(await layer.evaluate((box) => box.contains(document.activeElement))).toBe(true);
      const box = (await layer.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(800);
      await page.keyboard.press('Escape');
      await layer.waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    }
    expect(await refused()).toEqual([]);
    expect(await page.locator('body').getAttribute('style')).toBeNull();
  });

  journey('a menu walks, jumps by letters and opens the next', async ({ window }) => {
    const { page, outline } = await samplePlan(window.page);
    const on = () => page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
    await outline.pick(STEP);
    await outline.press('Shift+F10');
    await expect.poll(on).toMatch(/^New line below/);
    await outline.press('k');
    await expect.poll(on).toMatch(/^Kind/);
    await outline.press('ArrowRight');
    await page.getByRole('menuitemradio', { name: 'Step', checked: true }).waitFor();
    await expect.poll(on).toMatch(/^Step/);
    await outline.press('ArrowLeft');
    await expect.poll(on).toMatch(/^Kind/);
    await outline.press('End');
    await expect.poll(on).toMatch(/^Delete/);
    await outline.press('ArrowDown');
    await expect.poll(on).toMatch(/^New line below/);
    await outline.press('Escape');
    await expect.poll(() => outline.active()).toBe(STEP);
    expect(await page.getByRole('menu').count()).toBe(0);
  });

  journey('a press elsewhere closes a menu, and one on its button too', async ({ window }) => {
    const { page, outline } = await samplePlan(window.page);
    const plans = page.getByRole('button', { name: /^Plans/ });
    await plans.click();
    await page.getByRole('menu').waitFor();
    await plans.click();
    await expect.poll(() => page.getByRole('menu').count()).toBe(0);
    await plans.click();
    await page.getByRole('menu').waitFor();
    await outline.leave();
    await expect.poll(() => page.getByRole('menu').count()).toBe(0);
    await plans.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
  });

  journey('and one on a button that makes room for a field', async ({ window }) => {
    const { page, board } = await samplePlan(window.page);
    await board.open();
    await page.getByRole('button', { name: 'More about the column Done' }).click();
    await page.getByRole('menu').waitFor();
    await board.column('Doing').getByRole('button', { name: 'Add a step' }).click();
    await page.keyboard.type('Ring Per');
    await expect.poll(() => page.getByRole('menu').count()).toBe(0);
    expect(await page.locator(':focus').inputValue()).toBe('Ring Per');
  });
});

describe('a tooltip', () => {
  journey('says the name and the keys of an icon, to pointer and keyboard', async ({ window }) => {
    const { page, frame } = await samplePlan(window.page);
    const tip = page.getByRole('tooltip');
    const trash = frame.rail.getByRole('button', { name: 'Trash' });
    await trash.hover();
    await expect.poll(() => tip.innerText()).toMatch(/^Show or hide the trash\s+Ctrl Shift J$/);
    await page.mouse.move(5, 400);
    await expect.poll(() => tip.count()).toBe(0);
    await frame.undo.focus();
    await page.keyboard.press('Tab');
    await expect.poll(() => tip.count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => tip.count()).toBe(0);
  });

  journey.extend({ how: { hasTouch: true } })('never comes for a finger', async ({ window }) => {
    const { page, frame } = await samplePlan(window.page);
    await frame.rail.getByRole('button', { name: 'Trash' }).tap();
    await frame.side('Trash').waitFor();
    expect(await page.getByRole('tooltip').count()).toBe(0);
  });
});
