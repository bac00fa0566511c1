import { byPriority } from '../plan/columns';
import type { Mirror } from '../plan/mirror.svelte';
import { isStep, readyIn } from '../plan/ready';
import { isActive, type Item } from '../plan/types';
import { recurs, type Record } from '../routine/log';
import { isMeant, routinesOf } from '../routine/record';
import { isWithin } from '../routine/week';
import type { Day } from '../text/dates';

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
    (item) => isStep(item) && isWithin(mirror, item, branch) && !recurs(mirror, item),
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
    (record) => isWithin(mirror, record.item, branch) && isMeant(record, now),
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

/** The least that one could do now: the shortest step that is known to be short, else the first. */
export function leastOf(steps: readonly Item[]): Item | undefined {
  const open = steps.filter(isActive);
  const known = open.filter(({ estimateMin }) => estimateMin > 0);
  return known.sort((a, b) => a.estimateMin - b.estimateMin)[0] ?? open[0];
}
