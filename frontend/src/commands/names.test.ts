import { describe, expect, test } from 'vitest';
import type { Command } from './command';
import { fullName, nameOf, plainName, shortName } from './names';

const command = (label: Command['label']): Command => ({
  id: label,
  label,
  group: 'item',
  enabled: () => true,
  run: () => undefined,
});

describe('a command is called', () => {
  test('by its label where it stands alone, and shorter where its place says the rest', () => {
    expect(fullName(command('outline.filter'))).toBe('Filter the outline');
    expect(shortName(command('outline.filter'))).toBe('Filter');
    expect(shortName(command('outline.unfold'))).toBe('Unfold everything');
  });

  test('without what it would take up now, where that is none of the business', () => {
    expect(plainName(command('command.undo.of'))).toBe('Undo');
    expect(plainName(command('outline.filter'))).toBe('Filter the outline');
  });

  test('by the item that it is about, if it is about one', () => {
    expect(nameOf(command('frame.focus'), 'A boat')).toBe('Focus on “A boat”');
    expect(nameOf(command('command.undo'), 'A boat')).toBeNull();
  });
});
