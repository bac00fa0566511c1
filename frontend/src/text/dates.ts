import { inDigits } from './counts';
import { t } from './text';

/** A civil date, YYYY-MM-DD: a day in the calendar, never an instant. */
export type Day = string;

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const DAY_MS = 86_400_000;

/** The day that it is here. */
export function today(now: Date = new Date()): Day {
  return civil(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** A day some days later (or earlier). */
export function plusDays(day: Day, days: number): Day {
  // Each month has the first 28: most days that are walked to need no calendar.
  const near = Number(day.slice(8)) + days;
  if (near >= 1 && near <= 28) return day.slice(0, 8) + pad(near);
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The days from one to another; fewer than none when that lies before. */
export function daysBetween(from: Day, to: Day): number {
  return (utc(to).getTime() - utc(from).getTime()) / DAY_MS;
}

/** The same day some months later, or the last of that month. */
export function plusMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const first = civil(Math.floor(index / 12), (index % 12) + 1, 1);
  return first.slice(0, 8) + pad(Math.min(date, daysIn(first)));
}

/** How many days the month of a day has. */
export function daysIn(day: Day): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(day: Day): number {
  return (utc(day).getUTCDay() + 6) % 7;
}

/** From so many months ahead on a day is not taken for one of this year. */
const FAR = 11;

/**
 * Short, for a list: "Fri 13 Mar" within the next seven days, "13 Mar", and with
 * its year "13 Mar 2027" when that is another one: far ahead, or gone by.
 */
export function shortDay(day: Day, now: Day = today()): string {
  const near = day >= now && day < plusDays(now, 7);
  const plain = day >= now ? day < plusMonths(now, FAR) : day.slice(0, 4) === now.slice(0, 4);
  return format(day, {
    ...(near && { weekday: 'short' }),
    day: true,
    month: 'short',
    year: !plain,
  });
}

/** The day that it is, as one says it: "Friday 13 March". */
export function dayName(day: Day): string {
  return format(day, { weekday: 'long', day: true, month: 'long', year: false });
}

/** A day of any year: "29 February". */
export function dateName(day: Day): string {
  return format(day, { day: true, month: 'long' });
}

/** In full: "Fri 13 March 2026". */
export function fullDay(day: Day): string {
  return format(day, { weekday: 'short', day: true, month: 'long', year: true });
}

/** For a field: "Fri 13 Mar", with its year unless that is this one and the day still to come. */
export function longDay(day: Day, now: Day = today()): string {
  const near = day >= now && day.slice(0, 4) === now.slice(0, 4);
  return format(day, { weekday: 'short', day: true, month: 'short', year: !near });
}

/** Without the day of the week: "13 Mar", with its year unless that is this one. */
export function plainDay(day: Day, now: Day = today()): string {
  return format(day, { day: true, month: 'short', year: day.slice(0, 4) !== now.slice(0, 4) });
}

/** Where days gone by and days to come stand together: "Fri 13 Mar 2026". */
export function datedDay(day: Day): string {
  return format(day, { weekday: 'short', day: true, month: 'short', year: true });
}

/** "March 2026". */
export function monthName(day: Day): string {
  return format(day, { month: 'long', year: true });
}

/** "Mar". */
export function monthShort(day: Day): string {
  return format(day, { month: 'short' });
}

/** The seven days of a week, Monday first: short to see, long to hear. */
export function weekdayNames(): { short: string; long: string }[] {
  return WEEKDAYS.map((_, i) => ({
    short: weekdayName(i, 'short'),
    long: weekdayName(i, 'long'),
  }));
}

/** The clock time of an instant here, "09:41". */
export function clock(instant: Date): string {
  return `${pad(instant.getHours())}:${pad(instant.getMinutes())}`;
}

/** The day of an instant (RFC 3339) here. */
export function dayOf(instant: string): Day {
  return today(new Date(instant));
}

/**
 * Reads what a person types for a day: 2026-03-13, 13.3.2026, 13/3, 13 March,
 * Mar 13, Friday, by Friday, yesterday, today, tomorrow, "in 3 days", "in two weeks", +2 weeks. Without a year it is
 * the next such day from now on. null when it is no day.
 */
export function readDay(typed: string, now: Day = today()): Day | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(by|on|until|before) /, '');
  return (
    readIso(text) ??
    readWord(text, now) ??
    readAhead(inDigits(text), now) ??
    readDayMonth(text, now)
  );
}

/**
 * Reads what a person types for a day that is over, or today: as readDay, but
 * without a year it is the last such day. null when it is none.
 */
