import { dayOf, daysBetween, type Day } from '../text/dates';
import type { Mirror } from './mirror.svelte';
import { isStep, readyIn } from './ready';
import { standingIn } from './sight';
import { isActive, type Item } from './types';

/** So many days without anything done are no sign of anything, whatever was usual. */
const AT_LEAST = 14;
/** So many of the last gaps tell what is usual. */
const LAST = 10;

/** A goal that stands still: nothing was done for so many days, or there is nothing that can be begun. */
export interface Stuck {
  readonly goal: Item;
  /** Days since something was done; null = there is no next action. */
  readonly days: number | null;
}

/**
 * The goals of a plan that stand still (R78; product.md, "Formulas"). One with
 * another goal below is judged by those. A step that serves a goal by a link is one
 * of its own.
 */
export function stuckIn(mirror: Mirror, planId: string, now: Day): Stuck[] {
  const isReady = readyIn(mirror);
  const standing = standingIn(mirror);
  const goals = [...mirror.items.values()].filter(
    (item) => item.planId === planId && item.kind === 'goal' && isActive(item),
  );
  return goals.flatMap((goal): Stuck[] => {
    if (!mirror.path(goal.id).every(isActive)) return [];
    if (mirror.descendants(goal.id).some((id) => mirror.item(id)?.kind === 'goal')) return [];
    const steps = [...standing([goal.id])].flatMap((id) => mirror.item(id) ?? []).filter(isStep);
    if (!steps.some(isReady)) return [{ goal, days: null }];
    const days = still(goal, steps, now);
    return days === null ? [] : [{ goal, days }];
  });
}

/** Days since something was done, when they are more than usual; else null. */
function still(goal: Item, steps: readonly Item[], now: Day): number | null {
  const done = lastDone(steps).map(dayOf);
  const days = daysBetween(done.at(-1) ?? dayOf(goal.createdAt), now);
  const gaps = done.slice(1).map((day, i) => daysBetween(done[i] ?? day, day));
  return days > Math.max(AT_LEAST, 2 * median(gaps)) ? days : null;
}

/** The last instants at which something was done, the newest last: one more than there are gaps to tell. */
function lastDone(steps: readonly Item[]): string[] {
  const last: string[] = [];
  for (const { doneAt } of steps) {
    if (doneAt <= (last.length > LAST ? (last[0] ?? '') : '')) continue;
    const at = last.findIndex((one) => one > doneAt);
    last.splice(at < 0 ? last.length : at, 0, doneAt);
    if (last.length > LAST + 1) last.shift();
  }
  return last;
}

function median(all: readonly number[]): number {
  const sorted = [...all].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
