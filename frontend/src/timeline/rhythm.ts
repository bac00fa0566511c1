import type { State } from '../plan/types';
import type { Record } from '../routine/log';
import { cellsOf, type Cell } from '../routine/record';
import { daysIn, plusDays, weekday, type Day } from '../text/dates';
import type { Scale } from './scale';
import type { Span } from './spans';

/** Stones lie no closer than this, in px. */
const CLOSEST = 18;
const SHORTEST_MONTH = 28;

/** One stone of a rhythm: a day, or the days of a week or month together. */
export interface Beat {
  /** Its first day. */
  readonly day: Day;
  /** Its middle. */
  readonly x: number;
  readonly lies: State;
  /** On how many of its days that were meant something was done. */
  readonly done: number;
  readonly of: number;
}

/** The stones of a routine in a stretch of time. It ends with the day that it is due. */
export function beatsOf(record: Record, scale: Scale, seen: Span, now: Day): Beat[] {
  const lot = lotOf(scale);
  const { item, routine } = record;
  const begin = lot.first(seen.from);
  const first = routine.from ?? begin;
  const to = item.due !== '' && item.due < seen.to ? item.due : seen.to;
  const lots = new Map<Day, Cell[]>();
  if (begin <= to) {
    for (const cell of cellsOf(record, begin, lot.last(to), now)) {
      if (cell.how === 'none' || cell.how === 'rest' || cell.day > to) continue;
      if (cell.day < first && cell.how === 'gap') continue;
      const key = lot.first(cell.day);
      lots.set(key, [...(lots.get(key) ?? []), cell]);
    }
  }
  return [...lots].map(([day, cells]) => {
    const done = cells.filter(({ how }) => how === 'done' || how === 'least').length;
    const x = (scale.x(day) + scale.x(lot.last(day)) + scale.perDay) / 2;
    return { day, x, done, of: cells.length, lies: liesFor(done, cells.length) };
  });
}

/** Where most was done the stone is laid; where little, it is begun. */
function liesFor(done: number, of: number): State {
  if (done === 0) return 'todo';
  return done * 2 >= of ? 'done' : 'doing';
}

/** The days that one stone stands for, by how near one looks: a day, week, month or year. */
function lotOf({ perDay }: Scale): { first: (day: Day) => Day; last: (day: Day) => Day } {
  if (perDay >= CLOSEST) return { first: (day) => day, last: (day) => day };
  if (perDay * 7 >= CLOSEST)
    return {
      first: (day) => plusDays(day, -weekday(day)),
      last: (day) => plusDays(day, 6 - weekday(day)),
    };
  if (perDay * SHORTEST_MONTH < CLOSEST)
    return {
      first: (day) => `${day.slice(0, 4)}-01-01`,
      last: (day) => `${day.slice(0, 4)}-12-31`,
    };
  return {
    first: (day) => day.slice(0, 8) + '01',
    last: (day) => day.slice(0, 8) + String(daysIn(day)),
  };
}
