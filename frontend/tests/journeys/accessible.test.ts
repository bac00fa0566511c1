import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { App } from '../house/app';
import { barriers } from '../house/axe';
import { Window } from '../house/browser';
import { returning } from '../house/good';
import { journey } from '../house/journey';
import { spoilt, type Problem } from '../house/spoil';
import { ownPlan, samplePlan, type Hands, sitBeside } from '../pages/hands';

const TITLES: Partial<Record<Problem, RegExp>> = {
  damaged: /damaged/,
  newer: /newer/,
  foreign: /not a Cairn vault/,
  empty: /empty/,
  missing: /not where it was/,
};

/** Looks at what stands on the screen. */
async function look({ page }: Pick<Hands, 'page'>, what: string): Promise<void> {
  expect(await barriers(page), what).toEqual([]);
}

describe('axe finds nothing', () => {
  journey('on the first start and in an empty plan', async ({ window }) => {
    await look(window, 'first start');
    const hands = await ownPlan(window.page, []);
    await look(hands, 'empty plan');
    await hands.frame.toggle('Ideas');
    await look(hands, 'no ideas');
    await hands.frame.toggle('Trash');
    await look(hands, 'empty trash');
  });

  journey('in a full outline, its filter, its branch and its menus', async ({ window }) => {
    const hands = await samplePlan(window.page);
    const { page, outline } = hands;
    await look(hands, 'full outline');
    await outline.pick('Write chapter 12, the crossing');
    await look(hands, 'a picked step');
    await outline.press('F2');
    await look(hands, 'a title being written');
    await outline.press('Escape', 'Shift+F10');
    await page.getByRole('menu').waitFor();
    await look(hands, 'menu of a row');
    await outline.press('k', 'ArrowRight');
    await page.getByRole('menuitemradio').first().waitFor();
    await look(hands, 'next menu of a row');
    await outline.press('Escape', 'Shift+ArrowDown');
    await look(hands, 'several rows');
    await outline.press('Control+Alt+f');
    await look(hands, 'branch');
    await outline.press('Escape', 'Control+f');
    await page.keyboard.type('ferry');
    await look(hands, 'filter');
    await page.keyboard.type(' zeppelin');
    await look(hands, 'filter that finds nothing');
  });

  journey('in the details of every kind', async ({ window }) => {
    const hands = await samplePlan(window.page);
    for (const title of [
      'A book of mine, out in the world',
      'Finish a manuscript I would sign',
      'First draft, 24 chapters',
      'Write chapter 12, the crossing',
      'Interview Uncle Per about the ferry strike',
    ]) {
      await hands.outline.pick(title);
      await look(hands, title);
    }
    await hands.details.panel.getByRole('button', { name: 'Pick a day' }).click();
    await look(hands, 'calendar');
    await hands.page.keyboard.press('Escape');
    await hands.details.panel.getByRole('button', { name: 'Waits for…' }).click();
    await look(hands, 'picker');
  });

  journey('at the side and in the dialogs', async ({ window }) => {
    const hands = await samplePlan(window.page);
    const { page, outline, frame } = hands;
    await frame.toggle('Ideas');
    await look(hands, 'ideas');
    await outline.pick('A writing habit that holds');
    await outline.press('Delete');
    await frame.notice.waitFor();
    await look(hands, 'notice');
    await frame.toggle('Trash');
    await page.getByRole('button', { name: /Put back/ }).waitFor();
    await look(hands, 'trash');
    await hands.palette.ask('ferry');
    await look(hands, 'palette');
    await page.keyboard.press('Tab');
    await look(hands, 'what can be done with an item');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await look(hands, 'shortcuts');
    await page.keyboard.press('Escape');
    await sitBeside(page);
    for (const entry of ['New plan…', 'Rename this plan…', 'New client…']) {
      await frame.choosePlan(entry);
      await look(hands, entry);
      await page.keyboard.press('Escape');
    }
  });

  journey('in a narrow window, with text twice as large', async ({ window }) => {
    const hands = await samplePlan(window.page);
    await hands.page.setViewportSize({ width: 720, height: 640 });
    await look(hands, 'narrow');
    await hands.page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await look(hands, 'large text');
  });

  returning('on every start screen that tells of a problem', async ({ home, browser }) => {
    const ordered: Problem[] = ['damaged', 'newer', 'foreign', 'empty', 'missing'];
    spoilt.damaged(home);
    const app = await App.start(home, { args: ['--vault', home.vault] });
    const window = await Window.open(browser, app.url);
    for (const problem of ordered) {
      await spoilt[problem](home);
      await window.page.getByRole('button', { name: 'Try again' }).click();
      await window.page.getByRole('heading', { name: TITLES[problem]! }).waitFor();
      await look(window, problem);
    }
    await window.close();
    await app.stop();
  });
});

describe('in forced colours', () => {
  journey.extend({ how: { forcedColors: 'active' } })(
    'what is picked or open keeps a line around it, and axe finds nothing',
    async ({ window }) => {
      const hands = await samplePlan(window.page);
      const { frame, outline, board } = hands;
      const picked = 'Write chapter 12, the crossing';
      const other = 'Draft a one-page outline of part three';
      await outline.pick(picked);
      expect(await line(outline.row(picked))).toBe('2px solid');
      expect(await line(outline.row(other))).not.toContain('solid');
      expect(await line(frame.stop('Outline'))).toBe('2px solid');
      expect(await line(frame.stop('Board'))).not.toContain('solid');
      await look(hands, 'outline');
      await board.open();
      // A press on the words of what is picked already would write in them.
      await board.card(other).click();
      await board.card(picked).click();
      expect(await line(board.card(picked))).toBe('3px solid');
      expect(await line(board.card(other))).toBe('1px solid');
      await look(hands, 'board');
      await board.press('Delete');
      await frame.notice.waitFor();
      expect(await ground(frame.notice.locator('..'))).toBe(
        await ground(window.page.locator('[data-plan]')),
      );
    },
  );
});

/** What an element's text is painted on. */
function ground(element: Locator): Promise<string> {
  return element.evaluate((shown) => getComputedStyle(shown).backgroundColor);
}

/** The line around an element. */
function line(element: Locator): Promise<string> {
  return element.evaluate((shown) => {
    const { outlineWidth, outlineStyle } = getComputedStyle(shown);
    return `${outlineWidth} ${outlineStyle}`;
  });
}
