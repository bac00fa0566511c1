import { daysBetween, monthShort, plusDays, plusMonths, weekday, type Day } from '../text/dates';
import { t } from '../text/text';

/** How close one looks, from days to decades: px for a day. */
export const ZOOMS = { week: 44, month: 16, quarter: 6.5, year: 1.9, decade: 0.36 } as const;
export type Zoom = keyof typeof ZOOMS;
export const ZOOM_NAMES = Object.keys(ZOOMS) as Zoom[];

/** A mark of the axis, px from its beginning. */
export interface Tick {
  readonly day: Day;
  readonly x: number;
  readonly words: string;
}

/** Where days lie: px to the right of a first day. */
export class Scale {
  constructor(
    /** The day at 0. */
    readonly first: Day,
    readonly zoom: Zoom,
  ) {}

  get perDay(): number {
    return ZOOMS[this.zoom];
  }

  x(day: Day): number {
    return daysBetween(this.first, day) * this.perDay;
  }

  /** The day that lies at a place. */
  day(x: number): Day {
    return plusDays(this.first, Math.floor(x / this.perDay));
  }

  /** How wide it is from one day to another, both of them in it. */
  width(from: Day, to: Day): number {
    return (daysBetween(from, to) + 1) * this.perDay;
  }

  /** So many days a drag snaps to: a day, from quarters on a week. */
  get snap(): number {
    return this.perDay < 2 ? 7 : 1;
  }

  /** The months, or from years on the years, that begin between two places. */
  upper(left: number, right: number): Tick[] {
    const years = this.perDay < 2;
    return this.#every(left, right, years ? 12 : 1, (day) =>
      years || day.slice(5, 7) === '01' ? day.slice(0, 4) : monthShort(day),
    );
  }

  /** The days or weeks between two places; in a year its quarters; of a decade nothing. */
  lower(left: number, right: number): Tick[] {
    if (this.zoom === 'decade') return [];
    if (this.zoom === 'year')
      return this.#every(left, right, 3, (day) =>
        t('timeline.quarter', { quarter: (Number(day.slice(5, 7)) + 2) / 3 }),
      );
    const step = this.zoom === 'week' ? 1 : 7;
    const begin = this.day(Math.max(0, left));
    const ticks: Tick[] = [];
    let day = step === 1 ? begin : plusDays(begin, -weekday(begin));
    for (; this.x(day) <= right; day = plusDays(day, step))
      ticks.push({ day, x: this.x(day), words: String(Number(day.slice(8))) });
    return ticks;
  }

  /** The firsts of months, so many apart, between two places. */
  #every(left: number, right: number, months: number, words: (day: Day) => string): Tick[] {
    const ticks: Tick[] = [];
    const begin = this.day(Math.max(0, left));
    const month = Number(begin.slice(5, 7)) - 1;
    let day = `${begin.slice(0, 5)}${String(month - (month % months) + 1).padStart(2, '0')}-01`;
    for (; this.x(day) <= right; day = plusMonths(day, months))
      ticks.push({ day, x: this.x(day), words: words(day) });
    return ticks;
  }
}
