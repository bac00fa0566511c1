import { RRule } from 'rrule';
import { daysBetween, plusDays, plusMonths, weekday, type Day } from '../text/dates';
import type { Routine } from './log';

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** The days of a week as rules name them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A rule as people say it; whatever else RFC 5545 can say is kept and followed, but not taken apart. */
export interface Rule {
  readonly freq: Frequency;
  /** Every so many of them, 1 or more. */
  readonly every: number;
  /** Days of the week, 0 = Monday; of a week, or the one that `nth` counts. */
  readonly days?: readonly number[];
  /** The first (1) to fourth, or last (-1) of such a day in a month. */
  readonly nth?: number;
  /** The day of a month, -1 = its last. In a shorter month it is that one's last. */
  readonly date?: number;
  /** 1 = January; of what recurs by the year. */
  readonly month?: number;
}

/** A month has at least so many days. */
const SHORTEST = 28;
const LONGEST = 31;

/** The text of a rule, as it is kept. */
export function writeRule({ freq, every, days, nth, date, month }: Rule): string {
  const parts = [`FREQ=${freq}`];
  if (every > 1) parts.push(`INTERVAL=${every}`);
  if (month !== undefined) parts.push(`BYMONTH=${month}`);
  if (days) {
    const names = days.map((day) => `${nth ?? ''}${WEEKDAYS[day] ?? 'MO'}`);
    parts.push(`BYDAY=${names.join(',')}`);
  }
  if (date !== undefined) parts.push(...onDate(date));
  return parts.join(';');
}

/** RFC 5545 passes over months that have no such day; people mean their last one. */
function onDate(date: number): string[] {
  if (date === LONGEST) return ['BYMONTHDAY=-1'];
  if (date <= SHORTEST) return [`BYMONTHDAY=${date}`];
  const last = Array.from({ length: date - SHORTEST + 1 }, (_, i) => SHORTEST + i);
  return [`BYMONTHDAY=${last.join(',')}`, 'BYSETPOS=-1'];
}

/** Takes a rule apart; null when it says more than people say. */
export function readRule(text: string): Rule | null {
  const said = new Map(text.split(';').map((part) => part.split('=') as [string, string]));
  const freq = FREQUENCIES.find((one) => one === said.get('FREQ'));
  if (!freq) return null;
  const byDay = said.get('BYDAY')?.split(',') ?? [];
  const dates = said.get('BYMONTHDAY')?.split(',').map(Number) ?? [];
  const rule: Rule = {
    freq,
    every: Number(said.get('INTERVAL') ?? 1),
    ...(byDay.length > 0 && {
      days: byDay.map((day) => WEEKDAYS.findIndex((w) => day.endsWith(w))),
    }),
    ...(/\d/.test(byDay[0] ?? '') && { nth: parseInt(byDay[0] ?? '', 10) }),
    ...(dates.length > 0 && { date: dates.at(-1) ?? 1 }),
    ...(said.has('BYMONTH') && { month: Number(said.get('BYMONTH')) }),
  };
  const parts = (of: string) => of.split(';').sort().join(';');
  return parts(writeRule(rule)) === parts(text) ? rule : null;
}

/** The days from one to another, both included, on which a routine comes by the calendar; a rest is left out. */
export function daysOf(routine: Routine, from: Day, to: Day): Day[] {
  const { rule, from: begins = from, after } = routine;
  if (!rule || after || to < begins) return [];
  return comesOn(rule, begins, from, to).filter((day) => !rests(routine, day));
}

function comesOn(rule: string, begins: Day, from: Day, to: Day): Day[] {
  const plain = plainDays(readRule(rule), begins, from, to);
  if (plain) return plain;
  const comes = new RRule({ ...RRule.parseString(rule), dtstart: midnight(begins) });
  return comes
    .between(midnight(from), midnight(to), true)
    .map((instant) => instant.toISOString().slice(0, 10));
}

/**
 * The days of what comes every so many days or weeks, as most do: the library takes
 * a while for years of them. null for any other rule.
 */
function plainDays(rule: Rule | null, begins: Day, from: Day, to: Day): Day[] | null {
  if (!rule || rule.nth !== undefined || rule.date !== undefined || rule.month) return null;
  const { freq, every, days } = rule;
  const daily = freq === 'DAILY' && !days;
  if (!daily && freq !== 'WEEKLY') return null;
  const first = daily ? begins : plusDays(begins, -weekday(begins));
  const offsets = daily ? [0] : [...(days ?? [weekday(begins)])].sort((a, b) => a - b);
  const length = every * (daily ? 1 : 7);
  const found: Day[] = [];
  let at = plusDays(first, length * Math.max(0, Math.floor(daysBetween(first, from) / length)));
  for (; at <= to; at = plusDays(at, length)) {
    const here = offsets.map((offset) => (offset === 0 ? at : plusDays(at, offset)));
    found.push(...here.filter((day) => day >= begins && day >= from && day <= to));
  }
  return found;
}

/** True while a routine rests: from a day until before another, which may be open. */
export function rests({ paused, back }: Routine, day: Day): boolean {
  return paused !== undefined && day >= paused && (back === undefined || day < back);
}

/** When what counts from the day it was done comes again. */
export function comesAfter({ rule = '' }: Routine, done: Day): Day {
  const { freq, every } = readRule(rule) ?? { freq: 'DAILY', every: 1 };
  if (freq === 'DAILY') return plusDays(done, every);
  if (freq === 'WEEKLY') return plusDays(done, 7 * every);
  return plusMonths(done, (freq === 'YEARLY' ? 12 : 1) * every);
}

/** The rule that a frequency means when it is said on a day: "every month" said on the 5th. */
export function ruleOn(day: Day, freq: Frequency, every: number): Rule {
  const date = Number(day.slice(8));
  switch (freq) {
    case 'DAILY':
      return { freq, every };
    case 'WEEKLY':
      return { freq, every, days: [weekday(day)] };
    case 'MONTHLY':
      return { freq, every, date };
    case 'YEARLY':
      return { freq, every, month: Number(day.slice(5, 7)), date };
  }
}

/** The library counts in instants; a civil day is midnight in UTC to it, wherever we are. */
function midnight(day: Day): Date {
  return new Date(day + 'T00:00:00Z');
}