export function readGoneDay(typed: string, now: Day = today()): Day | null {
  const text = typed.trim().toLowerCase();
  const plain = text.replace(/^last /, '');
  const day = readDay(plain, now);
  if (day === null || (day <= now && plain === text)) return day;
  const weekly = isWeekday(plain);
  if (!weekly && readDayMonth(plain, now) === null) return null;
  const before = weekly ? plusDays(day, -7) : plusMonths(day, -12);
  const gone = before === now && plain !== text ? plusDays(before, -7) : before;
  return gone <= now && !/\d{4}/.test(plain) ? gone : null;
}

function isWeekday(text: string): boolean {
  return weekdayNames().some(({ long }) => startsLike(long, text.replace(/^on /, '')));
}

function readIso(text: string): Day | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  return match ? real(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function readWord(text: string, now: Day): Day | null {
  if (text === 'today') return now;
  if (text === 'tomorrow') return plusDays(now, 1);
  if (text === 'yesterday') return plusDays(now, -1);
  const name = text.replace(/^(on|next|this) /, '');
  const at = weekdayNames().findIndex((day) => startsLike(day.long, name));
  if (at < 0) return null;
  const ahead = (at - weekday(now) + 7) % 7;
  return plusDays(now, ahead === 0 ? 7 : ahead);
}

function readAhead(text: string, now: Day): Day | null {
  const match = /^(?:in |\+ ?)(\d{1,3}) ?(d|day|days|w|week|weeks|m|month|months)?$/.exec(text);
  if (!match) return null;
  const count = Number(match[1]);
  if (match[2]?.startsWith('w')) return plusDays(now, count * 7);
  return match[2]?.startsWith('m') ? plusMonths(now, count) : plusDays(now, count);
}

function readDayMonth(text: string, now: Day): Day | null {
  const bare = text.replace(/^[a-z]{3,9}\.? (?=\d)/, (word) =>
    readMonth(word.trim()) ? word : '',
  );
  const parts = bare.split(/[ ./]+/).filter((part) => part !== '');
  const turned = readMonth(parts[0] ?? '') ? [parts[1], parts[0], parts[2]] : parts;
  const [day = '', month = '', year] = turned;
  const date = Number(day.replace(/(st|nd|rd|th)$/, ''));
  const number = readMonth(month) ?? Number(month || NaN);
  if (parts.length > 3) return null;
  if (year !== undefined) return real(fullYear(year), number, date);
  const thisYear = Number(now.slice(0, 4));
  const here = real(thisYear, number, date);
  return here !== null && here >= now ? here : (real(thisYear + 1, number, date) ?? here);
}

/** The month that a word names, 1 to 12; null when it is none. */
export function readMonth(word: string): number | null {
  const name = word.replace(/\.$/, '');
  for (let month = 1; month <= 12; month++) {
    if (startsLike(nameOfMonth(month, 'long'), name)) return month;
  }
  return null;
}

/** At least three letters, and no more than the name has. */
function startsLike(name: string, typed: string): boolean {
  return typed.length >= 3 && name.toLowerCase().startsWith(typed);
}

/** Two figures are a year of this century. */
function fullYear(year: string): number {
  return year.length < 3 ? 2000 + Number(year) : Number(year);
}

function real(year: number, month: number, date: number): Day | null {
  if (!(year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && date >= 1)) return null;
  if (![year, month, date].every(Number.isInteger)) return null;
  const day = civil(year, month, date);
  return date <= daysIn(day) ? day : null;
}

function civil(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function utc(day: Day): Date {
  return new Date(day + 'T00:00:00Z');
}

/** What of a day is written, in the order of the words. */
interface How {
  readonly weekday?: 'short' | 'long';
  readonly day?: boolean;
  readonly month?: 'short' | 'long';
  readonly year?: boolean;
}

/** Names are texts of ours: to load those of the engine takes as long as to draw a view. */
function format(day: Day, how: How): string {
  const [year, month, date] = day.split('-');
  const words = [
    how.weekday && weekdayName(weekday(day), how.weekday),
    how.day && String(Number(date)),
    how.month && nameOfMonth(Number(month), how.month),
    how.year && year,
  ];
  return words.filter(Boolean).join(' ');
}

function weekdayName(weekday: number, length: 'short' | 'long'): string {
  return t(`date.weekday.${length}.${WEEKDAYS[weekday] ?? 'monday'}`);
}

function nameOfMonth(month: number, length: 'short' | 'long'): string {
  return t(`date.month.${length}.${MONTHS[month - 1] ?? 'january'}`);
}
