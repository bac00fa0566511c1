import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { planned } from '../house/vault';
import { ownPlan, samplePlan } from '../pages/hands';

const STEP = 'Interview Uncle Per about the ferry strike';

describe('from one field', () => {
  journey('one goes to any item, and the keyboard is there', async ({ window }) => {
    const { page, outline, palette } = await samplePlan(window.page);
    await outline.pick('Finish a manuscript I would sign');
    await outline.press('Control+.');
    await palette.ask('ferry strike');
    expect(await palette.on).toBe(STEP);
    await page.keyboard.press('Enter');
    await expect.poll(() => outline.active()).toBe(STEP);
    await outline.press('Space');
    await outline.row(STEP).getByRole('checkbox', { checked: true }).waitFor();
  });

  journey('what the board does not show is shown in the outline', async ({ window }) => {
    const { page, outline, board, palette } = await samplePlan(window.page);
    await board.open();
    await palette.ask('ferry strike');
    await page.keyboard.press('Enter');
    await expect.poll(() => board.active()).toBe(STEP);
    await palette.ask('find the book a home');
    await page.keyboard.press('Enter');
    await expect.poll(() => outline.active()).toBe('Find the book a home');
  });

  journey('one goes to another plan, whose trash tells the two apart', async ({ window }) => {
    const { page, outline, palette, frame } = await samplePlan(window.page);
    await outline.pick(STEP);
    await outline.press('Delete');
    await palette.ask('add sample calmer dog');
    await page.keyboard.press('Enter');
    await page.getByRole('tree', { name: 'A calmer dog' }).waitFor();
    await frame.toggle('Trash');
    await frame.side('Trash').getByText('from Publish a book › ').waitFor();
    await palette.ask('publish a book');
    await expect.poll(() => palette.on).toBe('Publish a book');
    await page.keyboard.press('Enter');
    await page.getByRole('tree', { name: 'Publish a book' }).waitFor();
    await frame.toggle('Trash');
    await frame.side('Trash').getByText('from A book of mine').waitFor();
  });

  journey('no key that is typed in haste goes to the plan', async ({ window }) => {
    const { page, outline, palette } = await samplePlan(window.page);
    await outline.pick(STEP);
    const rows = await outline.rows();
    for (const words of ['ferry', 'agent']) {
      await palette.ask(words);
      await expect.poll(() => palette.field.inputValue()).toBe(words);
      await page.keyboard.press('Escape');
    }
    expect(await outline.rows()).toEqual(rows);
  });

  journey('one does what can be done, by its words in any order', async ({ window }) => {
    const { page, outline, palette, frame } = await samplePlan(window.page);
    await palette.ask('hide trash');
    await page.keyboard.press('Enter');
    await frame.side('Trash').waitFor();
    await palette.ask('> unfold everything');
    await expect.poll(() => palette.on).toBe('Unfold everything');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await outline.rows()).length).toBeGreaterThan(20);
    await palette.ask('rename');
    await palette.line('Rename this plan…').click();
    await page.getByRole('dialog', { name: 'About this plan' }).waitFor();
    await page.keyboard.press('Escape');
    await palette.ask('');
    await expect
      .poll(async () => (await palette.lines).slice(0, 2))
      .toEqual(['Lately', 'Rename this plan…']);
  });

  journey('Tab asks what can be done with an item, Esc leads back', async ({ app, window }) => {
    const { page, outline, palette } = await ownPlan(window.page, [
      'A boat',
      '  The hull',
      '    Sand it',
      '    Paint it',
    ]);
    await palette.ask('paint');
    await expect.poll(() => palette.lines).toContain('Paint it');
    await page.keyboard.press('Tab');
    await expect.poll(() => palette.lines).toContain('Make it a step');
    expect((await palette.lines).slice(0, 2)).toEqual(['Paint it', 'Go there']);
    await page.keyboard.type('make step');
    await expect.poll(() => palette.on).toBe('Make it a step');
    await page.keyboard.press('Escape');
    await expect.poll(() => palette.field.inputValue()).toBe('paint');
    await page.keyboard.press('Tab');
    await page.keyboard.type('make step');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await planned(app))[3]).toBe('    step: Paint it');
    expect(await outline.active()).toBe('Paint it');
  });

  journey('what has no place yet is kept as an idea', async ({ app, window }) => {
    const { page, palette, frame } = await ownPlan(window.page, ['A boat']);
    await palette.ask('Sail to the islands');
    await palette.line('Keep “Sail to the islands” as an idea').click();
    await frame.notice.waitFor();
    await expect.poll(() => planned(app)).toContain('idea: Sail to the islands');
    await frame.undoNotice();
    await expect.poll(() => planned(app)).toEqual(['vision: A boat']);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    expect(await palette.sheet.count()).toBe(0);
  });

  journey('an item of another plan is found, and its plan opened', async ({ window }) => {
    const { page, frame, outline, palette } = await ownPlan(window.page, ['A boat']);
    await frame.choosePlan('New plan…');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Publish a book/ })
      .click();
    await outline.row('A book of mine, out in the world').waitFor();
    await palette.ask('boat');
    await expect.poll(() => palette.lines).toContain('In other plans');
    await palette.line('A boat').click();
    await page.getByRole('tree', { name: 'My plan' }).waitFor();
    await expect.poll(() => outline.active()).toBe('A boat');
  });
});

describe('the sheet of shortcuts', () => {
  journey(
    'opens with F1 and with ?, is searched, and gives the keyboard back',
    async ({ window }) => {
      const { page, outline } = await samplePlan(window.page);
      await outline.pick(STEP);
      await page.keyboard.press('?');
      const sheet = page.getByRole('dialog', { name: 'Shortcuts' });
      await sheet.getByText('Find an item or a command').waitFor();
      await page.keyboard.type('ctrl shift z');
      await expect.poll(() => sheet.locator('dt').allInnerTexts()).toEqual(['Redo']);
      await page.keyboard.press('Escape');
      await expect.poll(() => sheet.count()).toBe(0);
      expect(await outline.active()).toBe(STEP);
      await page.keyboard.press('F1');
      await sheet.getByText('click the stone').waitFor();
    },
  );
});
