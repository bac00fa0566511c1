import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { App } from '../house/app';
import { Window } from '../house/browser';
import { Home } from '../house/home';
import { journey } from '../house/journey';
import { PAYLOADS } from '../house/payloads';
import { unzip } from '../house/unzip';
import { vault } from '../house/vault';
import { zip } from '../house/zip';
import { HandOver } from '../pages/handover';
import { hands, samplePlan } from '../pages/hands';
import { MindMap } from '../pages/map';
import { MapPicture } from '../pages/mappicture';

/** What a text may never become in the document. */
const ALIVE =
  'iframe, object, embed, marquee, form[action], [href^="javascript" i], [onerror], [onload], [onfocus]';
const VIEWS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key) => `Control+${key}`);

/** Notes which payloads run in a page. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seen, ran: (n: number) => seen.push(n) });
  });
}

/** Which payloads have run in a page that listens. */
async function ran(page: Page): Promise<readonly number[]> {
  await page.waitForTimeout(400); // what fails to load says so a moment later
  return await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
}

/** Which payloads have run, and what of them is alive in the document. */
async function harm(page: Page): Promise<readonly unknown[]> {
  const seen = await ran(page);
  const alive = await page.locator(ALIVE).evaluateAll((all) => all.map((one) => one.outerHTML));
  return [...seen, ...alive];
}

/** Writes a document into an empty page, and tells what of it ran. */
async function written(browser: Browser, html: string): Promise<readonly number[]> {
  const page = await browser.newPage();
  await listen(page);
  await page.goto('about:blank');
  await page.evaluate((text) => {
    document.open();
    document.write(text);
    document.close();
  }, html);
  const seen = await ran(page);
  await page.close();
  return seen;
}

interface Bundled {
  readonly items: {
    readonly id?: string;
    readonly kind: string;
    readonly title: string;
    readonly parentId?: string;
  }[];
}

/**
 * Puts a payload in the place of every sentence of a plan, whatever it is said of, and
 * the rest of them into steps of their own.
 */
function withPayloads(json: string): string {
  const rest = [...PAYLOADS];
  const plan = JSON.parse(json, (key, value: unknown) =>
    typeof value === 'string' && value.includes(' ') && key !== 'colours'
      ? (rest.shift() ?? PAYLOADS[0])
      : value,
  ) as Bundled;
  const parentId = plan.items.find(({ kind }) => kind === 'goal')?.id ?? '';
  for (const title of rest) plan.items.push({ kind: 'step', title, parentId });
  return JSON.stringify(plan);
}

/** The same for a bundle with one plan in it. */
function poisoned(bundle: Buffer): Buffer {
  const entries = unzip(bundle);
  for (const [name, text] of entries)
    if (name.startsWith('base/')) entries.delete(name);
    else if (/^plans\/.*\.json$/.test(name))
      entries.set(name, Buffer.from(withPayloads(String(text))));
  return zip(entries);
}

describe('words that are scripts', () => {
  journey('would run where they are taken for markup', async ({ browser }) => {
    const told = await Promise.all(
      PAYLOADS.slice(0, 25).map((payload) => written(browser, `<body>${payload}`)),
    );
    expect(told.filter((seen) => seen.length > 0).length).toBeGreaterThan(10);
  });

  journey(
    'run in no view, at no side and in no picture, even without the policy of the page',
    async ({ browser, home, window }) => {
      const from = await samplePlan(window.page);
      const path = join(home.path, 'all.zip');
      home.answer(path);
      await from.palette.ask('export everything');
      await from.page.keyboard.press('Enter');
      await from.frame.notice.getByText('Everything is in').waitFor();

      const theirs = new Home();
      mkdirSync(theirs.path, { recursive: true });
      const bad = join(theirs.path, 'bad.zip');
      writeFileSync(bad, poisoned(readFileSync(path)));
      const app = await App.start(theirs);
      const beside = await Window.open(browser, app.url, { bypassCSP: true });
      const { page } = beside;
      await listen(page);
      await page.reload();
      const { start, outline, frame, palette } = hands(page);
      await start.begin('Me');
      await outline.firstLine.waitFor();
      const handover = new HandOver(page, theirs);
      await handover.lookIn(bad);
      await handover.bundle.getByText('new here').waitFor();
      expect(await harm(page), 'before it comes in').toEqual([]);
      await handover.bringIn();
      await expect.poll(async () => (await vault(app)).items.length).toBeGreaterThan(300);

      for (const view of VIEWS) {
        await page.keyboard.press(view);
        expect(await harm(page), view).toEqual([]);
      }
      await page.keyboard.press('Control+4');
      for (let row = 0; row < 40; row++) await page.keyboard.press('ArrowDown');
      expect(await harm(page), 'details').toEqual([]);
      for (const side of ['Ideas', 'Trash'] as const) {
        await frame.toggle(side);
        expect(await harm(page), side).toEqual([]);
      }
      await palette.ask('ran');
      expect(await harm(page), 'palette').toEqual([]);
      await page.keyboard.press('Escape');
      for (const keys of ['Control+Shift+f', 'Control+Shift+i', 'Control+Alt+w']) {
        await page.keyboard.press(keys);
        if (keys.endsWith('f')) await page.keyboard.type('ran');
        expect(await harm(page), keys).toEqual([]);
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
      }

      await new MindMap(page).open();
      const picture = new MapPicture(page, theirs);
      await picture.open();
      await picture.draw('The whole plan unfolded');
      await picture.save('SVG', join(theirs.path, 'map'));
      await frame.notice.getByText('The map is saved as map.svg.').waitFor();
      const svg = readFileSync(join(theirs.path, 'map.svg'), 'utf8');
      expect(svg).toContain('ran(');
      expect(await written(browser, svg), 'the map as SVG').toEqual([]);
      await picture.save('PDF', join(theirs.path, 'map'));
      await frame.notice.getByText('The map is saved as map.pdf.').waitFor();
      const pdf = readFileSync(join(theirs.path, 'map.pdf'), 'latin1');
      expect(pdf).not.toMatch(/\/(JS|JavaScript|OpenAction|AA|URI|Launch)\b/);

      await beside.close();
      await app.stop();
      await theirs.remove();
    },
    300_000,
  );
});
