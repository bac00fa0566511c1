import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { item, planned } from '../house/vault';
import { ownPlan, samplePlan } from '../pages/hands';

describe('the ideas tray', () => {
  journey('catches thoughts and gives them a place', async ({ app, window }) => {
    const { page, frame } = await ownPlan(window.page, ['A boat', '  The hull']);
    await frame.toggle('Ideas');
    const tray = frame.side('Ideas');
    await tray.getByRole('textbox', { name: 'New idea' }).fill('Paint her green');
    await page.keyboard.press('Enter');
    await tray.getByRole('textbox', { name: 'New idea' }).fill('Sail to the islands');
    await page.keyboard.press('Enter');
    await expect.poll(() => tray.getByRole('listitem').count()).toBe(2);

    const first = tray.getByRole('listitem').first();
    const title = await first.getByRole('textbox').inputValue();
    await first.getByRole('button', { name: 'Place this idea' }).click();
    await page.getByRole('menu').getByText('Make it a goal of the plan').click();
    await expect.poll(async () => (await item(app, title)).kind).toBe('goal');
    await expect.poll(() => tray.getByRole('listitem').count()).toBe(1);

    await tray.getByRole('button', { name: 'Place this idea' }).click();
    await page.getByRole('menu').getByText('Move to…').click();
    await page.getByRole('combobox', { name: 'Find an item' }).fill('hull');
    await page.keyboard.press('Enter');
    await page.getByText('Moved to “The hull”.').waitFor();
    await expect.poll(() => tray.getByRole('listitem').count()).toBe(0);
    await frame.undoNotice();
    await expect.poll(() => tray.getByRole('listitem').count()).toBe(1);
  });

  journey('of the sample holds what stands nowhere in the outline', async ({ window }) => {
    const { outline, frame } = await samplePlan(window.page);
    await frame.toggle('Ideas');
    const tray = frame.side('Ideas');
    await expect.poll(() => tray.getByRole('listitem').count()).toBe(4);
    expect(await outline.row('A map of the crossing inside the cover').count()).toBe(0);
  });
});

describe('the trash', () => {
  journey('holds a deleted branch, and puts it back where it was', async ({ app, window }) => {
    const lines = ['A boat', '  The hull', '    Sand it', '    Paint it', '  The sail'];
    const { page, outline, frame } = await ownPlan(window.page, lines);
    await expect.poll(async () => (await planned(app)).length).toBe(5);
    const before = await planned(app);
    await outline.pick('The hull');
    await outline.press('Delete');
    await page.getByText('3 lines are in the trash').waitFor();
    await expect.poll(() => planned(app)).toEqual([before[0], before[4]]);

    await window.leave();
    await app.kill();
    await app.run();
    await window.enter();
    await frame.toggle('Trash');
    const trash = frame.side('Trash');
    await trash.getByText('from A boat').waitFor();
    await trash.getByText('3 items').waitFor();
    await trash.getByText('30 days left').waitFor();
    await trash.getByRole('button', { name: 'Put back “The hull”' }).click();
    await expect.poll(() => planned(app)).toEqual(before);
    await page.getByText('Nothing here.').waitFor();
    await expect.poll(() => outline.rows()).toEqual(before);
  });

  journey('is one step from undo, as every deletion is', async ({ app, window }) => {
    const { outline, frame } = await ownPlan(window.page, ['A boat', '  The hull', '  The sail']);
    await expect.poll(async () => (await planned(app)).length).toBe(3);
    const before = await planned(app);
    await outline.pick('The hull');
    await outline.pick('The sail', ['Shift']);
    await outline.press('Delete');
    await expect.poll(async () => (await planned(app)).length).toBe(1);
    expect(await frame.undo.getAttribute('aria-label')).toBe('Undo: Delete 2 items');
    await frame.undoNotice();
    await expect.poll(() => planned(app)).toEqual(before);
  });
});
