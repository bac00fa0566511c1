import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Item } from '../plan/types';
import type { Day } from '../text/dates';

/** What the plan of a goal asks of one's time (R29). */
export interface Realism {
  /** The estimates of what is open below it, in minutes. */
  readonly minutes: number;
  /** Open steps that nobody has estimated. */
  readonly unknown: number;
  /** Weeks until it is due, at least one; null without a date. */
  readonly weeks: number | null;
  /** What that makes a week, in minutes; null without a date. */
  readonly perWeek: number | null;
}

/** From this many weeks on, or when it is new, a goal is worth a plan with milestones (R45). */
export const LONG_WEEKS = 8;

/**
 * Sums what is open below a goal. A step with steps of its own counts by those,
 * as its own estimate is of all of them.
 */
export function realismOf(mirror: Mirror, goal: Item, today: Day): Realism {
  let minutes = 0;
  let unknown = 0;
  for (const id of mirror.descendants(goal.id)) {
    const item = mirror.item(id);
    if (!item || item.kind !== 'step' || !isActive(item)) continue;
    if (mirror.children(id).some((child) => mirror.item(child)?.kind === 'step')) continue;
    if (item.estimateMin > 0) minutes += item.estimateMin;
    else unknown++;
  }
  const weeks = goal.due === '' ? null : weeksBetween(today, goal.due);
  return { minutes, unknown, weeks, perWeek: weeks === null ? null : Math.ceil(minutes / weeks) };
}

/** The minutes a week that the plan asks for beyond the hours there are (R69); 0 = it fits, or nobody knows. */
export function shortOf({ perWeek }: Realism, hours: number | undefined): number {
  return perWeek === null || hours === undefined ? 0 : Math.max(0, perWeek - hours * 60);
}

/** Weeks that are left, at least one: what is due tomorrow has to fit into what is left of this one. */
export function weeksBetween(from: Day, to: Day): number {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Math.max(1, Math.ceil(days / 7));
}

/** It takes long, or is new to them: single steps are not enough (S4 L31). */
export function wantsPlan(mirror: Mirror, goal: Item, fresh: boolean, today: Day): boolean {
  const children = mirror.children(goal.id).map((id) => mirror.item(id)?.kind);
  if (children.includes('milestone')) return false;
  const { weeks } = realismOf(mirror, goal, today);
  return fresh || (weeks !== null && weeks > LONG_WEEKS);
}
