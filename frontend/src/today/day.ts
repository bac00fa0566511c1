import type { Mirror } from '../plan/mirror.svelte';
import { isStep, readyIn } from '../plan/ready';
import { isActive, type Item } from '../plan/types';
import { recurs, type Record } from '../routine/log';
import { isMeant, nextOf, routinesOf } from '../routine/record';
import { plusDays, type Day } from '../text/dates';

/** A day has no more than this many steps of its own (R99). */
export const FEW = 3;
/** So many others are offered. */
const OFFERED = 6;

/** What a day holds. */
export interface Today {
  /** Chosen or promised for it: what is open before what is done, what is pinned first, then in the order of the person's priorities. */
  readonly chosen: readonly Item[];
  /** Chosen for a day before, and still to be done. */
  readonly left: readonly Item[];
  /** What could be chosen too, the likeliest first. */
  readonly could: readonly Item[];
  /** What recurs and is meant for it. */
  readonly routines: readonly Record[];
}

/** The day of a client, in all plans, or in one branch ('' = everything). */
export function todayOf(mirror: Mirror, now: Day, branch: string): Today {
  const steps = [...mirror.items.values()].filter(
    (item) => isStep(item) && isIn(mirror, item, branch) && !recurs(mirror, item),
  );
  const pickOf = (item: Item) => mirror.said.once('pick', item.id);
  const isChosen = (item: Item) => {
    const { on, pinned } = pickOf(item);
    if (item.state === 'parked' || item.state === 'letgo') return false;
    if (on === now) return true;
    const promised = mirror.said.once('promise', item.id).on === now;
    return (promised || pinned === true) && isActive(item) && (on === undefined || on <= now);
  };
  const isLeft = (item: Item) => {
    const { on = '' } = pickOf(item);
    return on !== '' && on < now && isActive(item);
  };
  const isPinned = (item: Item) => pickOf(item).pinned === true;
  const chosen = steps.filter(isChosen);
  const left = steps.filter((item) => isLeft(item) && !chosen.includes(item));
  /** What is due comes first, then what is begun, and what has its turn. */
  const urgency = ({ due, state, parentId }: Item): number => {
    if (due !== '' && due <= now) return 1;
    // A small thing without a plan has no place of its own to be found again.
    return state === 'doing' || parentId === '' ? 2 : 3;
  };
  const ready = readyIn(mirror);
  const isAhead = (item: Item) => (pickOf(item).on ?? '') > now;
  const could = steps.filter(
    (item) => ready(item) && !chosen.includes(item) && !left.includes(item) && !isAhead(item),
  );
  const routines = routinesOf(mirror).filter(
    (record) => isIn(mirror, record.item, branch) && isMeant(record, now),
  );
  return {
    routines,
    chosen: chosen.sort(
      (a, b) =>
        Number(isActive(b)) - Number(isActive(a)) ||
        Number(isPinned(b)) - Number(isPinned(a)) ||
        byPriority(a, b),
    ),
    left: left.sort(byPriority),
    could: could.sort((a, b) => urgency(a) - urgency(b) || byPriority(a, b)).slice(0, OFFERED),
  };
}

/** The order of the board is the person's own. */
function byPriority(a: Item, b: Item): number {
  return a.priority < b.priority ? -1 : 1;
}

/** True for what stands in a branch; '' = everything. */
function isIn(mirror: Mirror, { id }: Item, branch: string): boolean {
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
  const routines = routinesOf(mirror).filter(({ item }) => isIn(mirror, item, branch));
  const items = new Map<Day, Item[]>(days.map((day) => [day, []]));
  for (const item of mirror.items.values()) {
    if (!isStep(item) || !isActive(item) || !isIn(mirror, item, branch) || recurs(mirror, item))
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

/** The least that one could do now: the shortest step that is known to be short, else the first. */
export function leastOf(steps: readonly Item[]): Item | undefined {
  const open = steps.filter(isActive);
  const known = open.filter(({ estimateMin }) => estimateMin > 0);
  return known.sort((a, b) => a.estimateMin - b.estimateMin)[0] ?? open[0];
}
