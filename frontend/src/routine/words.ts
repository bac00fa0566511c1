import { RRule } from 'rrule';
import { inDigits } from '../text/counts';
import {
  dateName,
  longDay,
  plusDays,
  readDay,
  weekday,
  weekdayNames,
  type Day,
} from '../text/dates';
import { t, tn } from '../text/text';
import type { Routine } from './log';
import { readRule, ruleOn, writeRule, type Frequency, type Rule } from './rule';

/** How often, as it is kept. after: it counts from the day on which it was last done. */
export interface Rhythm {
  readonly rule: string;
  readonly after: boolean;
}

const UNITS: Record<string, Frequency> = {
  day: 'DAILY',
  week: 'WEEKLY',
  month: 'MONTHLY',
  year: 'YEARLY',
};
/** Words that say the whole of it. */
const WHOLE: Record<string, string> = {
  daily: 'every day',
  weekly: 'every week',
  monthly: 'every month',
  yearly: 'every year',
  annually: 'every year',
  weekdays: 'every weekday',
  weekends: 'every weekend',
  'last day of the month': 'every month on the last day',
};
const NTH: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };
const WORKDAYS = [0, 1, 2, 3, 4];
const WEEKEND = [5, 6];
/** A leap year, so that each date has its day. */
const LEAP = '2028';
/** More often than each so many of them nobody counts. */
const MOST = 999;

/**
 * Reads how often something recurs: "every day", "every 2 weeks on Mon and Thu",
 * "Mondays", "every month on the 31st", "first Monday of the month", "every year
 * on 29 Feb", "3 days after". What is left unsaid follows from the day that it is
 * said on. null when it says no such thing.
 */
export function readRhythm(typed: string, now: Day): Rhythm | null {
  const text = inDigits(
    typed
      .trim()
      .toLowerCase()
      .replace(/[.,]/g, ' ')
      .replace(/\b(each|every other|every second)\b/g, (word) =>
        word === 'each' ? 'every' : 'every 2',
      )
      .replace(/\s+/g, ' '),
  );
  const after = /^(\d{1,3}) (day|week|month|year)s? after\b/.exec(text);
  if (after) return said({ ...unit(after[2], Number(after[1])) }, true);
  const plain = WHOLE[text] ?? text;
  const rule =
    readNth(plain) ?? readEvery(plain, now) ?? readDays(plain.replace(/^(every|on) /, ''), 1);
  return rule && said(rule, false);
}

function said(rule: Rule, after: boolean): Rhythm | null {
  return rule.every >= 1 && rule.every <= MOST ? { rule: writeRule(rule), after } : null;
}

function unit(word = '', every = 1): { freq: Frequency; every: number } {
  return { freq: UNITS[word] ?? 'DAILY', every };
}

/** "first Monday of the month", "every month on the last Friday". */
function readNth(text: string): Rule | null {
  const match =
    /^(?:every (?:(\d{1,3}) )?months?(?: on)?(?: the)? |(?:every |on )?(?:the )?)(first|second|third|fourth|last) (?!day)([a-z]+)(?: of (?:the|every) month)?$/.exec(
      text,
    );
  const day = match && weekdayOf(match[3] ?? '');
  if (!match || day === null || day < 0) return null;
  return {
    freq: 'MONTHLY',
    every: Number(match[1] ?? 1),
    days: [day],
    nth: NTH[match[2] ?? ''] ?? 1,
  };
}

/** "every 2 weeks", and what of it: on which days, on which date. */
function readEvery(text: string, now: Day): Rule | null {
  const match = /^every (?:(\d{1,3}) )?(day|week|month|year)s?(?: on(?: the)? (.+))?$/.exec(text);
  if (!match) return null;
  const { freq, every } = unit(match[2], Number(match[1] ?? 1));
  const on = match[3];
  if (on === undefined) return ruleOn(now, freq, every);
  if (freq === 'WEEKLY') return readDays(on, every);
  if (freq === 'MONTHLY') return readDate(on, every);
  if (freq !== 'YEARLY') return null;
  const day = readDay(`${on} ${LEAP}`, now) ?? readDay(on, now);
  return day === null ? null : ruleOn(day, freq, every);
}

function readDate(text: string, every: number): Rule | null {
  if (/^last( day)?$/.test(text)) return { freq: 'MONTHLY', every, date: -1 };
  const date = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)?.[1]);
  return date >= 1 && date <= 31 ? { freq: 'MONTHLY', every, date } : null;
}

/** "Mon and Thu", "Mondays", "weekday". */
function readDays(text: string, every: number): Rule | null {
  if (/^weekdays?$/.test(text)) return { freq: 'WEEKLY', every, days: WORKDAYS };
  if (/^weekends?$/.test(text)) return { freq: 'WEEKLY', every, days: WEEKEND };
  const days = text
    .split(/ and | & |\s/)
    .filter((word) => word !== '')
    .map(weekdayOf);
  if (days.length === 0 || days.includes(-1)) return null;
  return { freq: 'WEEKLY', every, days: [...new Set(days)].sort() };
}

/** 0 = Monday; -1 = it names none. */
function weekdayOf(word: string): number {
  const name = word.replace(/s$/, '');
  const names = weekdayNames().map(({ long }) => long.toLowerCase());
  return name.length < 3 ? -1 : names.findIndex((long) => long.startsWith(name));
}

