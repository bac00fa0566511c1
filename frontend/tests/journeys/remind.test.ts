import { describe, expect } from 'vitest';
import { journey } from '../house/journey';
import { Details } from '../pages/details';
import { ownPlan } from '../pages/hands';

const LINES = ['I feel well', '  Swim the lake', '    A kilometre', '      Book a lane'];

interface Told {
  told: string[];
  go: { app: { Settings: { Notify: (words: string) => Promise<void> } } };
}

describe('a reminder', () => {
  journey(
    'comes at the time that was committed to, without saying what it is',
    async ({ window }) => {
      const { page, outline } = await ownPlan(window.page, LINES);
      await page.clock.install({ time: new Date('2031-03-04T08:00:00') });
      await page.reload();
      await page.evaluate(() => {
        const here = window as unknown as Told;
        const tell = here.go.app.Settings.Notify;
        here.told = [];
        here.go.app.Settings.Notify = (words) => (here.told.push(words), tell(words));
      });
      const told = () => page.evaluate(() => (window as unknown as Told).told);

      await outline.row('Book a lane').click();
      const { panel } = new Details(page);
      await panel.getByRole('button', { name: 'Commit to a day and a time…' }).click();
      await panel.getByRole('textbox', { name: 'When will I do it?' }).fill('today');
      await panel.getByRole('textbox', { name: 'At what time?' }).fill('8:30');
      await panel.getByRole('radio', { name: '8', exact: true }).click();
      await panel.getByRole('button', { name: 'I commit to it' }).click();
      await panel.getByText('at 08:30').waitFor();
      await page.clock.runFor('20:00');
      expect(await told()).toEqual([]);
      await page.clock.runFor('10:30');
      await expect.poll(told).toEqual(['It is time for something that you planned.']);
      await page.clock.runFor('30:00');
      expect(await told()).toHaveLength(1);
    },
  );
});
