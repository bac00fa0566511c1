import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBridge } from './bridge/fake';
import type { MenuEntry } from './desktop/types';
import { changes } from './plan/sample';
import { Program } from './program.svelte';

// What the page and the window around it tell each other.

let bridge: FakeBridge;
let program: Program;
let close: () => void;

beforeEach(async () => {
  vi.useFakeTimers();
  bridge = new FakeBridge(changes({}));
  program = new Program(bridge, document.createElement('html'));
  await program.begin();
  close = $effect.root(() => {
    $effect(() => program.hangMenus());
  });
});

afterEach(() => {
  close();
  vi.useRealTimers();
});

/** The menus as the window was told last. */
function told(): MenuEntry[] {
  flushSync();
  vi.runAllTimers();
  return (bridge.calls.findLast(([name]) => name === 'setMenus')?.[1] ?? []) as MenuEntry[];
}

const file = () => told().flatMap((entry) => (entry.group === 'file' ? [entry.id] : []));
const ticked = () => told().flatMap((entry) => (entry.on ? [entry.id] : []));

describe('the menus of the window', () => {
  test('hold the commands of the window before there is a plan, quit the last of its menu', () => {
    expect(file().slice(-2)).toEqual(['frame.settings', 'frame.quit']);
  });

  test('are told when a command comes, above those of the window, and when it goes', () => {
    const before = file();
    const command = { id: 'frame.new', label: 'command.plan.new', group: 'file' } as const;
    const remove = program.commands.add([{ ...command, enabled: () => true, run: vi.fn() }]);
    expect(file()).toEqual([...before.slice(0, -2), 'frame.new', ...before.slice(-2)]);
    remove();
    expect(file()).toEqual(before);
  });

  test('are told what is on', () => {
    expect(ticked()).toEqual(['view.theme.system']);
    program.settings.set({ theme: 'dark' });
    expect(ticked()).toEqual(['view.theme.dark']);
  });

  test('run the command that is chosen, if it can run', () => {
    bridge.choose('view.larger');
    expect(program.settings.look.zoom).toBe(110);
    bridge.choose('frame.settings');
    expect(program.settings.open).toBe(true);
    const before = bridge.calls.length;
    program.settings.window = false; // in a browser
    bridge.choose('view.full');
    bridge.choose('no.such.command');
    expect(bridge.calls).toHaveLength(before);
  });
});

test('without an answer the program says so, in the words and the look that it was told', async () => {
  bridge.opening = () => Promise.reject(new Error('away'));
  const root = document.createElement('html');
  const program = new Program(bridge, root);
  await program.begin();
  expect(program.silent).toBe(true);
  expect(root.dataset['theme']).toBe('light');
});
