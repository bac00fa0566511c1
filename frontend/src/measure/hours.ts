import { realismOf } from '../plan/effort';
import type { Mirror } from '../plan/mirror.svelte';
import { offOf, type Off } from '../plan/off';
import type { Item } from '../plan/types';
import { daysBetween, plusDays, type Day } from '../text/dates';

/** What a goal still asks for, and what there is of it until its day. */
export interface Hours {
  /** What is left, by its estimates and by how many times that one usually needs, in hours. */
  readonly needed: number;
  /** What one has until the goal is due, days off taken out; null without a day, or without hours for a week. */
  readonly there: number | null;
  /** needed ÷ there: above 1 it does not fit. null where nobody can tell. */
  readonly realism: number | null;
  /** Steps that nobody has estimated. */
  readonly unknown: number;
}

/**
 * The hours of a goal (product.md, "Formulas"): those that are meant for it in a
 * week, else those that there are for all plans. Today and the day that it is due
 * on both count.
 */
export function hoursOf(mirror: Mirror, goal: Item, now: Day): Hours {
  const { minutes, factor, unknown } = realismOf(mirror, goal, now);
  const { said } = mirror;
  const week = said.once('aim', goal.id).hours ?? said.once('week', '').hours;
  const needed = (minutes * (factor ?? 1)) / 60;
  const dated = goal.due !== '' && week !== undefined;
  const there = dated ? (week * freeDays(now, goal.due, offOf(mirror))) / 7 : null;
  return { needed, there, realism: there === null ? null : ratio(needed, there), unknown };
}

/** Where there is no time left, anything that is still asked for is too much. */
function ratio(needed: number, there: number): number {
  if (needed === 0) return 0;
  return there === 0 ? Infinity : needed / there;
}

/** The days from one to another, both too, that are not off. Days off that lie over each other are off once. */
export function freeDays(from: Day, to: Day, offs: readonly Off[]): number {
  if (to < from) return 0;
  let free = daysBetween(from, to) + 1;
  let next = from;
  for (const off of offs) {
    const first = off.from > next ? off.from : next;
    const last = off.to < to ? off.to : to;
    if (first > last) continue;
    free -= daysBetween(first, last) + 1;
    next = plusDays(last, 1);
  }
  return free;
}
