import { expect, test } from 'vitest';
import { figuresOf } from './figures';

test('the figures behind the sentence stand beside what they were before', () => {
  expect(figuresOf({ feels: 0.79, moves: 0.72 }, { feels: 0.6, moves: 0.97 }, 1210)).toBe(
    'It feels 8 of 10, 6 before. 72 % of what was due is done, 97 % before. What is done took 20 h 10.',
  );
  expect(figuresOf({ feels: 0.8, moves: 0.5 }, { feels: 0.8, moves: null }, 0)).toBe(
    'It feels 8 of 10, as before. 50 % of what was due is done.',
  );
});

test('what nobody said and what was not due is left out', () => {
  expect(figuresOf({ feels: null, moves: null }, undefined, 0)).toBe('');
  expect(figuresOf({ feels: null, moves: 1 }, { feels: 0.5, moves: 1 }, 0)).toBe(
    '100 % of what was due is done, as before.',
  );
});
