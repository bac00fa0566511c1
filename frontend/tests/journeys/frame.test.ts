import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { item, place } from '../house/vault';
import { ownPlan, samplePlan } from '../pages/hands';

const GOAL = 'Finish a manuscript I would sign';
const HABIT = 'A writing habit that holds';
const STEP = 'Write chapter 12, the crossing';
const VISION = 'A book of mine, out in the world';

describe('the views', () => {
  journey(
    'are switched by key and by the rail, and the hand keeps what it holds',
    async ({ window }) => {
      const { page, outline, frame, board } = await samplePlan(window.page);
      await outline.pick(STEP);
      await outline.press('Control+5');
      await frame.area('Board').waitFor();
      expect(await frame.view).toBe('Board');
      await expect.poll(() => board.active()).toBe(STEP);
      await page.keyboard.press('ArrowDown');
      const next = await board.active();
      expect(next).not.toBe(STEP);
      await frame.open('Outline');
      await expect.poll(() => outline.active()).toBe(next);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => outline.active()).not.toBe(next);
      expect(await barriers(page)).toEqual([]);
    },
  );

  journey('are reached with nothing but the keyboard, and so is every part', async ({ window }) => {
    const { outline, frame, details } = await samplePlan(window.page);
    await outline.pick(STEP);
    const inside = (part: Locator) => part.locator(':focus').count();
    await outline.press('F6');
    await expect.poll(() => inside(details.panel)).toBe(1);
    await outline.press('F6');
    await expect.poll(() => inside(frame.rail)).toBe(1);
    await outline.press('Tab', 'Enter');
    await frame.area('Board').waitFor();
    await expect.poll(() => inside(frame.area('Board'))).toBe(1);
    await outline.press('Shift+F6', 'Shift+Tab', 'Enter');
    await frame.area('Outline').waitFor();
    await expect.poll(() => inside(frame.area('Outline'))).toBe(1);
  });

  journey('are the first thing that Tab leads past', async ({ window }) => {
    const { page, frame } = await samplePlan(window.page);
    await frame.rail.getByRole('button').first().focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => frame.area('Outline').locator(':focus').count()).toBe(1);
  });

  journey('stay in reach in a narrow window and with large text', async ({ window }) => {
    const { page, frame, details } = await samplePlan(window.page);
    await page.setViewportSize({ width: 640, height: 480 });
    for (const size of ['100%', '200%']) {
      await page.evaluate((to) => (document.documentElement.style.fontSize = to), size);
      await frame.open('Board');
      await frame.area('Board').waitFor();
      await frame.open('Outline');
      await frame.area('Outline').waitFor();
      await frame.toggle('Trash');
      await frame.side('Trash').waitFor();
      expect(await barriers(page), size).toEqual([]);
      await frame.toggle('Details');
      await details.panel.waitFor();
      await details.panel.getByRole('button', { name: 'Outline' }).click();
      await details.panel.waitFor({ state: 'detached' });
      await frame.toggle('Details');
      await details.panel.waitFor();
      await frame.open('Outline');
      await details.panel.waitFor({ state: 'detached' });
    }
  });
});

describe('the compass line', () => {
  journey('says the vision that the hand stands on, and leads to it', async ({ window }) => {
    const { outline, frame, details } = await samplePlan(window.page);
    await outline.pick(STEP);
    await expect
      .poll(() => frame.compass.innerText())
      .toContain('My book is on the shelf of the shop where I used to hide from the rain.');
    await frame.compass.click();
    await expect.poll(() => details.field('Title').inputValue()).toBe(VISION);
  });

  journey('asks a plan without a vision for one', async ({ window }) => {
    const { page, outline, frame } = await ownPlan(window.page, ['Sand the hull']);
    await outline.press('Control+Alt+4');
    const ask = page.getByRole('textbox', { name: 'The vision of this plan' });
    await ask.fill('She lies at the pier');
    await ask.press('Enter');
    await expect.poll(() => frame.compass.innerText()).toContain('She lies at the pier');
    await expect.poll(() => outline.rows()).toContain('vision: She lies at the pier');
  });

  journey('answers why one is doing this', async ({ window }) => {
    const { page, outline, details } = await samplePlan(window.page);
    await outline.pick(STEP);
    await outline.press('Control+Shift+y');
    const why = page.getByRole('dialog', { name: 'Why am I doing this?' });
    await why.getByText('Because somebody should write down that night').waitFor();
    expect(await barriers(page)).toEqual([]);
    await why.getByRole('button', { name: GOAL }).click();
    await expect.poll(() => details.field('Title').inputValue()).toBe(GOAL);
    await why.waitFor({ state: 'hidden' });
  });
});

describe('focus', () => {
  journey('shows one goal, calms the rail, and Esc leads back', async ({ window }) => {
    const { page, outline, frame } = await samplePlan(window.page);
    await outline.choose(GOAL, 'Focus on this');
    await expect.poll(async () => (await outline.rows())[0]).toBe(`goal: ${GOAL}`);
    await frame.focus.getByText(GOAL).waitFor();
    expect(await barriers(page)).toEqual([]);
    await outline.press('Escape');
    await expect.poll(async () => (await outline.rows())[0]).toBe(`vision: ${VISION}`);
    expect(await outline.active()).toBe(GOAL);
    await frame.focus.waitFor({ state: 'detached' });
  });

  journey('holds for every view', async ({ window }) => {
    const { page, outline, frame, board } = await samplePlan(window.page);
    await outline.choose(HABIT, 'Focus on this');
    await outline.press('Control+5');
    await page.getByRole('heading', { name: HABIT, level: 2 }).first().waitFor();
    await board.view.getByText('4 cards', { exact: true }).waitFor();
    await board.card('Write for 10 minutes every day').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await frame.focus.waitFor({ state: 'detached' });
  });

  journey('is there again after a restart, as everything else', async ({ app, window }) => {
    const { outline, frame } = await samplePlan(window.page);
    await outline.pick(GOAL);
    await outline.press('Control+Alt+f');
    await frame.focus.waitFor();
    await frame.toggle('Ideas');
    await outline.pick(STEP);
    await expect
      .poll(() => place(window.page, app, 'outline'))
      .toContain((await item(app, STEP)).id);
    await window.leave();
    await app.kill();
    await app.run();
    await window.enter();
    await frame.focus.getByText(GOAL).waitFor();
    await frame.side('Ideas').waitFor();
    await expect.poll(() => outline.active()).toBe(STEP);
    await frame.open('Board');
    await expect.poll(() => place(window.page, app, 'frame')).toContain('"view":"board"');
    await window.leave();
    await app.kill();
    await app.run();
    await window.enter();
    await frame.area('Board').waitFor();
  });
});
