import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { App } from './app';
import { Window } from './browser';
import { Home } from './home';
import { journey } from './journey';
import { call } from './vault';

/** Makes a vault with the sample plan in it, closes it in good order, and gives its bytes. */
async function goodVault(browser: Browser): Promise<Buffer> {
  const home = new Home();
  const app = await App.start(home);
  const window = await Window.open(browser, app.url);
  await call(window.page, 'Vault', 'StartSample', 'book');
  await window.close();
  await app.stop();
  const bytes = readFileSync(home.vault);
  await home.remove();
  return bytes;
}

/** A journey on a machine where a good vault lies in its place and no program runs yet. */
export const returning = journey.extend<{ good: Buffer; home: Home }>({
  good: [
    async ({ browser }, use) => {
      await use(await goodVault(browser));
    },
    { scope: 'file' },
  ],
  home: async ({ good }, use) => {
    const home = new Home();
    home.put(good);
    await use(home);
    await home.remove();
  },
});
