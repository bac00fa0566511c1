import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Command } from '../commands/command';
import { menuOf, Menus } from './menus';
import type { MenuEntry } from './types';

function command(id: string, over: Partial<Command> = {}): Command {
  return { id, label: 'command.undo', group: 'edit', enabled: () => true, run: vi.fn(), ...over };
}

describe('the menus of the window', () => {
  test('hold every command once, in the order of the menus', () => {
    const commands = [
      command('b', { group: 'view' }),
      command('c', { group: 'file' }),
      command('d', { group: 'view' }),
    ];
    expect(menuOf(commands).map((entry) => entry.id)).toEqual(['c', 'b', 'd']);
  });

  test('say what would be undone, and what is on', () => {
    const [entry] = menuOf([
      command('undo', {
        label: 'command.undo.of',
        params: () => ({ step: 'Move step' }),
        keys: ['Mod+Z', 'Mod+Y'],
        when: 'always',
        checked: () => true,
        enabled: () => false,
      }),
    ]);
    expect(entry).toEqual({
      group: 'edit',
      id: 'undo',
      label: 'Undo: Move step',
      keys: 'Mod+Z',
      anywhere: true,
      check: true,
      on: true,
      enabled: false,
    });
  });
});

describe('the window is told', () => {
  let told: string[][];
  let menus: Menus;
  const entries = (...ids: string[]): MenuEntry[] => menuOf(ids.map((id) => command(id)));

  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    menus = new Menus(async (sent) => void told.push(sent.map((entry) => entry.id)));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('the newest state, once things have come to rest', () => {
    menus.offer(entries('a'));
    menus.offer(entries('a', 'b'));
    vi.runAllTimers();
    expect(told).toEqual([['a', 'b']]);
  });

  test('nothing twice', () => {
    for (let i = 0; i < 2; i++) {
      menus.offer(entries('a'));
      vi.runAllTimers();
    }
    expect(told).toEqual([['a']]);
  });
});
