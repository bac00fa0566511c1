import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desktop, type Box } from '../house/desktop';
import { openDisplay, type Display } from '../house/display';
import { Home } from '../house/home';

let home: Home;
const displays: Display[] = [];
const started: Desktop[] = [];

beforeEach(() => {
  home = new Home();
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((desktop) => desktop.kill()));
  for (const display of displays.splice(0)) display.close();
  await home.remove();
});

/** More colours than the bar of menus has: then the page is drawn as well. */
const BAR = 300;

interface Seen {
  desktop: Desktop;
  display: Display;
  id: string;
}

/** Starts the program on a new screen of that size, and waits until it is drawn. */
async function start(size?: string): Promise<Seen> {
  const display = await openDisplay(size);
  displays.push(display);
  const desktop = Desktop.start(home, display);
  started.push(desktop);
  const id = await desktop.window();
  await desktop.until(() => Promise.resolve(display.colours() > BAR));
  await display.rests();
  return { desktop, display, id };
}

/** Makes an own plan about me: the first button of the first start. */
async function begin(): Promise<Seen> {
  const seen = await start();
  await seen.desktop.press('Tab', 'Return');
  await seen.desktop.until(() => Promise.resolve(home.vaultSays('My plan')));
  await seen.display.rests();
  return seen;
}

async function quit({ desktop }: Seen): Promise<void> {
  await desktop.press('ctrl+q');
  expect(await desktop.ended()).toBe(0);
}

describe('the window', () => {
  test('comes back where it was, and inside of a smaller screen', async () => {
    const first = await start();
    const place: Box = { x: 90, y: 60, width: 1200, height: 760 };
    await first.desktop.move(first.id, place);
    await first.display.rests();
    await quit(first);

    const second = await start();
    expect(await second.desktop.place(second.id)).toEqual(place);
    await quit(second);

    const third = await start('1000x700');
    const small = await third.desktop.place(third.id);
    expect(small.x).toBeGreaterThanOrEqual(0);
    expect(small.y).toBeGreaterThanOrEqual(0);
    expect(small.x + small.width).toBeLessThanOrEqual(1000);
    expect(small.y + small.height).toBeLessThanOrEqual(700);
  });

  test('is remembered without being closed in good order', async () => {
    const first = await start();
    const place: Box = { x: 40, y: 30, width: 1100, height: 700 };
    await first.desktop.move(first.id, place);
    await first.desktop.until(() => Promise.resolve(home.remembers('"width": 1100')));
    await first.desktop.kill();
    const second = await start();
    expect(await second.desktop.place(second.id)).toEqual(place);
  });
});

describe('the menus of the window', () => {
  test('hold the commands, and a click runs one', async () => {
    const seen = await begin();
    const { desktop, id } = seen;
    const { x, y } = await desktop.place(id);
    await desktop.click(x + 20, y + 12);
    const [menu] = await desktop.until(async () => {
      const open = await desktop.menus();
      return open.length > 0 && open;
    });
    const below = await desktop.place(menu!);
    await desktop.click(below.x + 40, below.y + below.height - 16);
    expect(await desktop.ended()).toBe(0);
  });

  test('are reached by F10, and neither they nor a key run a command twice', async () => {
    const seen = await begin();
    const { desktop, display } = seen;
    await desktop.press('ctrl+plus');
    await desktop.until(() => Promise.resolve(home.remembers('"zoom": 110')));
    await display.rests();
    await desktop.press('F10', 'Up', 'Up', 'Return'); // above Quit stand the settings
    await display.rests();
    await desktop.press('Tab', 'Tab', 'Return'); // as the system, light, dark
    await desktop.until(() => Promise.resolve(home.remembers('"theme": "dark"')));
    await display.rests();
    expect(home.remembers('"zoom": 110')).toBe(true);
    await desktop.press('Escape');
    await display.rests();
    await quit(seen);
  });
});
