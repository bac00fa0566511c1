import type { Mirror } from '../plan/mirror.svelte';
import { isStep, readyIn } from '../plan/ready';
import { isActive, type Item } from '../plan/types';
import type { Day } from '../text/dates';

/** A day has no more than this many steps of its own (R99). */
export const FEW = 3;
/** So many others are offered. */
const OFFERED = 6;

/** What a day holds. */
export interface Today {
  /** Chosen for it, what is pinned first, then in the order of the person's priorities. */
  readonly chosen: readonly Item[];
  /** Chosen for a day before, and still to be done. */
  readonly left: readonly Item[];
  /** What could be chosen too, the likeliest first. */
  readonly could: readonly Item[];
}

/** The day of a client, in all plans, or in one branch ('' = everything). */
export function todayOf(mirror: Mirror, now: Day, branch: string): Today {
  const steps = [...mirror.items.values()].filter(
    (item) => isStep(item) && (branch === '' || isBelow(mirror, item, branch)),
  );
  const pickOf = (item: Item) => mirror.said.once('pick', item.id);
  const isChosen = (item: Item) => {
    const { on, pinned } = pickOf(item);
    if (item.state === 'parked' || item.state === 'letgo') return false;
    return on === now || (pinned === true && isActive(item));
  };
  const isLeft = (item: Item) => {
    const { on = '' } = pickOf(item);
    return on !== '' && on < now && isActive(item);
  };
  const isPinned = (item: Item) => pickOf(item).pinned === true;
  const chosen = steps.filter(isChosen);
  const left = steps.filter((item) => isLeft(item) && !chosen.includes(item));
  /** What was promised for the day comes first, then what is due, what is begun, and what has its turn. */
  const urgency = ({ id, due, state }: Item): number => {
    if (mirror.said.once('promise', id).on === now) return 0;
    if (due !== '' && due <= now) return 1;
    return state === 'doing' ? 2 : 3;
  };
  const ready = readyIn(mirror);
  const could = steps.filter(
    (item) => ready(item) && !chosen.includes(item) && !left.includes(item),
  );
  return {
    chosen: chosen.sort((a, b) => Number(isPinned(b)) - Number(isPinned(a)) || byPriority(a, b)),
    left: left.sort(byPriority),
    could: could.sort((a, b) => urgency(a) - urgency(b) || byPriority(a, b)).slice(0, OFFERED),
  };
}

/** The order of the board is the person's own. */
function byPriority(a: Item, b: Item): number {
  return a.priority < b.priority ? -1 : 1;
}

function isBelow(mirror: Mirror, { id }: Item, branch: string): boolean {
  return id === branch || mirror.path(id).some((up) => up.id === branch);
}

/** The least that one could do now: the shortest step that is known to be short, else the first. */
export function leastOf(steps: readonly Item[]): Item | undefined {
  const open = steps.filter(isActive);
  const known = open.filter(({ estimateMin }) => estimateMin > 0);
  return known.sort((a, b) => a.estimateMin - b.estimateMin)[0] ?? open[0];
}
