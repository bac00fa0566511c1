import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Settings } from '../desktop/settings.svelte';
import { ORDINARY, type Look } from '../desktop/types';
import SettingsDialog from './SettingsDialog.svelte';

let settings: Settings;
let kept: Look[];
let close: () => void;
const folder = vi.fn();

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn();
  HTMLDialogElement.prototype.close = vi.fn();
  kept = [];
  settings = new Settings(document.createElement('html'), {
    saveLook: async (look) => void kept.push(look),
    drawn: async () => undefined,
  });
  settings.begin({ look: ORDINARY, window: true });
  settings.open = true;
  const props = { settings, path: '/home/ada/vault.cairn', onfolder: folder };
  const dialog = mount(SettingsDialog, { target: document.body, props });
  close = () => void unmount(dialog);
  flushSync();
});

afterEach(() => {
  close();
  document.body.innerHTML = '';
});

function press(name: string): void {
  const all = [...document.querySelectorAll<HTMLElement>('button, input')];
  const said = (one: HTMLElement) => one.ariaLabel ?? (one.closest('label') ?? one).textContent;
  const hit = all.find((one) => said(one)?.trim() === name);
  if (!hit) throw new Error(`nothing is called ${name}`);
  hit.click();
  flushSync();
}

describe('the settings', () => {
  test('count at once, without a button to confirm', () => {
    press('Dark');
    document.querySelector('input')?.click();
    expect(kept.at(-1)).toEqual({
      theme: 'dark',
      zoom: 100,
      spelling: false,
      lens: 'en',
      remind: true,
      quiet: '22:00-07:00',
      letters: '',
      coach: false,
    });
  });

  test('say when nothing is told, in hours that can be read', async () => {
    const quiet = () => document.querySelector<HTMLInputElement>('input[aria-label="Quiet hours"]');
    const write = (text: string) => {
      const field = quiet();
      if (!field) throw new Error('no field for quiet hours');
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      flushSync();
    };
    expect(quiet()?.value).toBe('22:00 to 07:00');
    write('late');
    expect(document.body.textContent).toContain('Write two times');
    write('9 pm to 6:30');
    expect(kept.at(-1)?.quiet).toBe('21:00-06:30');
    write('');
    expect(kept.at(-1)?.quiet).toBe('');
    [...document.querySelectorAll('label')]
      .find((label) => label.textContent?.includes('Tell me when'))
      ?.querySelector('input')
      ?.click();
    flushSync();
    expect(kept.at(-1)?.remind).toBe(false);
    expect(quiet()).toBeNull();
  });

  test('say how large the text is, and offer the way back', () => {
    press('Larger text');
    press('Larger text');
    expect(document.querySelector('output')?.textContent).toBe('125 %');
    press('Usual text size');
    expect(document.querySelector('output')?.textContent).toBe('100 %');
    expect(document.body.textContent).not.toContain('Usual text size');
  });

  test('say what a goal is asked, and that it is asked something', () => {
    press('Achievable');
    const all = 'specific measurable relevant timed evaluate readjust';
    expect(kept.at(-1)?.letters).toBe(all);
    press('Achievable');
    expect(kept.at(-1)?.letters?.split(' ')).toContain('achievable');
    for (const name of [
      'Specific',
      'Measurable',
      'Achievable',
      'Relevant',
      'Time-bound',
      'Evaluate',
    ])
      press(name);
    const count = kept.length;
    press('Readjust');
    expect(kept).toHaveLength(count);
    expect(kept.at(-1)?.letters).toBe('readjust');
  });

  test('switch the lens off, and to another language', () => {
    press('Off');
    expect(kept.at(-1)?.lens).toBe('');
    press('Deutsch');
    expect(kept.at(-1)?.lens).toBe('de');
  });

  test('say where the vault lies, and show it', () => {
    expect(document.body.textContent).toContain('/home/ada/vault.cairn');
    press('Show the folder');
    expect(folder).toHaveBeenCalledOnce();
  });
});
