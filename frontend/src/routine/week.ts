import { byPriority } from '../plan/columns';
import type { Mirror } from '../plan/mirror.svelte';
import { isStep } from '../plan/ready';
import { isActive, type Item } from '../plan/types';
import { plusDays, type Day } from '../text/dates';
import { recurs, type Record } from './log';
import { isMeant, nextOf, routinesOf } from './record';

/** True for what stands in a branch; '' = everything. */
export function isWithin(mirror: Mirror, { id }: Item, branch: string): boolean {
  return branch === '' || id === branch || mirror.path(id).some((up) => up.id === branch);
}

/** One day of a week: what is chosen for it, promised for it or due on it, and how long that takes. */
export interface DayOf {
  readonly day: Day;
  readonly items: readonly Item[];
  readonly minutes: number;
  /** What recurs on it. */
  readonly routines: readonly Item[];
}

/** The seven days from a day on (R62). What is still to be done from before stands on today. */
export function weekFrom(mirror: Mirror, from: Day, branch: string, now: Day): DayOf[] {
  const days = Array.from({ length: 7 }, (_, i) => plusDays(from, i));
  const routines = routinesOf(mirror).filter(({ item }) => isWithin(mirror, item, branch));
  const items = new Map<Day, Item[]>(days.map((day) => [day, []]));
  for (const item of mirror.items.values()) {
    if (!isStep(item) || !isActive(item) || !isWithin(mirror, item, branch) || recurs(mirror, item))
      continue;
    const on = dayFor(mirror, item);
    items.get(on !== '' && on < now ? now : on)?.push(item);
  }
  return days.map((day) => {
    const own = (items.get(day) ?? []).sort(byPriority);
    const recurring = routines.filter((record) => isOn(record, day, now)).map(({ item }) => item);
    const minutes = [...own, ...recurring].reduce((sum, { estimateMin }) => sum + estimateMin, 0);
    return { day, items: own, minutes, routines: recurring };
  });
}

/** True when a routine is still to be done on a day of the week that begins now. */
function isOn(record: Record, day: Day, now: Day): boolean {
  if (record.logs.has(day)) return false;
  return record.routine.after && day > now ? nextOf(record, now) === day : isMeant(record, day);
}

/** The day that something is meant for: the one it is chosen for, promised for, or due on; '' = none. */
export function dayFor(mirror: Mirror, { id, due }: Item): Day {
  return mirror.said.once('pick', id).on ?? mirror.said.once('promise', id).on ?? due;
}
