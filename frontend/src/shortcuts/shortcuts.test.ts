import { describe, expect, test } from 'vitest';
import type { Command } from '../commands/command';
import { waysOf } from './shortcuts';

const command = (label: Command['label'], keys: string[]): Command => ({
  id: label,
  label,
  group: 'edit',
  keys,
  enabled: () => false,
  run: () => undefined,
});
const commands = [
  command('command.undo', ['Mod+Z']),
  command('command.redo', ['Mod+Shift+Z', 'Mod+Y']),
  command('command.trash', []),
];
const found = (typed: string) => waysOf(commands, typed).flatMap(({ ways }) => ways);

describe('the sheet of shortcuts', () => {
  test('shows every command with keys in its group, whether or not it can run now', () => {
    const edit = waysOf(commands, '').find(({ title }) => title === 'Edit and find');
    expect(edit?.ways).toEqual([
      { does: 'Undo', keys: ['Ctrl Z'] },
      { does: 'Redo', keys: ['Ctrl Shift Z', 'Ctrl Y'] },
    ]);
  });

  test('tells what arrows and the mouse do', () => {
    expect(found('click stone')).toEqual([
      { does: 'Mark as done', keys: [], how: 'click the stone' },
    ]);
    expect(found('several')[0]?.keys).toEqual(['Shift ↑', 'Shift ↓']);
  });

  test('is searched by words and by keys', () => {
    expect(found('REDO').map((way) => way.does)).toEqual(['Redo']);
    expect(found('ctrl shift z').map((way) => way.does)).toEqual(['Redo']);
    expect(waysOf(commands, 'zeppelin')).toEqual([]);
  });
});
