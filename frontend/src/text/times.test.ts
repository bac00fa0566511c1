import { expect, test } from 'vitest';
import { hereAt, partTime, readTime } from './times';

test.each([
  ['7', '07:00'],
  ['at 7', '07:00'],
  ['7:30', '07:30'],
  ['07.30', '07:30'],
  ['1930', '19:30'],
  ['19 h', '19:00'],
  ['19h30', '19:30'],
  ['7 pm', '19:00'],
  ['12 am', '00:00'],
  ['12:15pm', '12:15'],
  ["7 o'clock", '07:00'],
  ['noon', '12:00'],
  ['midnight', '00:00'],
  ['24', null],
  ['7:60', null],
  ['13 pm', null],
  ['0 am', null],
  ['seven', null],
  ['', null],
  ['1 2 3', null],
])('%s is %s', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

test.each([
  ['15 Mar 9:00', '15 Mar', '09:00'],
  ['fri at 7 pm', 'fri', '19:00'],
  ['tomorrow at 8', 'tomorrow', '08:00'],
  ['in 2 weeks noon', 'in 2 weeks', '12:00'],
  ['15 Mar 2027', '15 Mar 2027', null],
  ['15 Mar 27', '15 Mar 27', null],
  ['fri', 'fri', null],
])('%s is %s at %s', (typed, day, time) => {
  expect(partTime(typed)).toEqual({ day, time });
});

test('a clock in another zone shows another time', () => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const moment = { day: '2026-03-10', time: '09:30' };
  expect(hereAt(moment, zone)).toEqual(moment);
  const utc = hereAt(moment, 'UTC');
  const kiritimati = hereAt(moment, 'Pacific/Kiritimati');
  const at = ({ day, time }: typeof moment) => Date.parse(`${day}T${time}:00Z`);
  expect(at(utc) - at(kiritimati)).toBe(14 * 3_600_000);
});
