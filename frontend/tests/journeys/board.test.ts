import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { item, place, vault } from '../house/vault';
import { hands, ownPlan, samplePlan, type Hands } from '../pages/hands';
import { Touching } from '../pages/touching';

const HOUSE = [
  'A house that is quiet',
  '  The attic is empty',
  '    By the end of May',
  '      Carry the boxes down',
  '      Sell the piano',
  '  The windows are tight',
  '    Before the winter',
  '      Measure the frames',
];

/** A window on the board of a plan with three steps. */
async function aBoard(page: Hands['page']): Promise<Hands> {
  const all = await ownPlan(page, HOUSE);
  await all.board.open();
  await expect
    .poll(() => all.board.cards('To do'))
    .toEqual(['Carry the boxes down', 'Sell the piano', 'Measure the frames']);
  return all;
}

describe('by keyboard alone', () => {
  journey('from the first start to a card that is done', async ({ app, window }) => {
    const { page, outline, board } = hands(window.page);
    await page.getByRole('button', { name: 'Me', exact: true }).focus();
    await page.keyboard.press('Enter');
    await outline.firstLine.waitFor();
    await page.keyboard.type('A quiet house');
    await board.press('Escape', 'Control+5');
    await board.view.waitFor();
    await page.keyboard.type('Carry the boxes down');
    await board.press('Enter');
    await page.keyboard.type('Sell the piano');
    await board.press('Enter', 'Escape', 'Home');
    await expect
      .poll(() => board.cards('To do'))
      .toEqual(['Carry the boxes down', 'Sell the piano']);
    await board.press('Alt+ArrowRight');
    await expect.poll(() => board.cards('Doing')).toEqual(['Carry the boxes down']);
    await expect.poll(() => board.said()).toBe('Moved to Doing, 1 of 1');
    await board.press('ArrowLeft', 'Space');
    await expect.poll(() => board.cards('Done')).toEqual(['Sell the piano ✓']);
    await expect.poll(async () => (await item(app, 'Sell the piano')).state).toBe('done');
    await expect.poll(async () => (await item(app, 'Carry the boxes down')).state).toBe('doing');
  });

  journey('the menu does what a drag does', async ({ app, window }) => {
    const { page, board } = await aBoard(window.page);
    await board.card('Sell the piano').click();
    await board.press('Shift+F10');
    await page.getByRole('menu').getByText('Move to…').waitFor();
    await board.press('Enter');
    await page.getByRole('menu').getByText('Waiting', { exact: true }).waitFor();
    await board.press('W', 'Enter');
    await expect.poll(() => board.cards('Waiting')).toEqual(['Sell the piano']);
    await expect.poll(async () => (await item(app, 'Sell the piano')).state).toBe('waiting');
  });
});

describe('by hand', () => {
  journey('a mouse drags a card to another column, and Esc lets go', async ({ app, window }) => {
    const { page, board, frame } = await aBoard(window.page);
    await board.drag('Sell the piano', 'Doing', async () => {
      await page.locator('.slot').waitFor();
      await page.locator('.ghost').getByText('Sell the piano').waitFor();
    });
    await expect.poll(() => board.cards('Doing')).toEqual(['Sell the piano']);
    await expect.poll(() => page.locator('.ghost').count()).toBe(0);
    await expect.poll(() => board.said()).toBe('Moved to Doing, 1 of 1');

    await board.drag('Measure the frames', 'Done', () => page.keyboard.press('Escape'));
    expect(await page.locator('.ghost').count()).toBe(0);
    expect(await board.cards('Done')).toEqual([]);
    await frame.undo.click();
    await expect.poll(async () => (await item(app, 'Sell the piano')).state).toBe('todo');
    await expect
      .poll(() => board.cards('To do'))
      .toEqual(['Carry the boxes down', 'Sell the piano', 'Measure the frames']);
  });

  journey('many picked cards go together', async ({ window }) => {
    const { board } = await aBoard(window.page);
    await board.card('Carry the boxes down').click();
    await board.card('Measure the frames').click({ modifiers: ['ControlOrMeta'] });
    await board.drag('Measure the frames', 'Waiting');
    await expect
      .poll(() => board.cards('Waiting'))
      .toEqual(['Carry the boxes down', 'Measure the frames']);
  });

  journey('the menu moves within the column, and adds to it', async ({ window }) => {
    const { board } = await aBoard(window.page);
    await board.choose('Carry the boxes down', 'Move to…', 'Move to the bottom');
    await board.add('To do', 'Ring the scrap dealer');
    await expect
      .poll(() => board.cards('To do'))
      .toEqual([
        'Sell the piano',
        'Measure the frames',
        'Carry the boxes down',
        'Ring the scrap dealer',
      ]);
  });

  journey('a pen drags as a mouse does', async ({ window }) => {
    const { board } = await aBoard(window.page);
    const pen = await Touching.begin(window.page);
    await pen.dragPen(...(await board.dragPoints('Sell the piano', 'Doing')));
    await expect.poll(() => board.cards('Doing')).toEqual(['Sell the piano']);
  });

  journey.extend({ how: { hasTouch: true } })(
    'a finger that rests lifts a card, one that does not scrolls',
    async ({ window }) => {
      const { board } = await aBoard(window.page);
      const finger = await Touching.begin(window.page);
      const points = await board.dragPoints('Sell the piano', 'Doing');
      await finger.swipe(...points);
      expect(await board.cards('Doing')).toEqual([]);
      await finger.dragFinger(...points);
      await expect.poll(() => board.cards('Doing')).toEqual(['Sell the piano']);
    },
  );
});

