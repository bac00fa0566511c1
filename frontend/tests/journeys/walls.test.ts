import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { App } from '../house/app';
import { openBrowser, Window } from '../house/browser';
import { Home } from '../house/home';
import { Outside } from '../house/outside';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
  "connect-src 'self'; frame-src 'none'; form-action 'none'; base-uri 'none'";

/** All the ways in which a page asks the network for something, each under its name. */
const WAYS_OUT = [
  'beacon',
  'events',
  'fetch',
  'font',
  'form',
  'frame',
  'image',
  'script',
  'socket',
  'style',
];

let home: Home, app: App, browser: Browser, outside: Outside;

beforeAll(async () => {
  home = new Home();
  [app, browser, outside] = await Promise.all([App.start(home), openBrowser(), Outside.open()]);
});

afterAll(async () => {
  await browser.close();
  await app.stop();
  outside.close();
  await home.remove();
});

/** Tries every way out, and waits until the page has heard back from each. */
async function tryWaysOut(window: Window): Promise<void> {
  await window.page.evaluate(async (to) => {
    const heard = (target: EventTarget): Promise<void> =>
      new Promise((resolve) => {
        for (const name of ['load', 'error', 'open', 'close'])
          target.addEventListener(name, () => {
            resolve();
          });
      });
    const add = (tag: string, set: Record<string, string>): Promise<void> => {
      const element = Object.assign(document.createElement(tag), set);
      document.body.append(element);
      return heard(element);
    };
    const form = Object.assign(document.createElement('form'), {
      action: `${to}/form`,
      target: 'elsewhere',
      method: 'post',
    });
    const frame = Object.assign(document.createElement('iframe'), { name: 'elsewhere' });
    document.body.append(form, frame);
    form.submit();
    navigator.sendBeacon(`${to}/beacon`);
    await Promise.all([
      fetch(`${to}/fetch`).catch(() => undefined),
      new FontFace('elsewhere', `url(${to}/font)`).load().catch(() => undefined),
      heard(new EventSource(`${to}/events`)),
      heard(new WebSocket(`${to.replace('http', 'ws')}/socket`)),
      add('img', { src: `${to}/image` }),
      add('script', { src: `${to}/script` }),
      add('link', { rel: 'stylesheet', href: `${to}/style` }),
      Promise.race([
        add('iframe', { src: `${to}/frame` }),
        new Promise((resolve) => setTimeout(resolve, 500)),
      ]),
    ]);
  }, outside.url);
}

/** Puts scripts into the page in the ways that injected text does, and tells which ran. */
function tryScripts(window: Window): Promise<string[]> {
  return window.page.evaluate(async () => {
    const ran: string[] = [];
    Object.assign(globalThis, { ran: (name: string) => ran.push(name) });
    document.body.append(
      Object.assign(document.createElement('script'), { textContent: "ran('inline')" }),
    );
    const image = document.createElement('div');
    image.innerHTML = '<img src="/nothing.png" onerror="ran(\'handler\')">';
    document.body.append(image);
    await new Promise((resolve) => image.firstElementChild!.addEventListener('error', resolve));
    try {
      new Function("ran('eval')")();
    } catch {
      // refused, as it should be
    }
    return ran.sort();
  });
}

describe('the walls of the page', () => {
  test('every answer carries the strict policy', async () => {
    for (const path of ['/', '/begin.json', '/client.json', '/no/such/file']) {
      const response = await fetch(app.url + path);
      expect(response.headers.get('content-security-policy'), path).toBe(POLICY);
      expect(response.headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });

  test('nothing in the page can ask the network for anything', async () => {
    const window = await Window.open(browser, app.url);
    await tryWaysOut(window);
    await window.close();
    expect(outside.asked).toEqual([]);
  });

  test('and without the policy all of it would have', async () => {
    const window = await Window.open(browser, app.url, { bypassCSP: true });
    await tryWaysOut(window);
    await expect.poll(() => outside.asked).toEqual(WAYS_OUT);
    await window.close();
  });

  test('no script runs that is not a file of ours', async () => {
    const window = await Window.open(browser, app.url);
    expect(await tryScripts(window)).toEqual([]);
    await window.close();
  });

  test('and without the policy each of them would', async () => {
    const window = await Window.open(browser, app.url, { bypassCSP: true });
    expect(await tryScripts(window)).toEqual(['eval', 'handler', 'inline']);
    await window.close();
  });
});
