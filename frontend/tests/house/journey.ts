import type { Browser, BrowserContextOptions } from 'playwright-core';
import { expect, test as base } from 'vitest';
import { App } from './app';
import { within } from './within';
import { openBrowser, Window } from './browser';
import { Home } from './home';

interface Journey {
  browser: Browser;
  /** What went wrong without anybody seeing it. */
  unseen: string[];
  /** How the window of the journey is to be; a test may change it. */
  how: BrowserContextOptions;
  /** A home that nobody has lived in yet. */
  home: Home;
  /** The program, started in that home. */
  app: App;
  /** A window on the program. */
  window: Window;
}

/**
 * A test that is a journey: each begins on a machine that has never seen the
 * program, and ends by finding that nothing went wrong unseen, neither in the
 * window nor in what the program said on the terminal.
 */
export const journey = base.extend<Journey>({
  browser: [
    async ({}, use) => {
      const browser = await openBrowser();
      await use(browser);
      await within(20_000, 'the browser closes', browser.close());
    },
    { scope: 'file' },
  ],
  // Said when all has been cleared away, and once: a clearing away that fails
  // would be done again for each further try, and leave the home lived in.
  unseen: async ({ onTestFinished }, use) => {
    const unseen: string[] = [];
    onTestFinished(() => expect(unseen.splice(0)).toEqual([]));
    await use(unseen);
  },
  home: async ({}, use) => {
    const home = new Home();
    await use(home);
    await home.remove();
  },
  app: async ({ home, unseen }, use) => {
    const app = await App.start(home);
    await use(app);
    await app.stop().catch((late: unknown) => unseen.push(String(late)));
    unseen.push(...app.log);
  },
  how: {},
  window: async ({ app, browser, how, task, unseen }, use) => {
    const window = await Window.open(browser, app.url, how);
    await use(window);
    if (task.result?.state === 'fail') {
      process.stderr.write(await window.describe());
      if (window.waiting.size > 0) process.stderr.write(await app.dump());
    }
    await within(20_000, 'the window closes', window.close());
    unseen.push(...window.faults);
  },
});
