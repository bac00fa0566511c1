import { describe, expect, test } from 'vitest';
import { ariaKeys, matchesKeys, showKeys } from './keys';

function press(key: string, held: Partial<KeyboardEventInit> = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...held });
}

describe('a chord', () => {
  test.each([
    ['Mod+Z', press('z', { ctrlKey: true }), true],
    ['Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
    ['Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
    ['Mod+Z', press('z'), false],
    ['Mod+Z', press('z', { ctrlKey: true, altKey: true }), false],
    ['Mod+Z', press('z', { ctrlKey: true, metaKey: true }), false],
    ['Space', press(' '), true],
    ['Alt+ArrowUp', press('ArrowUp', { altKey: true }), true],
    ['Mod+.', press('.', { ctrlKey: true }), true],
    ['?', press('?', { shiftKey: true }), true],
    ['Mod+Plus', press('+', { ctrlKey: true, shiftKey: true }), true],
    ['Mod+=', press('=', { ctrlKey: true }), true],
    ['Mod+-', press('-', { ctrlKey: true }), true],
    ['Mod+0', press('0', { ctrlKey: true }), true],
    ['Mod+,', press(',', { ctrlKey: true }), true],
  ])('%s answers an event or not', (keys, event, answer) => {
    expect(matchesKeys(event, keys, false)).toBe(answer);
  });

  test('asks for Cmd instead of Ctrl on a Mac', () => {
    expect(matchesKeys(press('z', { metaKey: true }), 'Mod+Z', true)).toBe(true);
    expect(matchesKeys(press('z', { ctrlKey: true }), 'Mod+Z', true)).toBe(false);
    const both = press('f', { ctrlKey: true, metaKey: true });
    expect(matchesKeys(both, 'Ctrl+Mod+F', true)).toBe(true);
    expect(matchesKeys(both, 'Mod+F', true)).toBe(false);
  });

  test('finds letters and digits by where they lie when they type something else', () => {
    const cyrillic = press('я', { ctrlKey: true, code: 'KeyZ' });
    expect(matchesKeys(cyrillic, 'Mod+Z', false)).toBe(true);
    const option = press('¡', { metaKey: true, altKey: true, code: 'Digit1' });
    expect(matchesKeys(option, 'Mod+Alt+1', true)).toBe(true);
  });

  test('goes by what is typed where letters lie elsewhere', () => {
    const german = press('y', { ctrlKey: true, code: 'KeyZ' });
    expect(matchesKeys(german, 'Mod+Z', false)).toBe(false);
    expect(matchesKeys(german, 'Mod+Y', false)).toBe(true);
  });

  test('never answers plain typing by place', () => {
    expect(matchesKeys(press('я', { code: 'KeyZ' }), 'Z', false)).toBe(false);
  });

  test('is shown as each system writes it', () => {
    expect(showKeys('Mod+Shift+Z', false)).toBe('Ctrl Shift Z');
    expect(showKeys('Mod+Shift+Z', true)).toBe('⌘⇧Z');
    expect(showKeys('Alt+ArrowUp', false)).toBe('Alt ↑');
    expect(ariaKeys('Mod+Z', false)).toBe('Control+Z');
  });
});
