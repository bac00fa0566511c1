import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { item, place } from '../house/vault';
import { ownPlan, samplePlan } from '../pages/hands';

const GOAL = 'Finish a manuscript I would sign';
const STEP = 'Write chapter 12, the crossing';
const VISION = 'A book of mine, out in the world';

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
  });
});
