import type { Browser } from 'playwright-core';
import { describe, expect } from 'vitest';
import { App } from '../house/app';
import { Window } from '../house/browser';
import { returning } from '../house/good';
import type { Home } from '../house/home';
import { behead, spoilt, type Problem } from '../house/spoil';
import { StartScreen } from '../pages/start';

const SENTENCES: Record<Problem, string> = {
  damaged: 'The vault is damaged.',
  foreign: 'This file is not a Cairn vault.',
  newer: 'This vault was made by a newer Cairn.',
  empty: 'The vault file is empty.',
  missing: 'The vault is not where it was.',
  readonly: 'The vault cannot be written to.',
  denied: 'The vault may not be opened.',
  locked: 'The vault is open already.',
};

/** A window on the program as it meets the vault of this home. */
async function meet(
  home: Home,
  browser: Browser,
  asNobody = false,
): Promise<[App, Window, StartScreen]> {
  const app = await App.start(home, { args: ['--vault', home.vault], asNobody });
  const window = await Window.open(browser, app.url);
  return [app, window, new StartScreen(window.page)];
}

async function part(app: App, window: Window): Promise<void> {
  await window.close();
  await app.stop();
  expect([...window.faults, ...app.log]).toEqual([]);
}

describe('a vault that cannot be opened', () => {
  for (const problem of Object.keys(spoilt) as Problem[]) {
    returning(
      `says so in a sentence of its own when it is ${problem}, and changes no byte`,
      async ({ home, browser }) => {
        const free = (await spoilt[problem](home)) as (() => Promise<void>) | undefined;
        const before = home.fingerprints();
        const asNobody = process.getuid?.() === 0;
        if (asNobody) home.giveAway();

        const [app, window, start] = await meet(home, browser, asNobody);
        expect(await start.sentence).toBe(SENTENCES[problem]);
        await window.page.getByText(home.vault, { exact: true }).waitFor();
        await start.press('Try again');
        expect(await start.sentence).toBe(SENTENCES[problem]);
        expect(await window.page.getByRole('tree').count()).toBe(0);
        await part(app, window);
        expect(home.fingerprints()).toEqual(before);
        await free?.();
      },
    );
  }

  returning(
    'opens on "Try again" once what stood against it is gone',
    async ({ home, browser }) => {
      const free = await spoilt.locked(home);
      const [app, window, start] = await meet(home, browser);
      expect(await start.sentence).toBe(SENTENCES.locked);
      await free();
      await start.press('Try again');
      await window.page.getByRole('tree').waitFor();
      await part(app, window);
    },
  );

  returning('brings back what can be read of a damaged one', async ({ home, browser }) => {
    behead(home);
    const before = home.fingerprints();
    const [app, window, start] = await meet(home, browser);
    expect(await start.sentence).toBe(SENTENCES.damaged);
    await start.press('Bring back what can be read');
    const told = window.page.getByRole('status', { name: 'What came back' });
    await told.getByText(/^1 plan, \d+ items and \d+ pictures? came back\. 1 page of /).waitFor();
    expect(await told.innerText()).not.toContain('0 items');
    await start.press('Open what came back');
    await window.page.getByRole('tree', { name: 'Publish a book' }).waitFor();
    await window.page
      .getByRole('treeitem', { name: 'Finish a manuscript I would sign' })
      .first()
      .waitFor();
    await part(app, window);
    const after = home.fingerprints();
    expect(after['vault.cairn']).toBe(before['vault.cairn']);
    expect(Object.keys(after)).toContain('vault brought back.cairn');
  });

  returning('leaves room for a new one beside it', async ({ home, browser }) => {
    await spoilt.foreign(home);
    const before = home.fingerprints();
    const [app, window, start] = await meet(home, browser);
    await start.press('Start a new vault beside it');
    await start.begin('Me');
    await window.page.getByRole('textbox', { name: 'The first line' }).waitFor();
    await part(app, window);
    const after = home.fingerprints();
    expect(after['vault.cairn']).toBe(before['vault.cairn']);
    expect(Object.keys(after)).toContain('vault-2.cairn');
  });
});