/** A rhythm that a title speaks of: "Write for 10 minutes every day". */
export function rhythmIn(title: string, now: Day): Rhythm | null {
  const from = /\b(every|each|daily|weekly|monthly)\b.*$/i.exec(title)?.[0];
  const words = from?.split(' ') ?? [];
  for (let count = words.length; count > 0; count--) {
    const rhythm = readRhythm(words.slice(0, count).join(' '), now);
    if (rhythm) return rhythm;
  }
  return null;
}

/** How often, as one says it: "every Monday and Thursday". */
export function rhythmWords({ rule = '', after }: Routine): string {
  const read = readRule(rule);
  if (!read) return RRule.fromString(rule).toText();
  const { freq, every } = read;
  const count = every;
  if (after) return tn(`routine.after.${PLURAL[freq]}`, count);
  switch (freq) {
    case 'DAILY':
      return count === 1 ? t('routine.every.day') : t('routine.every.days', { count });
    case 'WEEKLY': {
      const days = daysWords(read.days ?? []);
      if (count > 1) return t('routine.every.weeks', { count, days });
      return String(read.days) === String(WORKDAYS)
        ? t('routine.every.workday')
        : t('routine.every.week', { days });
    }
    case 'MONTHLY': {
      const date = dateWords(read);
      return count === 1
        ? t('routine.every.month', { date })
        : t('routine.every.months', { count, date });
    }
    case 'YEARLY': {
      const date = yearWords(read);
      return count === 1
        ? t('routine.every.year', { date })
        : t('routine.every.years', { count, date });
    }
  }
}

const PLURAL = { DAILY: 'days', WEEKLY: 'weeks', MONTHLY: 'months', YEARLY: 'years' } as const;

function daysWords(days: readonly number[]): string {
  const names = days.map((day) => weekdayNames()[day]?.long ?? '');
  const last = names.pop() ?? '';
  return names.length === 0 ? last : t('routine.and', { first: names.join(', '), last });
}

function dateWords({ date = 1, days, nth }: Rule): string {
  if (days && nth !== undefined)
    return t('routine.date.nth', {
      nth: t(`routine.nth.${nth as 1 | 2 | 3 | 4 | -1}`),
      day: daysWords(days),
    });
  if (date === -1) return t('routine.date.last');
  return date > 28 ? t('routine.date.short', { date: ordinal(date) }) : ordinal(date);
}

function yearWords({ month = 1, date = 1 }: Rule): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return dateName(`${LEAP}-${two(month)}-${two(date)}`);
}

function ordinal(date: number): string {
  const ends = ['th', 'st', 'nd', 'rd'];
  return `${date}${(Math.floor(date / 10) === 1 ? '' : ends[date % 10]) || 'th'}`;
}

/** From when until before when it rests. */
export interface Rest {
  readonly paused: Day;
  readonly back?: Day;
}

/**
 * Reads a rest: "until Monday", "for 2 weeks", "1 Aug to 20 Aug", "until I say".
 * Both days of "to" are of the rest. null when it says none.
 */
export function readRest(typed: string, now: Day): Rest | null {
  const text = typed.trim().toLowerCase();
  if (text === t('routine.rests.open').toLowerCase() || text === 'yes') return { paused: now };
  const between = /^(?:from )?(.+?) (?:to|until|till|-|–) (.+)$/.exec(text);
  if (between) {
    const paused = readDay(between[1] ?? '', now);
    const last = readDay(between[2] ?? '', paused ?? now);
    return paused && last && last >= paused ? { paused, back: plusDays(last, 1) } : null;
  }
  if (text === 'this week' || text === 'next week') {
    const monday = plusDays(now, 7 - weekday(now));
    return text === 'this week'
      ? { paused: now, back: monday }
      : { paused: monday, back: plusDays(monday, 7) };
  }
  const back = readDay(text.replace(/^(until|till) /, '').replace(/^for /, 'in '), now);
  return back && back > now ? { paused: now, back } : null;
}

/** The rest of a routine, as one writes it; '' = none that is now or ahead. */
export function restWords({ paused, back }: Routine, now: Day): string {
  if (paused === undefined || (back !== undefined && back <= now)) return '';
  if (paused <= now)
    return back === undefined
      ? t('routine.rests.open')
      : t('routine.rests.until', { day: longDay(back, now) });
  return back === undefined
    ? t('routine.rests.fromOn', { from: longDay(paused, now) })
    : t('routine.rests.from', {
        from: longDay(paused, now),
        until: longDay(plusDays(back, -1), now),
      });
}

/** How much is meant each time. */
export interface Target {
  readonly target: number;
  readonly unit: string;
}

/** Reads an amount with what is counted: "10 minutes", "500 words", "3". null without a number. */
export function readTarget(typed: string): Target | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*(.*)$/.exec(inDigits(typed.trim()));
  return match
    ? { target: Number(match[1]?.replace(',', '.')), unit: match[2]?.trim() ?? '' }
    : null;
}

/** How much was done, as a number alone or with what is counted: "25", "25 min" of minutes. null when it says something else. */
export function readAmount(typed: string, unit = ''): number | null {
  const read = readTarget(typed);
  const [said, meant] = [read?.unit.toLowerCase() ?? '', unit.toLowerCase()];
  return read && (said === '' || (meant !== '' && meant.startsWith(said))) ? read.target : null;
}

/** "22 minutes". */
export function amountWords(amount: number, unit = ''): string {
  return [String(amount), unit].filter(Boolean).join(' ');
}
