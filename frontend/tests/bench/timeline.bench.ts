import type { Browser } from 'playwright-core';
import { test } from 'vitest';
import { openBrowser } from '../house/browser';
import { clientOf } from './bars';
import { Boards } from './boards';
import { Frames } from './frames';
import type {} from './peers/timelines';
import { Stopwatch } from './stopwatch';
import { Series, table } from './table';

// Timelines of several makers with the same bars over ten years, four of five
// waiting for the one before, in one browser, turn and turn about; only ratios
// inside one run count. `npm run bench:timeline` prints the tables.

const ROUNDS = 5;
const FRAMES = 90;
/** More than this is too much for some to be used. */
const MANY = 1_000;

/** Ours, and timelines that others make. vis-timeline keeps everything in the document: of 10,000 bars it is asked to draw only. */
const MAKES: Record<string, string> = {
  cairn: 'Cairn',
  svar: 'SVAR Gantt',
  vis: 'vis-timeline',
  bare: 'an empty page',
};
/** How near one looks while it scrolls: bars that can be read, and the years. */
const READABLE = 1;
const OVERVIEW = 2;

class Runner {
  readonly first = new Series();
  readonly zoom = new Series();
  readonly readable = new Frames();
  readonly overview = new Frames();
  readonly elements = new Series();

  constructor(
    readonly name: string,
    /** It is only asked to draw. */
    readonly brief: boolean,
  ) {}

  async round(browser: Browser, url: string): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(180_000);
    await page.goto(url);
    await page.waitForFunction(() => window.race !== undefined);
    this.first.add(await page.evaluate((name) => window.race!.first(name), this.name));
    if (this.brief) return context.close();
    const watch = await Stopwatch.on(page);
    this.elements.add(await watch.elements());
    for (const level of [0, 1, 2, 3, READABLE])
      this.zoom.add(await page.evaluate((to) => window.race!.zoom(to), level));
    const run = () => page.evaluate((count) => window.race!.scroll(150, count), FRAMES);
    await this.readable.add(watch, FRAMES, run);
    await page.evaluate((to) => window.race!.zoom(to), OVERVIEW);
    await this.overview.add(watch, FRAMES, run);
    await context.close();
  }
}

for (const [count, names] of [
  [1_000, ['cairn', 'svar', 'vis', 'bare']],
  [10_000, ['cairn', 'svar', 'vis', 'bare']],
] as const)
  test(`${String(count)} bars`, async () => {
    const boards = await Boards.open(clientOf(count), 'timelines.ts');
    const browser = await openBrowser();
    try {
      const runners = names.map((name) => new Runner(name, name === 'vis' && count > MANY));
      for (let round = 0; round < ROUNDS; round++)
        for (const runner of runners) await runner.round(browser, boards.url);
      process.stdout.write(`\n${table(compared(runners, count))}\n`);
    } finally {
      await browser.close();
      boards.close();
    }
  });

function compared(runners: readonly Runner[], count: number): string[][] {
  const row = (name: string, of: (one: Runner) => Series, share = 0.5): string[] => {
    const [ours = NaN, ...others] = runners.map((one) => of(one).at(share));
    return [
      name,
      ...[ours, ...others].map((value) => told(value, 1)),
      ...others.map((other) => told(other / ours, 2, ' ×')),
    ];
  };
  const names = runners.map(({ name }) => MAKES[name] ?? name);
  return [
    [`${String(count)} bars`, ...names, ...names.slice(1).map((name) => `${name} : Cairn`)],
    row('first bar painted, ms', (one) => one.first),
    row('zoom to paint, ms', (one) => one.zoom),
    row('scroll 150 px a frame, p95 ms', (one) => one.readable.took, 0.95),
    lost(
      'frames lost, bars that can be read (bar 15 % beside an empty page)',
      runners,
      (one) => one.readable,
    ),
    lost('frames lost, overview (bar 5 %)', runners, (one) => one.overview),
    row('elements', (one) => one.elements),
  ];
}

function lost(name: string, runners: readonly Runner[], of: (one: Runner) => Frames): string[] {
  return [name, ...runners.map((one) => told(of(one).dropped * 100, 1, ' %'))];
}

/** A figure; nothing for what was not asked for. */
function told(value: number, digits: number, unit = ''): string {
  return Number.isNaN(value) ? '' : value.toFixed(digits) + unit;
}
