import type { Browser, Page } from 'playwright-core';
import type {} from './peers/arena';
import { Stopwatch } from './stopwatch';
import { Series } from './table';

const MOVES = 8;
const FRAMES = 90;
const STEP = 150;

/** What one board costs, over all rounds. */
export class Contest {
  readonly first = new Series();
  readonly move = new Series();
  readonly moveWork = new Series();
  readonly scroll = new Series();
  readonly scrollWork = new Series();
  readonly drag = new Series();
  readonly memory = new Series();
  readonly elements = new Series();

  constructor(readonly name: string) {}

  /** Draws the board in a window of its own, and does with it what a hand does. */
  async round(browser: Browser, url: string): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.goto(url);
    await page.waitForFunction(() => window.arena !== undefined);
    this.first.add(await page.evaluate((name) => window.arena!.first(name), this.name));
    const watch = await Stopwatch.on(page);
    this.elements.add(await watch.elements());
    this.memory.add(await watch.memory());
    await this.#moves(watch);
    await this.#scrolls(watch);
    await this.#drags(page);
    await context.close();
  }

  async #moves(watch: Stopwatch): Promise<void> {
    for (let i = 0; i < MOVES; i++) {
      const ends = [i % 6, (i + 2) % 6] as const;
      const move = () => watch.page.evaluate(([a, b]) => window.arena!.move(a, b), ends);
      this.moveWork.add(await watch.work(async () => this.move.add(await move())));
    }
  }

  async #scrolls(watch: Stopwatch): Promise<void> {
    const run = () =>
      watch.page.evaluate(([by, count]) => window.arena!.scroll(1, by, count), [
        STEP,
        FRAMES,
      ] as const);
    this.scrollWork.add((await watch.work(async () => this.scroll.add(...(await run())))) / FRAMES);
  }

  /** Carries the second card of the first column to the third one with the mouse. */
  async #drags(page: Page): Promise<void> {
    const [id, from, to] = await page.evaluate(
      () => [window.arena!.card(0, 1), window.arena!.grip(0, 1), window.arena!.middle(2)] as const,
    );
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.evaluate(() => window.arena!.record());
    await page.mouse.move(to.x, to.y, { steps: 25 });
    this.drag.add(...(await page.evaluate(() => window.arena!.recorded())));
    await page.mouse.up();
    await page.waitForFunction((id) => window.arena!.columnOf(id) === 2, id);
  }
}
