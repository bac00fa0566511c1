import { inDigits } from './counts';
import { t } from './text';

/** A step of ten minutes or less is a micro-step (R37). */
export const MICRO_MIN = 10;

const UNIT: Record<string, number> = { h: 60, hr: 60, hrs: 60, hour: 60, hours: 60 };
const MINUTE = ['', 'm', 'min', 'mins', 'minute', 'minutes'];

/**
 * Reads what a person types for how long something takes, in minutes: "10",
 * "10 min", "1 h", "an hour and a half", "1 h 30", "1:30", "1.5 hours". '' is 0, for not known.
 * null when it says no time.
 */
export function readMinutes(typed: string): number | null {
  const text = inDigits(typed.trim().toLowerCase())
    .replace(',', '.')
    .replace(/^half an hour$/, '30 min')
    .replace(/^(\d+) ?h(?:ours?)? and a half$/, '$1.5 h');
  if (text === '') return 0;
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  if (!/^(\d+(\.\d+)? ?[a-z]* ?){1,2}$/.test(text)) return null;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?) ?([a-z]*)/g)];
  const minutes = parts.map((part) => inMinutes(Number(part[1]), part[2] ?? ''));
  return add(minutes);
}

function inMinutes(count: number, unit: string): number | null {
  const hours = UNIT[unit];
  if (hours !== undefined) return count * hours;
  return MINUTE.includes(unit) ? count : null;
}

function add(minutes: (number | null)[]): number | null {
  let sum = 0;
  for (const one of minutes) {
    if (one === null) return null;
    sum += one;
  }
  return Math.round(sum);
}

/** Minutes as a person writes them: "10 min", "1 h", "1 h 30"; '' for 0. */
export function showMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (minutes === 0) return '';
  if (hours === 0) return t('plan.minutes', { count: rest });
  return rest === 0
    ? t('plan.hours', { hours })
    : t('plan.hoursMinutes', { hours, minutes: String(rest).padStart(2, '0') });
}
