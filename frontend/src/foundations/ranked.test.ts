import { beforeEach, describe, expect, test, vi } from 'vitest';
import { called, press, rest, say } from '../house';
import { onTheGround, text } from './house';

onTheGround();

const lines = () => [...document.querySelectorAll<HTMLElement>('[data-id]')];
const field = (i: number) => lines()[i]!.querySelector('textarea')!;
const order = () => lines().map((line) => line.querySelector('textarea')?.value);

/** A mouse on an element, as the page gets it; jsdom has no pointers of its own. */
function mouse(type: string, on: EventTarget, y: number): Event {
  const event = new MouseEvent(type, { clientY: y, bubbles: true, cancelable: true });
  Object.assign(event, { pointerId: 1, isPrimary: true, pointerType: 'mouse' });
  on.dispatchEvent(event);
  return event;
}

/** Presses on an element; true = the page leaves the press to what it does by itself. */
function pressOn(on: Element): boolean {
  mouse('pointerdown', on, 0);
  return !mouse('mousedown', on, 0).defaultPrevented;
}

/** Drags from an element to behind the last line: in jsdom all lines lie at 0. */
async function drag(on: Element): Promise<void> {
  pressOn(on);
  mouse('pointermove', window, 40);
  mouse('pointerup', window, 40);
  await rest();
}

beforeEach(async () => {
  Object.assign(HTMLElement.prototype, {
    setPointerCapture: vi.fn(),
    hasPointerCapture: () => false,
  });
  for (const name of ['Calm', 'Play', 'Home']) await say('value', '', { name, pile: 'very' });
});

test('the ranks are told, as what they are', () => {
  expect(text()).toContain('Rank 3 of 3');
});

describe('by key a line', () => {
  test('moves, and the keyboard stays where it was', async () => {
    field(2).focus();
    await press(field(2), 'ArrowUp', { altKey: true });
    expect(order()).toEqual(['Calm', 'Home', 'Play']);
    expect(document.activeElement).toBe(field(1));
    expect(text()).toContain('Home: 2 of 3');
  });

  test('moves as often as the key is pressed, however fast', async () => {
    const last = field(2);
    for (let i = 0; i < 2; i++)
      last.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true }),
      );
    await rest();
    expect(order()).toEqual(['Home', 'Calm', 'Play']);
  });

  test('goes by its buttons too; at its end the keyboard takes the other way', async () => {
    const [up, down] = lines()[1]!.querySelectorAll<HTMLElement>('[data-ways] button');
    up!.focus();
    up!.click();
    await rest();
    expect(order()).toEqual(['Play', 'Calm', 'Home']);
    expect(document.activeElement).toBe(down);
  });
});

describe('by hand a line', () => {
  test('is carried by its words, which nobody writes in then', async () => {
    await drag(field(0));
    expect(order()).toEqual(['Play', 'Home', 'Calm']);
    expect(document.activeElement?.tagName).not.toBe('TEXTAREA');
  });

  test('is written in by a press that does not travel', async () => {
    expect(pressOn(field(1))).toBe(false);
    mouse('pointerup', window, 0);
    expect(document.activeElement).toBe(field(1));
    expect(called('moveAspect')).toHaveLength(0);
  });

  test('is left to the field that is written in, and to its buttons', async () => {
    field(0).focus();
    expect(pressOn(field(0))).toBe(true);
    await drag(field(0));
    await drag(lines()[0]!.querySelector('button')!);
    expect(called('moveAspect')).toHaveLength(0);
  });
});
