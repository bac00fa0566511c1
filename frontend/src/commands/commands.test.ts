import { describe, expect, test, vi } from 'vitest';
import type { Command } from './command';
import { Commands } from './commands';

function command(id: string, over: Partial<Command> = {}): Command {
  return { id, label: 'command.undo', group: 'edit', enabled: () => true, run: vi.fn(), ...over };
}

const z = () => new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, cancelable: true });

describe('commands', () => {
  test('run by their key, and the key goes no further', () => {
    const undo = command('undo', { keys: ['Mod+Z'], when: 'always' });
    const commands = new Commands();
    commands.add([undo]);
    const event = z();
    expect(commands.press(event, 'field')).toBe(true);
    expect(undo.run).toHaveBeenCalledOnce();
    expect(event.defaultPrevented).toBe(true);
  });

  test('leave the key alone when they cannot run now', () => {
    const undo = command('undo', { keys: ['Mod+Z'], enabled: () => false });
    const commands = new Commands();
    commands.add([undo]);
    const event = z();
    expect(commands.press(event, 'row')).toBe(false);
    expect(event.defaultPrevented).toBe(false);
  });

  test('on a row leave a field alone', () => {
    const commands = new Commands();
    commands.add([command('x', { keys: ['Mod+Z'] })]);
    expect(commands.press(z(), 'field')).toBe(false);
    expect(commands.press(z(), 'edit')).toBe(false);
    expect(commands.press(z(), 'row')).toBe(true);
  });

  test('refuse one key for two in the same place', () => {
    const commands = new Commands();
    commands.add([command('a', { keys: ['Mod+Z'], when: 'always' })]);
    expect(() => commands.add([command('b', { keys: ['Mod+Z'], when: 'edit' })])).toThrow(
      'a and b',
    );
    expect(() => commands.add([command('a')])).toThrow('command twice');
  });

  test('leave a plain sign to whoever types, and are silent under a dialog', () => {
    const help = command('help', { keys: ['F1', '?'], when: 'always' });
    const commands = new Commands();
    commands.add([help]);
    const sign = () => new KeyboardEvent('keydown', { key: '?', shiftKey: true });
    expect(commands.press(sign(), 'edit')).toBe(false);
    expect(commands.press(sign(), 'row')).toBe(true);
    expect(commands.press(new KeyboardEvent('keydown', { key: 'F1' }), 'apart')).toBe(false);
  });

  test('may share a key where their places differ, and can be taken back', () => {
    const commands = new Commands();
    const remove = commands.add([command('a', { keys: ['Enter'], when: 'row' })]);
    commands.add([command('b', { keys: ['Enter'], when: 'edit' })]);
    remove();
    expect(commands.all().map((one) => one.id)).toEqual(['b']);
    expect([commands.get('a'), commands.get('b')?.id]).toEqual([undefined, 'b']);
  });
});
