import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { item, vault } from '../house/vault';
import { ownPlan, samplePlan } from '../pages/hands';

describe('the details of an item', () => {
  journey(
    'why and what of a vision, done-when of a milestone, dates, estimates, tags',
    async ({ app, window }) => {
      const { page, outline, details } = await ownPlan(window.page, [
        'A boat',
        '  The hull',
        '    Sanded',
        '      Buy paper',
      ]);
      await outline.pick('A boat');
      await details.write('Why', 'The sea is close.');
      await details.write('What', 'She lies at the pier, and she is mine.');
      await outline.pick('Sanded');
      await details.write('Done when', 'No splinter in my palm.');
      await outline.pick('Buy paper');
      await details.write('When', '13 March 2031');
      await details.write('Takes', '1 h 30');
      await details.tag('shopping');
      await details.state('Waiting');
      await details.write('Notes', '# Grit\n\n- 80\n- **120**');
      await details.panel.getByRole('heading', { name: 'Grit' }).waitFor();
      await expect.poll(async () => (await item(app, 'Buy paper')).notes).toContain('120');

      const boat = await item(app, 'A boat');
      expect([boat.why, boat.what]).toEqual([
        'The sea is close.',
        'She lies at the pier, and she is mine.',
      ]);
      expect((await item(app, 'Sanded')).doneWhen).toBe('No splinter in my palm.');
      const paper = await item(app, 'Buy paper');
      expect([paper.due, paper.estimateMin, paper.state]).toEqual(['2031-03-13', 90, 'waiting']);
      const { tags } = await vault(app);
      expect(paper.tagIds).toEqual(tags.map((tag) => tag.id));
      await outline.row('Buy paper').getByText('#shopping').waitFor();
      await outline.row('Buy paper').getByText('waiting').waitFor();

      await details.write('When', 'the day before never');
      await page.getByText('Write a day such as').waitFor();
      expect((await item(app, 'Buy paper')).due).toBe('2031-03-13');
      await page.keyboard.press('Escape');
      await details.field('When').focus();
      await page.keyboard.press('Escape');
      await outline.pick('A boat');
      expect(await details.field('Why').inputValue()).toBe('The sea is close.');
    },
  );

  journey('stand on what they serve, and lead there', async ({ window }) => {
    const { outline, details } = await samplePlan(window.page);
    await outline.pick('Write chapter 12, the crossing');
    for (const below of [
      'First draft, 24 chapters',
      'Finish a manuscript I would sign',
      'A book of mine, out in the world',
    ]) {
      await details.panel.getByText(below).first().waitFor();
    }
    await details.panel.getByRole('button', { name: /First draft, 24 chapters/ }).click();
    await expect.poll(() => details.field('Title').inputValue()).toBe('First draft, 24 chapters');
  });

  journey('a step is made smaller by ten minutes of it', async ({ app, window }) => {
    const { page, outline, details } = await samplePlan(window.page);
    await outline.pick('Draft a one-page outline of part three');
    await details.panel.getByRole('button', { name: 'Make it smaller' }).click();
    await page
      .getByRole('textbox', { name: 'What could you do about it in ten minutes?' })
      .fill('Write down three scenes');
    await page.keyboard.press('Enter');
    await outline.row('Write down three scenes').waitFor();
    const smaller = await item(app, 'Write down three scenes');
    expect([smaller.kind, smaller.estimateMin]).toEqual(['step', 10]);
  });
});