describe('columns', () => {
  journey(
    'are named, added, ordered, limited and deleted; all of it is kept and can be undone',
    async ({ app, window }) => {
      const { page, board, frame } = await aBoard(window.page);
      await board.chooseColumn('Doing', 'Rename…');
      await page.keyboard.type('In my hands');
      await board.press('Enter');
      await board.chooseColumn('To do', 'Add a column to the right');
      await page.getByRole('textbox', { name: 'Name of the column' }).waitFor();
      await page.keyboard.type('This week');
      await board.press('Enter');
      const all = ['To do', 'This week', 'In my hands', 'Waiting', 'Done'];
      await expect.poll(() => board.columns()).toEqual(all);
      await board.drag('Sell the piano', 'This week');
      await board.chooseColumn('To do', 'Limit…');
      await page.keyboard.type('1');
      await board.press('Enter');
      await board.column('To do').getByText('limit 1').waitFor();
      await board.chooseColumn('This week', 'Move to the left');
      const turned = ['This week', 'To do', 'In my hands', 'Waiting', 'Done'];
      await expect.poll(() => board.columns()).toEqual(turned);

      await app.stop();
      await app.run();
      await page.reload();
      await board.view.waitFor();
      await expect.poll(() => board.columns()).toEqual(turned);
      await expect.poll(() => board.cards('This week')).toEqual(['Sell the piano']);
      await board.column('To do').getByText('limit 1').waitFor();

      await board.chooseColumn('This week', 'Delete the column');
      await expect.poll(async () => (await board.cards('To do')).length).toBe(3);
      await frame.undoNotice();
      await expect.poll(() => board.columns()).toEqual(turned);
      await frame.undo.click();
      await expect.poll(() => board.columns()).toEqual(all);
      const limit = async () => (await vault(app)).columns.find(({ state }) => state === 'todo');
      expect(await limit()).toMatchObject({ limit: 1 });
      await frame.undo.click();
      await expect.poll(limit).toMatchObject({ limit: 0 });
    },
  );

  journey('go where the hand carries their heads', async ({ window }) => {
    const { page, board } = await aBoard(window.page);
    const from = (await board.column('Done').getByRole('heading').boundingBox())!;
    const to = (await board.column('To do').boundingBox())!;
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + 10, from.y + 12, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => board.columns()).toEqual(['Done', 'To do', 'Doing', 'Waiting']);
    await expect.poll(() => board.said()).toBe('Done is column 1 of 4 now');
  });

  journey('that lie beyond a small window fade into its edge', async ({ window }) => {
    const { page, board } = await aBoard(window.page);
    const edge = board.view.locator('.edge');
    expect(await edge.count()).toBe(0);
    await page.setViewportSize({ width: 700, height: 600 });
    await edge.waitFor();
    await board.column('Done').scrollIntoViewIfNeeded();
    await edge.waitFor({ state: 'detached' });
  });
});

