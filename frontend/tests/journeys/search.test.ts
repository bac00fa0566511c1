import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { samplePlan } from '../pages/hands';
import { Search } from '../pages/search';

const STEP = 'Interview Uncle Per about the ferry strike';
/** Whose notes tell of engines and shores. */
const VISION = 'A book of mine, out in the world';

describe('all that is written is searched', () => {
  journey('by keyboard alone, in another plan, and one is there', async ({ window }) => {
    const { page, outline, palette } = await samplePlan(window.page);
    const search = new Search(page);
    await palette.ask('add sample calmer dog');
    await page.keyboard.press('Enter');
    await page.getByRole('tree', { name: 'A calmer dog' }).waitFor();
    await search.ask('engines shores');
    await expect.poll(() => search.found).toEqual([VISION]);
    expect(await search.count.innerText()).toBe('1 found');
    expect(await search.heads).toContain('In notes');
    await page.keyboard.press('Enter');
    await page.getByRole('tree', { name: 'Publish a book' }).waitFor();
    await expect.poll(() => outline.active()).toBe(VISION);
  });

  journey('an edit and its undo change what is found', async ({ window }) => {
    const { page, outline } = await samplePlan(window.page);
    const search = new Search(page);
    await search.ask('ferry strike uncle');
    await expect.poll(() => search.found).toEqual([STEP]);
    await page.keyboard.press('Enter');
    await expect.poll(() => outline.active()).toBe(STEP);
    await outline.press('Delete');
    await expect.poll(() => search.count.innerText()).toBe('Nothing answers that.');
    await search.side.getByRole('button', { name: 'Look in the trash' }).click();
    await expect.poll(() => search.found).toEqual([STEP]);
    await search.ask('ferry strike uncle');
    await page.keyboard.press('Control+z');
    await expect.poll(() => search.found).toEqual([STEP]);
  });

  journey('conditions narrow it, and are offered', async ({ window }) => {
    const { page } = await samplePlan(window.page);
    const search = new Search(page);
    await search.ask('kind:vis');
    await search.side.getByRole('option', { name: 'kind:vision' }).waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => search.field.inputValue()).toBe('kind:vision ');
    await expect.poll(() => search.found).not.toEqual([]);
    const visions = await search.found;
    await search.ask('kind:goal');
    await expect.poll(() => search.found).not.toEqual(visions);
  });

  journey('the palette leads to it with the words', async ({ window }) => {
    const { page, palette } = await samplePlan(window.page);
    const search = new Search(page);
    await palette.ask('ferry');
    await palette.line('Search everything for “ferry”').click();
    await expect.poll(() => search.field.inputValue()).toBe('ferry');
    await expect.poll(() => search.found).toContain(STEP);
  });

  journey('axe finds nothing, empty, full and with nothing found', async ({ window }) => {
    const { page } = await samplePlan(window.page);
    const search = new Search(page);
    for (const words of ['', 'the', 'nowhere kind:goal']) {
      await search.ask(words || ' ');
      if (words) await search.count.getByText(/found|answers/).waitFor();
      expect(await barriers(page)).toEqual([]);
    }
  });
});
