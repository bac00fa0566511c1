import { expect, test } from 'vitest';
import type { Command } from '../commands/command';
import { chosenOf, entryOf, type Entry } from './menu';

const line = (id: string, over: Partial<Entry> = {}): Entry => ({
  id,
  label: id,
  run: () => undefined,
  ...over,
});

test('a command stands in a menu in its short words, with its first chord', () => {
  const filter: Command = {
    id: 'filter',
    label: 'outline.filter',
    group: 'edit',
    keys: ['Mod+F', 'F3'],
    enabled: () => false,
    run: () => undefined,
  };
  expect(entryOf(filter)).toMatchObject({ label: 'Filter', keys: 'Mod+F', disabled: true });
});

test('of a choice the one chosen is known, and none when none is', () => {
  expect(chosenOf([line('goal', { chosen: false }), line('step', { chosen: true })])).toBe('step');
  expect(chosenOf([line('delete')])).toBe('');
});
