import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { item, planned } from '../house/vault';
import { Flow } from '../pages/flow';
import { ownPlan } from '../pages/hands';
import { Lens } from '../pages/lens';
import { MindMap } from '../pages/map';
import { Settings } from '../pages/settings';

describe('the Action Lens', () => {
  journey(
    'leads from “grow my business” to a goal, its steps and a first one that is committed to, by keyboard',
    async ({ app, window }) => {
      const { page, outline, details } = await ownPlan(window.page, [
        'The shop on the corner',
        '  People know us',
        '    First month',
        '      Paint the sign',
      ]);
      const lens = new Lens(page);
      await outline.press('Enter');
      await page.keyboard.type('Grow my business');
      await lens.chip.getByText('grow names an outcome').waitFor();
      expect(await barriers(page), 'a chip at a line being written').toEqual([]);
      await lens.ask();
      expect(await barriers(page), 'what can be done').toEqual([]);
      await page.keyboard.press('g');
      await lens.hows.waitFor();
      expect(await barriers(page), 'its steps').toEqual([]);
      await lens.steps('Ask three customers why they stay', 'Write the answers on one page');
      expect(await planned(app)).toEqual([
        'vision: The shop on the corner',
        '  goal: People know us',
        '    milestone: First month',
        '      step: Paint the sign',
        '    goal: Grow my business',
        '      step: Ask three customers why they stay',
        '      step: Write the answers on one page',
      ]);
      await expect.poll(() => outline.active()).toBe('Ask three customers why they stay');
      await details.panel.getByRole('button', { name: 'Commit to a day' }).press('Enter');
      await page.keyboard.type('2 March 2031');
      await page.keyboard.press('Tab');
      await page.keyboard.type('17:00');
      await details.panel.getByRole('radio', { name: '8' }).press('Space');
      expect(await barriers(page), 'a promise').toEqual([]);
      await details.panel.getByRole('button', { name: 'I commit to it' }).press('Enter');
      await details.panel.getByText('2031 at 17:00, 8 of 10 sure').waitFor();
      const first = await item(app, 'Ask three customers why they stay');
      expect([first.due, first.firstDue]).toEqual(['2031-03-02', '2031-03-02']);
      await outline.press('Control+z', 'Control+z', 'Control+z', 'Control+z');
      await expect
        .poll(() => planned(app))
        .toEqual([
          'vision: The shop on the corner',
          '  goal: People know us',
          '    milestone: First month',
          '      step: Paint the sign',
          '      step: Grow my business',
        ]);
    },
  );

  journey(
    'rewrites a vague line as it is filled in, and remembers what is an action for me',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, [
        'I feel well',
        '  Strong legs',
        '    Spring',
        '      Drink more water',
        '      Dentist',
      ]);
      const lens = new Lens(page);
      await outline.pick('Drink more water');
      await lens.ask();
      await lens.repairs.getByRole('button', { name: 'How much' }).click();
      await page.keyboard.type('2 litres');
      await lens.repairs.getByText('That can be done.').waitFor();
      expect(await barriers(page), 'filling in').toEqual([]);
      await page.keyboard.press('Enter');
      await lens.chip.waitFor({ state: 'detached' });
      expect((await item(app, 'Drink more water, 2 litres')).kind).toBe('step');
      await outline.press('Control+z');
      await outline.row('Drink more water').waitFor();

      await outline.pick('Dentist');
      await lens.ask();
      await page.keyboard.press('a');
      await lens.chip.waitFor({ state: 'detached' });
      expect((await item(app, 'Dentist')).isAction).toBe(true);
      await app.stop();
      await app.run();
      await page.reload();
      await outline.row('Dentist').waitFor();
      await outline.pick('Drink more water');
      await lens.chip.waitFor();
      await outline.pick('Dentist');
      await lens.chip.waitFor({ state: 'detached' });
    },
  );

  journey(
    'walks through all that is worth a look, and can be switched off',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, [
        'I feel well',
        '  Strong legs',
        '    Spring',
        '      Get fit',
        '      Buy shoes',
        '  Quiet nights',
      ]);
      const lens = new Lens(page);
      await outline.row('Spring').waitFor();
      await page.getByRole('button', { name: '4 outcomes, 1 action: where are the hows?' }).click();
      await lens.review.getByText('1 of 2').waitFor();
      expect(await barriers(page), 'the walk').toEqual([]);
      await lens.review
        .getByLabel('What is the first thing you would do?')
        .fill('Run to the bridge');
      await page.keyboard.press('Enter');
      await lens.review.getByText('2 of 2').waitFor();
      await lens.review.getByText('Nothing below this can be done yet').waitFor();
      await page.keyboard.type('Put the phone in the kitchen');
      await page.keyboard.press('Enter');
      await lens.review.getByRole('button', { name: 'That is enough' }).click();
      await lens.review.getByText('Every line says what to do').waitFor();
      await lens.review.getByRole('button', { name: 'Close' }).last().click();
      expect(await planned(app)).toEqual([
        'vision: I feel well',
        '  goal: Strong legs',
        '    milestone: Spring',
        '      step: Get fit',
        '        step: Run to the bridge',
        '      step: Buy shoes',
        '  goal: Quiet nights',
        '    step: Put the phone in the kitchen',
      ]);
      await page
        .getByRole('button', { name: /\bhows? (is|are)|the hows/ })
        .waitFor({ state: 'detached' });

      await outline.pick('Buy shoes');
      await outline.press('F2', 'Control+a');
      await page.keyboard.type('Be happy');
      await lens.chip.waitFor();
      await outline.press('Escape');
      const settings = new Settings(page);
      await settings.open();
      await settings.dialog.getByRole('button', { name: 'Off' }).click();
      await settings.close();
      await lens.chip.waitFor({ state: 'detached' });
      await app.stop();
      await app.run();
      await page.reload();
      await outline.row('Be happy').waitFor();
      expect(await lens.chip.count()).toBe(0);
    },
  );

  journey('asks on a card as well, and its goal leaves the board', async ({ app, window }) => {
    const { page, board } = await ownPlan(window.page, [
      'I feel well',
      '  Strong legs',
      '    Spring',
      '      Run to the bridge',
    ]);
    const lens = new Lens(page);
    await board.open();
    await board.add('To do', 'Lose 10 kg');
    await page.getByText('Lose 10 kg', { exact: true }).first().waitFor();
    await page.getByRole('row', { name: /Lose 10 kg/ }).click();
    await page.keyboard.press('F2');
    await lens.ask();
    await page.keyboard.press('g');
    await lens.steps('Weigh myself on Sunday');
    await expect.poll(() => board.cards('To do')).toContain('Weigh myself on Sunday');
    expect(await board.cards('To do')).not.toContain('Lose 10 kg');
    expect((await item(app, 'Lose 10 kg')).kind).toBe('goal');
  });

  journey('asks at a node of the map and at a box of the flow', async ({ app, window }) => {
    const { page } = await ownPlan(window.page, [
      'I feel well',
      '  Strong legs',
      '    Spring',
      '      Run to the bridge',
    ]);
    const lens = new Lens(page);
    const map = new MindMap(page);
    await map.open();
    await page.keyboard.press('Control+Shift+0');
    await map.node('Run to the bridge').click();
    await page.keyboard.press('Enter');
    await map.write('Lose 10 kg', 'Escape');
    await lens.chip.waitFor();
    const node = (await map.node('Lose 10 kg').boundingBox())!;
    const chip = (await lens.chip.boundingBox())!;
    expect(Math.abs(chip.y - node.y), 'how far it is from its node').toBeLessThan(60);
    await lens.ask();
    expect(await barriers(page), 'what can be done at a node').toEqual([]);
    await page.keyboard.press('Escape');
    await lens.repairs.waitFor({ state: 'detached' });
    await expect.poll(() => map.active.and(page.locator(':focus')).count()).toBe(1);

    const flow = new Flow(page);
    await flow.open();
    await flow.on('Lose 10 kg');
    await lens.ask();
    await page.keyboard.press('g');
    await lens.steps('Weigh myself on Sunday');
    expect((await item(app, 'Lose 10 kg')).kind).toBe('goal');
  });
});
