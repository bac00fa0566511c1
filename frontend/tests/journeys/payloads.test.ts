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
import { hands, samplePlan, type Hands } from '../pages/hands';
import { MindMap } from '../pages/map';
import { MapPicture } from '../pages/mappicture';
import { Report } from '../pages/report';
import { Roadmap } from '../pages/roadmap';
import { Session } from '../pages/session';
import { VisionBoard } from '../pages/vision';

/** What a text may never become in the document. */
const ALIVE =
  'iframe, object, embed, marquee, form[action], [href^="javascript" i], [onerror], [onload], [onfocus]';
const VIEWS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key) => `Control+${key}`);

/** A window that notes which payloads have run in it. */
interface Listening {
  readonly seen: readonly number[];
}

/** Makes the windows of a page note that. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seen, ran: (n: number) => seen.push(n) });
  });
}

/** Which payloads have run, and what of them is alive in the document. */
async function harm(page: Page): Promise<readonly unknown[]> {
  await page.waitForTimeout(400); // what fails to load says so a moment later
  const seen = await page.evaluate(() => (globalThis as unknown as Listening).seen);
  const alive = await page.locator(ALIVE).evaluateAll((all) => all.map((one) => one.outerHTML));
  return [...seen, ...alive];
}

/** Opens documents, each in a frame of its own, and tells what of each ran. */
async function written(
  browser: Browser,
  documents: readonly string[],
): Promise<readonly (readonly number[])[]> {
  const page = await browser.newPage();
  await listen(page);
  await page.goto('about:blank');
  await page.evaluate(async (all) => {
    const opened = all.map((srcdoc) => {
      const frame = document.createElement('iframe');
      const loaded = new Promise((done) => (frame.onload = done));
      frame.srcdoc = srcdoc;
      document.body.append(frame);
      return loaded;
    });
    await Promise.all(opened);
  }, documents);
  await page.waitForTimeout(400); // what fails to load says so a moment later
  const seen = await page.evaluate(() =>
    Array.from({ length: frames.length }, (_, n) => (frames[n] as unknown as Listening).seen),
  );
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
function withPayloads(json: string, payloads: readonly string[]): string {
  const rest = [...payloads];
  const plan = JSON.parse(json, (key, value: unknown) =>
    typeof value === 'string' && value.includes(' ') && key !== 'colours'
      ? (rest.shift() ?? payloads[0])
      : value,
  ) as Bundled;
  const parentId = plan.items.find(({ kind }) => kind === 'goal')?.id ?? '';
  for (const title of rest) plan.items.push({ kind: 'step', title, parentId });
  return JSON.stringify(plan);
}

/** The same for a bundle with one plan in it. */
function poisoned(bundle: Buffer, payloads = PAYLOADS): Buffer {
  const entries = unzip(bundle);
  for (const [name, text] of entries)
    if (name.startsWith('base/')) entries.delete(name);
    else if (/^plans\/.*\.json$/.test(name))
      entries.set(name, Buffer.from(withPayloads(String(text), payloads)));
  return zip(entries);
}

/** A window with the plan in it whose words are scripts, and no policy that keeps them from running. */
class Poisoned {
  readonly theirs = new Home();
  readonly #browser: Browser;
  readonly #bundle: Buffer;
  #app?: App;
  #beside?: Window;

  constructor(browser: Browser, bundle: Buffer) {
    this.#browser = browser;
    this.#bundle = bundle;
  }

  /** Starts the program, and brings the plan in. */
  async open(): Promise<Hands> {
    mkdirSync(this.theirs.path, { recursive: true });
    const app = await App.start(this.theirs);
    this.#app = app;
    this.#beside = await Window.open(this.#browser, app.url, { bypassCSP: true });
    const { page } = this.#beside;
    await listen(page);
    await page.reload();
    const all = hands(page);
    await all.start.begin('Me');
    await all.outline.firstLine.waitFor();
    const handover = await this.lookIn(page, 'bad.zip', PAYLOADS);
    await handover.bundle.getByText('new here').waitFor();
    expect(await harm(page), 'before it comes in').toEqual([]);
    await handover.bringIn();
    await expect.poll(async () => (await vault(app)).items.length).toBeGreaterThan(300);
    return all;
  }

  /** Looks into the bundle with these words in it. */
  async lookIn(page: Page, name: string, payloads: readonly string[]): Promise<HandOver> {
    const path = join(this.theirs.path, name);
    writeFileSync(path, poisoned(this.#bundle, payloads));
    const handover = new HandOver(page, this.theirs);
    await handover.lookIn(path);
    return handover;
  }

  /** What a picture that was saved holds, and that nothing of it runs. */
  async drawn(name: string): Promise<string> {
    const text = readFileSync(join(this.theirs.path, name), 'latin1');
    if (name.endsWith('.svg')) expect(await written(this.#browser, [text]), name).toEqual([[]]);
    else expect(text, name).not.toMatch(/\/(JS|JavaScript|OpenAction|AA|URI|Launch)\b/);
    return text;
  }

  async close(): Promise<void> {
    await this.#beside?.close();
    await this.#app?.stop();
    await this.theirs.remove();
  }
}

/** Every view, every side, and what is asked and answered over them. */
async function lookAround({ page, frame, palette }: Hands): Promise<void> {
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
}

/** What is drawn to be saved, on the screen and in the files. */
async function draw({ page, frame }: Hands, of: Poisoned): Promise<void> {
  const { theirs } = of;
  const save = async (by: MapPicture | Roadmap, what: string) => {
    expect(await harm(page), what).toEqual([]);
    for (const format of ['SVG', 'PDF'] as const) {
      const name = `${what}.${format.toLowerCase()}`;
      await by.save(format, join(theirs.path, what));
      await frame.notice.getByText(`The ${what} is saved as ${name}.`).waitFor();
      const text = await of.drawn(name);
      if (format === 'SVG') expect(text).toContain('ran(');
    }
    await page.keyboard.press('Escape');
  };
  await new MindMap(page).open();
  const picture = new MapPicture(page, theirs);
  await picture.open();
  await picture.draw('The whole plan unfolded');
  await save(picture, 'map');
  const roadmap = new Roadmap(page, theirs);
  await roadmap.open();
  await save(roadmap, 'roadmap');

  const report = new Report(page);
  await report.open();
  expect((await report.shown()).join(' ')).toContain('ran(');
  expect(await harm(page), 'report').toEqual([]);
  theirs.answer(join(theirs.path, 'week.pdf'));
  await report.press('Save as PDF');
  await frame.notice.getByText('Saved week.pdf.').waitFor();
  await of.drawn('week.pdf');
  await page.keyboard.press('Escape');

  const vision = new VisionBoard(page);
  await vision.open();
  await vision.openPoster();
  expect(await harm(page), 'poster').toEqual([]);
  await page.keyboard.press('Escape');
}

/** A session whose questions are made of what was said. */
async function talk({ page }: Hands): Promise<void> {
  const session = new Session(page);
  await session.begin('Plan model');
  for (const payload of PAYLOADS.slice(0, 5)) {
    await page.keyboard.insertText(payload);
    await page.keyboard.press('Enter');
    expect(await harm(page), payload).toEqual([]);
  }
  await session.screen.getByText('ran(').first().waitFor();
  await page.keyboard.press('Escape');
}

describe('words that are scripts', () => {
  journey('would run where they are taken for markup', async ({ browser }) => {
    const told = await written(
      browser,
      PAYLOADS.slice(0, 25).map((payload) => `<body>${payload}`),
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

      const all = new Poisoned(browser, readFileSync(path));
      const hand = await all.open();
      await lookAround(hand);
      await draw(hand, all);
      await talk(hand);
      // What comes back with other scripts in the place of these is told from what is here.
      const handover = await all.lookIn(hand.page, 'worse.zip', [...PAYLOADS].reverse());
      await handover.bundle.getByText('ran(').first().waitFor();
      expect(await harm(hand.page), 'what differs').toEqual([]);
      await all.close();
    },
    300_000,
  );
});
