import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Settings } from './settings.svelte';
import { ORDINARY, type Look } from './types';

let root: HTMLElement;
let night: EventTarget & { matches: boolean };
let saved: Look[];
let drawn: boolean[];

beforeEach(() => {
  root = document.createElement('html');
  night = Object.assign(new EventTarget(), { matches: false });
  vi.stubGlobal('matchMedia', () => night);
  saved = [];
  drawn = [];
});

function begin(over: Partial<Look> = {}): Settings {
  const settings = new Settings(root, {
    saveLook: async (look) => void saved.push(look),
    drawn: async (dark) => void drawn.push(dark),
  });
  settings.begin({ look: { ...ORDINARY, ...over }, window: true });
  return settings;
}

function fall(dark: boolean): void {
  night.matches = dark;
  night.dispatchEvent(new Event('change'));
}

describe('the theme', () => {
  test('follows the system, also while the page is open', () => {
    begin();
    expect(root.dataset['theme']).toBe('light');
    fall(true);
    expect(root.dataset['theme']).toBe('dark');
    fall(false);
    expect(root.dataset['theme']).toBe('light');
    expect(drawn).toEqual([false, true, false]);
    expect(saved).toEqual([]);
  });

  test('stays as it was set, whatever the system does', () => {
    const settings = begin({ theme: 'dark' });
    expect(root.dataset['theme']).toBe('dark');
    settings.set({ theme: 'light' });
    fall(true);
    expect(root.dataset['theme']).toBe('light');
    expect(saved).toEqual([{ ...ORDINARY, theme: 'light' }]);
  });
});

describe('the size of text', () => {
  test('is that of the root, in percent, and kept', () => {
    const settings = begin();
    expect(root.style.fontSize).toBe('');
    settings.zoom(1);
    expect(root.style.fontSize).toBe('110%');
    settings.set({ zoom: 100 });
    expect(root.style.fontSize).toBe('');
    expect(saved.map((look) => look.zoom)).toEqual([110, 100]);
  });

  test('stops at its ends, and keeps nothing then', () => {
    begin({ zoom: 200 }).zoom(1);
    expect(root.style.fontSize).toBe('200%');
    expect(saved).toEqual([]);
  });
});

test('spelling is marked in every field, or in none', () => {
  const settings = begin();
  expect(root.getAttribute('spellcheck')).toBe('true');
  settings.set({ spelling: false });
  expect(root.getAttribute('spellcheck')).toBe('false');
});
