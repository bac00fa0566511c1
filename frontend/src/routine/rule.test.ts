import { RRule } from 'rrule';
import { describe, expect, it } from 'vitest';
import { seeded } from '../plan/sample';
import { plusDays } from '../text/dates';
import { comesAfter, daysOf, readRule, writeRule, type Rule } from './rule';
import { readRhythm } from './words';

const rules: Rule[] = [
  { freq: 'DAILY', every: 1 },
  { freq: 'DAILY', every: 3 },
  { freq: 'WEEKLY', every: 2, days: [0, 3] },
  { freq: 'MONTHLY', every: 1, date: 15 },
  { freq: 'MONTHLY', every: 1, date: 30 },
  { freq: 'MONTHLY', every: 1, date: -1 },
  { freq: 'MONTHLY', every: 2, days: [0], nth: 1 },
  { freq: 'MONTHLY', every: 1, days: [4], nth: -1 },
  { freq: 'YEARLY', every: 1, month: 2, date: 29 },
];

it.each(rules)('is read as it was written: %o', (rule) => {
  expect(readRule(writeRule(rule))).toEqual(rule);
});

it('is read in any order, and what people do not say is left as it is', () => {
  expect(readRule('BYDAY=MO;FREQ=WEEKLY;INTERVAL=2')).toMatchObject({ every: 2, days: [0] });
  expect(readRule('FREQ=WEEKLY;BYDAY=MO;COUNT=4')).toBeNull();
  expect(readRule('FREQ=SECONDLY')).toBeNull();
});

describe('a routine comes', () => {
  const days = (typed: string, from: string, to: string, over = {}) =>
    daysOf({ rule: readRhythm(typed, from)?.rule ?? '', from, ...over }, from, to);

  it('in each month, also in those that are too short', () => {
    expect(days('every month on the 31st', '2026-01-31', '2026-06-30')).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
    ]);
    expect(days('every month on the 30th', '2028-01-30', '2028-03-31')).toEqual([
      '2028-01-30',
      '2028-02-29',
      '2028-03-30',
    ]);
  });

  it('in each year, also in those that have no such day', () => {
    expect(days('every year on 29 Feb', '2028-02-29', '2032-12-31')).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
  });

  it('on its days of the week, in every second week from the one it began in', () => {
    expect(days('every 2 weeks on Mon and Thu', '2026-03-02', '2026-03-20')).toEqual([
      '2026-03-02',
      '2026-03-05',
      '2026-03-16',
      '2026-03-19',
    ]);
  });

  it('not while it rests', () => {
    const rest = { paused: '2026-03-03', back: '2026-03-05' };
    expect(days('every day', '2026-03-02', '2026-03-06', rest)).toEqual([
      '2026-03-02',
      '2026-03-05',
      '2026-03-06',
    ]);
    expect(days('every day', '2026-03-02', '2026-03-06', { paused: '2026-03-04' })).toHaveLength(2);
  });

  it('not before it begins, and not by the calendar when it counts from when it was done', () => {
    const rule = 'FREQ=DAILY';
    expect(daysOf({ rule, from: '2026-03-05' }, '2026-03-01', '2026-03-06')).toHaveLength(2);
    expect(daysOf({ rule, from: '2026-03-05' }, '2026-02-01', '2026-03-01')).toEqual([]);
    expect(daysOf({ rule, after: true }, '2026-03-01', '2026-03-06')).toEqual([]);
  });

  it('as often as a rule from elsewhere says', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=SA;COUNT=2';
    expect(daysOf({ rule, from: '2026-03-01' }, '2026-03-01', '2026-12-31')).toEqual([
      '2026-03-07',
      '2026-03-14',
    ]);
  });
});

it.each([
  ['3 days after', '2026-02-27', '2026-03-02'],
  ['2 weeks after', '2026-03-28', '2026-04-11'],
  ['a month after', '2026-01-31', '2026-02-28'],
  ['1 year after', '2028-02-29', '2029-02-28'],
])('%s %s is %s', (typed, done, next) => {
  expect(comesAfter(readRhythm(typed, done) as object, done)).toBe(next);
});

it('what comes every so many days or weeks comes on the days that the library tells', () => {
  const random = seeded(20280229);
  const below = (count: number) => Math.floor(random() * count);
  for (let i = 0; i < 400; i++) {
    const begins = plusDays('2027-12-01', below(120));
    const from = plusDays(begins, below(900) - 60);
    const to = plusDays(from, below(200));
    const all = [0, 1, 2, 3, 4, 5, 6].filter(() => below(3) === 0);
    const days = all.length > 0 && below(4) > 0 ? { days: all } : {};
    const every = 1 + below(4);
    const rule = writeRule(
      below(2) === 0 ? { freq: 'DAILY', every } : { freq: 'WEEKLY', every, ...days },
    );
    const dtstart = new Date(begins);
    const told = new RRule({ ...RRule.parseString(rule), dtstart })
      .between(new Date(from), new Date(to), true)
      .map((instant) => instant.toISOString().slice(0, 10));
    expect(daysOf({ rule, from: begins }, from, to), `${rule} from ${begins}`).toEqual(told);
  }
});
