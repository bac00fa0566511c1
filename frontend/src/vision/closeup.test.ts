import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PiecesPlaced } from '../plan/pieces';
import { called, click, named, press, program, rest, write } from '../house';
import { atTheBoard, key, names, open, view } from './house';

// What the details tell of the pieces that are picked, in the whole page.

atTheBoard();

const details = () => document.querySelector<HTMLElement>('aside[aria-label="Details"]');
const heading = () => details()?.querySelector('h2')?.textContent;
const field = (name: string) => named<HTMLInputElement>(name, 'aside input');
const placed = () => called('placePieces').map(([, input]) => (input as PiecesPlaced).places);

describe('the details of a board', () => {
  beforeEach(() => open());

  test('say what can be picked while nothing is', async () => {
    program.desk?.hand.pick([]);
    await rest();
    expect(details()?.textContent).toContain('Choose a piece of the board');
    await key('Home');
    expect(heading()).toBe('Note');
    await key('Escape');
    expect(details()?.textContent).toContain('Choose a piece of the board');
    program.desk?.commands.get('frame.view.outline')?.run();
    await vi.waitFor(() => expect(view()).toBeNull());
    program.desk?.hand.pick([]);
    await rest();
    expect(details()?.textContent).toContain('Choose a line in the plan');
  });

  test('have the words of a piece, as they are written on the board', async () => {
    await key('Home');
    const words = named<HTMLTextAreaElement>('Words', 'aside textarea');
    expect(words.value).toBe('The first copy goes to Per');
    await write(words, 'The first copy goes to Ada');
    words.dispatchEvent(new FocusEvent('blur'));
    await rest();
    expect(called('setPieces')[0]?.[1]).toMatchObject({
      ids: ['n'],
      body: { words: 'The first copy goes to Ada' },
    });
    expect(names()[0]).toContain('Ada');
  });

  test('have its size and turn as numbers; what is none is said so and changes nothing', async () => {
    await key('Home');
    await write(field('Width'), '160');
    await press(field('Width'), 'Enter');
    await write(field('Turned by'), '-12');
    await press(field('Turned by'), 'Enter');
    expect(placed().map(([one]) => [one?.w, one?.angle])).toEqual([
      [160, 0],
      [160, -12],
    ]);
    await write(field('Width'), 'wide');
    await press(field('Width'), 'Enter');
    expect(details()?.querySelector('[role=alert]')?.textContent).toContain('from 8 to 20000');
    expect(placed()).toHaveLength(2);
  });

  test('only tell how a locked piece lies', async () => {
    await key('Home');
    await key('L', { shiftKey: true });
    expect(details()?.textContent).toContain('Locked');
    expect(details()?.querySelectorAll('input, textarea')).toHaveLength(0);
    expect(details()?.textContent).toMatch(/Width\s*100/);
  });

  test('lead to what a piece stands for', async () => {
    await key('Home');
    await key('Tab');
    expect(heading()).toBe('Card');
    expect(details()?.textContent).toContain('A manuscript');
    await click('Go there');
    await vi.waitFor(() => expect(program.desk?.hand.wanted ?? program.desk?.hand.id).toBe('g'));
    expect(heading()).not.toBe('Card');
  });

  test('of several pieces tell what they share, and change all of them', async () => {
    await key('a', { ctrlKey: true });
    expect(heading()).toBe('4 pieces chosen');
    expect(details()?.textContent).toContain('Different things of the plan');
    expect([field('Width').value, field('Turned by').value]).toEqual(['100', '0°']);
    await write(field('Turned by'), '5');
    await press(field('Turned by'), 'Enter');
    expect(placed()[0]?.map(({ angle }) => angle)).toEqual([5, 5, 5, 5]);
  });
});
