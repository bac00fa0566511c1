import { clock, today, type Day } from './dates';

/** A time of a day here, HH:MM: what a clock on the wall says, never an instant. */
export type Time = string;

/**
 * Reads what a person types for a time of day: 7:30, 07.30, 1930, 19 h, 7,
 * "7 pm", "at 7", noon. null when it is none.
 */
export function readTime(typed: string): Time | null {
  const text = typed.trim().toLowerCase().replace(/^at /, '');
  if (text === 'noon') return '12:00';
  if (text === 'midnight') return '00:00';
  const read = /^(\d{1,2})(?:[:.h ]?([0-5]\d))? ?(am|pm|a\.m\.|p\.m\.|h|o['’]?clock)?$/.exec(text);
  if (!read) return null;
  const [, hours = '', minutes = '00', half = ''] = read;
  const hour = inDay(Number(hours), half.charAt(0));
  return hour === null ? null : `${String(hour).padStart(2, '0')}:${minutes}`;
}

function inDay(hour: number, half: string): number | null {
  if (half !== 'a' && half !== 'p') return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/**
 * Parts what is typed for a day and a time in one: "15 Mar 9:00", "Fri at 7 pm".
 * time is null where none is said; what stands before is still to be read.
 */
export function partTime(typed: string): { readonly day: string; readonly time: Time | null } {
  const parts =
    /^(.*\S)\s+(?:at\s+)?(\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\.?|h)?|noon|midnight)$/i.exec(
      typed.trim(),
    );
  const words = parts?.[2] ?? '';
  // "13 March 7" could be a year: a time alone has minutes, a half of the day, or a word.
  const time = /[:.hapn]/i.test(words) || / at /i.test(typed) ? readTime(words) : null;
  return time === null
    ? { day: typed, time }
    : { day: parts?.[1]?.replace(/ at$/i, '') ?? '', time };
}

/** A time of a day, as a clock shows it. */
export interface Moment {
  readonly day: Day;
  readonly time: Time;
}

/** What the clock here shows when one in another zone shows this; an hour that is passed over there is the next. */
export function hereAt({ day, time }: Moment, zone: string): Moment {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const guess = wall - aheadOf(zone, wall);
  const instant = new Date(wall - aheadOf(zone, guess));
  return { day: today(instant), time: clock(instant) };
}

/** By how much the clocks of a zone are ahead of UTC at an instant, in ms. */
function aheadOf(zone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const shown = `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:00Z`;
  return Date.parse(shown) - Math.floor(instant / MINUTE) * MINUTE;
}

const MINUTE = 60_000;
