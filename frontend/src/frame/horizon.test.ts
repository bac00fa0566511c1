import { expect, test } from 'vitest';
import { horizon } from './horizon';

test.each([
  ['2028-10-01', 'Europe/Stockholm', 'autumn 2028'],
  ['2028-12-24', 'Europe/Stockholm', 'winter 2028/29'],
  ['2029-02-01', 'Europe/Stockholm', 'winter 2028/29'],
  ['2100-01-01', 'Europe/Stockholm', 'winter 2099/00'],
  ['2028-03-01', 'America/New_York', 'spring 2028'],
  ['2028-10-01', 'Australia/Sydney', 'spring 2028'],
  ['2029-01-01', 'America/Sao_Paulo', 'summer 2028/29'],
  ['2027-03-13', 'Europe/Stockholm', 'March 2027'],
  ['2025-03-13', 'Europe/Stockholm', 'March 2025'],
])('%s in %s is %s', (day, zone, words) => {
  expect(horizon(day, '2026-11-26', zone)).toBe(words);
});
