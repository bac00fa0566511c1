import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import App from './App.svelte';
import { FakeBridge } from './bridge/fake';
import type { Command } from './commands/command';
import type { Desk } from './commands/desk';
import { fullName } from './commands/names';
import Palette from './palette/Palette.svelte';
import { changes, item } from './plan/sample';
import { Program } from './program.svelte';

// Whatever the program can do is reached from the palette, and whatever has keys
// stands on the sheet of shortcuts. The whole page, on a fake bridge.

let desk: Desk;
let close: () => void = () => undefined;

const plan = changes({
  clients: [{ id: 'c1', name: 'Me' }],
  plans: [{ id: 'p1', name: 'Publish a book', subject: 'me', rank: 'a' }],
  items: [
    item('v', { kind: 'vision', title: 'A book of mine', rank: 'a' }),
    item('s', { title: 'Write chapter 12', parentId: 'v' }),
  ],
  show: 'p1',
});

async function rest(): Promise<void> {
  for (let i = 0; i < 30; i++) await tick();
  flushSync();
}

async function press(key: string, held: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }),
  );
  await rest();
}

function field(): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>('[role=dialog] input');
  if (!found) throw new Error('no sheet is open');
  return found;
}

async function type(text: string): Promise<void> {
  field().value = text;
  field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  await rest();
}

const lines = () =>
  [...document.querySelectorAll('[role=option]')].map((line) => ({
    words: line.querySelector('.words')?.textContent?.trim(),
    line: line as HTMLElement,
  }));

/** A command that can run now, and only tells that it was run. */
function tamed(command: Command): () => boolean {
  let ran = false;
  Object.assign(command, { enabled: () => true, run: () => (ran = true) });
  return () => ran;
}

beforeEach(async () => {
  HTMLElement.prototype.scrollIntoView = vi.fn();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn();
      disconnect = vi.fn();
      unobserve = vi.fn();
    },
  );
  const program = new Program(new FakeBridge(plan));
  await program.begin();
  const app = mount(App, { target: document.body, props: { program } });
  close = () => void unmount(app);
  await rest();
  if (!program.desk) throw new Error('no desk');
  desk = program.desk;
});

afterEach(async () => {
  close();
  await rest();
  document.body.innerHTML = '';
});

test('every command can be found and run from the palette', { timeout: 60_000 }, async () => {
  const all = desk.commands.all();
  expect(all.length).toBeGreaterThan(40);
  const ran = new Map(all.map((command) => [command, tamed(command)]));
  const palette = mount(Palette, {
    target: document.body,
    props: { desk, onclose: () => undefined },
  });
  await rest();
  for (const [command, hasRun] of ran) {
    await type('> ' + fullName(command));
    const hit = lines().find(({ words }) => words === fullName(command));
    expect(hit, fullName(command)).toBeDefined();
    hit?.line.click();
    await rest();
    expect(hasRun(), command.id).toBe(true);
  }
  await unmount(palette);
});

test('no two commands read the same', () => {
  const names = desk.commands.all().map(fullName);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('every command that has keys stands on the sheet of shortcuts', async () => {
  await press('F1');
  await vi.waitFor(field);
  const shown = [...document.querySelectorAll('[role=dialog] dt')].map((one) => one.textContent);
  const keyed = desk.commands.all().filter((one) => (one.keys ?? []).length > 0);
  expect(keyed.length).toBeGreaterThan(20);
  expect(keyed.map(fullName).filter((name) => !shown.includes(name))).toEqual([]);
});

test('under an open sheet no other command answers its keys', async () => {
  await press('F1');
  await vi.waitFor(field);
  await press('j', { ctrlKey: true });
  expect(document.querySelectorAll('[role=dialog]')).toHaveLength(1);
  expect(document.querySelector('section.side')?.getAttribute('aria-label')).not.toBe('Ideas');
});
