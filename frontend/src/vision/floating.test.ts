import { expect, test } from 'vitest';
import { meets } from '../gesture/camera';
import { barAt } from './floating';

const BAR = { width: 260, height: 40 };
const WINDOW = { width: 1000, height: 700 };
const REACH = { above: 44, below: 12 };
const at = (left: number, top: number, right: number, foot: number) => {
  const box = { left, top, right, foot };
  const { x, y } = barAt(box, BAR, WINDOW, REACH);
  return { box, bar: { left: x, top: y, right: x + BAR.width, foot: y + BAR.height } };
};

test('the bar of what is picked stands above it, in its middle', () => {
  expect(at(400, 300, 600, 400).bar).toMatchObject({ left: 370, foot: 300 - 44 });
});

test('the bar stands below what has no room above it, and inside the edges of the window', () => {
  expect(at(0, 20, 100, 200).bar).toMatchObject({ left: 12, top: 212 });
  expect(at(900, 20, 1000, 200).bar).toMatchObject({ right: 988 });
});

test('the bar of what fills the window stands at its upper edge', () => {
  expect(at(-50, -50, 1050, 690).bar.top).toBe(12);
});

test('wherever there is room, the bar covers neither what is picked nor the tools', () => {
  for (let top = -100; top < 700; top += 7)
    for (let high = 8; high < 700; high += 31) {
      const { box, bar } = at(300, top, 700, top + high);
      expect(bar.foot).toBeLessThanOrEqual(700 - 64);
      const room = box.top >= 12 + 40 + 44 || box.foot + 12 + 40 <= 700 - 64;
      if (room) expect(meets(box, bar), JSON.stringify({ box, bar })).toBe(false);
    }
});
