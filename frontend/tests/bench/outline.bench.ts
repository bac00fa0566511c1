import type { Browser, Page } from 'playwright-core';
import { test } from 'vitest';
import { App } from '../house/app';
import { openBrowser } from '../house/browser';
import { Home } from '../house/home';
import { call, vault } from '../house/vault';
import { drawEverything } from './everything';
import { firstPainted, openMarked } from './first';
import { planOf } from './plan';
import { FRAME, Stopwatch } from './stopwatch';
import { Series, table } from './table';

// The outline with 10,000 items against the same rows all in the document, and
// against one frame. Both run in one browser, turn and turn about; only ratios
// inside one run count. `npm run bench` prints the table.

const COUNT = 10_000;
const ROUNDS = 6;

/** The keys that are pressed, and the attribute by which their change is seen. */
const KEYS = [
  { name: 'walk (↓)', key: 'ArrowDown', what: ['aria-selected'] },
  { name: 'lay a stone (Space)', key: 'Space', what: ['data-s'] },
  { name: 'new line (Enter)', key: 'Enter', what: [] },
] as const;

test(`${String(COUNT)} items`, async () => {
  const home = new Home();
  const app = await App.start(home);
  const browser = await openBrowser();
  try {
    const empty = await firstPaints(browser, app, () => begin(browser, app));
    const full = await firstPaints(browser, app, () => fill(browser, app));
    const rows = [
      ['', 'Cairn', 'all in the document', 'ratio', 'frames'],
      ['page to first row painted, ms', String(full), '–', '–', ratio(full.at(0.5), FRAME)],
      ['  the same with one item', String(empty), '–', ratio(full.at(0.5), empty.at(0.5)), '–'],
      ...(await hands(browser, app)),
    ];
    process.stdout.write(`\n${table(rows)}\n`);
  } finally {
    await browser.close();
    await app.stop();
    home.remove();
  }
});

/** A vault with one item. */
async function begin(browser: Browser, app: App): Promise<void> {
  const page = await open(browser, app);
  await call(page, 'Vault', 'Start', 'me', 'Bench');
  const place = { planId: (await vault(app)).show, parentId: '', afterId: '' };
  await call(page, 'Items', 'Paste', { place, text: 'One' });
  await page.context().close();
}

/** The same vault with all the others. */
async function fill(browser: Browser, app: App): Promise<void> {
  const page = await open(browser, app);
  const place = { planId: (await vault(app)).show, parentId: '', afterId: '' };
  await call(page, 'Items', 'Paste', { place, text: planOf(COUNT - 1) });
  await page.context().close();
}

/** How long it takes from asking for the page until its first row is painted, Go's reading of the file included. */
async function firstPaints(
  browser: Browser,
  app: App,
  prepare: () => Promise<void>,
): Promise<Series> {
  await prepare();
  const series = new Series();
  for (let i = 0; i < ROUNDS; i++) {
    const page = await open(browser, app);
    series.add(await firstPainted(page));
    await page.context().close();
  }
  return series;
}

/** What the hands notice: keys, scrolling, memory. */
async function hands(browser: Browser, app: App): Promise<string[][]> {
  const ours = await Stopwatch.on(await open(browser, app));
  const theirs = await Stopwatch.on(await open(browser, app));
  const titles = (await vault(app)).items.map((item) => item.title);
  for (const { page } of [ours, theirs]) await firstPainted(page);
  await drawEverything(theirs.page, titles);
  await ours.page
    .locator('.row.step')
    .nth(3)
    .click({ position: { x: 500, y: 8 } });
  const rows = [];
  for (const { name, key, what } of KEYS)
    rows.push(...(await pressed(ours, theirs, name, key, what)));
  rows.push(await typed(ours));
  for (const step of [120, 1_500]) rows.push(...(await scrolled(ours, theirs, step)));
  rows.push(await compared('page memory, MB', ours, theirs, (one) => one.memory()));
  rows.push(await compared('elements', ours, theirs, (one) => one.elements()));
  return rows;
}

async function pressed(
  ours: Stopwatch,
  theirs: Stopwatch,
  name: string,
  key: string,
  what: readonly string[],
): Promise<string[][]> {
  const paint = { a: new Series(), b: new Series() };
  const work = { a: new Series(), b: new Series() };
  for (let i = 0; i < ROUNDS * 2; i++) {
    await ours.page.bringToFront();
    work.a.add(await ours.work(async () => paint.a.add(await ours.key(key, what))));
    if (key === 'Enter') await ours.page.keyboard.press('Escape');
    await theirs.page.bringToFront();
    await theirs.page.evaluate(() =>
      document.querySelectorAll('.rows .stone').forEach((s) => s.setAttribute('data-s', 'todo')),
    );
    work.b.add(await theirs.work(async () => paint.b.add(await theirs.key(key, what))));
  }
  return [
    line(`${name} to paint, ms`, paint.a, paint.b),
    line(`${name}, processor ms`, work.a, work.b),
  ];
}

async function typed(ours: Stopwatch): Promise<string[]> {
  const series = new Series();
  await ours.page.bringToFront();
  await ours.page.keyboard.press('Enter');
  for (const letter of 'typing at speed')
    series.add(await ours.key(letter === ' ' ? 'Space' : letter, ['data-text']));
  await ours.page.keyboard.press('Escape');
  return ['letter to paint, ms', String(series), '–', '–', ratio(series.at(0.5), FRAME)];
}

async function scrolled(ours: Stopwatch, theirs: Stopwatch, step: number): Promise<string[][]> {
  const frames = { a: new Series(), b: new Series() };
  const work = { a: new Series(), b: new Series() };
  for (let i = 0; i < ROUNDS / 2; i++) {
    await ours.page.bringToFront();
    work.a.add(
      (await ours.work(async () => frames.a.add(...(await ours.scroll('.surface', step, 90))))) /
        90,
    );
    await theirs.page.bringToFront();
    work.b.add(
      (await theirs.work(async () =>
        frames.b.add(...(await theirs.scroll('.surface', step, 90))),
      )) / 90,
    );
  }
  const p95 = [frames.a.at(0.95), frames.b.at(0.95)] as const;
  const name = `scroll ${String(step)} px a frame`;
  return [
    [
      `${name}, p95 ms`,
      ...p95.map((v) => v.toFixed(1)),
      ratio(p95[0], p95[1]),
      ratio(p95[0], FRAME),
    ],
    line(`${name}, processor ms a frame`, work.a, work.b),
  ];
}

async function compared(
  name: string,
  ours: Stopwatch,
  theirs: Stopwatch,
  measure: (one: Stopwatch) => Promise<number>,
): Promise<string[]> {
  const [a, b] = [await measure(ours), await measure(theirs)];
  return [name, a.toFixed(1), b.toFixed(1), ratio(a, b), '–'];
}

function line(name: string, a: Series, b: Series): string[] {
  return [name, String(a), String(b), ratio(a.at(0.5), b.at(0.5)), ratio(a.at(0.5), FRAME)];
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} ×`;
}

function open(browser: Browser, app: App): Promise<Page> {
  return openMarked(browser, app.url, '[data-row]');
}
