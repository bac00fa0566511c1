import { describe, expect } from 'vitest';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { item, planned, vault } from '../house/vault';
import { Filter } from '../pages/filter';
import { ownPlan } from '../pages/hands';

describe('what is said besides', () => {
  journey('a gap is closed: named, asked for by a step, and found', async ({ app, window }) => {
    const { page, outline, details } = await ownPlan(window.page, [
      'A boat',
      '  The hull',
      '    Sanded',
      '      Buy paper',
    ]);
    await outline.pick('The hull');
    await details.panel.getByRole('button', { name: 'Gap…' }).click();
    await page.keyboard.type('somebody who can weld');
    await details.panel.getByRole('button', { name: 'expertise' }).click();
    expect(await barriers(page), 'a form').toEqual([]);
    await details.panel.getByRole('button', { name: 'Keep' }).click();
    await details.panel.getByRole('button', { name: 'Ask somebody' }).click();
    await details.panel.getByText('on its way').waitFor();
    expect(await planned(app)).toContain('    step: Ask for help: somebody who can weld');
    await outline.toggle('Ask for help: somebody who can weld');
    await details.panel.getByText('found', { exact: true }).waitFor();
    expect(await barriers(page), 'a gap that is closed').toEqual([]);
    await outline.press('Control+z');
    await outline.pick('The hull');
    await details.panel.getByText('on its way').waitFor();
    await outline.press('Control+f');
    await new Filter(page).choose('Needs', 'Needs expertise');
    await outline.row('Buy paper').waitFor({ state: 'detached' });
    await outline.row('The hull').waitFor();
    expect(await barriers(page), 'what is missing').toEqual([]);
  });

  journey(
    'a setback keeps what it taught, and what is done is celebrated, by keyboard',
    async ({ app, window }) => {
      const { page, outline, details } = await ownPlan(window.page, [
        'A boat',
        '  The hull',
        '    Sanded',
        '      Buy paper',
      ]);
      const open = async (name: string) => {
        await details.panel.getByRole('button', { name }).focus();
        await page.keyboard.press('Enter');
        await page.keyboard.type('today');
        await page.keyboard.press('Tab');
      };
      await outline.pick('Buy paper');
      await open('Setback…');
      await page.keyboard.type('The shop was shut.');
      await page.keyboard.press('Tab');
      await page.keyboard.type('call first');
      expect(await barriers(page), 'the form of a setback').toEqual([]);
      await details.panel.getByRole('button', { name: 'Keep' }).press('Enter');
      await details.panel.getByText('The shop was shut. · Learned: call first').waitFor();
      await outline.toggle('Buy paper');
      await open('Celebrate…');
      await page.keyboard.type('We sang.');
      await details.panel.getByRole('button', { name: 'Keep' }).press('Enter');
      await details.panel.getByText('We sang. ·').waitFor();
      expect(await barriers(page), 'what was celebrated').toEqual([]);
      const said = await vault(app);
      const kinds = said.aspects.map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['setback', 'celebration']));
    },
  );

  journey(
    'a barrier gets its if and then, by keyboard, and both outlive a restart',
    async ({ app, window }) => {
      const { page, outline, details } = await ownPlan(window.page, [
        'I feel well',
        '  Strong legs',
        '    Spring',
        '      Run on Tuesday',
      ]);
      await outline.pick('Run on Tuesday');
      await details.panel.getByRole('button', { name: 'Barrier…' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('It rains');
      await page.keyboard.press('Enter');
      await details.panel.getByRole('button', { name: 'If that happens, then…' }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('it rains at seven');
      await page.keyboard.press('Tab');
      await page.keyboard.type('run up the stairs at the station');
      await page.keyboard.press('Enter');
      const says = 'If it rains at seven, then I run up the stairs at the station';
      await details.panel.getByText(says).waitFor();
      expect(await barriers(page), 'a strategy').toEqual([]);
      await app.stop();
      await app.run();
      await page.reload();
      await outline.row('Run on Tuesday').waitFor();
      await outline.pick('Run on Tuesday');
      await details.panel.getByText(says).waitFor();
      await details.panel.getByRole('button', { name: 'Take away: It rains' }).click();
      await details.panel.getByText(says).waitFor({ state: 'detached' });
      expect((await vault(app)).aspects).toEqual([]);
      await outline.press('Control+z');
      await details.panel.getByText(says).waitFor();
    },
  );

  journey(
    'an if-then plan comes to mind when its step is skipped, until it is told how it did',
    async ({ window }) => {
      const { page, outline, details } = await ownPlan(window.page, [
        'I feel well',
        '  Strong legs',
        '    Spring',
        '      Run on Tuesday',
      ]);
      await outline.pick('Run on Tuesday');
      await details.write('When', '4 March 2031');
      await details.panel.getByRole('button', { name: 'Barrier…' }).click();
      await page.keyboard.type('It rains');
      await page.keyboard.press('Enter');
      await details.panel.getByRole('button', { name: 'If that happens, then…' }).click();
      await page.keyboard.type('it rains');
      await details.panel.getByLabel('then I…').fill('run on Wednesday');
      await details.panel.getByLabel('Bring it up when its day has passed undone').check();
      await page.keyboard.press('Enter');
      await details.panel.getByText('Comes when its day has passed undone').waitFor();
      expect(await barriers(page), 'a cue').toEqual([]);
      const back = page.getByRole('button', { name: '1 thing to look at again' });
      await page.clock.setFixedTime(new Date('2031-03-04T23:00:00'));
      await page.reload();
      await outline.row('Run on Tuesday').waitFor();
      expect(await back.count()).toBe(0);
      await page.clock.setFixedTime(new Date('2031-03-05T07:00:00'));
      // Without a reload: whoever comes back to the window sees what time it is.
      await page.evaluate(`window.dispatchEvent(new Event('focus'))`);
      await back.click();
      const again = page.getByRole('dialog', { name: 'To look at now' });
      await again.getByText('If it rains, then I run on Wednesday').waitFor();
      expect(await barriers(page), 'look again').toEqual([]);
      await again.getByRole('button', { name: 'It worked' }).click();
      await again.getByText('Nothing for today.').waitFor();
      await page.keyboard.press('Escape');
      await outline.pick('Run on Tuesday');
      await details.panel.getByText('worked 1 of 1 times').waitFor();
    },
  );

  journey(
    'the week is told to whoever holds one to it, and can be pasted',
    async ({ app, window }) => {
      const { page, outline, details, palette } = await ownPlan(window.page, [
        'A boat',
        '  The hull',
        '    Sanded',
        '      Buy paper',
        '      Sand the keel',
      ]);
      await outline.toggle('Buy paper');
      await outline.pick('The hull');
      await details.panel.getByRole('button', { name: 'Person…' }).click();
      await page.keyboard.type('Ada');
      await details.panel.getByRole('button', { name: 'hold me to it' }).click();
      await details.panel.getByRole('button', { name: 'Keep' }).click();
      await details.panel.getByText('Ada holds me to it').waitFor();
      await outline.press('Control+z'); // she was named and given her part in one step
      await expect.poll(async () => (await vault(app)).aspects).toEqual([]);
      await outline.press('Control+Shift+z');
      await details.panel.getByText('Ada holds me to it').waitFor();
      await palette.ask('> A report');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'A report' });
      await expect.poll(() => dialog.getByLabel('Name').inputValue()).toBe('Ada');
      expect(await dialog.getByLabel('Greeting').inputValue()).toBe('Hello Ada,');
      expect(await barriers(page), 'a report').toEqual([]);
      await dialog.getByRole('button', { name: 'Copy as text' }).click();
      await dialog.getByText('Copied: paste it').waitFor();
      await page.keyboard.press('Escape');
      await outline.pick('Sand the keel');
      await details.panel.getByLabel('Notes').click();
      await page.keyboard.press('Control+v');
      await page.keyboard.press('Escape');
      await expect
        .poll(async () => (await item(app, 'Sand the keel')).notes)
        .toContain('Hello Ada');
    },
  );

  journey(
    'to stay until a day is decided in a minute, and comes back on that day',
    async ({ app, window }) => {
      const { page, outline, details } = await ownPlan(window.page, [
        'A good place',
        '  Where to live',
      ]);
      await outline.pick('Where to live');
      await outline.press('Control+Alt+5'); // a decision
      await details.panel.getByRole('button', { name: 'Stay', exact: true }).click();
      await details.write('Because', 'The children finish school');
      await details.write('Look again on', '1 March 2031');
      expect(await barriers(page), 'a decision').toEqual([]);
      await details.panel.getByRole('button', { name: 'Decide' }).click();
      await page.getByText('Decided until Sat 1 Mar 2031: “Where to live”.').waitFor();
      expect(await item(app, 'Where to live')).toMatchObject({ kind: 'decision', state: 'done' });
      const back = page.getByRole('button', { name: '1 thing to look at again' });
      expect(await back.count()).toBe(0);

      await page.clock.setFixedTime(new Date('2031-03-01T09:00:00'));
      await page.reload();
      await back.click();
      const again = page.getByRole('dialog', { name: 'To look at now' });
      await again.getByText('You decided it until').waitFor();
      expect(await barriers(page), 'look again').toEqual([]);
      await again.getByRole('button', { name: 'Look at it' }).click();
      await details.panel.getByRole('button', { name: 'Open it again' }).click();
      await details.panel.getByText('Before, it was: Stay, until ').waitFor();
      await back.waitFor({ state: 'detached' });
      expect((await item(app, 'Where to live')).state).toBe('doing');
    },
  );

  journey(
    'values, people and resources are the client’s, in every plan',
    async ({ app, window }) => {
      const { page, outline, details, palette } = await ownPlan(window.page, [
        'A boat',
        '  The hull',
        '    Sanded',
        '      Buy paper',
      ]);
      await palette.ask('> Values, people');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Values, people and resources' });
      await dialog.getByRole('button', { name: 'A resource…' }).click();
      await page.keyboard.type('Savings');
      await dialog.getByLabel('How much there is').fill('500');
      await page.keyboard.press('Enter');
      await dialog.getByText('Savings: 500').waitFor();
      expect(await barriers(page), 'what is the client’s').toEqual([]);
      await page.keyboard.press('Escape');
      for (const title of ['The hull', 'Buy paper']) {
        await outline.pick(title);
        await details.panel.getByRole('button', { name: 'Resource…' }).click();
        await page.keyboard.type('savings');
        await details.panel.getByLabel('How much of it').fill('300');
        await page.keyboard.press('Enter');
        await details.panel.getByText('Savings: 300').waitFor();
      }
      await details.panel.getByText('600 of 500').waitFor();
      expect((await vault(app)).aspects.filter(({ kind }) => kind === 'resource')).toHaveLength(1);
    },
  );
});
