import { describe, expect, test } from 'vitest';
import {
  fullDay,
  datedDay,
  longDay,
  plainDay,
  plusDays,
  plusMonths,
  readDay,
  readGoneDay,
  shortDay,
  today,
  weekday,
} from './dates';

const NOW = '2026-03-09'; // a Monday

describe('a day', () => {
  test.each([
    ['2026-03-13', '2026-03-13'],
    ['13.3.2026', '2026-03-13'],
    ['13/3/26', '2026-03-13'],
    ['13.3.', '2026-03-13'],
    ['13 March', '2026-03-13'],
    ['13th mar', '2026-03-13'],
    ['March 13', '2026-03-13'],
    ['Mar 13, 2027', '2027-03-13'],
    ['Fri 13 Mar', '2026-03-13'],
    ['Fri 13 March 2026', '2026-03-13'],
    ['friday', '2026-03-13'],
    ['next fri', '2026-03-13'],
    ['monday', '2026-03-16'],
    ['today', NOW],
    ['tomorrow', '2026-03-10'],
    ['in 3 days', '2026-03-12'],
    ['+2 weeks', '2026-03-23'],
    ['in 1 month', '2026-04-09'],
    ['in two weeks', '2026-03-23'],
    ['in a week', '2026-03-16'],
    ['29 Feb 2028', '2028-02-29'],
  ])('is read from "%s"', (typed, day) => {
    expect(readDay(typed, NOW)).toBe(day);
  });

  test('without a year is the next one to come', () => {
    expect(readDay('8 March', NOW)).toBe('2027-03-08');
    expect(readDay('9 March', NOW)).toBe(NOW);
  });

  test.each([
    '',
    'soon',
    '31 Feb',
    '2026-02-29',
    '13',
    '32.1.2026',
    '1.13.2026',
    '1 2 3 4',
    '99999',
    '1 Jan 0000',
    '31 Dec 9999',
  ])('is not read from "%s"', (typed) => {
    expect(readDay(typed, NOW)).toBeNull();
  });

  test.each([
    ['1 March', '2026-03-01'],
    ['10 March', '2025-03-10'],
    ['Saturday', '2026-03-07'],
    ['last Saturday', '2026-03-07'],
    ['last Monday', '2026-03-02'],
    ['Monday', NOW],
    ['yesterday', '2026-03-08'],
    ['2026-03-09', NOW],
    ['2026-03-10', null],
    ['tomorrow', null],
    ['in 3 days', null],
    ['soon', null],
  ])('that is over is read from "%s"', (typed, day) => {
    expect(readGoneDay(typed, NOW)).toBe(day);
  });

  test('what is shown can be read again', () => {
    for (const day of ['2026-03-08', NOW, '2026-03-13', '2026-12-31', '2027-01-02']) {
      expect(readDay(longDay(day, NOW), NOW)).toBe(day);
      expect(readDay(fullDay(day), NOW)).toBe(day);
    }
  });

  test('is shown short, with its weekday when it is near and its year when it is far', () => {
    expect(shortDay('2026-03-13', NOW)).toBe('Fri 13 Mar');
    expect(shortDay(plusDays(NOW, -1), NOW)).toMatch(/^\d/);
    expect(shortDay('2026-06-14', NOW)).toBe('14 Jun');
    expect(shortDay('2026-09-14', NOW)).toBe('14 Sep');
    expect(shortDay('2026-12-31', NOW)).toBe('31 Dec');
    expect(shortDay('2027-02-08', NOW)).toBe('8 Feb');
    expect(shortDay('2027-02-09', NOW)).toBe('9 Feb 2027');
    expect(shortDay('2025-12-24', NOW)).toBe('24 Dec 2025');
  });

  test('is written without the year only while nobody could mistake it', () => {
    expect(datedDay('2026-03-13')).toBe('Fri 13 Mar 2026');
    expect(plainDay('2026-03-13', NOW)).toBe('13 Mar');
    expect(plainDay('2025-12-30', NOW)).toBe('30 Dec 2025');
    expect(longDay('2026-03-13', NOW)).toBe('Fri 13 Mar');
    expect(longDay('2026-03-08', NOW)).toBe('Sun 8 Mar 2026');
    expect(longDay('2027-03-13', NOW)).toBe('Sat 13 Mar 2027');
  });

  test('is counted in the calendar, over the ends of months and summer time', () => {
    expect(plusDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(plusMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(weekday(NOW)).toBe(0);
  });

  test('is the one here, not in Greenwich', () => {
    expect(today(new Date(2026, 2, 9, 0, 5))).toBe(NOW);
    expect(today(new Date(2026, 2, 9, 23, 55))).toBe(NOW);
  });
});
