import { expect, test } from 'vitest';
import { readTime } from './times';

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
