import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inject, test } from 'vitest';
import { App } from '../house/app';
import { openBrowser } from '../house/browser';
import { openDisplay } from '../house/display';
import { Home } from '../house/home';
import { call, vault } from '../house/vault';
import { Launch } from './launch';
import { planOf } from './plan';
import { table, type Series } from './table';

// How long a start takes until the window can be used, against a window of
// Wails with a button in it (app/testdata/empty), built the same way. All take
// turns on one display. Every start is a new process with new processes of
// WebKit; the files come from the system's memory, as at a second start of the
// day. `npm run bench:start` prints the table; the bar is 1.25, the aim 1.1.

const ROUNDS = 10;
const COUNT = 10_000;
const HEAD = ['', 'window, ms', 'usable, ms', 'ratio', 'processor until then, ms', 'ratio'];
const ROOT = join(import.meta.dirname, '../../..');

test('from exec to a window that can be used', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-empty-'));
  const display = await openDisplay();
  const homes = [new Home(), await sampleHome(), await fullHome(), new Home()] as const;
  try {
    const [nothing, sample, full, first] = homes;
    const empty = new Launch(emptyWindow(folder), '^Empty$', nothing);
    const ours = {
      'the sample plan': new Launch(inject('product'), '^Cairn$', sample),
      [`${String(COUNT)} items`]: new Launch(inject('product'), '^Cairn$', full),
      'the first start': new Launch(inject('product'), '^Cairn$', first, 'Tab'),
    };
    for (let round = 0; round <= ROUNDS; round++) {
      for (const launch of [empty, ...Object.values(ours)]) await launch.round(display);
      if (round === 0) for (const launch of [empty, ...Object.values(ours)]) launch.forget();
    }
    const rows = Object.entries({ 'an empty window': empty, ...ours }).map(([name, one]) => [
      name,
      String(one.window),
      String(one.usable),
      ratio(one.usable, empty.usable),
      String(one.work),
      ratio(one.work, empty.work),
    ]);
    process.stdout.write(`\n${table([HEAD, ...rows])}\n`);
  } finally {
    display.close();
    await Promise.all(homes.map((home) => home.remove()));
    rmSync(folder, { recursive: true });
  }
});

/** Builds the empty window as the product is built. */
function emptyWindow(folder: string): string {
  const binary = join(folder, 'empty');
  const tags = 'desktop,production,webkit2_41';
  execFileSync('go', ['build', '-tags', tags, '-o', binary, './app/testdata/empty'], { cwd: ROOT });
  return binary;
}

/** A home with the sample plan in its vault. */
function sampleHome(): Promise<Home> {
  return homeWith((_, page) => call(page, 'Vault', 'StartSample', 'book'));
}

/** A home with a large plan in its vault. */
function fullHome(): Promise<Home> {
  return homeWith(async (app, page) => {
    await call(page, 'Vault', 'Start', 'me', 'Bench');
    const place = { planId: (await vault(app)).show, parentId: '', afterId: '' };
    await call(page, 'Items', 'Paste', { place, text: planOf(COUNT) });
  });
}

async function homeWith(fill: (app: App, page: Page) => Promise<unknown>): Promise<Home> {
  const home = new Home();
  const app = await App.start(home);
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(app.url);
  await fill(app, page);
  await browser.close();
  await app.stop();
  return home;
}

function ratio(a: Series, b: Series): string {
  return `${(a.at(0.5) / b.at(0.5)).toFixed(2)} ×`;
}
