import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { Scale } from '../timeline/scale';
import { daysOf } from '../routine/rule';
import {
  dayOf,
  daysBetween,
  fullDay,
  plusDays,
  plusMonths,
  readDay,
  shortDay,
  today,
  weekday,
  type Day,
} from './dates';
import { Now } from './now.svelte';

// A day in the calendar is the same day wherever one is, and whatever the clock
// says: nothing here may depend on the zone, and no day may shift.

const home = process.env['TZ'];
const zones = Intl.supportedValuesOf('timeZone');

function travel(zone: string | undefined): void {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
}

afterAll(() => {
  travel(home);
});

/** Days around the changes of clocks in both halves of the earth, leap days, the ends of years and of time. */
const DAYS: Day[] = [
  ...Array.from({ length: 35 }, (_, i) => plusDays('2026-03-01', i)),
  ...Array.from({ length: 45 }, (_, i) => plusDays('2026-09-25', i)),
  ...['2028-02-28', '2028-02-29', '2028-03-01', '2026-12-31', '2027-01-01'],
  ...['1900-01-01', '1970-01-01', '2011-12-29', '2011-12-31', '2999-12-30'],
];

it('knows that it travels', () => {
  const seen = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'].map((zone) => {
    travel(zone);
    return new Date('2026-03-10T11:00:00Z').getHours();
  });
  expect(seen).toEqual([1, 4, 16]);
  expect(zones.length).toBeGreaterThan(400);
});

it('counts days alike in every zone', () => {
  for (const zone of zones) {
    travel(zone);
    for (const day of DAYS) {
      const next = plusDays(day, 1);
      const facts = [
        daysBetween(day, next),
        plusDays(next, -1),
        (weekday(next) - weekday(day) + 7) % 7,
      ];
      if (String(facts) !== `1,${day},1`) throw new Error(`${zone}, ${day}: ${String(facts)}`);
    }
    expect(plusMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28');
  }
});

it('an instant is of the day that the wall says, from its first minute to its last', () => {
  for (const zone of zones) {
    travel(zone);
    for (const day of DAYS) {
      const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
      const noon = new Date(year, month - 1, date, 12);
      const last = new Date(year, month - 1, date, 23, 59, 59);
      // Where the clock passed over an hour, or a day, there was no such instant.
      for (const instant of [noon, last].filter((one) => one.getDate() === date)) {
        const told = [dayOf(instant.toISOString()), today(instant)];
        if (String(told) !== `${day},${day}`) throw new Error(`${zone}, ${day}: ${String(told)}`);
      }
    }
  }
});

it('what is written is read again, and drawn at the same place', () => {
  for (const zone of zones.filter((_, i) => i % 7 === 0)) {
    travel(zone);
    const scale = new Scale('2026-01-01', 'quarter');
    for (const day of DAYS) {
      const read = readDay(fullDay(day));
      const drawn = day >= scale.first && day < '2100' ? scale.day(scale.x(day) + 1) : day;
      if (read !== day || drawn !== day)
        throw new Error(`${zone}, ${day}: ${String(read)}, ${drawn}`);
    }
    const rule = { rule: 'FREQ=DAILY', from: '2026-03-01' };
    expect(daysOf(rule, '2026-03-01', '2026-11-30')).toHaveLength(275);
  }
});

describe('when the clock jumps', () => {
  afterEach(() => vi.useRealTimers());

  it.each([
    ['a day ahead', '2026-03-11'],
    ['a day back', '2026-03-09'],
    ['ten years ahead', '2036-03-10'],
    ['ten years back', '2016-03-10'],
  ])('%s, a day that was said stays the same', (_, then) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (const zone of zones.filter((_, i) => i % 11 === 0)) {
      travel(zone);
      vi.setSystemTime(new Date(2026, 2, 10, 12));
      const now = new Now();
      const due = readDay('in 3 days', now.day);
      vi.setSystemTime(new Date(`${then}T12:00:00`));
      now.look();
      expect([due, now.day, fullDay(due ?? '')]).toEqual(['2026-03-13', then, 'Fri 13 March 2026']);
      expect(shortDay(due ?? '', now.day)).toContain('13 Mar');
    }
  });
});
