import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { call, item, vault } from '../house/vault';
import { ownPlan } from '../pages/hands';
import { Review } from '../pages/review';
import { Today } from '../pages/today';

const LINES = [
  'A boat',
  '  The hull',
  '    Sanded',
  '      Buy paper',
  '      Find a shed',
  '      Borrow the trailer',
  '  The mast',
  'Tidy the desk',
];

describe('the weekly review', () => {
  journey(
    'is walked through by keyboard, each page with its acts, and every act is one step of undo',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, LINES);
      await outline.pick('Tidy the desk');
      await outline.press('Control+Alt+4'); // a step, and it serves nothing
      await outline.toggle('Buy paper');
      const trailer = await item(app, 'Borrow the trailer');
      await call(page, 'Items', 'SetState', [trailer.id], 'waiting');
      await page.reload();
      await outline.row('Find a shed').waitFor();
      const review = new Review(page);

      await review.open('What was done');
      expect(await barriers(page), 'done').toEqual([]);
      await review.answer('Celebrate: Buy paper', 'Coffee by the water');
      await review.dialog.getByText('Celebrated: Coffee by the water').waitFor();

      await review.forth('What stands still');
      expect(await barriers(page), 'still').toEqual([]);
      await review.answer('Next step: The mast', 'Ask the yard for the length');
      await review.dialog.getByText('Next: Ask the yard for the length').waitFor();
      await review.act('Undo: The mast');
      await review.act('Park it: The mast');
      await expect.poll(async () => (await item(app, 'The mast')).state).toBe('parked');
      expect((await vault(app)).items.map(({ title }) => title)).not.toContain(
        'Ask the yard for the length',
      );

      await review.forth('Steps without a goal yet');
      await review.act('Link to a goal…: Tidy the desk');
      const goals = page.getByRole('dialog', { name: 'What is “Tidy the desk” for?' });
      await goals.waitFor();
      expect(await barriers(page), 'which goal').toEqual([]);
      await page.keyboard.type('hull');
      await page.keyboard.press('Enter');
      await review.dialog.getByText('Serves “The hull” now.').waitFor();
      expect((await vault(app)).links).toMatchObject([{ kind: 'serves' }]);

      // Stopped by Esc, it goes on where it was, over a restart too.
      await review.forth('Waiting for others');
      await page.keyboard.press('Escape');
      await review.dialog.waitFor({ state: 'detached' });
      await app.stop();
      await app.run();
      await page.reload();
      await outline.row('Find a shed').waitFor();
      await review.open('Waiting for others');
      await review.act('Ask again on…: Borrow the trailer');
      await page.getByRole('menu').waitFor();
      expect(await barriers(page), 'waits').toEqual([]);
      await page.keyboard.press('Enter');
      await review.dialog.getByText(/^To be asked again on/).waitFor();
      await review.act('Undo: Borrow the trailer');
      await review.act('No longer waiting: Borrow the trailer');
      await expect.poll(async () => (await item(app, 'Borrow the trailer')).state).toBe('todo');

      await review.forth('The few for the week to come');
      await review.act('Take it: Find a shed');
      await review.dialog.getByText('1 taken').waitFor();
      expect(await barriers(page), 'next').toEqual([]);
      await page.keyboard.press('Control+Enter');
      await review.dialog.getByText('1 stone laid; 1 step has a day.').waitFor();
      expect(await barriers(page), 'the end').toEqual([]);
      await page.keyboard.press('Enter');
      await review.dialog.waitFor({ state: 'detached' });

      const picks = async () =>
        (await vault(app)).aspects.filter(({ kind, body }) => kind === 'pick' && 'on' in body);
      expect(await picks()).toHaveLength(1);
      await page.keyboard.press('Control+z');
      await expect.poll(picks).toEqual([]);
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await item(app, 'Borrow the trailer')).state).toBe('waiting');
    },
    240_000,
  );

  journey(
    'is offered on the last day of a week, brings old ideas back, and is quiet once it is done',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, ['A boat', '  The hull', 'A lamp']);
      await outline.pick('A lamp');
      await outline.press('Control+Alt+6'); // an idea
      await page.clock.setFixedTime(new Date('2031-03-08T18:00:00')); // a Saturday
      await page.reload();
      await outline.row('The hull').waitFor();
      const today = new Today(page);
      await today.open();
      const offer = today.view.getByRole('button', { name: 'Look back on the week' });
      expect(await offer.count()).toBe(0);
      await page.clock.setFixedTime(new Date('2031-03-09T18:00:00'));
      await page.reload();
      await today.view.waitFor();
      await offer.waitFor();
      expect(await barriers(page), 'offered').toEqual([]);
      await offer.press('Enter');
      const review = new Review(page);
      await review.on('What stands still');
      await review.forth('Ideas that came back');
      expect(await barriers(page), 'ideas').toEqual([]);
      await review.act('Place…: A lamp');
      await page.getByRole('dialog', { name: 'Where does “A lamp” belong?' }).waitFor();
      await page.keyboard.type('hull');
      await page.keyboard.press('Enter');
      await review.dialog.getByText('Now below “The hull”.').waitFor();
      await review.act('Undo: A lamp');
      await review.act('Keep: A lamp');
      await review.dialog.getByText('Kept. It comes back in some weeks.').waitFor();
      expect((await item(app, 'A lamp')).parentId).toBe('');
      await page.keyboard.press('Control+Enter');
      await review.dialog.getByText('It was a quiet week').waitFor();
      await page.keyboard.press('Enter');
      await review.dialog.waitFor({ state: 'detached' });
      await offer.waitFor({ state: 'detached' });
      await page.reload();
      await today.view.waitFor();
      expect(await offer.count()).toBe(0);
      await review.open('What stands still');
      await page.keyboard.press('Control+Enter');
      await review.dialog.getByText('It was a quiet week').waitFor();
    },
    240_000,
  );
});
