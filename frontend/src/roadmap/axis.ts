import { daysBetween, monthShort, plusDays, plusMonths, type Day } from '../text/dates';
import type { Roadmap } from './roads';

/** A roadmap shows no less than so many months. */
const SHORTEST = 3;
/** Marks stand so many months apart, and at least so many px. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600] as const;
const APART = 44;
const YEAR = 12;

/** A mark of the axis. */
export interface Tick {
  readonly x: number;
  /** '' where the year says it all. */
  readonly words: string;
  /** '' but where a year begins. */
  readonly year: string;
}

/** Where days lie on a page. */
export class Axis {
  readonly #first: Day;
  readonly #perDay: number;

  /** From the first month of a roadmap at left to the end of its last at right, in px. */
  constructor(
    map: Roadmap,
    readonly left: number,
    right: number,
  ) {
    const roads = map.stretches.flatMap((stretch) => stretch.roads);
    const days = [map.now, ...roads.flatMap(({ from, to }) => [from, to])].sort();
    this.#first = monthOf(days[0] ?? map.now);
    const last = plusMonths(monthOf(days.at(-1) ?? map.now), 1);
    const least = plusMonths(this.#first, SHORTEST);
    const end = last < least ? least : last;
    this.#perDay = (right - left) / daysBetween(this.#first, end);
  }

  /** Where a day begins. */
  x(day: Day): number {
    return this.left + daysBetween(this.#first, day) * this.#perDay;
  }

  /** The marks from the left up to a place. */
  ticks(right: number): Tick[] {
    const month = 30 * this.#perDay;
    const step = STEPS.find((months) => months * month >= APART) ?? 1200;
    const ticks: Tick[] = [];
    for (let day = aligned(this.#first, step); this.x(day) < right; day = plusMonths(day, step)) {
      if (day < this.#first) continue;
      const begins = ticks.length === 0 || Number(day.slice(5, 7)) <= step;
      ticks.push({
        x: this.x(day),
        words: step < YEAR ? monthShort(day) : '',
        year: step >= YEAR || begins ? day.slice(0, 4) : '',
      });
    }
    return ticks;
  }
}

function monthOf(day: Day): Day {
  return day.slice(0, 8) + '01';
}

/** The last month, counted in such steps from the beginning of a year (or of years), up to a day. */
function aligned(day: Day, step: number): Day {
  const months = Number(day.slice(0, 4)) * YEAR + Number(day.slice(5, 7)) - 1;
  return plusMonths(monthOf(day), -(months % step));
}

/** The day after: where a day ends is where the next one begins. */
export function ending(day: Day): Day {
  return plusDays(day, 1);
}
