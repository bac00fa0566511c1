import { mount, unmount } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeBridge } from './bridge/fake';
import type { Command } from './commands/command';
import type { Desk } from './commands/desk';
import { fullName } from './commands/names';
import { enter, inTheHouse, press, program, rest } from './house';
import Palette from './palette/Palette.svelte';
import { changes, client, item } from './plan/sample';

// Whatever the program can do is reached from the palette, and whatever has keys
// stands on the sheet of shortcuts. The whole page, on a fake bridge.

let desk: Desk;

const plan = changes({
  clients: [client('Me')],
  plans: [{ id: 'p1', name: 'Publish a book', subject: 'me', rank: 'a' }],
  items: [
    item('v', { kind: 'vision', title: 'A book of mine', rank: 'a' }),
    item('s', { title: 'Write chapter 12', parentId: 'v' }),
  ],
  show: 'p1',
});

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

inTheHouse();

beforeEach(async () => {
  await enter(new FakeBridge(plan));
  if (!program.desk) throw new Error('no desk');
  desk = program.desk;
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
  await press(document.body, 'F1');
  await vi.waitFor(field);
  const shown = [...document.querySelectorAll('[role=dialog] dt')].map((one) => one.textContent);
  const keyed = desk.commands.all().filter((one) => (one.keys ?? []).length > 0);
  expect(keyed.length).toBeGreaterThan(20);
  expect(keyed.map(fullName).filter((name) => !shown.includes(name))).toEqual([]);
});

test('under an open sheet no other command answers its keys', async () => {
  await press(document.body, 'F1');
  await vi.waitFor(field);
  await press(document.activeElement ?? document.body, 'j', { ctrlKey: true });
  expect(document.querySelectorAll('[role=dialog]')).toHaveLength(1);
  expect(document.querySelector('section.side')?.getAttribute('aria-label')).not.toBe('Ideas');
});
