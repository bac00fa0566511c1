import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { item, planned, vault } from '../house/vault';
import { hands, ownPlan, samplePlan, sitBeside } from '../pages/hands';

const GARDEN = [
  'A garden that feeds four',
  '  Vegetables from May to October',
  '    The beds are dug',
  '      Ask Rosa for her rotavator',
  '      Measure the sunny corner',
  '        Borrow a long tape',
  '        Draw it on squared paper',
  '      Dig the first bed',
  '    Seeds in the ground',
  '      Order seeds for ten kinds',
  '      Sow the broad beans',
  '      Sow the carrots',
  '  Fruit in five years',
  '    Three trees planted',
  '      Choose kinds that like clay',
  '      Dig three holes',
  '    A hedge of currants',
  '      Take cuttings at my aunt’s',
  '  A bench in the shade',
  '    Find two old planks',
];

const KINDS = ['vision', 'goal', 'milestone', 'step', 'step'];
const IN_FULL = GARDEN.map((line) => {
  const words = line.trimStart();
  const indent = line.slice(0, line.length - words.length);
  return `${indent}${KINDS[indent.length / 2]!}: ${words}`;
});

describe('from the first start to a plan', () => {
  journey(
    'twenty lines by keyboard, undone, redone, and there after a restart',
    async ({ app, window }) => {
      const { outline, frame } = await ownPlan(window.page, GARDEN);
      await expect.poll(() => planned(app)).toEqual(IN_FULL);
      expect(await outline.rows()).toEqual(IN_FULL);

      await outline.press(...GARDEN.map(() => 'Control+z'));
      await expect.poll(() => planned(app)).toEqual([]);
      await outline.press('Control+z');
      await expect.poll(async () => (await vault(app)).plans).toEqual([]);
      await expect.poll(() => frame.undo.isDisabled()).toBe(true);
      await outline.press('Control+Shift+z', ...GARDEN.map(() => 'Control+Shift+z'));
      await expect.poll(() => planned(app)).toEqual(IN_FULL);
      await expect.poll(() => outline.rows()).toEqual(IN_FULL);
      expect(await frame.redo.isDisabled()).toBe(true);

      await window.leave();
      await app.stop();
      await app.run();
      await window.enter();
      await expect.poll(() => outline.rows()).toEqual(IN_FULL);
      await frame.undo.click();
      await expect.poll(() => planned(app)).toEqual(IN_FULL.slice(0, -1));
    },
  );

  journey('the same by mouse: buttons, menus, and the way back', async ({ app, window }) => {
    const { page, start, outline, frame } = hands(window.page);
    expect(await start.sentence).toBe('Small stones show the way.');
    await start.begin('My business');
    await outline.firstLine.click();
    await page.keyboard.type('A bakery on the corner');
    await page.locator('main .hint').click();
    await outline.choose('A bakery on the corner', 'New line inside');
    await page.keyboard.type('Forty loaves a day');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.keyboard.type('Somebody to bake with');
    await outline.leave();
    await outline.choose('Somebody to bake with', 'Move out one level');
    await outline.choose('Somebody to bake with', 'Move in one level');
    await outline.choose('Forty loaves a day', 'New line below');
    await page.keyboard.type('An oven');
    await outline.leave();
    await outline.choose('An oven', 'Move down');
    const all = [
      'vision: A bakery on the corner',
      '  goal: Forty loaves a day',
      '  goal: Somebody to bake with',
      '  goal: An oven',
    ];
    await expect.poll(() => planned(app)).toEqual(all);

    // An empty line says what it is to be; a step goes into the goal before it.
    await outline.choose('An oven', 'New line below');
    expect(await outline.kindOfNew()).toBe('Goal');
    await outline.makeNew('Milestone');
    await outline.makeNew('Goal');
    await outline.makeNew('Step');
    await page.keyboard.type('Ask the potter for hers');
    // What is written already can still become something else.
    await expect.poll(() => planned(app)).toContain('    step: Ask the potter for hers');
    await outline.makeNew('Decision');
    await expect.poll(() => planned(app)).toContain('    decision: Ask the potter for hers');
    await outline.makeNew('Step');
    await outline.leave();
    all.push('    step: Ask the potter for hers');
    await expect.poll(() => planned(app)).toEqual(all);
    expect(await outline.rows()).toEqual(all);

    // Each press waits for what the one before it did: every step here changes the plan.
    const press = async (button: Locator) => {
      const before = await planned(app);
      await button.click();
      await expect.poll(() => planned(app)).not.toEqual(before);
    };
    for (let back = 0; back < 3; back++) await press(frame.undo);
    for (let on = 0; on < 3; on++) await press(frame.redo);
    await expect.poll(() => frame.redo.isDisabled()).toBe(true);
    await expect.poll(() => planned(app)).toEqual(all);
  });

  journey('a hand that rests in the middle of a title stays in it', async ({ app, window }) => {
    const { page, outline } = await ownPlan(window.page, ['A boat', '  The hull']);
    await outline.press('Enter');
    await page.keyboard.type('She');
    await expect.poll(async () => (await planned(app)).at(-1)).toBe('  goal: She');
    await page.keyboard.type(' floats');
    await expect.poll(async () => (await planned(app)).at(-1)).toBe('  goal: She floats');
    await outline.press('Enter');
    await page.keyboard.type('And sails');
    await outline.press('Escape');
    await expect.poll(async () => (await planned(app)).at(-1)).toBe('  goal: And sails');
  });

  journey('what was typed is there after the battery falls out', async ({ app, window }) => {
    const { outline } = await ownPlan(window.page, ['A boat', '  The hull is tight']);
    await outline.press('Enter');
    await window.page.keyboard.type('She floats');
    const all = ['vision: A boat', '  goal: The hull is tight', '  goal: She floats'];
    await expect.poll(() => planned(app)).toEqual(all);
    await app.kill();
    await app.run();
    expect(await planned(app)).toEqual(all);
    await window.enter();
    await expect.poll(() => outline.rows()).toEqual(all);
  });

  journey(
    'the sample plan is complete, and everything about it can be taken back',
    async ({ app, window }) => {
      const { page, outline, frame } = await samplePlan(window.page);
      await page.getByText('4 goals · 43 steps · 23 done').waitFor();
      expect((await item(app, 'Be known to a hundred readers')).draft).toBe(true);
      await outline.toggle('Read chapters 1 to 11 aloud and mark the dull pages');
      await page.getByText('4 goals · 43 steps · 24 done').waitFor();
      await frame.undo.click();
      await page.getByText('4 goals · 43 steps · 23 done').waitFor();
    },
  );

  journey('a second plan, another name, another client', async ({ app, window }) => {
    const { page, outline, frame } = await ownPlan(window.page, ['A boat']);
    await frame.choosePlan('New plan…');
    await page.getByRole('textbox', { name: 'Name' }).fill('Winter');
    await page.getByRole('button', { name: 'My family' }).click();
    await page.getByRole('button', { name: 'Make the plan' }).click();
    await outline.firstLine.fill('Skating before breakfast');
    await outline.firstLine.press('Enter');
    await outline.press('Escape');
    await expect.poll(() => planned(app)).toEqual(['vision: Skating before breakfast']);
    await frame.choosePlan('Rename this plan…');
    await page.getByRole('textbox', { name: 'Name' }).fill('A long winter');
    await page.getByRole('textbox', { name: 'Name' }).press('Enter');
    await page.getByRole('tree', { name: 'A long winter' }).waitFor();
    await frame.choosePlan('My plan');
    await expect.poll(() => outline.rows()).toEqual(['vision: A boat']);
    await sitBeside(page);
    await frame.choosePlan('New client…');
    await page.getByRole('textbox', { name: 'Their name' }).fill('Ada');
    await page.getByRole('textbox', { name: 'Their name' }).press('Enter');
    await expect.poll(() => planned(app)).toEqual([]);
    await expect.poll(() => page.getByText('A boat').count()).toBe(0);
  });
});
