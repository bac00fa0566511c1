import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { AspectKind } from '../../src/plan/aspects';
import type { App } from '../house/app';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { pagesOf } from '../house/picturefiles';
import { vault } from '../house/vault';
import { Foundations } from '../pages/foundations';
import { ownPlan, samplePlan } from '../pages/hands';
import { Touching } from '../pages/touching';

const LINES = ['The sea, every day', '  Swim a kilometre', '    Book a lane'];

/** What the vault has of a kind. */
async function said(app: App, kind: AspectKind): Promise<Record<string, unknown>[]> {
  const { aspects } = await vault(app);
  return aspects.filter((one) => one.kind === kind).map(({ body }) => ({ ...body }));
}

/** The values and the piles that they lie on. */
async function piled(app: App): Promise<string[]> {
  return (await said(app, 'value')).map(({ name, pile }) => `${String(name)}: ${String(pile)}`);
}

async function middle(element: Locator): Promise<{ x: number; y: number }> {
  const box = (await element.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe('the ground of a plan', () => {
  journey(
    'is laid by keyboard: cards, own words, an order, the wheel, an answer; after a restart it is undone',
    async ({ app, window }) => {
      const { page } = await ownPlan(window.page, LINES);
      const ground = new Foundations(page);
      await ground.open();
      await ground.card.focus();
      await page.keyboard.press('3');
      await ground.card.getByText('Achievement').waitFor();
      await page.keyboard.press('ArrowLeft');
      await ground.card.getByText('Adventure').waitFor();
      await page.keyboard.press('ArrowRight');
      await expect
        .poll(() => piled(app))
        .toEqual(['Acceptance: very', 'Achievement: not', 'Adventure: very']);
      const own = ground.view.getByRole('textbox', { name: 'A value in your own words' });
      await own.fill('Slow mornings');
      await own.press('Enter');
      await ground.card.getByText('Slow mornings').waitFor();
      await ground.card.focus();
      await page.keyboard.press('3');
      const very = ground.lines('Matters very much');
      await expect.poll(() => very.count()).toBe(3);
      await very.last().getByRole('textbox').first().focus();
      await page.keyboard.press('Alt+ArrowUp');
      await ground.view.getByText('Slow mornings: 2 of 3').waitFor();
      await ground.view.getByRole('button', { name: 'Core: Slow mornings' }).click();
      expect(await barriers(page), 'values').toEqual([]);

      await ground.turn('Wheel of life');
      const slider = ground.view.getByRole('slider', { name: 'Health today' });
      await slider.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => said(app, 'rating')).toHaveLength(1);
      await expect.poll(async () => (await said(app, 'rating'))[0]!['today']).toBe(7);

      await ground.turn('Questions');
      await ground.view.getByRole('button', { name: 'Are you happy?' }).press('Enter');
      await page.keyboard.type('By the sea, yes.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => said(app, 'reflection')).toHaveLength(1);
      expect(await barriers(page), 'a question').toEqual([]);

      await app.stop();
      await app.run();
      await page.reload();
      await ground.view.getByRole('heading', { name: 'What do you ask yourself?' }).waitFor();
      await page.keyboard.press('Control+z');
      await expect.poll(() => said(app, 'reflection')).toHaveLength(0);
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await expect.poll(() => said(app, 'rating')).toHaveLength(0);
    },
  );

  journey(
    'is seen by pointer and finger: a card on its pile, a rank, what changed, what hangs loose, one page',
    async ({ app, home, window }) => {
      const { page, details } = await samplePlan(window.page);
      const ground = new Foundations(page);
      await ground.open();
      const drop = async (pile: string) => {
        const [from, to] = [await middle(ground.card), await middle(ground.pile(pile))];
        return { from, to };
      };
      const mouse = await drop('Matters very much');
      await page.mouse.move(mouse.from.x, mouse.from.y);
      await page.mouse.down();
      await page.mouse.move(mouse.to.x, mouse.to.y, { steps: 6 });
      await page.mouse.up();
      await expect.poll(() => piled(app)).toContain('Acceptance: very');
      await ground.card.getByText('Achievement').waitFor();
      const finger = await drop('Not now');
      await (await Touching.begin(page)).dragFinger(finger.from, finger.to);
      await expect.poll(() => piled(app)).toContain('Achievement: not');

      await ground.turn('Line of sight');
      expect(await barriers(page), 'the line of sight').toEqual([]);
      await ground.view
        .getByRole('button', { name: 'Vision A book of mine, out in the world' })
        .first()
        .click();
      await details.write('Picture of success, as if it were now', 'It lies in my lap.');
      await page.getByRole('button', { name: /It lies in my lap\./ }).waitFor();
      await ground.view.getByRole('heading', { name: 'Please look again' }).waitFor();
      const asked = await said(app, 'recheck');
      expect(asked.length).toBeGreaterThan(0);
      await ground.view
        .getByRole('button', { name: /^Still right/ })
        .first()
        .click();
      await expect.poll(() => said(app, 'recheck')).toHaveLength(asked.length - 1);
      await page.keyboard.press('Control+z');
      await expect.poll(() => said(app, 'recheck')).toHaveLength(asked.length);
      await page.keyboard.press('Control+z');
      await expect.poll(() => said(app, 'recheck')).toHaveLength(0);

      await ground.turn('Vision ⟷ Action');
      await ground.view.getByRole('button', { name: 'Save as one page…' }).click();
      await page.getByRole('img', { name: /^Vision and action side by side/ }).waitFor();
      expect(await barriers(page), 'the sheet on paper').toEqual([]);
      const paper = join(home.path, 'sheet.pdf');
      home.answer(paper);
      await page.getByRole('button', { name: 'Save as PDF' }).click();
      await expect.poll(() => existsSync(paper)).toBe(true);
      expect(pagesOf(readFileSync(paper))).toBe(1);
    },
  );

  journey(
    'is put in order by its words, with mouse, pen and finger; a click writes in them where it was',
    async ({ window }) => {
      const { page } = await samplePlan(window.page);
      const ground = new Foundations(page);
      await ground.open();
      const very = ground.lines('Matters very much');
      const name = (i: number) => very.nth(i).getByRole('textbox').first();
      const order = () =>
        very
          .getByLabel('Name of the value')
          .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
      await very.last().scrollIntoViewIfNeeded();
      const [one, two, three] = await order();
      /** From the words of a line onto the upper edge of the first one. */
      const way = async (i: number) => {
        const top = (await very.first().boundingBox())!;
        return { from: await middle(name(i)), to: { x: top.x + 60, y: top.y + 3 } };
      };

      const mouse = await way(1);
      await page.mouse.move(mouse.from.x, mouse.from.y);
      await page.mouse.down();
      await page.mouse.move(mouse.to.x, mouse.to.y, { steps: 6 });
      await page.mouse.up();
      await expect.poll(async () => (await order()).slice(0, 3)).toEqual([two, one, three]);
      expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('TEXTAREA');
      expect(await page.evaluate(() => String(getSelection()))).toBe('');

      const touching = await Touching.begin(page);
      const pen = await way(2);
      await touching.dragPen(pen.from, pen.to);
      await expect.poll(async () => (await order()).slice(0, 3)).toEqual([three, two, one]);
      const finger = await way(1);
      await touching.dragFinger(finger.from, finger.to);
      await expect.poll(async () => (await order()).slice(0, 3)).toEqual([two, three, one]);

      const field = (await name(0).boundingBox())!;
      await page.mouse.click(field.x + 10, field.y + field.height / 2);
      await page.keyboard.type('My ');
      await expect.poll(async () => (await order())[0]).toBe(`My ${two!}`);
      await page.mouse.dblclick(field.x + 16, field.y + field.height / 2);
      await page.keyboard.type('Our');
      await expect.poll(async () => (await order())[0]).toMatch(/^Our ?/);
    },
  );

  journey('shows the wheel and all of its sliders at once', async ({ window }) => {
    const { page } = await samplePlan(window.page);
    const ground = new Foundations(page);
    await ground.open();
    await ground.turn('Wheel of life');
    const wheel = ground.view.getByRole('img', { name: 'Wheel of life; the table says the same' });
    const sliders = ground.view.getByRole('slider');
    await sliders.last().waitFor();
    expect(await sliders.count()).toBe(16);
    const lowest = async () => {
      const all = [wheel, ...(await sliders.all())];
      const boxes = await Promise.all(all.map((one) => one.boundingBox()));
      return Math.max(...boxes.map((box) => box!.y + box!.height));
    };
    const { height } = page.viewportSize()!;
    expect(await lowest(), 'beside the details').toBeLessThan(height);
    expect(await barriers(page), 'the wheel').toEqual([]);
    await page.keyboard.press('Control+i');
    await expect.poll(lowest).toBeLessThan(height * 0.75);
  });
});
