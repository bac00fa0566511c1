import { openBrowser } from '../house/browser';
import { Home } from '../house/home';
import { WebKit } from '../house/webdriver';
import type {} from './peers/walls';
import { Stopwatch } from './stopwatch';
import { SOFTWARE } from './surveyor';
import { Frames } from './frames';
import { Series } from './table';

/** Draws nothing: there is nothing to wait for. */
const NOTHING = 'nothing';
const FRAMES = 90;
/** How far a frame moves the whole board, and the board at its own size, in px. */
const FAR_STEP = 8;
const NEAR_STEP = 16;
const PATIENCE = 120_000;

/** What is asked of a board: all of it in the window, then at its own size. */
export const MOVES = ['drag', 'pan', 'zoom', 'near pan', 'near drag'] as const;
type Move = (typeof MOVES)[number];

/** What one board costs in one engine, over all rounds. */
export abstract class Visitor {
  readonly first = new Series();
  readonly moves = Object.fromEntries(MOVES.map((move) => [move, new Frames()])) as Readonly<
    Record<Move, Frames>
  >;

  constructor(readonly name: string) {}

  /** Hangs the board up in an engine of its own, and does with it what a hand does. */
  abstract round(url: string): Promise<void>;
}

/** In Chromium, whose processors can be read. */
export class InChromium extends Visitor {
  /** What the page keeps after all that, and what its browser takes with the pictures in it, in MB. */
  readonly heap = new Series();

  async round(url: string): Promise<void> {
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    await page.waitForFunction(() => window.gallery !== undefined);
    const watch = await Stopwatch.on(page);
    const first = await page.evaluate((name) => window.gallery!.first(name), this.name);
    if (this.name !== NOTHING) this.first.add(first);
    const before = await page.screenshot();
    const moved = (name: Move, run: () => Promise<number[]>) =>
      this.moves[name].add(watch, FRAMES, run);
    await moved('drag', () => page.evaluate((n) => window.gallery!.drag(n), FRAMES));
    if (this.name !== NOTHING && before.equals(await page.screenshot()))
      throw new Error(`${this.name} did not move the piece`);
    const far = { count: FRAMES, step: FAR_STEP };
    const near = { count: FRAMES, step: NEAR_STEP };
    await moved('pan', () =>
      page.evaluate(({ count, step }) => window.gallery!.pan(count, step), far),
    );
    await moved('zoom', () => page.evaluate((n) => window.gallery!.zoom(n), FRAMES));
    await page.evaluate(() => window.gallery!.look(true));
    await moved('near pan', () =>
      page.evaluate(({ count, step }) => window.gallery!.pan(count, step), near),
    );
    await moved('near drag', () => page.evaluate((n) => window.gallery!.drag(n), FRAMES));
    this.heap.add(await watch.memory());
    await browser.close();
  }
}

/** In WebKitGTK, the engine of the window on Linux. */
export class InWebKit extends Visitor {
  async round(url: string): Promise<void> {
    const home = new Home();
    const webkit = await WebKit.open(home, SOFTWARE);
    try {
      await webkit.resize(1300, 880);
      await webkit.patience(PATIENCE);
      await webkit.visit(url);
      await webkit.until('return window.gallery !== undefined');
      const ask = <T>(what: string, ...args: unknown[]) =>
        webkit.run<T>(`return window.gallery.${what}(...arguments)`, ...args);
      const first = await ask<number>('first', this.name);
      if (this.name !== NOTHING) this.first.add(first);
      const moved = async (name: Move, what: string, ...args: unknown[]) =>
        this.moves[name].took.add(...(await ask<number[]>(what, ...args)));
      await moved('drag', 'drag', FRAMES);
      await moved('pan', 'pan', FRAMES, FAR_STEP);
      await moved('zoom', 'zoom', FRAMES);
      await ask('look', true);
      await moved('near pan', 'pan', FRAMES, NEAR_STEP);
      await moved('near drag', 'drag', FRAMES);
    } finally {
      await webkit.close();
      await home.remove();
    }
  }
}
