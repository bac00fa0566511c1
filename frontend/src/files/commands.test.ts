import { expect, test, vi } from 'vitest';
import { Commands } from '../commands/commands';
import type { RecentVault } from '../plan/vault';
import { t } from '../text/text';
import { fileCommands, recentCommands } from './commands';
import type { Files } from './files';

function doors(): Files {
  const [choose, open, create, copy] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  return { choose, open, create, copy, everything: vi.fn(), log: vi.fn(), about: vi.fn() };
}

const says = (recent: RecentVault[]) =>
  recentCommands(doors(), recent).map((one) => t(one.label, one.params?.() ?? {}));

const key = (letter: string, held: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key: letter, ctrlKey: true, ...held });

const garden = { path: '/a/garden.cairn', name: 'garden', folder: '~/a' };

test('another vault is opened and a copy saved by key, from anywhere', () => {
  const files = doors();
  const commands = new Commands();
  commands.add(fileCommands(files, { open: () => true, shared: () => false }));
  expect(commands.press(key('o'), 'field')).toBe(true);
  expect(commands.press(key('S', { shiftKey: true }), 'edit')).toBe(true);
  expect(files.choose).toHaveBeenCalledOnce();
  expect(files.copy).toHaveBeenCalledOnce();
});

test('without a vault there is nothing to copy', () => {
  const commands = new Commands();
  commands.add(fileCommands(doors(), { open: () => false, shared: () => false }));
  expect(commands.press(key('S', { shiftKey: true }), 'row')).toBe(false);
});

test('a vault that was opened lately is a command of its own', () => {
  const files = doors();
  recentCommands(files, [garden])[0]?.run();
  expect(files.open).toHaveBeenCalledWith('/a/garden.cairn');
});

test('vaults of one name are told apart by where they lie', () => {
  expect(says([garden])).toEqual(['Open garden']);
  const other = { ...garden, path: '/b/garden.cairn', folder: '~/b' };
  expect(says([garden, other])).toEqual(['Open garden in ~/a', 'Open garden in ~/b']);
});
