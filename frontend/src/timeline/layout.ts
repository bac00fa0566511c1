import type { Mirror } from '../plan/mirror.svelte';
import { freeFrom } from '../plan/off';
import { isStep } from '../plan/ready';
import { isActive, type Dates, type Item } from '../plan/types';
import { daysBetween, plusDays, type Day } from '../text/dates';

/** Without a word about hours a person has so many minutes on a day. */
const DAY_MIN = 60;
/** The hours of a week lie on so many days. */
const WORKDAYS = 5;

/**
 * Days for steps that have none, in the order of the plan (R56): spread evenly up
 * to the day of the milestone or goal that they stand in; where that has none, one
 * after the other, each as long as its estimate takes. None comes before what it
 * waits for, or on a day off.
 */
export function laidOut(mirror: Mirror, undated: readonly Item[], now: Day): Dates[] {
  const firstFree = freeFrom(mirror);
  const { hours } = mirror.said.once('week', '');
  const perDay = hours ? (hours * 60) / WORKDAYS : DAY_MIN;
  const laid = new Map<string, Day>();
  for (const [bound, steps] of lotsOf(mirror, undated.filter(isStep), now)) {
    let next = firstFree(now);
    steps.forEach((step, i) => {
      const taken = Math.max(1, Math.ceil(step.estimateMin / perDay));
      const meant =
        bound === ''
          ? plusDays(next, taken - 1)
          : plusDays(now, Math.round((daysBetween(now, bound) * (i + 1)) / steps.length));
      const waited = waitsUntil(mirror, step, laid);
      const day = firstFree(waited > meant ? waited : meant);
      laid.set(step.id, day);
      next = firstFree(plusDays(day, 1));
    });
  }
  return [...laid].map(([id, due]) => ({ id, start: '', due, kind: '' }));
}

/** The steps by the day that bounds them; '' = none does. */
function lotsOf(mirror: Mirror, steps: readonly Item[], now: Day): Map<Day, Item[]> {
  const lots = new Map<Day, Item[]>();
  for (const step of steps) {
    const above = mirror.path(step.id).findLast(({ due }) => due > now);
    const bound = above?.due ?? '';
    lots.set(bound, [...(lots.get(bound) ?? []), step]);
  }
  return lots;
}

/** The day after all that a step waits for, with what lies between; '' = it waits for nothing that has a day. */
function waitsUntil(mirror: Mirror, { id }: Item, laid: ReadonlyMap<string, Day>): Day | '' {
  let until = '';
  for (const { kind, fromId, toId, lag } of mirror.links) {
    if (kind !== 'after' || fromId !== id) continue;
    const before = mirror.item(toId);
    const due = laid.get(toId) ?? before?.due ?? '';
    if (!before || !isActive(before) || due === '') continue;
    const after = plusDays(due, lag + 1);
    if (after > until) until = after;
  }
  return until;
}
