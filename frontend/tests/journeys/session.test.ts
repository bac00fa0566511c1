import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { pagesOf } from '../house/picturefiles';
import { item, planned, vault } from '../house/vault';
import { ownPlan } from '../pages/hands';
import { Session } from '../pages/session';

const WANT = 'What would you like to happen in this situation?';
const NEEDS = 'And what needs to happen for this to happen?';
const NEEDS_MORE = 'And what needs to happen for one day a week at the drawing table to happen?';
const FIRST = 'What needs to happen first for this to happen?';
const NEXT = 'What needs to happen next?';
const CHALLENGE = 'What could be a challenge in this step?';
const HOW = 'And what will you do first for this to happen?';
const WHEN = 'By when will this step be done?';

describe('a guided session', () => {
  journey(
    'is led by keyboard alone from a fuzzy topic to a committed first step, through kill -9',
    async ({ app, home, window }) => {
      const { page, frame } = await ownPlan(window.page, []);
      const session = new Session(page);
      await session.begin('Plan model');
      expect(await barriers(page), 'first question').toEqual([]);
      await session.say('What would you like to look at?', 'My weeks');
      await session.rate('How fuzzy is this for you now?', 7);
      await session.say(WANT, 'One day a week at the drawing table');
      await session.say(NEEDS, 'Know what four days of pay look like');
      await session.say(NEEDS_MORE, 'Clear the back room');
      await session.say(NEEDS_MORE, 'Stop saying “just a hobby” to my sister');
      expect(await barriers(page), 'cards').toEqual([]);
      await session.nothing(NEEDS_MORE);

      await session.asks(FIRST);
      expect(await barriers(page), 'order').toEqual([]);
      await page.keyboard.press('ArrowDown'); // the back room comes first
      await page.keyboard.press('Enter');
      await session.asks(CHALLENGE);
      await page.keyboard.type('The boxes of my moth');
      await page.waitForTimeout(700); // what is typed is kept half a second after the hand rests
      await app.kill();
      await window.leave();
      window.faults.length = 0; // the line to Go was cut
      await app.run();
      await window.enter();
      await session.asks(CHALLENGE);
      await page.keyboard.press('End');
      await page.keyboard.type('er');
      await page.keyboard.press('Enter');
      await session.asks(NEXT);
      await page.keyboard.press('Enter');
      await session.asks(HOW); // "know" names a result
      await session.screen.getByText('“know” names what you want.').waitFor();
      expect(await barriers(page), 'a result').toEqual([]);
      await session.say(HOW, 'Write the four sums on paper');
      await session.nothing(CHALLENGE);
      await session.asks(NEXT);
      await page.keyboard.press('Enter');
      await session.nothing(CHALLENGE);
      await session.nothing(NEXT);
      await session.rate('How much do you want this to happen?', 9);
      await session.say('And what makes it worth it?', 'I am awake when I draw');

      for (const [step, day] of [
        ['Clear the back room', 'in 2 days'],
        ['Write the four sums', 'in 3 days'],
        ['Know what four days of pay look like', 'in 4 days'],
        ['Stop saying', 'in 2 weeks'],
      ] as const) {
        await session.asks(WHEN);
        await session.of(step);
        await page.keyboard.press('Control+a');
        await page.keyboard.type(day);
        await page.keyboard.press('Tab');
        await page.keyboard.type('9:30');
        await page.keyboard.press('Enter');
      }
      await session.say('How will you know that it has happened?', 'Four Fridays are drawn');
      await session.rate('How sure are you that you will do this?', 8);
      await session.asks('How clear is this for you now?');
      expect(await session.steps()).toEqual([
        'Clear the back room',
        'Write the four sums on paper',
        'Know what four days of pay look like',
        'Stop saying “just a hobby” to my sister',
      ]);
      await session.rate('How clear is this for you now?', 9);
      await session.nothing('Were there any ‘sticky’ moments? What would have made them easier?');
      await session.nothing('What could you have done better for yourself?');
      await session.nothing('What will you do next time, to get the most out of it?');
      await session.asks('That is your plan.');
      expect(await barriers(page), 'the end').toEqual([]);

      expect(await planned(app)).toEqual([
        'goal: One day a week at the drawing table',
        '  step: Clear the back room',
        '  step: Write the four sums on paper',
        '  milestone: Know what four days of pay look like',
        '  step: Stop saying “just a hobby” to my sister',
      ]);
      const { id, due } = await item(app, 'Clear the back room');
      expect(due).not.toBe('');
      const { aspects } = await vault(app);
      const said = (kind: string) => aspects.find((one) => one.kind === kind && one.itemId === id);
      expect(said('promise')?.body).toMatchObject({ time: '09:30' });
      expect(said('pick')?.body).toMatchObject({ pinned: true });
      expect(said('barrier')?.body).toMatchObject({ what: 'The boxes of my mother' });

      home.answer(join(home.path, 'plan.md'));
      await page.getByRole('button', { name: 'Save as Markdown' }).press('Enter');
      await frame.notice.getByText('Saved plan.md.').waitFor();
      const words = readFileSync(join(home.path, 'plan.md'), 'utf8');
      expect(words).toContain('# One day a week at the drawing table');
      expect(words).toMatch(/1\. Clear the back room \(.* at 09:30\) \*\*First step\*\*/);
      await page.getByRole('button', { name: 'Hand-out…' }).press('Enter');
      const paper = page.getByRole('dialog', { name: 'Hand-out' });
      await paper.waitFor();
      expect(await barriers(page), 'hand-out').toEqual([]);
      home.answer(join(home.path, 'plan.pdf'));
      await paper.getByRole('button', { name: 'Save as PDF' }).press('Enter');
      await frame.notice.getByText('Saved plan.pdf.').waitFor();
      expect(pagesOf(readFileSync(join(home.path, 'plan.pdf')))).toBe(1);
      await page.keyboard.press('Escape');
      await session.screen.waitFor({ state: 'detached' });
    },
    180_000,
  );
});
