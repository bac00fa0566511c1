import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Hand } from '../plan/hand.svelte';
import { Resting } from './resting.svelte';

let hand: Hand, resting: Resting, end: () => void;

beforeEach(() => {
  hand = new Hand();
  resting = new Resting(hand);
  end = resting.watch();
});
afterEach(() => end());

function key(type: 'keydown' | 'keyup', repeat = false): void {
  document.body.dispatchEvent(new KeyboardEvent(type, { key: 'ArrowDown', repeat, bubbles: true }));
}

/** One press of an arrow key, or one more of a key that is held. */
function walk(to: string, repeat = false): void {
  key('keydown', repeat);
  hand.pick([to]);
}

describe('the details', () => {
  test('follow every single press', () => {
    for (const to of ['a', 'b', 'c']) {
      walk(to);
      expect([resting.id, resting.ids, resting.behind]).toEqual([to, [to], false]);
      key('keyup');
    }
  });

  test('stay where they are while a held key walks, and follow when it comes up', () => {
    walk('a');
    expect(resting.id).toBe('a');
    for (const to of ['b', 'c', 'd']) {
      walk(to, true);
      expect([resting.id, resting.ids, resting.behind]).toEqual(['a', ['a'], true]);
    }
    key('keyup');
    expect([resting.id, resting.ids, resting.behind]).toEqual(['d', ['d'], false]);
  });

  test('stay there when a field loses the keyboard, as one does that is taken out of the page', () => {
    const field = document.body.appendChild(document.createElement('input'));
    walk('a');
    expect(resting.id).toBe('a');
    walk('b', true);
    field.dispatchEvent(new FocusEvent('blur'));
    field.remove();
    expect(resting.id).toBe('a');
  });

  test.each([
    ['another key', () => key('keydown')],
    ['a press of the pointer', () => document.body.dispatchEvent(new Event('pointerdown'))],
    ['another window', () => window.dispatchEvent(new Event('blur'))],
  ])('catch up before %s arrives', (_, act) => {
    walk('a');
    expect(resting.id).toBe('a');
    walk('b', true);
    let seen = '';
    const look = () => (seen = resting.id);
    for (const type of ['keydown', 'pointerdown', 'blur']) {
      document.body.addEventListener(type, look, { once: true });
      window.addEventListener(type, look, { once: true });
    }
    act();
    expect(seen).toBe('b');
  });

  test('are not behind a held key that leaves the hand where it is', () => {
    walk('a');
    expect(resting.id).toBe('a');
    key('keydown', true);
    expect(resting.behind).toBe(false);
  });
});
