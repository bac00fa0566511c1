import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { App } from '../house/app';
import { Window } from '../house/browser';
import { returning } from '../house/good';
import type { Home } from '../house/home';
import { journey } from '../house/journey';
import { item } from '../house/vault';
import { unzip } from '../house/unzip';
import { hands, ownPlan, samplePlan } from '../pages/hands';

const GOAL = 'Finish a manuscript I would sign';

/** A second vault in the home, beside the one that opens by itself. */
function putSecond(home: Home, good: Buffer): string {
  const path = join(home.path, 'garden.cairn');
  writeFileSync(path, good, { mode: 0o600 });
  return path;
}

describe('another vault', () => {
  journey(
    'opens by key while a plan is open, and what was typed is kept first',
    async ({ home, app, window }) => {
      const { page, outline } = await ownPlan(window.page, ['A boat']);
      const second = join(home.path, 'garden.cairn');
      home.answer(second);
      await page.keyboard.press('Control+Shift+S');
      await hands(page).frame.notice.getByText('The copy is saved as garden.cairn.').waitFor();

      await outline.pick('A boat');
      await page.keyboard.press('F2');
      await page.keyboard.type(' of oak');
      await page.keyboard.press('Control+o');
      await outline.row('A boat').waitFor();
      await expect.poll(() => outline.rows()).toEqual(['vision: A boat']);
      expect((await item(app, 'A boat')).title).toBe('A boat');

      home.answer(home.vault);
      await page.keyboard.press('Control+o');
      await outline.row('A boat of oak').waitFor();
    },
  );

  journey('that is none changes nothing, and says why', async ({ home, window }) => {
    const { page, outline, frame } = await ownPlan(window.page, ['A boat']);
    const letter = join(home.path, 'letter.cairn');
    writeFileSync(letter, 'Dear sister,\n'.repeat(100));
    home.answer(letter);
    await page.keyboard.press('Control+o');
    await frame.notice.getByText('letter.cairn is not a Cairn vault.').waitFor();
    await outline.row('A boat').waitFor();
    home.answer('');
    await page.keyboard.press('Control+o');
    await outline.row('A boat').waitFor();
  });

  returning('is handed over by a second start', async ({ home, browser, good }) => {
    const second = putSecond(home, good);
    const app = await App.start(home);
    const window = await Window.open(browser, app.url);
    const { outline } = hands(window.page);
    await outline.pick(GOAL);
    await window.page.keyboard.press('Delete');
    await expect.poll(() => outline.row(GOAL).count()).toBe(0);

    expect(await app.again(second)).toBe(0);
    await outline.row(GOAL).waitFor();
    const letter = join(home.path, 'letter.cairn');
    writeFileSync(letter, 'Dear sister,\n'.repeat(100));
    expect(await app.again(letter)).toBe(0);
    await hands(window.page).frame.notice.getByText('letter.cairn is not a Cairn vault.').waitFor();

    await window.close();
    await app.stop();
    expect([...window.faults, ...app.log]).toEqual([]);
  });
});

describe('a copy', () => {
  journey('is saved with all there is, and its folder shown', async ({ home, window, browser }) => {
    const { page, frame } = await ownPlan(window.page, ['A boat', '  The hull']);
    const copy = join(home.path, 'plans on a stick.cairn');
    home.answer(copy);
    await page.keyboard.press('Control+Shift+S');
    await frame.take('Show in folder');
    await expect.poll(() => home.opened).toEqual([home.path]);

    const other = await App.start(home, { args: ['--vault', copy] });
    const beside = await Window.open(browser, other.url);
    await hands(beside.page).outline.row('The hull').waitFor();
    home.answer(home.vault);
    await beside.page.keyboard.press('Control+Shift+S');
    await hands(beside.page).frame.notice.getByText('vault.cairn is open').waitFor();
    await beside.close();
    await other.stop();
  });
});

describe('a vault in a folder that is copied elsewhere', () => {
  returning('says so in a calm line, until one knows', async ({ home, browser, good }) => {
    const dropbox = join(home.path, 'Dropbox');
    mkdirSync(dropbox);
    const path = join(dropbox, 'vault.cairn');
    writeFileSync(path, good, { mode: 0o600 });
    const app = await App.start(home, { args: [path] });
    const window = await Window.open(browser, app.url);
    const line = window.page.getByRole('region', { name: 'Where the vault lies' });
    await line.getByText('a folder that Dropbox copies').waitFor();

    const elsewhere = join(home.path, 'elsewhere.cairn');
    home.answer(elsewhere);
    await line.getByRole('button', { name: 'Save a copy elsewhere' }).click();
    await hands(window.page).frame.notice.getByText('elsewhere.cairn').waitFor();
    await line.getByRole('button', { name: 'Keep it here' }).click();
    await expect.poll(() => line.count()).toBe(0);

    await window.leave();
    await app.stop();
    await app.run({ args: [path] });
    await window.enter();
    await hands(window.page).outline.row(GOAL).waitFor();
    expect(await line.count()).toBe(0);
    await window.close();
    await app.stop();
    expect([...window.faults, ...app.log]).toEqual([]);
  });
});

