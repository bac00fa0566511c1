import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import type { Changes } from '../../src/plan/types';
import type { App } from '../house/app';
import { call, item, place } from '../house/vault';
import { ownPlan, samplePlan } from '../pages/hands';

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

/** Names somebody who does a step, as the details do. */
async function names(page: Page, app: App, step: string, name: string): Promise<void> {
  const { id } = await item(app, step);
  const said = { id: '', itemId: id, kind: 'part', body: { part: 'does' }, name, edit: '' };
  await call(page, 'Aspects', 'Set', said);
}

describe('a card says', () => {
  journey('what it waits for and what it comes after', async ({ app, window }) => {
    const { page, board } = await ownPlan(window.page, HOUSE);
    const [sell, carry] = [
      await item(app, 'Sell the piano'),
      await item(app, 'Carry the boxes down'),
    ];
    await call(page, 'Items', 'SetState', [sell.id], 'waiting');
    const body = { who: 'Ada', since: '2026-03-03' };
    const wait = { id: '', itemId: sell.id, kind: 'wait', body, edit: '' };
    await call(page, 'Aspects', 'Set', wait);
    await call(page, 'Items', 'AddLink', { from: sell.id, to: carry.id, kind: 'after' });
    await page.reload();
    await board.open();
    await board.card('Sell the piano').getByText('waiting for Ada since 3 Mar').waitFor();
    await board.card('Sell the piano').getByText('after: Carry the boxes down').waitFor();
    expect(await barriers(page), 'cards with facts').toEqual([]);
    await board.card('Carry the boxes down').click();
    await board.press('Space');
    await board
      .card('Sell the piano')
      .getByText('after: Carry the boxes down')
      .waitFor({ state: 'detached' });
  });
});

describe('cards in lanes', () => {
  journey(
    'of people are kept over a restart, and every lane has its command',
    async ({ app, window }) => {
      const { page, board, palette } = await ownPlan(window.page, HOUSE);
      await names(page, app, 'Sell the piano', 'Ada');
      await page.reload();
      await board.open();
      await board.group('person');
      const heads = () =>
        board.column('To do').getByRole('rowheader').locator('.words').allInnerTexts();
      await expect.poll(heads).toEqual(['Ada', 'Nobody named']);
      expect(await barriers(page), 'grouped by person').toEqual([]);
      await board.card('Sell the piano').click();
      await board.press('Alt+ArrowRight');
      await expect.poll(() => board.cards('Doing')).toEqual(['Sell the piano']);
      await expect.poll(heads).toEqual(['Nobody named']);
      await expect.poll(() => place(page, app, 'board')).toContain('person');
      await page.reload();
      await expect.poll(heads).toEqual(['Nobody named']);
      await palette.ask('group the cards by life area');
      await page.keyboard.press('Enter');
      await expect.poll(heads).toEqual(['Without a life area']);
    },
  );
});

describe('what is folded', () => {
  journey('a column is a strip that takes cards, by hand and by key', async ({ app, window }) => {
    const { page, board } = await ownPlan(window.page, HOUSE);
    await board.open();
    await board.chooseColumn('Doing', 'Fold');
    await board.strip('Doing').waitFor();
    await expect.poll(() => board.said()).toBe('Doing is folded');
    expect(await barriers(page), 'a folded column').toEqual([]);
    const [from] = await board.dragPoints('Sell the piano', 'To do');
    const to = (await board.strip('Doing').boundingBox())!;
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await page.mouse.up();
    await expect.poll(async () => (await item(app, 'Sell the piano')).state).toBe('doing');
    await board
      .strip('Doing')
      .and(page.getByLabel('Doing, 1 card', { exact: true }))
      .waitFor();
    await board.card('Measure the frames').click();
    await board.press('Alt+ArrowRight');
    await expect.poll(async () => (await item(app, 'Measure the frames')).state).toBe('doing');
    await board.press('Alt+ArrowRight');
    await expect.poll(() => board.cards('Waiting')).toEqual(['Measure the frames']);
    await expect.poll(() => place(page, app, 'board')).toMatch(/"folded":\["/);
    await page.reload();
    await board.strip('Doing').click();
    await expect.poll(() => board.cards('Doing')).toEqual(['Sell the piano']);
    await page.keyboard.press('f');
    await board.strip('Doing').waitFor();
  });

  journey('what was done earlier lies at the end of what is done', async ({ window }) => {
    const { page, board, palette } = await samplePlan(window.page);
    await board.open();
    const more = board.column('Done').getByRole('button', { name: /done earlier/ });
    await more.waitFor();
    const few = (await board.cards('Done')).length;
    await more.click();
    await board
      .column('Done')
      .getByRole('row', { name: /Done earlier/ })
      .waitFor();
    await expect.poll(async () => (await board.cards('Done')).length).toBeGreaterThan(few);
    expect(await barriers(page), 'what was done earlier').toEqual([]);
    await palette.ask('what was done earlier');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await board.cards('Done')).length).toBe(few);
  });
});

describe('a kept filter', () => {
  journey('is named once, a press away, and a command', async ({ app, window }) => {
    const { page, board, palette } = await ownPlan(window.page, HOUSE);
    await board.open();
    await board.press('Control+f');
    await page.keyboard.type('frames');
    await page.getByRole('button', { name: 'Keep this filter…' }).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Windows');
    await page.keyboard.press('Enter');
    await board.kept('Windows').waitFor();
    expect(await barriers(page), 'a kept filter').toEqual([]);
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.poll(async () => (await board.cards('To do')).length).toBe(3);
    await expect.poll(() => place(page, app, 'board')).toContain('"filter":{"text":""');
    await page.reload();
    await board.kept('Windows').click();
    await expect.poll(() => board.cards('To do')).toEqual(['Measure the frames']);
    await palette.ask('filter the board: windows');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await board.cards('To do')).length).toBe(3);
  });
});

describe('all plans', () => {
  journey(
    'are on one board; what moves gets a state, and Undo takes it back',
    async ({ app, window }) => {
      const { page, board, frame } = await ownPlan(window.page, HOUSE);
      const plans = await call<Changes>(page, 'Plans', 'Add', 'A calm dog', 'pet');
      const place = { planId: plans.show, parentId: '', afterId: '' };
      const walk = { place, kind: 'step', title: 'Walk by the pond', edit: '', estimateMin: 0 };
      await call(page, 'Items', 'Add', { ...walk, columnId: '' });
      await page.reload();
      await board.open();
      await expect.poll(() => board.cards('To do')).toEqual(['Walk by the pond']);
      await page.getByRole('button', { name: 'All plans', exact: true }).click();
      await expect.poll(async () => (await board.cards('To do')).length).toBe(4);
      await board.card('Walk by the pond').getByText('A calm dog').waitFor();
      expect(await barriers(page), 'all plans').toEqual([]);
      await board.card('Walk by the pond').click();
      await board.card('Sell the piano').click({ modifiers: ['ControlOrMeta'] });
      await board.drag('Sell the piano', 'Waiting');
      await expect.poll(async () => (await item(app, 'Walk by the pond')).state).toBe('waiting');
      await expect.poll(async () => (await item(app, 'Sell the piano')).state).toBe('waiting');
      await frame.undo.click();
      await expect.poll(async () => (await item(app, 'Walk by the pond')).state).toBe('todo');
      await expect.poll(async () => (await item(app, 'Sell the piano')).state).toBe('todo');
    },
  );
});
