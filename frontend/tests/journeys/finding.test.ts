import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { folded, item, planned } from '../house/vault';
import { ownPlan, samplePlan } from '../pages/hands';

describe('finding one’s way in a plan', () => {
  journey(
    'filters by words, kind, state, tag and draft, and Esc shows all again',
    async ({ window }) => {
      const { page, outline, filter } = await samplePlan(window.page);
      const all = (await outline.rows()).length;
      await outline.press('Control+f');
      await page.keyboard.type('PER');
      await outline.row('Interview Uncle Per about the ferry strike').waitFor();
      expect(await outline.row('Design').count()).toBe(0);

      await page.keyboard.press('Escape');
      await outline.press('Control+f');
      const choose = async (list: string, option: string): Promise<string[]> => {
        await filter.choose(list, option);
        await page
          .getByText(/lines? found/)
          .first()
          .waitFor();
        return outline.rows();
      };
      expect(await choose('Kind', 'Decision')).toContain(
        '    decision: Decide between a publishing house and publishing it myself',
      );
      await filter.choose('Kind', 'Any kind');
      expect(await choose('State', 'Waiting')).toEqual([
        'vision: A book of mine, out in the world',
        '  goal: Finish a manuscript I would sign',
        '    milestone: First draft, 24 chapters',
        '      step: Interview Uncle Per about the ferry strike',
      ]);
      await page.getByText('1 line found').first().waitFor();
      await filter.choose('State', 'Any state');
      const letters = await choose('Tag', 'letters');
      expect(letters).toContain('      step: Ask at the art school who likes to draw ships');
      expect(letters.join()).not.toContain('Sketch the ferry');
      await filter.choose('Tag', 'Any tag');
      await page.getByRole('button', { name: 'Drafts' }).click();
      await expect
        .poll(() => outline.rows())
        .toEqual([
          'vision: A book of mine, out in the world',
          '  goal: Be known to a hundred readers',
        ]);
      await page.keyboard.press('Escape');
      await expect.poll(async () => (await outline.rows()).length).toBe(all);
    },
  );

  journey(
    'takes into the filter what is typed at once, also in a view that has just opened',
    async ({ window }) => {
      const { page, outline, board, frame } = await samplePlan(window.page);
      const haste = async (words: string): Promise<void> => {
        const field = page.getByRole('searchbox', { name: 'Find in titles' });
        await page.keyboard.press('Control+f');
        await page.keyboard.type(words);
        await expect.poll(() => field.inputValue()).toBe(words);
        await page.keyboard.press('Escape');
        await field.waitFor({ state: 'detached' });
      };
      await haste('letter');
      expect(await outline.active()).toBe('A book of mine, out in the world');
      await frame.open('Board');
      await haste('chapter');
      await board.card('Write chapter 12, the crossing').waitFor();
      await frame.open('Outline');
      await haste('letter');
      expect(await outline.active()).toBe('A book of mine, out in the world');
    },
  );

  journey('says when nothing answers', async ({ window }) => {
    const { page, outline } = await samplePlan(window.page);
    await outline.press('Control+f');
    await page.keyboard.type('zeppelin');
    await page.getByText('Nothing in this plan answers that.').waitFor();
    expect(await outline.rows()).toEqual([]);
  });

  journey('shows what is in focus alone, and the way back', async ({ window }) => {
    const { outline, frame } = await samplePlan(window.page);
    await outline.pick('A writing habit that holds');
    await outline.press('Control+Alt+f');
    await expect
      .poll(async () => (await outline.rows())[0])
      .toBe('milestone: A writing habit that holds');
    expect((await outline.rows()).length).toBe(5);
    await frame.focus.getByRole('button', { name: 'Finish a manuscript I would sign' }).click();
    await expect
      .poll(async () => (await outline.rows())[0])
      .toBe('goal: Finish a manuscript I would sign');
    await outline.press('Escape');
    await expect
      .poll(async () => (await outline.rows())[0])
      .toBe('vision: A book of mine, out in the world');
  });

  journey('says which goals have no steps yet, until they have one', async ({ window }) => {
    const { page, outline } = await samplePlan(window.page);
    await outline.pick('Finish a manuscript I would sign');
    await outline.press('Control+.');
    await outline.press('ArrowRight');
    const goal = outline.row('Be known to a hundred readers');
    await goal.getByText('no steps yet').waitFor();
    expect(await page.getByText('no steps yet').count()).toBe(1);
    await outline.pick('Be known to a hundred readers');
    await outline.press('Control+Enter');
    await page.keyboard.type('Ask the bookshop for an evening');
    await outline.press('Control+Alt+4', 'Escape');
    await expect.poll(() => page.getByText('no steps yet').count()).toBe(0);
  });

  journey(
    'arrows walk and fold, and the fold is there after a restart',
    async ({ app, window }) => {
      const { outline } = await ownPlan(window.page, [
        'A boat',
        '  The hull',
        '    Sand it',
        '  The sail',
      ]);
      await outline.press('Home', 'ArrowDown', 'ArrowLeft');
      const shut = ['vision: A boat', '  goal: The hull', '  goal: The sail'];
      await expect.poll(() => outline.rows()).toEqual(shut);
      await outline.press('ArrowDown');
      expect(await outline.active()).toBe('The sail');
      await outline.press('ArrowUp', 'ArrowLeft', 'ArrowUp', 'ArrowDown');
      expect(await outline.active()).toBe('The hull');
      await expect.poll(() => folded(window.page, app)).toContain((await item(app, 'The hull')).id);
      await window.leave();
      await app.kill();
      await app.run();
      await window.enter();
      await expect.poll(() => outline.rows()).toEqual(shut);
      await outline.pick('The hull');
      await outline.press('ArrowRight');
      await expect.poll(() => outline.rows()).toEqual(await planned(app));
    },
  );
});