describe('what one sees', () => {
  journey('is grouped, filtered and found again after a restart', async ({ app, window }) => {
    const { page, board, filter } = await aBoard(window.page);
    await board.group('goal');
    await board
      .column('To do')
      .getByRole('row', { name: /The attic is empty/ })
      .waitFor();
    await board.drag('Carry the boxes down', 'To do');
    await page.getByText('It stays with its goal.').waitFor();
    await expect
      .poll(() => board.cards('To do'))
      .toEqual(['Sell the piano', 'Carry the boxes down', 'Measure the frames']);
    await board.press('Control+f');
    await page.keyboard.type('frames');
    await expect.poll(() => board.cards('To do')).toEqual(['Measure the frames']);
    await expect.poll(() => board.said()).toBe('1 card found');
    await expect.poll(() => place(page, app, 'board')).toContain('frames');
    await page.reload();
    await board.view.waitFor();
    await expect.poll(() => board.cards('To do')).toEqual(['Measure the frames']);
    await board
      .column('To do')
      .getByRole('row', { name: /The windows are tight/ })
      .waitFor();
    await filter.choose('Goal', 'The attic is empty');
    await expect.poll(() => board.cards('To do')).toEqual([]);
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await board
      .column('To do')
      .getByRole('button', { name: /The attic is empty/ })
      .click();
    await board.chooseOpen('Focus on this');
    await page.getByRole('button', { name: 'Show the whole plan' }).waitFor();
    await expect.poll(() => board.cards('To do')).not.toContain('Measure the frames');
    expect((await vault(app)).items).toHaveLength(8);
  });

  journey(
    'has no barriers, by day and by night, grouped, filtered, written',
    async ({ window }) => {
      const { page, board } = await samplePlan(window.page);
      await board.open();
      await board.card('Write chapter 12, the crossing').click();
      expect(await barriers(page), 'board').toEqual([]);
      await board.press('Control+Shift+g', 'Control+f');
      await page.keyboard.type('letter');
      expect(await barriers(page), 'grouped and filtered').toEqual([]);
      await board.press('Escape', 'n');
      await page.getByRole('textbox', { name: /New step in/ }).waitFor();
      expect(await barriers(page), 'a step is added').toEqual([]);
      await board.press('Escape', 'Shift+F10');
      await page.getByRole('menu').waitFor();
      expect(await barriers(page), 'menu of a card').toEqual([]);
    },
  );

  journey('can be reached in a narrow window with large text', async ({ window }) => {
    const { page, board } = await aBoard(window.page);
    await page.setViewportSize({ width: 720, height: 640 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await board.card('Carry the boxes down').click();
    await board.press('Alt+ArrowRight', 'Alt+ArrowRight', 'Alt+ArrowRight');
    await expect.poll(() => board.cards('Done')).toEqual(['Carry the boxes down ✓']);
    const box = (await board.card('Carry the boxes down').boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(720);
    expect(await barriers(page)).toEqual([]);
  });
});

/** Nearly ten thousand lines, a hundred goals: as many as one paste may bring. */
function tenThousand(): string {
  const lines: string[] = [];
  for (let goal = 1; goal <= 100; goal++) {
    lines.push(`\tGoal ${String(goal)}`, `\t\tPart ${String(goal)}`);
    for (let step = 1; step <= 97; step++) lines.push(`\t\t\tStep ${String(goal)}.${String(step)}`);
  }
  return ['A large plan', ...lines].join('\n');
}

describe('ten thousand cards', () => {
  journey('scroll and move with a window full of them in the page', async ({ app, window }) => {
    const { outline, board } = await ownPlan(window.page, ['A boat']);
    await outline.paste(tenThousand());
    await expect.poll(async () => (await vault(app)).items.length).toBe(9_902);
    await board.open();
    const cards = board.view.locator('[data-card]');
    const few = async (): Promise<void> => {
      await expect.poll(() => cards.count()).toBeGreaterThan(3);
      expect(await cards.count()).toBeLessThan(120);
    };
    await few();
    await board.card('Step 1.1').click();
    await board.press('End');
    await expect.poll(() => board.cards('To do')).toContain('Step 100.97');
    await few();
    await board.press('Alt+ArrowRight');
    await expect.poll(() => board.cards('Doing')).toEqual(['Step 100.97']);
    await expect.poll(() => board.said()).toBe('Moved to Doing, 1 of 1');
    await board.press('Alt+ArrowLeft');
    await expect.poll(() => board.said()).toBe('Moved to To do, 1 of 9,700');
    await few();
  });
});
