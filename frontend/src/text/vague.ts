import { daysIn, plusDays, plusMonths, readMonth, monthName, type Day } from './dates';
import { t } from './text';

/** From when to when a vague date lies. */
export interface Vague {
  readonly start: Day;
  readonly due: Day;
}

/** The seasons of the northern half, by the month they begin in. */
const SEASONS = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 } as const;
type Season = keyof typeof SEASONS;

/**
 * Reads a vague date: "this spring", "summer 2027", "Q2", "Q3 2027", "March 2027",
 * "in March", "2028", "next year". Without a year it is the one that is now, or
 * the next to come. null when it says no such time.
 */
export function readVague(typed: string, now: Day): Vague | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^(in|by|this|the) /, '');
  if (text === 'next year') return year(yearOf(now) + 1);
  if (text === 'year') return year(yearOf(now));
  const match = /^([a-zäöü]+|q ?[1-4])? ?(\d{4})?$/.exec(text);
  if (!match || text === '') return null;
  const [, word = '', years] = match;
  if (word === '') return years === undefined ? null : year(Number(years));
  const begin = monthOfWord(word);
  if (begin === null) return null;
  const { month, months } = begin;
  if (years !== undefined) return stretch(Number(years), month, months);
  const here = stretch(yearOf(now), month, months);
  if (here && here.due >= now) return here;
  return stretch(yearOf(now) + 1, month, months);
}

function monthOfWord(word: string): { month: number; months: number } | null {
  if (word.startsWith('q')) return { month: Number(word.at(-1)) * 3 - 2, months: 3 };
  if (word in SEASONS) return { month: SEASONS[word as Season], months: 3 };
  const month = readMonth(word);
  return month === null ? null : { month, months: 1 };
}

function year(of: number): Vague | null {
  return stretch(of, 1, 12);
}

/** Some months from the first of one on; null beyond the years that a plan may have. */
function stretch(of: number, month: number, count: number): Vague | null {
  if (of < 1900 || of > 2998) return null;
  const start = `${String(of)}-${String(month).padStart(2, '0')}-01`;
  return { start, due: plusDays(plusMonths(start, count), -1) };
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** A vague date in words: "spring 2027", "Q2 2027", "March 2027", "2027"; '' when it is no such stretch. */
export function vagueName({ start, due }: Vague): string {
  if (!start.endsWith('-01') || due.slice(8) !== String(daysIn(due))) return '';
  const of = yearOf(start);
  const month = Number(start.slice(5, 7));
  const months = (yearOf(due) - of) * 12 + Number(due.slice(5, 7)) - month + 1;
  if (months === 1) return monthName(start);
  if (months === 12 && month === 1) return String(of);
  if (months !== 3) return '';
  const season = (Object.keys(SEASONS) as Season[]).find((one) => SEASONS[one] === month);
  if (season && season !== 'fall') return t(`date.season.${season}`, { year: of });
  return month % 3 === 1 ? t('date.quarter', { quarter: (month + 2) / 3, year: of }) : '';
}
