import type { Mirror } from './mirror.svelte';
import { isActive, type Item } from './types';
import { daysBetween, type Day } from '../text/dates';

/** What the plan of a goal asks of one's time (R29). */
export interface Realism {
  /** The estimates of what is open below it, in minutes. */
  readonly minutes: number;
  /** Open steps that nobody has estimated. */
  readonly unknown: number;
  /** How many times that one needs, by what was done; null while too little is known. */
  readonly factor: number | null;
  /** Weeks until it is due, at least one; null without a date. */
  readonly weeks: number | null;
  /** What that makes a week, in minutes, with the factor; null without a date. */
  readonly perWeek: number | null;
}

/** From this many weeks on, or when it is new, a goal is worth a plan with milestones (R45). */
export const LONG_WEEKS = 8;

/**
 * Sums what is open below a goal. A step with steps of its own counts by those,
 * as its own estimate is of all of them.
 */
export function realismOf(
  mirror: Mirror,
  goal: Item,
  today: Day,
  factor = overrunOf(mirror),
): Realism {
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
  const perWeek = weeks === null ? null : Math.ceil((minutes * (factor ?? 1)) / weeks);
  return { minutes, unknown, factor, weeks, perWeek };
}

/** From so many steps on their times tell how somebody estimates. */
export const ENOUGH = 5;

/** How many times their estimates steps took, over all plans (product.md, "Formulas"); null while too few say. */
export function overrunOf(mirror: Mirror): number | null {
  let [steps, estimated, spent] = [0, 0, 0];
  for (const { state, estimateMin, spentMin } of mirror.items.values()) {
    if (state !== 'done' || estimateMin === 0 || spentMin === 0) continue;
    steps++;
    estimated += estimateMin;
    spent += spentMin;
  }
  return factorOf(steps, estimated, spent);
}

/** How many times their estimates so many steps took; null while too few say. */
export function factorOf(steps: number, estimated: number, spent: number): number | null {
  return steps < ENOUGH ? null : spent / estimated;
}

/** What all goals that have a date ask for in a week, in minutes (R69); one inside of another is in that. */
export function askedAWeek(mirror: Mirror, today: Day): number {
  const factor = overrunOf(mirror);
  let sum = 0;
  for (const goal of mirror.items.values()) {
    if (goal.kind !== 'goal' || !isActive(goal) || inGoal(mirror, goal)) continue;
    sum += realismOf(mirror, goal, today, factor).perWeek ?? 0;
  }
  return sum;
}

function inGoal(mirror: Mirror, { id }: Item): boolean {
  return mirror.path(id).some((up) => up.id !== id && up.kind === 'goal');
}

/** The minutes a week that the plan asks for beyond the hours there are (R69); 0 = it fits, or nobody knows. */
export function shortOf({ perWeek }: Realism, hours: number | undefined): number {
  return perWeek === null || hours === undefined ? 0 : Math.max(0, perWeek - hours * 60);
}

/** Weeks that are left, at least one: what is due tomorrow has to fit into what is left of this one. */
export function weeksBetween(from: Day, to: Day): number {
  return Math.max(1, Math.ceil(daysBetween(from, to) / 7));
}

/** It takes long, or is new to them: single steps are not enough (S4 L31). */
export function wantsPlan(mirror: Mirror, goal: Item, fresh: boolean, today: Day): boolean {
  const children = mirror.children(goal.id).map((id) => mirror.item(id)?.kind);
  if (children.includes('milestone')) return false;
  const { weeks } = realismOf(mirror, goal, today);
  return fresh || (weeks !== null && weeks > LONG_WEEKS);
}
