import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { freePort } from './app';
import type { Home } from './home';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** Keys that the W3C protocol writes as private characters. */
export const KEY = {
  enter: '\uE007',
  tab: '\uE004',
  escape: '\uE00C',
  shift: '\uE008',
  control: '\uE009',
  alt: '\uE00A',
  up: '\uE013',
  down: '\uE015',
  space: ' ',
} as const;

/**
 * WebKitGTK, the engine of the window on Linux, driven over the W3C WebDriver
 * protocol. It speaks of elements by CSS and of keys by characters.
 */
export class WebKit {
  readonly #driver: ChildProcess;
  readonly #base: string;
  #session = '';

  private constructor(driver: ChildProcess, base: string) {
    this.#driver = driver;
    this.#base = base;
  }

  /** env is what its processes find besides: how it is to draw, for one. */
  static async open(home: Home, env: NodeJS.ProcessEnv = {}): Promise<WebKit> {
    const port = String(await freePort());
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
      env: { ...home.env, DISPLAY: inject('display'), ...env },
      stdio: 'ignore',
    });
    const webkit = new WebKit(driver, `http://127.0.0.1:${port}`);
    await webkit.#begin();
    return webkit;
  }

  async close(): Promise<void> {
    await this.#ask('DELETE', '').catch(() => undefined);
    const gone = once(this.#driver, 'exit');
    this.#driver.kill();
    await gone;
  }

  async visit(url: string): Promise<void> {
    await this.#ask('POST', '/url', { url });
  }

  /** Makes the window as large as asked for, in px. */
  async resize(width: number, height: number): Promise<void> {
    await this.#ask('POST', '/window/rect', { x: 0, y: 0, width, height });
  }

  /** Gives scripts so much time, in ms, before they count as stuck. */
  async patience(script: number): Promise<void> {
    await this.#ask('POST', '/timeouts', { script });
  }

  /** The result of a script's return, or of what it promises, with its arguments. */
  async run<T>(script: string, ...args: unknown[]): Promise<T> {
    return (await this.#ask('POST', '/execute/sync', { script, args })) as T;
  }

  /** Waits until a script returns something true, and gives that. */
  async until<T>(script: string, ...args: unknown[]): Promise<T> {
    for (const end = Date.now() + 20_000; Date.now() < end; await pause(30)) {
      const found = await this.run<T | null | false>(script, ...args);
      if (found) return found;
    }
    throw new Error(`never true in WebKitGTK: ${script} ${JSON.stringify(args)}`);
  }

  /** Presses the button that says this, once it is there. */
  async button(words: string): Promise<void> {
    await this.until(
      'return [...document.querySelectorAll("button")].some((button) => button.innerText.trim() === arguments[0] && (button.click(), true))',
      words,
    );
  }

  /** Opens the first sample plan of a program that is new. */
  async sample(url: string): Promise<void> {
    await this.visit(url);
    await this.until(
      "return document.querySelector('.samples button')?.click() || document.querySelector('.samples') !== null",
    );
    await this.until("return document.querySelector('[role=treeitem]') !== null");
  }

  async click(css: string): Promise<void> {
    const found = (await this.#ask('POST', '/element', {
      using: 'css selector',
      value: css,
    })) as Record<string, string>;
    await this.#ask('POST', `/element/${found[ELEMENT]!}/click`, {});
  }

  /** Presses keys one after the other; what comes before the last is held. */
  async press(...keys: string[]): Promise<void> {
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = [...keys].reverse().map((value) => ({ type: 'keyUp', value }));
    await this.#keys([...down, ...up]);
  }

  /** Drags with the mouse from the middle of an element by some px. */
  async drag(css: string, x: number, y: number): Promise<void> {
    const at = await this.run<[number, number]>(
      'const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]',
      css,
    );
    const [left, top] = at.map(Math.round) as [number, number];
    const move = (dx: number, dy: number) => ({
      type: 'pointerMove',
      duration: 60,
      origin: 'viewport',
      x: left + Math.round(dx),
      y: top + Math.round(dy),
    });
    // It ends where it is let go, for a while: under load the driver lets a move slip.
    const way = Array.from({ length: 12 }, (_, i) => Math.min(1, (i + 1) / 8)).map((share) =>
      move(x * share, y * share),
    );
    const [down, up] = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }));
    const actions = [move(0, 0), down, ...way, up];
    const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
    await this.#ask('POST', '/actions', { actions: [mouse] });
  }

  async type(text: string): Promise<void> {
    await this.#keys(
      [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  }

  async #keys(actions: { type: string; value: string }[]): Promise<void> {
    await this.#ask('POST', '/actions', { actions: [{ type: 'key', id: 'hand', actions }] });
  }

  async #begin(): Promise<void> {
    const options = { binary: MINI_BROWSER, args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    for (const end = Date.now() + 30_000; ; await pause(50)) {
      try {
        const session = (await this.#send('POST', '/session', { capabilities })) as {
          sessionId: string;
        };
        this.#session = `/session/${session.sessionId}`;
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }

  #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    return this.#send(method, this.#session + path, body);
  }

  async #send(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(this.#base + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`WebDriver ${path}: ${JSON.stringify(value)}`);
    return value;
  }
}
