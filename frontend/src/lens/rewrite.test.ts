import { expect, test } from 'vitest';
import { filled, NO_PARTS, opened, replaced } from './rewrite';

test('what is filled in follows the title, in the order in which one says it', () => {
  const parts = { ...NO_PARTS, when: 'every day ', amount: ' 2 litres' };
  expect(filled('Drink more water', parts)).toBe('Drink more water, 2 litres, every day');
  expect(filled('Network', { ...NO_PARTS, where: 'at the fair' })).toBe('Network, at the fair');
});

test('what one would do takes the place of what was said', () => {
  expect(filled('Work on my fitness', { ...NO_PARTS, what: 'Swim', amount: '20 minutes' })).toBe(
    'Swim, 20 minutes',
  );
});

test('nothing filled in changes nothing', () => {
  expect(filled('Tidy up', NO_PARTS)).toBe('Tidy up');
});

test('a verb stands before the noun or behind it, as the language has it', () => {
  expect(opened('dentist', 'Call …')).toBe('Call dentist');
  expect(opened(' Zahnarzt', '… anrufen')).toBe('Zahnarzt anrufen');
});

test('what is left off is followed by what is done instead', () => {
  expect(replaced('Stop ordering takeaway', 'cook pasta ')).toBe(
    'Stop ordering takeaway: cook pasta',
  );
});
