import type { CDPSession, Page } from 'playwright-core';

/** One display frame at 60 Hz, in ms. */
export const FRAME = 1000 / 60;

/** Measures what a hand would notice in a window. */
export class Stopwatch {
  private constructor(
    readonly page: Page,
    readonly devtools: CDPSession,
  ) {}

  static async on(page: Page): Promise<Stopwatch> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Stopwatch(page, devtools);
  }

  /**
   * From the press of a key until the change that it makes is painted, in ms.
   * what names the attributes that change; without any, rows come or go.
   */
  async key(key: string, what: readonly string[]): Promise<number> {
    await this.page.evaluate(start, [...what]);
    await this.page.keyboard.press(key);
    return this.page.evaluate(() => (window as unknown as Watched).painted);
  }

  /** Scrolls so many px each frame; what each frame took, in ms. */
  scroll(css: string, step: number, frames: number): Promise<number[]> {
    return this.page.evaluate(
      async ([css, step, frames]) => {
        const surface = document.querySelector(css);
        const took: number[] = [];
        let last = await new Promise(requestAnimationFrame);
        for (let i = 0; surface && i < frames; i++) {
          surface.scrollTop += step;
          const now = await new Promise(requestAnimationFrame);
          took.push(now - last);
          last = now;
        }
        if (surface) surface.scrollTop = 0;
        return took;
      },
      [css, step, frames] as const,
    );
  }

  /**
   * The processor time that the page's main thread spends while something runs,
   * in ms: unlike the time on the clock it hardly grows on a busy machine.
   */
  async work(run: () => Promise<unknown>): Promise<number> {
    const before = await this.#metric('TaskDuration');
    await run();
    return ((await this.#metric('TaskDuration')) - before) * 1000;
  }

  /** The processor time that the whole browser spends meanwhile, what draws the pixels with it, in ms. */
  async browserWork(run: () => Promise<unknown>): Promise<number> {
    const before = await this.#processors();
    await run();
    return ((await this.#processors()) - before) * 1000;
  }

  async #processors(): Promise<number> {
    const devtools = await this.page.context().browser()!.newBrowserCDPSession();
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
    await devtools.detach();
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  }

  /** What the page's scripts keep in memory after a collection, in MB. */
  async memory(): Promise<number> {
    await this.devtools.send('HeapProfiler.collectGarbage');
    return (await this.#metric('JSHeapUsedSize')) / 1e6;
  }

  elements(): Promise<number> {
    return this.page.evaluate(() => document.querySelectorAll('*').length);
  }

  async #metric(name: string): Promise<number> {
    const { metrics } = await this.devtools.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === name)?.value ?? NaN;
  }
}

interface Watched {
  painted: Promise<number>;
}

/** Runs in the page: from the next key until the change that follows it is painted. */
function start(attributeFilter: string[]): void {
  (window as unknown as Watched).painted = new Promise((resolve) => {
    let pressed = 0;
    const down = (event: KeyboardEvent) => (pressed = event.timeStamp);
    window.addEventListener('keydown', down, { capture: true, once: true });
    const tree = document.querySelector('[role=tree], .rows');
    const changes = new MutationObserver(() => {
      if (pressed === 0) return;
      changes.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - pressed);
        port2.postMessage(0);
      });
    });
    const options = attributeFilter.length > 0 ? { attributeFilter } : { childList: true };
    if (tree) changes.observe(tree, { subtree: true, ...options });
  });
}
