import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { item, planned } from '../house/vault';
import { ownPlan } from '../pages/hands';

/** The steps of a big goal, as they stand in an article that somebody reads. */
const ARTICLE = `
  • Start writing for 10 minutes every day or write a certain number of words every day 

  • Put together a manuscript/draft

  • Find an editor and begin the revision process 

  • Decide between traditional publishing or self-publishing

  • Design the cover

  • Etc. etc. 

`;

const [WRITING, DRAFT, EDITOR, DECIDE, COVER, ETC] = ARTICLE.split('\n')
  .map((line) => line.replace('•', '').trim())
  .filter((line) => line !== '') as [string, string, string, string, string, string];

const WISH = ['A book with my name on it', '  Publish a book'];
const PASTED = [
  'vision: A book with my name on it',
  '  goal: Publish a book',
  `    milestone: ${WRITING}`,
  `    milestone: ${DRAFT}`,
  `    milestone: ${EDITOR}`,
  `    milestone: ${DECIDE}`,
  `    milestone: ${COVER}`,
  `    milestone: ${ETC}`,
];
const WORKED_THROUGH = [
  'vision: A book with my name on it',
  '  goal: Publish a book',
  `    step: ${WRITING} ✓`,
  `    milestone: ${DRAFT}`,
  '      step: Print what is there',
  `    step: ${EDITOR}`,
  `    decision: ${DECIDE}`,
  `    step: ${COVER}`,
];

describe('the list of an article becomes a plan', () => {
  journey('by keyboard', async ({ app, window }) => {
    const { page, outline } = await ownPlan(window.page, WISH);
    await outline.paste(ARTICLE);
    await expect.poll(outline.active.bind(outline)).toBe(WRITING);
    await outline.press(...Array<string>(5).fill('Shift+ArrowDown'), 'Tab');
    await expect.poll(() => planned(app)).toEqual(PASTED);

    await outline.press('Control+Alt+4');
    await expect.poll(async () => (await item(app, COVER)).kind).toBe('step');
    await outline.press('Home', ...Array<string>(3).fill('ArrowDown'), 'Control+Alt+3');
    await outline.press('Control+Enter');
    await page.keyboard.type('Print what is there');
    await outline.press('Escape', 'ArrowDown', 'ArrowDown', 'Control+Alt+5', 'End', 'Delete');
    await outline.press('Home', 'ArrowDown', 'ArrowDown', 'Space');
    await expect.poll(() => planned(app)).toEqual(WORKED_THROUGH);

    await outline.press('ArrowDown', 'Control+Alt+f');
    const branch = [`milestone: ${DRAFT}`, '  step: Print what is there'];
    await expect.poll(() => outline.rows()).toEqual(branch);
    await outline.press('Escape', 'Control+f');
    await page.keyboard.type('editor');
    await page.getByText('1 line found').first().waitFor();
    const found = [
      'vision: A book with my name on it',
      '  goal: Publish a book',
      `    step: ${EDITOR}`,
    ];
    await expect.poll(() => outline.rows()).toEqual(found);
    await outline.press('Escape');
    await expect.poll(() => outline.rows()).toEqual(WORKED_THROUGH);
  });

  journey('by mouse', async ({ app, window }) => {
    const { page, outline, filter, frame, details } = await ownPlan(window.page, WISH);
    await outline.pick('Publish a book');
    await outline.paste(ARTICLE);
    await outline.row(ETC).waitFor();
    await outline.pick(WRITING);
    await outline.pick(ETC, ['Shift']);
    await outline.drag(WRITING, 'Publish a book', 1);
    await expect.poll(() => planned(app)).toEqual(PASTED);

    await outline.choose(WRITING, 'Kind', 'Step');
    await expect.poll(async () => (await item(app, COVER)).kind).toBe('step');
    await outline.pick(DRAFT);
    await details.choose('Kind: Step', 'Milestone');
    await outline.choose(DRAFT, 'New line inside');
    await page.keyboard.type('Print what is there');
    await outline.choose(DECIDE, 'Kind', 'Decision');
    await outline.choose(ETC, 'Delete');
    await page.getByText(`“${ETC}” is in the trash`).waitFor();
    await frame.undoNotice();
    await outline.row(ETC).waitFor();
    await outline.choose(ETC, 'Delete');
    await outline.toggle(WRITING);
    await expect.poll(() => planned(app)).toEqual(WORKED_THROUGH);

    await outline.choose(DRAFT, 'Focus on this');
    const branch = [`milestone: ${DRAFT}`, '  step: Print what is there'];
    await expect.poll(() => outline.rows()).toEqual(branch);
    await page.getByRole('main').getByRole('button', { name: 'Show the whole plan' }).click();
    await expect.poll(() => outline.rows()).toEqual(WORKED_THROUGH);
    await page.getByRole('button', { name: 'Filter' }).click();
    await filter.choose('Kind', 'Decision');
    await page.getByText('1 line found').first().waitFor();
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.poll(() => outline.rows()).toEqual(WORKED_THROUGH);
  });

  journey('and goes out again as Markdown that comes back the same', async ({ app, window }) => {
    const { page, outline, details } = await ownPlan(window.page, ['The cover']);
    await outline.paste(
      '- [ ] Photograph ten covers (due 2031-05-01) (takes 90 min) #design\n  > In the rain.\n- [x] Ask Per',
    );
    await outline.row('Ask Per').waitFor();
    await outline.pick('Photograph ten covers');
    await outline.press('Shift+ArrowDown', 'Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(
      '- [ ] Photograph ten covers (due 2031-05-01) (takes 90 min) #design\n  > In the rain.\n- [x] Ask Per',
    );
    await outline.press('Control+x');
    await expect.poll(() => planned(app)).toEqual(['vision: The cover']);
    await outline.pick('The cover');
    await outline.press('Control+v');
    const all = ['vision: The cover', 'step: Photograph ten covers', 'step: Ask Per ✓'];
    await expect.poll(() => planned(app)).toEqual(all);
    await outline.pick('Photograph ten covers');
    expect(await details.field('When').inputValue()).toContain('2031');
    expect((await item(app, 'Photograph ten covers')).notes).toBe('In the rain.');
  });
});
