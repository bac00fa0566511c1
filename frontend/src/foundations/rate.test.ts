import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { bodies, click, desk, named, rest, say } from '../house';
import { longDay, plusDays, today } from '../text/dates';
import { onTheGround, turn } from './house';

onTheGround();

describe('the wheel', () => {
  test('is rated by sliders, once for each day, and compared with an earlier one', async () => {
    const before = plusDays(today(), -30);
    await say('rating', '', { areaId: 'a1', on: before, today: 3 });
    await turn('Wheel of life');
    const slider = named<HTMLInputElement>('Growth today', 'input');
    expect(slider.value).toBe('3');
    for (const value of ['6', '7']) {
      slider.value = value;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      slider.dispatchEvent(new Event('change', { bubbles: true }));
      await rest();
    }
    expect(bodies('rating')).toHaveLength(2);
    expect(bodies('rating')[1]).toEqual({ areaId: 'a1', on: today(), today: 7 });
    const signs = () => document.querySelector('figcaption')?.textContent;
    const wasDrawn = () => document.querySelector('.shape path.was') !== null;
    expect(wasDrawn()).toBe(false);
    expect(signs()).toMatch(/filled: today.*line: desired/);
    expect(signs()).not.toContain('dashes');
    await click('Compare with…');
    document.querySelector<HTMLElement>('[role=menuitemradio]')?.click();
    await rest();
    expect(wasDrawn()).toBe(true);
    expect(signs()).toContain(`dashes: ${longDay(before)}`);
  });

  test('stays where a quick hand put it, until the vault knows', async () => {
    await turn('Wheel of life');
    const slider = named<HTMLInputElement>('Home today', 'input');
    slider.value = '6';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    slider.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    expect(slider.value).toBe('6');
    await rest();
    await desk().edits.undo();
    await rest();
    expect(slider.value).toBe('5');
  });

  test('what nobody rated is said so', async () => {
    await turn('Wheel of life');
    const slider = named<HTMLInputElement>('Home as desired', 'input');
    expect(slider.getAttribute('aria-valuetext')).toBe('not rated');
  });
});
