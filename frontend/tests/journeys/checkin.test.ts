import { describe, expect } from 'vitest';
import type { Aspect, AspectKind } from '../../src/plan/aspects';
import type { App } from '../house/app';
import { barriers } from '../house/axe';
import { journey } from '../house/journey';
import { call, item, vault } from '../house/vault';
import { Checkin } from '../pages/checkin';
import { ownPlan } from '../pages/hands';
import { Timeline } from '../pages/timeline';
import { Today } from '../pages/today';

const LINES = ['I feel well', '  Swim the lake', '    A kilometre', '      Book a lane'];

async function saidIn<K extends AspectKind>(app: App, kind: K): Promise<Aspect<K>[]> {
  const { aspects } = await vault(app);
  return aspects.filter((one): one is Aspect<K> => one.kind === kind);
}

describe('a check-in', () => {
  journey(
    'has a rhythm, comes up on the day, is done by keyboard alone, and one undo takes all of it back',
    async ({ app, window }) => {
      const { page, palette, outline } = await ownPlan(window.page, LINES);
      const goal = await item(app, 'Swim the lake');
      const measure = { name: 'lanes', unit: '', baseline: 2, target: 40 };
      await call(page, 'Aspects', 'Set', said('measure', goal.id, measure));
      await page.reload();
      await outline.row('Book a lane').waitFor();

      await palette.ask('> When to check in');
      await page.keyboard.press('Enter');
      const when = page.getByRole('dialog', { name: 'When to check in' });
      await when.waitFor();
      await when.getByRole('button', { name: 'Check in every week' }).press('Enter');
      await when.getByRole('button', { name: 'Turn the rhythm off' }).waitFor();
      expect(await barriers(page), 'rhythm').toEqual([]);
      await page.keyboard.press('Escape');

      const today = new Today(page);
      await today.open();
      const due = today.view.getByRole('button', { name: 'Check in: My plan' });
      await due.waitFor();
      expect(await barriers(page), 'due').toEqual([]);
      await due.press('Enter');
      const checkin = new Checkin(page);
      await checkin.ready();
      const began = Date.now();
      await page.keyboard.type('12');
      await checkin.rate('Your mood', 6);
      await checkin.rate('Your energy', 4);
      await checkin.rate('How clear does it feel now?', 7);
      await checkin.write('One thing that went well', 'Twelve lanes');
      await checkin.write('One thing that did not go so well', 'Cold');
      await checkin.write('What it taught you', 'A suit helps');
      expect(await barriers(page), 'a check-in').toEqual([]);
      await checkin.end(0);
      await checkin.keep();
      expect(Date.now() - began).toBeLessThan(120_000);
      await due.waitFor({ state: 'detached' });
      const [look] = await saidIn(app, 'checkin');
      expect(look?.body).toMatchObject({
        mood: 6,
        energy: 4,
        learned: 'A suit helps',
        ending: 'keep',
      });
      expect(await saidIn(app, 'entry')).toMatchObject([{ body: { value: 12, fromId: look?.id } }]);
      expect(await saidIn(app, 'rated')).toMatchObject([{ body: { clarity: 7 } }]);

      const timeline = new Timeline(page);
      await timeline.open();
      await timeline.view.locator('.looks .look').waitFor();
      await page.keyboard.press('Control+z');
      await timeline.view.locator('.looks .look').waitFor({ state: 'detached' });
      for (const kind of ['checkin', 'entry', 'rated'] as const)
        expect(await saidIn(app, kind), kind).toEqual([]);
    },
  );

  journey(
    'that pivots keeps the plan as it was, leads to what changes, and is undone as a whole',
    async ({ app, window }) => {
      const { page, outline } = await ownPlan(window.page, LINES);
      const checkin = new Checkin(page);
      await checkin.open();
      await checkin.write('One thing that went well', 'The lake is warm');
      await page.keyboard.press('Escape');
      await checkin.open();
      await checkin.end(2); // to pivot
      await checkin.dialog.getByText('Say what has changed, and it can be kept.').waitFor();
      expect(await barriers(page), 'a pivot').toEqual([]);
      await checkin.write('What has changed?', 'The pool is shut');
      await checkin.keep();
      await page.getByText('Kept, with the plan as it was. Change what you like.').waitFor();
      const [look] = await saidIn(app, 'checkin');
      const { versions } = await vault(app);
      expect(versions).toMatchObject([{ id: look?.body.versionId, changed: 'The pool is shut' }]);
      expect(look?.body.win, 'what was typed before Escape').toBe('The lake is warm');

      await outline.pick('Book a lane');
      await outline.press('Delete');
      await outline.row('Book a lane').waitFor({ state: 'detached' });
      await page.clock.setFixedTime(Date.now() + 7 * 24 * 3600_000);
      await page.reload();
      await outline.row('A kilometre').waitFor();
      await checkin.open();
      await checkin.dialog.getByText('Last time, 7 days ago').waitFor();
      await checkin.dialog.getByRole('button', { name: 'Compare' }).press('Enter');
      const adapt = page.getByRole('dialog', { name: 'Adapt the plan' });
      await adapt.getByText('1 is no longer there').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');
      await outline.row('Book a lane').waitFor();
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await vault(app)).versions).toEqual([]);
      expect(await saidIn(app, 'checkin')).toEqual([]);
    },
  );

  journey(
    'is marked for a day on the timeline, where the mark is moved by hand and by key',
    async ({ app, window }) => {
      const { page, outline, details } = await ownPlan(window.page, LINES);
      await page.clock.setFixedTime(new Date('2031-03-04T08:00:00'));
      await page.reload();
      await outline.row('Swim the lake').waitFor();
      await outline.pick('Swim the lake');
      await details.panel.waitFor();
      await page.getByRole('button', { name: 'Checkpoint…' }).click();
      await page.keyboard.type('18 March');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Half of it');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await saidIn(app, 'checkpoint')).length).toBe(1);
      const timeline = new Timeline(page);
      await timeline.open();
      const mark = timeline.view.getByRole('button', { name: /^Checkpoint on .*: Half of it/ });
      await mark.waitFor();
      expect(await barriers(page), 'a checkpoint').toEqual([]);
      const day = async () => (await saidIn(app, 'checkpoint'))[0]?.body.on;
      await timeline.drag(mark.locator('.mark'), 'middle', 65);
      await expect.poll(day).toBe('2031-03-28');
      expect(await new Checkin(page).dialog.count(), 'a drag opens nothing').toBe(0);
      await mark.press('ArrowLeft');
      await expect.poll(day).toBe('2031-03-27');
      await mark.press('Enter');
      await new Checkin(page).ready();
    },
  );
});

function said(kind: AspectKind, itemId: string, body: object): object {
  return { id: '', itemId, kind, body, name: '', edit: '' };
}
