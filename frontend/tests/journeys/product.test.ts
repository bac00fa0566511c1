import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { App } from '../house/app';
import { Desktop } from '../house/desktop';
import { openDisplay, type Display } from '../house/display';
import { Home } from '../house/home';
import { planned } from '../house/vault';

let home: Home, display: Display;
const started: Desktop[] = [];

function start(program?: string[]): Desktop {
  const desktop = Desktop.start(home, display, program);
  started.push(desktop);
  return desktop;
}

beforeEach(async () => {
  home = new Home();
  display = await openDisplay();
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((desktop) => desktop.kill()));
  display.close();
  await home.remove();
});

/** What the vault holds, read by the bridge once the product has let go of it. */
async function held(): Promise<string[]> {
  const app = await App.start(home, { args: ['--vault', home.vault] });
  const lines = await planned(app).catch(() => []);
  await app.stop();
  return lines;
}

/** Starts an own plan about me: the first button of the first start. */
async function begin(): Promise<[Desktop, string]> {
  const desktop = start();
  const id = await desktop.window();
  await drawn(desktop);
  await desktop.press('Tab', 'Return');
  await desktop.until(() => Promise.resolve(home.vaultSays('My plan')));
  await display.rests();
  return [desktop, id];
}

/** Waits until there is more to see than an empty window with its bar of menus. */
async function drawn(desktop: Desktop): Promise<void> {
  await desktop.until(() => Promise.resolve(display.colours() > 300));
  await display.rests();
}

/** Waits until words are on the disk, and then until the window has said so: bytes may lie there before they count. */
async function kept(desktop: Desktop, words: string): Promise<void> {
  await desktop.until(() => Promise.resolve(home.vaultSays(words)));
  await display.rests();
}

describe('the program as people get it', () => {
  test('draws its window, takes what is typed, and loses nothing to kill -9', async () => {
    const [first] = await begin();
    await first.type('A boat');
    await first.press('Return', 'Tab');
    await first.type('The hull');
    await first.press('Escape');
    await kept(first, 'The hull');
    await first.kill();
    expect(await held()).toEqual(['vision: A boat', '  goal: The hull']);

    const second = start();
    await second.window();
    await drawn(second);
    await second.press('End', 'Return');
    await second.type('The sail');
    await second.press('Escape');
    await kept(second, 'The sail');
    await second.kill();
    expect(await held()).toEqual(['vision: A boat', '  goal: The hull', '  goal: The sail']);
    expect(second.connections).toEqual([]);
  });

  test('keeps what is said in a session nowhere but in the vault', async () => {
    const [desktop] = await begin();
    await desktop.press('ctrl+shift+a');
    await display.rests();
    await desktop.press('Return');
    await display.rests();
    await desktop.type('Canary evenings');
    await desktop.press('Return');
    await kept(desktop, 'Canary evenings');
    await desktop.press('ctrl+Return');
    await display.rests();
    await desktop.type('Canary morning');
    await desktop.press('Return');
    await kept(desktop, 'Canary morning');
    await desktop.type('Canary of a beginning');
    await kept(desktop, 'Canary of a beginning');
    await desktop.kill();
    expect(await held()).toEqual(['goal: Canary morning']);
    expect(home.outside('canary')).toEqual([]);
    expect(home.outside('cairn'), 'the search finds what is there').not.toEqual([]);
  });

  test('and the watch over its connections would see one', async () => {
    const curl = start(['curl', '-s', 'http://127.0.0.1:9/']);
    await curl.ended();
    expect(curl.connections).not.toEqual([]);
  });

  test('a second start raises the first and ends', async () => {
    const [first, id] = await begin();
    await first.hide(id);
    expect(await first.windows()).toEqual([]);
    const second = start();
    expect(await second.ended()).toBe(0);
    expect(await first.until(async () => (await first.windows())[0])).toBe(id);
    expect(await first.windows()).toHaveLength(1);
  });

  test('also while the first still asks what to begin with', async () => {
    const first = start();
    const id = await first.window();
    await drawn(first);
    await first.hide(id);
    expect(await start().ended()).toBe(0);
    expect(await first.until(async () => (await first.windows())[0])).toBe(id);
    expect(await first.windows()).toHaveLength(1);
  });
});
