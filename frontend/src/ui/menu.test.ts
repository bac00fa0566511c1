import { describe, expect, test } from 'vitest';
import { roleOf, spot, step, type Entry } from './menu';

const line = (label: string, disabled = false): Entry => ({
  id: label,
  label,
  disabled,
  run: () => undefined,
});
const entries = [line('Add', true), line('Make it a goal'), line('Move to'), line('Delete')];

describe('in a menu', () => {
  test.each([
    [1, 'ArrowDown', 2],
    [3, 'ArrowDown', 1],
    [1, 'ArrowUp', 3],
    [-1, 'ArrowDown', 1],
    [2, 'Home', 1],
    [1, 'End', 3],
    [1, 'm', 2],
    [2, 'm', 1],
    [1, 'x', -1],
    [1, 'Enter', -1],
  ])('from line %i the key %s leads to %i, past what cannot be chosen', (from, key, to) => {
    expect(step(entries, from, key)).toBe(to);
  });

  test('nothing is found when nothing can be chosen', () => {
    expect(step([line('Add', true)], -1, 'ArrowDown')).toBe(-1);
  });
});

test('a line says whether it is one of a choice, on or off, or plain', () => {
  expect(roleOf({ ...line('Goal'), chosen: false })).toBe('menuitemradio');
  expect(roleOf({ ...line('Draft'), on: false })).toBe('menuitemcheckbox');
  expect(roleOf(line('Delete'))).toBe('menuitem');
});

describe('a menu stands', () => {
  const view = { width: 1000, height: 700 };
  const menu = { width: 200, height: 300 };
  const anchor = (left: number, top: number) => ({ left, top, right: left + 50, bottom: top + 30 });

  test('below its button', () => {
    expect(spot(anchor(100, 100), menu, view)).toEqual({ x: 100, y: 134 });
  });
  test('above it where there is no room below', () => {
    expect(spot(anchor(100, 600), menu, view)).toEqual({ x: 100, y: 296 });
  });
  test('flush with the end of its button at the end of the window', () => {
    expect(spot(anchor(940, 100), menu, view).x).toBe(790);
  });
  test('in the window, however large it is', () => {
    expect(spot(anchor(0, 300), { width: 200, height: 690 }, view).y).toBe(6);
  });
});
