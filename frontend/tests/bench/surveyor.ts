import { openBrowser } from '../house/browser';
import { Home } from '../house/home';
import { WebKit } from '../house/webdriver';
import { Frames } from './frames';
import type {} from './peers/maps';
import { Stopwatch } from './stopwatch';
import { Series } from './table';

/** Draws nothing: there is nothing to wait for, and nothing to edit. */
const NOTHING = 'nothing';
const EDITS = 5;
const FRAMES = 90;
/** The slowest of them may take so long, in ms. */
const PATIENCE = 180_000;
/** As the program asks WebKitGTK for it: no hardware draws anything. */
export const SOFTWARE = {
  WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  WEBKIT_DISABLE_DMABUF_RENDERER: '1',
};

/** What is asked of a map while it moves. */
export const MOVES = ['pan', 'zoom', 'overview'] as const;
type Move = (typeof MOVES)[number];

/** What one map costs in one engine, over all rounds. */
export abstract class Surveyor {
  readonly first = new Series();
  readonly edit = new Series();
  readonly moves: Readonly<Record<Move, Frames>> = {
    pan: new Frames(),
    zoom: new Frames(),
    overview: new Frames(),
  };

  constructor(readonly name: string) {}

  /** Draws the map in an engine of its own, and does with it what a hand does. */
  abstract round(url: string): Promise<void>;
}

type Asked = 'first' | 'settle' | 'edit' | 'pan' | 'zoom' | 'away';

/** In Chromium, whose processors can be read. */
export class InChromium extends Surveyor {
  readonly editWork = new Series();
  readonly editOwn = new Series();
  readonly memory = new Series();
  readonly elements = new Series();

  async round(url: string): Promise<void> {
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    await page.waitForFunction(() => window.survey !== undefined);
    const watch = await Stopwatch.on(page);
    const first = await page.evaluate((name) => window.survey!.first(name), this.name);
    if (this.name !== NOTHING) this.first.add(first);
    this.elements.add(await watch.elements());
    this.memory.add(await watch.memory());
    await page.evaluate(() => window.survey!.settle());
    const moved = (name: Move, run: () => Promise<number[]>) =>
      this.moves[name].add(watch, FRAMES, run);
    await moved('pan', () => page.evaluate((n) => window.survey!.pan(n), FRAMES));
    if (this.name !== NOTHING) await this.#edits(watch);
    await moved('zoom', () => page.evaluate((n) => window.survey!.zoom(n), FRAMES));
    await page.evaluate(() => window.survey!.away());
    await moved('overview', () => page.evaluate((n) => window.survey!.pan(n), FRAMES));
    await browser.close();
  }

  async #edits(watch: Stopwatch): Promise<void> {
    for (let i = 0; i < EDITS; i++)
      this.editWork.add(
        await watch.work(async () => {
          const { own, painted } = await watch.page.evaluate(() => window.survey!.edit());
          this.editOwn.add(own);
          this.edit.add(painted);
        }),
      );
  }
}

/** In WebKitGTK, the engine of the window on Linux. */
export class InWebKit extends Surveyor {
  async round(url: string): Promise<void> {
    const home = new Home();
    const webkit = await WebKit.open(home, SOFTWARE);
    try {
      await webkit.resize(1300, 880);
      await webkit.patience(PATIENCE);
      await webkit.visit(url);
      await webkit.until('return window.survey !== undefined');
      const ask = <T>(what: Asked, ...args: unknown[]) =>
        webkit.run<T>(`return window.survey.${what}(...arguments)`, ...args);
      const first = await ask<number>('first', this.name);
      await ask('settle');
      this.moves.pan.took.add(...(await ask<number[]>('pan', FRAMES)));
      if (this.name !== NOTHING) {
        this.first.add(first);
        for (let i = 0; i < EDITS; i++)
          this.edit.add((await ask<{ painted: number }>('edit')).painted);
      }
      this.moves.zoom.took.add(...(await ask<number[]>('zoom', FRAMES)));
      await ask('away');
      this.moves.overview.took.add(...(await ask<number[]>('pan', FRAMES)));
    } finally {
      await webkit.close();
      await home.remove();
    }
  }
}
