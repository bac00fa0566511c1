import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { planned, vault } from '../house/vault';
import { hands } from '../pages/hands';

const SUBJECTS = ['Me', 'My career', 'My business', 'My family', 'My pet', 'Something else'];
const SAMPLES = ['Publish a book', 'A career change', 'A calmer dog'];

/** How many px of the first start lie outside the window, below and beside. */
function outside(page: Page): Promise<{ below: number; beside: number }> {
  return page.locator('main').evaluate((main) => ({
    below: main.scrollHeight - main.clientHeight,
    beside: Math.max(main.scrollWidth - main.clientWidth, document.body.scrollWidth - innerWidth),
  }));
}

/** The buttons whose words are cut off or run out of them. */
async function cut(page: Page): Promise<string[]> {
  return page
    .locator('main button')
    .evaluateAll((all) =>
      all
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent.trim()),
    );
}

describe('the first start', () => {
  journey('asks once for all it begins with, before its script does', async ({ window }) => {
    await hands(window.page).start.sentence;
    const asked = await window.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    expect(asked.filter((path) => path.startsWith('/begin'))).toEqual(['/begin.js', '/begin.json']);
  });

  journey('fits into the window, and into a small one with a way down', async ({ window }) => {
    const { page, start } = hands(window.page);
    await start.sentence;
    expect(await outside(page)).toEqual({ below: 0, beside: 0 });
    for (const [width, height, size] of [
      [1024, 700, 100],
      [640, 700, 100],
      [1280, 800, 200],
      [640, 700, 200],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.evaluate((percent) => {
        document.documentElement.style.fontSize = `${String(percent)}%`;
      }, size);
      const where = `${String(width)} wide, text at ${String(size)} %`;
      expect((await outside(page)).beside, where).toBe(0);
      expect(await cut(page), where).toEqual([]);
      const buttons = await page.locator('main').getByRole('button').all();
      expect(buttons.length, where).toBe(SUBJECTS.length + SAMPLES.length + 1);
      for (const button of buttons) await button.scrollIntoViewIfNeeded();
    }
  });

  journey('leads to a plan by keyboard alone', async ({ app, window }) => {
    const { page, outline } = hands(window.page);
    const pet = page.getByRole('button', { name: 'My pet' });
    await pet.waitFor();
    await reach(page, pet);
    await page.keyboard.press('Enter');
    await outline.firstLine.waitFor();
    await page.keyboard.type('A calm visit to the vet');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => planned(app)).toEqual(['vision: A calm visit to the vet']);
    expect((await vault(app)).plans.map(({ name, subject }) => [name, subject])).toEqual([
      ['My pet', 'pet'],
    ]);
  });

  journey('opens a sample by its picture, and the others beside it', async ({ app, window }) => {
    const { page, start, frame } = hands(window.page);
    await start.openSample('A calmer dog');
    await page.getByText('5 goals · 41 steps · 21 done').waitFor();
    await frame.choosePlan('New plan…');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'A career change' }).click();
    await page.getByText('5 goals · 42 steps · 22 done').waitFor();
    const plans = async () =>
      (await vault(app)).plans.map(({ name, subject }) => `${name}, ${subject}`);
    expect(await plans()).toEqual(['A calmer dog, pet', 'A career change, career']);
    await frame.undo.click();
    await page.getByRole('tree', { name: 'A calmer dog' }).waitFor();
    expect(await plans()).toEqual(['A calmer dog, pet']);
  });
});

describe('the words follow what a plan is about', () => {
  journey('from its first line on, and when that changes', async ({ app, window }) => {
    const { page, start, outline, frame, details } = hands(window.page);
    await start.begin('My pet');
    await outline.firstLine.waitFor();
    const [sentence, example] = await outline.question();
    expect(sentence).toMatch(/animal/);
    expect(example).toMatch(/vet/);
    const compass = page.getByRole('textbox', { name: 'The vision of this plan' });
    expect(await compass.getAttribute('placeholder')).toMatch(/with your animal/);

    await outline.firstLine.fill('Otto sleeps through the storm');
    await outline.firstLine.press('Enter');
    await outline.press('Escape');
    await outline.pick('Otto sleeps through the storm');
    await expect
      .poll(() => details.field('Why').getAttribute('placeholder'))
      .toMatch(/for your animal/);

    await frame.choosePlan('Rename this plan…');
    await page.getByRole('dialog').getByRole('button', { name: 'My family' }).click();
    await page.getByRole('button', { name: 'Keep this' }).click();
    await expect.poll(() => details.field('Why').getAttribute('placeholder')).toMatch(/all of you/);
    expect((await vault(app)).plans.map(({ name, subject }) => [name, subject])).toEqual([
      ['My pet', 'family'],
    ]);
    await frame.undo.click();
    await expect
      .poll(() => details.field('Why').getAttribute('placeholder'))
      .toMatch(/for your animal/);
  });

  journey('for each of the six', async ({ app, window }) => {
    const { page, start, outline, frame } = hands(window.page);
    const said: string[] = [];
    for (const [i, subject] of SUBJECTS.entries()) {
      if (i === 0) await start.begin(subject);
      else {
        await frame.choosePlan('New plan…');
        await page.getByRole('dialog').getByRole('button', { name: subject, exact: true }).click();
        await page.getByRole('button', { name: 'Make the plan' }).click();
      }
      await expect.poll(async () => (await vault(app)).plans.length).toBe(i + 1);
      await expect.poll(async () => said.includes((await outline.question()).join())).toBe(false);
      const words = (await outline.question()).join();
      if (subject !== 'My career') expect(words, subject).not.toMatch(/career|\bjob|\bwork\b/i);
      said.push(words);
    }
    expect(new Set(said).size).toBe(SUBJECTS.length);
    const names = (await vault(app)).plans.map(({ name }) => name);
    expect(names).toEqual(['My plan', ...SUBJECTS.slice(1, -1), 'A plan']);
  });
});

/** Walks with Tab until the focus stands on it. */
async function reach(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 20; step++) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}