describe('after an end', () => {
  returning('that nobody wanted, it is said once that all is here', async ({ home, browser }) => {
    const app = await App.start(home);
    const window = await Window.open(browser, app.url);
    const { outline, frame } = hands(window.page);
    await outline.row(GOAL).waitFor();
    expect(await frame.notice.count()).toBe(0);

    await window.leave();
    await app.kill();
    await app.run();
    await window.enter();
    await frame.notice.getByText('Everything that was saved is here.').waitFor();
    await window.leave();
    await window.enter();
    await outline.row(GOAL).waitFor();
    expect(await frame.notice.count()).toBe(0);

    await window.leave();
    await app.stop();
    await app.run();
    await window.enter();
    await outline.row(GOAL).waitFor();
    expect(await frame.notice.count()).toBe(0);
    await window.close();
    await app.stop();
    expect(home.log.match(/msg=started/g)).toHaveLength(3);
    expect(home.log.match(/msg=ended/g)).toHaveLength(2);
    expect(home.log).toContain('was cut off');
    expect([...window.faults, ...app.log]).toEqual([]);
  });
});

describe('when the page breaks', () => {
  journey('while it draws, it says so, and draws again', async ({ home, app, window }) => {
    const { page, outline, details } = await ownPlan(window.page, ['A boat', '  The hull']);
    await outline.pick('The hull');
    await details.field('When').fill('2027-03-13');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await item(app, 'The hull')).due).toBe('2027-03-13');
    await outline.pick('A boat');
    await details.field('Why').fill('The sea is close.');
    await page.evaluate(() => {
      const dates = Date.prototype;
      const { getUTCDay } = dates;
      dates.getUTCDay = () => {
        throw new TypeError('Rosebud');
      };
      Object.assign(globalThis, { mend: () => Object.assign(dates, { getUTCDay }) });
    });
    await outline.pick('The hull');
    await page.getByRole('heading', { name: 'Something in Cairn broke.' }).waitFor();
    await page.getByText('Everything you did is saved').waitFor();
    expect(await outline.row('A boat').isVisible()).toBe(true);
    await expect.poll(async () => (await item(app, 'A boat')).why).toBe('The sea is close.');

    await page.getByRole('button', { name: 'Show the log' }).click();
    await expect.poll(() => home.opened.at(-1)).toMatch(/cairn\.log$/);
    expect(home.log).toContain('the page broke');
    expect(home.log).not.toContain('Rosebud');

    await page.evaluate(() => {
      (globalThis as unknown as { mend: () => void }).mend();
    });
    await page.getByRole('button', { name: 'Load it again' }).click();
    await outline.row('The hull').waitFor();
    window.faults.length = 0;
    app.forget();
  });

  journey('in a promise that nobody waits for, it says so too', async ({ app, window }) => {
    const { page, outline } = await ownPlan(window.page, ['A boat']);
    await page.evaluate(() => void Promise.reject(new Error('lost')));
    await page.getByRole('button', { name: 'Load it again' }).click();
    await outline.row('A boat').waitFor();
    window.faults.length = 0;
    await expect.poll(() => app.log.length).toBe(1);
    app.forget();
  });
});

/** As much of a plan's JSON as the README of a bundle explains and this test needs. */
interface Left {
  items: { title: string; notes: string }[];
  pieces: { picture: string }[];
}

describe('everything', () => {
  journey(
    'leaves as a bundle from which others can rebuild titles, notes and pictures',
    async ({ home, window }) => {
      const { page, outline, palette, frame } = await samplePlan(window.page);
      const [first, second] = ['plans.zip', 'again.zip'].map((name) => join(home.path, name));
      for (const path of [first, second]) {
        home.answer(path ?? '');
        await palette.ask('export everything');
        await page.keyboard.press('Enter');
        await frame.notice
          .getByText(`Everything is in ${path?.split('/').at(-1) ?? ''}.`)
          .waitFor();
      }
      const raw = readFileSync(first ?? '');
      expect(raw.equals(readFileSync(second ?? ''))).toBe(true);

      const entries = unzip(raw);
      const left = JSON.parse(String(entries.get('plans/Publish a book.json'))) as Left;
      const titles = left.items.map(({ title }) => title);
      const shown = (await outline.rows()).map((row) => row.trim().replace(/^\w+: | ✓$/g, ''));
      expect(titles).toEqual(expect.arrayContaining(shown));
      expect(left.items.filter(({ notes }) => notes !== '').length).toBeGreaterThan(0);
      expect(String(entries.get('plans/Publish a book.md'))).toContain(GOAL);
      const pictures = left.pieces.map(({ picture }) => picture).filter((hash) => hash !== '');
      expect(pictures.length).toBeGreaterThan(0);
      for (const hash of pictures)
        expect(
          [...entries.keys()].filter((name) => name.startsWith(`pictures/${hash}`)),
        ).toHaveLength(1);
      const vault = entries.get('vault.cairn') ?? Buffer.alloc(0);
      expect(vault.toString('latin1', 0, 15)).toBe('SQLite format 3');
    },
  );
});
