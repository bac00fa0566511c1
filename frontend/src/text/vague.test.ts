import { describe, expect, test } from 'vitest';
import './english';
import { readVague, vagueName } from './vague';

const NOW = '2026-03-09';

describe('a vague date', () => {
  test.each([
    ['this spring', '2026-03-01', '2026-05-31'],
    ['winter', '2026-12-01', '2027-02-28'],
    ['summer 2027', '2027-06-01', '2027-08-31'],
    ['Q1', '2026-01-01', '2026-03-31'],
    ['q 2 2027', '2027-04-01', '2027-06-30'],
    ['February', '2027-02-01', '2027-02-28'],
    ['in March', '2026-03-01', '2026-03-31'],
    ['by Feb 2028', '2028-02-01', '2028-02-29'],
    ['2028', '2028-01-01', '2028-12-31'],
    ['next year', '2027-01-01', '2027-12-31'],
    ['this year', '2026-01-01', '2026-12-31'],
  ])('is read from "%s"', (typed, start, due) => {
    expect(readVague(typed, NOW)).toEqual({ start, due });
  });

  test.each(['', 'soon', '13 March', 'Friday', '12', '0001', '9999', 'q5', 'someday'])(
    'is not read from "%s"',
    (typed) => {
      expect(readVague(typed, NOW)).toBeNull();
    },
  );

  test('is said as it is read', () => {
    for (const words of ['spring 2027', 'winter 2026', 'Q1 2027', 'March 2027', '2027']) {
      const read = readVague(words, NOW);
      expect(read && vagueName(read)).toBe(words);
    }
    expect(vagueName({ start: '2026-03-02', due: '2026-03-31' })).toBe('');
    expect(vagueName({ start: '2026-02-01', due: '2026-03-31' })).toBe('');
  });
});
