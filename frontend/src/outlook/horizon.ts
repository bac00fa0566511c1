import type { Bodies, HorizonUnit } from '../plan/aspects';
import { t, tn } from '../text/text';

type Outlook = Bodies['outlook'];

/** How far away a vision is. */
export interface Horizon {
  readonly horizon: number | null;
  readonly unit: HorizonUnit;
}

const UNITS: Readonly<Record<string, HorizonUnit>> = {
  d: 'days',
  day: 'days',
  w: 'weeks',
  week: 'weeks',
  mo: 'months',
  month: 'months',
  y: 'years',
  year: 'years',
};
const NUMBERS: readonly string[] = 'zero one two three four five six seven eight nine ten'.split(
  ' ',
);

/** Reads a horizon: "3 years", "18 months", "in two years", "a year", "someday"; null = it says none. */
export function readHorizon(typed: string): Horizon | null {
  const text = typed.trim().toLowerCase();
  if (/^(some ?day|one day)$/.test(text)) return { horizon: null, unit: 'someday' };
  const [, count = '', word = ''] =
    /^(?:in |within |about )*(\d{1,3}|[a-z]+) ?(days?|weeks?|months?|years?|d|w|mo|y)$/.exec(
      text,
    ) ?? [];
  const unit = UNITS[word.replace(/s$/, '')];
  const number = readCount(count);
  return unit && number !== null ? { horizon: number, unit } : null;
}

function readCount(word: string): number | null {
  if (word === 'a' || word === 'an') return 1;
  const number = /^\d+$/.test(word) ? Number(word) : NUMBERS.indexOf(word);
  return number > 0 ? number : null;
}

/** How far away it is in words: "3 years", "someday"; '' = nobody said. */
export function horizonWords({ horizon, unit }: Outlook): string {
  if (unit === undefined) return '';
  if (unit === 'someday') return t('outlook.horizon.someday');
  return horizon === undefined ? '' : tn(`outlook.horizon.${unit}`, horizon);
}

/** So many days and weeks are as good as months. */
const FAR = { days: 60, weeks: 9 } as const;

/** True where a vision is so near that it may be a goal (R11). */
export function isNear({ horizon, unit }: Outlook): boolean {
  return (unit === 'days' || unit === 'weeks') && horizon !== undefined && horizon < FAR[unit];
}
