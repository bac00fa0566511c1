import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { App } from '../house/app';
import { barriers } from '../house/axe';
import { Window } from '../house/browser';
import { Home } from '../house/home';
import { journey } from '../house/journey';
import { planned, vault } from '../house/vault';
import { Coach } from '../pages/coach';
import { HandOver } from '../pages/handover';
import { hands, ownPlan, sitBeside, type Hands } from '../pages/hands';

const PASSPHRASE = 'a stone in the river';

/** Writes the title of an item anew, by key. */
async function call({ page, outline, palette }: Hands, title: string, anew: string): Promise<void> {
  await palette.ask(title);
  await palette.line(title).waitFor();
  await page.keyboard.press('Enter');
  await outline.row(title).waitFor();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(anew);
  await page.keyboard.press('Escape');
  await outline.row(anew).waitFor();
}

describe('a client', () => {
  journey(
    'leaves in a vault of their own with nothing of others in it, and what both changed is brought together',
    async ({ app, home, window, browser }) => {
      const coach = await ownPlan(window.page, ['Canary of the coach']);
      const { page, outline, frame } = coach;
      const desk = new Coach(page);
      const handover = new HandOver(page, home);
      await sitBeside(page);
      await desk.open();
      await desk.add('Canary Quill', 'Canary plan');
      await desk.add('Ada Marlow', 'Leave the office');
      await desk.write('Alias', 'Canary A.');
      await desk.turn('Private');
      await desk.seal(PASSPHRASE);
      await desk.write('Phone', '555 canary');
      await desk.press('Add a note');
      await desk.view.getByRole('textbox', { name: /^Note of / }).waitFor();
      await page.keyboard.type('Canary of a note');
      await page.keyboard.press('Tab');
      await desk.reads('Canary of a note');
      await page.keyboard.press('Control+4');
      await outline.firstLine.focus();
      await outline.write(['My own studio', '  Find a room', '  Canary that was let be']);
      await call(coach, 'Canary that was let be', 'Ask Jo about lights');
      const before = await planned(app);

      // It leaves, and nothing of others leaves with it.
      await handover.askToLeave();
      expect(await barriers(page), 'before it leaves').toEqual([]);
      const away = join(home.path, 'away');
      mkdirSync(away);
      const path = join(away, 'studio.cairn');
      await handover.leave(path);
      await frame.notice.getByText('was handed over as studio.cairn.').waitFor();
      expect(readdirSync(away)).toEqual(['studio.cairn']);
      const raw = readFileSync(path).toString('latin1');
      expect(raw.includes('Find a room'), 'the search finds').toBe(true);
      expect(/.{0,40}(canary|stone in the river|argon)/is.exec(raw)?.[0]).toBeUndefined();
      for (const name of readdirSync(home.folder)) expect(name).not.toMatch(/leaving|part/);

      // Ada opens it on a computer of her own, alone, and goes on.
      const theirs = new Home();
      const elsewhere = join(theirs.path, 'studio.cairn');
      copyFileSync(path, elsewhere);
      const other = await App.start(theirs, { args: ['--vault', elsewhere] });
      const beside = await Window.open(browser, other.url);
      const ada = hands(beside.page);
      await ada.outline.row('Find a room').waitFor();
      expect((await vault(other)).clients.map(({ name, own }) => [name, own])).toEqual([
        ['Ada Marlow', true],
      ]);
      expect(await planned(other)).toEqual(before);
      await call(ada, 'Find a room', 'Rent the room by the harbour');
      await call(ada, 'Ask Jo about lights', 'Ask Jo about the lights');
      await ada.page.keyboard.press('Enter');
      await ada.page.keyboard.type('Buy a lamp');
      await ada.page.keyboard.press('Escape');
      await beside.close();
      await other.stop();
      expect([...beside.faults, ...other.log]).toEqual([]);
      copyFileSync(elsewhere, path);
      await theirs.remove();
      const came = readFileSync(path);

      // The coach went on too: one thing is another on each side.
      await call(coach, 'Find a room', 'Find a quiet room');
      const ours = await planned(app);
      await handover.look(path);
      await handover.back.getByText('1 thing is new, 1 is changed.').waitFor();
      expect(await barriers(page), 'what came back').toEqual([]);
      const both = handover.differing('Find a quiet room');
      await both.getByText('Rent the room by the harbour').waitFor();
      await both.getByText('Before: Find a room').waitFor();
      expect(await planned(app), 'nothing yet').toEqual(ours);
      await page.keyboard.press('Escape');
      await handover.back.waitFor({ state: 'detached' });
      expect(await planned(app), 'who turns away changes nothing').toEqual(ours);

      // Yours stays as long as nobody chooses otherwise; one undo takes it all out.
      await handover.look(path);
      await handover.take();
      await frame.notice.getByText('From studio.cairn: 1 thing is new, 1 is changed.').waitFor();
      const kept = [
        'vision: My own studio',
        '  goal: Find a quiet room',
        '  goal: Ask Jo about the lights',
        '  goal: Buy a lamp',
      ];
      expect(await planned(app)).toEqual(kept);
      await page.keyboard.press('Control+z');
      await expect.poll(() => planned(app)).toEqual(ours);

      // Theirs is chosen with an arrow.
      await handover.look(path);
      await both.getByRole('radio', { name: /^Yours/ }).focus();
      await page.keyboard.press('ArrowDown');
      expect(await both.getByRole('radio', { name: /^Theirs/ }).isChecked()).toBe(true);
      await handover.take();
      await frame.notice.getByText('1 is as they have it').waitFor();
      await outline.row('Rent the room by the harbour').waitFor();
      expect(await planned(app)).toEqual(
        kept.map((line) => line.replace('Find a quiet room', 'Rent the room by the harbour')),
      );
      await handover.look(path);
      await frame.notice.getByText('Nothing was changed in studio.cairn.').waitFor();
      expect(readFileSync(path).equals(came), 'their file is as it was').toBe(true);
    },
    240_000,
  );
});
