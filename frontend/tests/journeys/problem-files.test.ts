import { describe, expect } from 'vitest';
import { App } from '../house/app';
import { Window } from '../house/browser';
import { journey } from '../house/journey';
import { spoilt, type Problem } from '../house/spoil';
import { call, planned } from '../house/vault';
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

describe('a vault that cannot be opened', () => {
  for (const problem of Object.keys(spoilt) as Problem[]) {
    journey(
      `says so in a sentence of its own when it is ${problem}, and changes no byte`,
      async ({ home, app, window, browser }) => {
        await call(window.page, 'Vault', 'StartSample', 'book');
        expect((await planned(app)).length).toBeGreaterThan(30);
        await window.leave();
        await app.stop();
        const free = (await spoilt[problem](home)) as (() => void) | undefined;
        const before = home.fingerprints();

        const asNobody = process.getuid?.() === 0;
        if (asNobody) home.giveAway();
        const second = await App.start(home, { args: ['--vault', home.vault], asNobody });
        const view = await Window.open(browser, second.url);
        const start = new StartScreen(view.page);
        expect(await start.sentence).toBe(SENTENCES[problem]);
        await view.page.getByText(home.vault, { exact: true }).waitFor();
        await start.press('Try again');
        expect(await start.sentence).toBe(SENTENCES[problem]);
        expect(await view.page.getByRole('tree').count()).toBe(0);
        expect(home.fingerprints()).toEqual(before);
        await view.close();
        await second.stop();
        expect(view.faults).toEqual([]);
        expect(home.fingerprints()).toEqual(before);
        free?.();
      },
    );
  }

  journey(
    'opens on "Try again" once what stood against it is gone',
    async ({ home, app, window, browser }) => {
      await call(window.page, 'Vault', 'StartSample', 'book');
      await window.leave();
      await app.stop();
      const free = await spoilt.locked(home);
      const second = await App.start(home, { args: ['--vault', home.vault] });
      const view = await Window.open(browser, second.url);
      const start = new StartScreen(view.page);
      expect(await start.sentence).toBe(SENTENCES.locked);
      free();
      await expect
        .poll(async () => {
          await start.press('Try again').catch(() => undefined);
          return view.page.getByRole('tree').count();
        })
        .toBe(1);
      await view.close();
      await second.stop();
    },
  );

  journey('leaves room for a new one beside it', async ({ home, app, window, browser }) => {
    await call(window.page, 'Vault', 'StartSample', 'book');
    await window.leave();
    await app.stop();
    await spoilt.foreign(home);
    const before = home.fingerprints();
    const second = await App.start(home, { args: ['--vault', home.vault] });
    const view = await Window.open(browser, second.url);
    const start = new StartScreen(view.page);
    await start.press('Start a new vault beside it');
    await start.begin('Me');
    await view.page.getByRole('textbox', { name: /Type anything/ }).waitFor();
    await view.close();
    await second.stop();
    expect(home.fingerprints()['vault.cairn']).toBe(before['vault.cairn']);
    expect(Object.keys(home.fingerprints())).toContain('vault-2.cairn');
  });
});
