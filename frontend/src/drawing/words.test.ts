import { expect, test } from 'vitest';
import { facesOf, runsOf } from './faces';
import { Ruler, type Setting } from './words';

const faces = await facesOf();
const ruler = new Ruler(faces);
const NAME: Setting = { face: 'strong', size: 12 };

test('words are as wide as their font says', () => {
  expect(ruler.width('', NAME)).toBe(0);
  expect(ruler.width('nn', NAME)).toBeCloseTo(2 * 0.559 * 12, 0);
  expect(ruler.width('n', { face: 'strong', size: 24 })).toBeCloseTo(2 * ruler.width('n', NAME));
  expect(ruler.width('🏃‍♀️', NAME)).toBe(ruler.width('🏃', NAME));
  expect(ruler.width('ים', NAME)).toBeCloseTo(2 * 0.8 * 12);
});

test.each([
  ['A short name', 100, ['A short name']],
  ['The hull is sanded and painted', 80, ['The hull is', 'sanded and…']],
  ['Donaudampfschifffahrt', 60, ['Donaudam', 'pfschifff…']],
  ['Donaudampfschifffahrt', 50, ['Donauda', 'mpfsch…']],
  ['  spaced \n out  ', 100, ['spaced out']],
  ['', 100, []],
])('%j stands in %d px', (words, width, lines) => {
  const set = ruler.wrap(words, NAME, width, 2);
  expect(set.every((line) => ruler.width(line, NAME) <= width)).toBe(true);
  expect(set).toEqual(lines);
});

test('each stretch of words is drawn by a font that has it, or by none of ours', () => {
  const runs = runsOf('Café Привет 🏃‍♀️!', 'title', faces);
  expect(runs.map(({ words }) => words)).toEqual(['Café ', 'Привет', ' ', '🏃‍♀️', '!']);
  expect(runs.map(({ font }) => font !== undefined)).toEqual([true, true, true, false, true]);
  expect(faces.title.fonts).toContain(runs[0]?.font);
  expect(faces.text.fonts).toContain(runs[1]?.font);
});
