import { afterAll, expect, test } from 'vitest';
import { dayOf } from '../text/dates';
import { dayReader, numberOf } from './days';

const home = process.env['TZ'];
const zones = Intl.supportedValuesOf('timeZone');

function travel(zone: string | undefined): void {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
}
afterAll(() => travel(home));

/** Around the changes of clocks, a day that Samoa never had, and midnights that came twice in Newfoundland. */
const STARTS = [
  '2026-03-07',
  '2026-03-28',
  '2026-04-04',
  '2026-09-26',
  '2026-10-24',
  '2026-10-31',
  '2011-12-29',
  '2010-11-06',
  '2028-02-28',
];
const INSTANTS = STARTS.flatMap((day) =>
  Array.from({ length: 3 * 24 * 4 }, (_, i) =>
    new Date(Date.parse(day) + i * 15 * 60_000 + 59_000).toISOString(),
  ),
);

test('very many instants are of the same days as one by one, in every zone', () => {
  for (const zone of zones.filter((_, i) => i % 3 === 0)) {
    travel(zone);
    const dayIn = dayReader();
    const other = INSTANTS.find((instant) => dayIn(instant) !== numberOf(dayOf(instant)));
    if (other) throw new Error(`${zone}: ${other} is ${dayOf(other)}, not ${dayIn(other)}`);
  }
});

test('what was read in one zone is read anew in the next', () => {
  const seen = ['Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) => {
    travel(zone);
    return dayReader()('2026-03-10T11:00:00Z');
  });
  expect(seen).toEqual([20260311, 20260310]);
});

test('an instant that is not told in Greenwich time is read too', () => {
  travel('UTC');
  expect(dayReader()('2026-03-10T01:00:00+02:00')).toBe(20260309);
});

test('numbers of days order as days do, and no day is 0', () => {
  expect(['', '1999-12-31', '2028-02-29'].map(numberOf)).toEqual([0, 19991231, 20280229]);
  expect(dayReader()('')).toBe(0);
});
