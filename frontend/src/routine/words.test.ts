import { describe, expect, it } from 'vitest';
import {
  amountWords,
  readAmount,
  readRest,
  readRhythm,
  readTarget,
  restWords,
  rhythmIn,
  rhythmWords,
} from './words';

/** A Tuesday. */
const NOW = '2026-03-10';

it.each([
  ['every day', 'every day'],
  ['Daily', 'every day'],
  ['every other day', 'every 2 days'],
  ['each 3 days', 'every 3 days'],
  ['every two weeks', 'every 2 weeks on Tuesday'],
  ['weekly', 'every Tuesday'],
  ['Mondays', 'every Monday'],
  ['every Mon, Wed and Fri', 'every Monday, Wednesday and Friday'],
  ['on thu & mon', 'every Monday and Thursday'],
  ['every weekday', 'every weekday'],
  ['weekends', 'every Saturday and Sunday'],
  ['every month', 'every month on the 10th'],
  ['every 3 months on the 2nd', 'every 3 months on the 2nd'],
  ['every month on the 31st', 'every month on the last day'],
  ['every month on the 30th', 'every month on the 30th, or the last day'],
  ['last day of the month', 'every month on the last day'],
  ['first Monday of the month', 'every month on the first Monday'],
  ['every month on the last Fri', 'every month on the last Friday'],
  ['every year on 29 Feb', 'every year on 29 February'],
  ['yearly', 'every year on 10 March'],
  ['3 days after', '3 days after'],
  ['a week after it was done', '1 week after'],
])('%s is %s', (typed, words) => {
  const rhythm = readRhythm(typed, NOW);
  expect(
    rhythm && rhythmWords(rhythm.after ? { ...rhythm, after: true } : { rule: rhythm.rule }),
  ).toBe(words);
});

it.each([
  '',
  'sometimes',
  'every',
  'every blue moon',
  'every 0 days',
  'every month on the 32nd',
  'mo',
])('%s is no rhythm', (typed) => {
  expect(readRhythm(typed, NOW)).toBeNull();
});

it('what is said is read again as the same', () => {
  for (const typed of [
    'every 2 weeks on Mon and Thu',
    'last Friday of the month',
    'every year on 1 May',
  ]) {
    const rhythm = readRhythm(typed, NOW);
    expect(readRhythm(rhythmWords({ rule: rhythm?.rule ?? '' }), NOW)).toEqual(rhythm);
  }
});

it('a rule from elsewhere is put into words too', () => {
  expect(rhythmWords({ rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=2' })).toContain('Saturday');
});

it.each([
  ['Write for 10 minutes every day', 'FREQ=DAILY'],
  ['Call Per every Sunday after lunch', 'FREQ=WEEKLY;BYDAY=SU'],
  ['Read every page', undefined],
  ['Call Per', undefined],
])('%s speaks of %s', (title, rule) => {
  expect(rhythmIn(title, NOW)?.rule).toBe(rule);
});

describe('a rest', () => {
  it.each([
    ['until Fri', 'until Fri 13 Mar'],
    ['for 2 weeks', 'until Tue 24 Mar'],
    ['open end', 'open end'],
    ['this week', 'until Mon 16 Mar'],
    ['next week', 'Mon 16 Mar to Sun 22 Mar'],
    ['1 Aug to 20 Aug', 'Sat 1 Aug to Thu 20 Aug'],
  ])('%s is %s', (typed, words) => {
    const rest = readRest(typed, NOW);
    expect(rest && restWords(rest, NOW)).toBe(words);
  });

  it.each(['', 'until yesterday', '20 Aug to 1 Aug 2026', 'soon'])('%s is none', (typed) => {
    expect(readRest(typed, NOW)).toBeNull();
  });

  it('that is over is not spoken of', () => {
    expect(restWords({ paused: '2026-03-01', back: NOW }, NOW)).toBe('');
    expect(restWords({}, NOW)).toBe('');
    expect(restWords({ paused: '2026-04-01' }, NOW)).toBe('from Wed 1 Apr on');
  });
});

it.each([
  ['10 minutes', { target: 10, unit: 'minutes' }],
  ['ten minutes', { target: 10, unit: 'minutes' }],
  ['1,5 km', { target: 1.5, unit: 'km' }],
  ['500', { target: 500, unit: '' }],
  ['many', null],
])('%s is %o', (typed, target) => {
  expect(readTarget(typed)).toEqual(target);
  if (target) expect(readTarget(amountWords(target.target, target.unit))).toEqual(target);
});

it.each([
  ['25', 'minutes', 25],
  ['25 min', 'minutes', 25],
  ['twelve', '', 12],
  ['a few', 'minutes', null],
  ['25 pages', 'minutes', null],
  ['25 pages', '', null],
  ['', 'minutes', null],
])('%s of %s is %s', (typed, unit, amount) => {
  expect(readAmount(typed, unit)).toBe(amount);
});
