import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { App } from '../house/app';
import { barriers } from '../house/axe';
import { Window } from '../house/browser';
import { Home } from '../house/home';
import { journey } from '../house/journey';
import { unzip } from '../house/unzip';
import { planned, vault } from '../house/vault';
import { zip } from '../house/zip';
import { HandOver } from '../pages/handover';
import { hands, ownPlan, samplePlan, type Hands } from '../pages/hands';

interface Item {
  id?: string;
  parentId?: string;
  kind?: string;
  title: string;
}

/** Changes the JSON of a plan in a bundle, as a script would. */
function script(path: string, name: string, change: (items: Item[]) => void): void {
  const entries = unzip(readFileSync(path));
  const plan = JSON.parse(String(entries.get(name))) as { items: Item[] };
  change(plan.items);
  entries.set(name, Buffer.from(JSON.stringify(plan)));
  writeFileSync(path, zip(entries));
}

const titled = (items: Item[], title: string): Item => {
  const found = items.find((one) => one.title === title);
  if (!found) throw new Error(`nothing is called ${title}`);
  return found;
};

async function rename({ page, outline }: Hands, title: string, anew: string): Promise<void> {
  await outline.row(title).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(anew);
  await page.keyboard.press('Escape');
  await outline.row(anew).waitFor();
}

async function exportTo(home: Home, { page, palette, frame }: Hands, path: string): Promise<void> {
  home.answer(path);
  await palette.ask('export everything');
  await page.keyboard.press('Enter');
  await frame.notice.getByText('Everything is in').waitFor();
}

describe('a bundle', () => {
  journey(
    'comes back changed: what was changed in it and here is there, and what was changed in both is asked',
    async ({ app, home, window }) => {
      const own = await ownPlan(window.page, [
        'A book of mine',
        '  Write a chapter',
        '  Find a printer',
      ]);
      const { page, frame } = own;
      const handover = new HandOver(page, home);
      const path = join(home.path, 'everything.zip');
      await exportTo(home, own, path);
      const names = [...unzip(readFileSync(path)).keys()];
      const plan = names.find((name) => /^plans\/.*\.json$/.test(name)) ?? '';
      script(path, plan, (items) => {
        titled(items, 'Write a chapter').title = 'Write two chapters';
        titled(items, 'Find a printer').title = 'Find a printing house by the harbour';
        items.push({
          id: 'from-a-script',
          parentId: titled(items, 'A book of mine').id ?? '',
          kind: 'goal',
          title: 'Read it aloud',
        });
      });
      await rename(own, 'A book of mine', 'The book');
      await rename(own, 'Find a printer', 'Find a press');
      const ours = await planned(app);

      await handover.lookIn(path);
      await handover.bundle.getByText('1 thing is new, 1 is changed.').waitFor();
      expect(await barriers(page), 'before it comes in').toEqual([]);
      const both = handover.changedInBoth('Find a press');
      await both.getByText('Find a printing house by the harbour').waitFor();
      await both.getByText('Before: Find a printer').waitFor();
      await page.keyboard.press('Escape');
      await handover.bundle.waitFor({ state: 'detached' });
      expect(await planned(app), 'who turns away changes nothing').toEqual(ours);

      // What is here stays as long as nobody chooses otherwise; one undo takes it all out.
      await handover.lookIn(path);
      await handover.bringIn();
      await frame.notice.getByText('From everything.zip: 1 thing is new, 1 is changed.').waitFor();
      const kept = [
        'vision: The book',
        '  goal: Write two chapters',
        '  goal: Find a press',
        '  goal: Read it aloud',
      ];
      expect(await planned(app)).toEqual(kept);
      await page.keyboard.press('Control+z');
      await expect.poll(() => planned(app)).toEqual(ours);

      // The other side is chosen with an arrow; then all of it is here.
      await handover.lookIn(path);
      await both.getByRole('radio', { name: /^Here/ }).focus();
      await page.keyboard.press('ArrowDown');
      await handover.bringIn();
      await frame.notice.getByText('1 is as the bundle has it').waitFor();
      expect(await planned(app)).toEqual(
        kept.map((line) => line.replace('a press', 'a printing house by the harbour')),
      );
    },
    120_000,
  );

  journey(
    'fills another vault, with its pictures, and is known there a second time',
    async ({ app, home, window, browser }) => {
      const from = await samplePlan(window.page);
      const path = join(home.path, 'everything.zip');
      await exportTo(home, from, path);
      const before = await planned(app);

      const theirs = new Home();
      mkdirSync(theirs.path, { recursive: true });
      const other = await App.start(theirs);
      const beside = await Window.open(browser, other.url);
      const all = hands(beside.page);
      await all.start.begin('Me');
      await all.outline.firstLine.waitFor();
      const copied = join(theirs.path, 'everything.zip');
      writeFileSync(copied, readFileSync(path));
      const handover = new HandOver(beside.page, theirs);
      await handover.lookIn(copied);
      await handover.bundle.getByText('new here').waitFor();
      await handover.bringIn();
      await expect.poll(() => planned(other)).toEqual(before);
      const again = join(theirs.path, 'again.zip');
      await exportTo(theirs, all, again);
      const [one, two] = [unzip(readFileSync(path)), unzip(readFileSync(again))];
      const pictures = [...one.keys()].filter((name) => name.startsWith('pictures/'));
      expect(pictures.length).toBeGreaterThan(0);
      for (const name of pictures) expect([...two.keys()]).toContain(name);
      expect((await vault(other)).areas).toHaveLength(8);

      // A second time there is nothing to bring.
      await handover.lookIn(copied);
      await all.frame.notice.getByText('All that is in everything.zip is here already.').waitFor();
      await beside.close();
      await other.stop();
      expect([...beside.faults, ...other.log]).toEqual([]);
      await theirs.remove();
    },
    180_000,
  );
});
