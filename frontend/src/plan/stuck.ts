import { dayOf, daysBetween, type Day } from '../text/dates';
import type { Mirror } from './mirror.svelte';
import { leadingTo } from './reach';
import { isStep, readyIn } from './ready';
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
  const goals = judgedIn(mirror, planId);
  const courses = coursesOf(mirror, goals);
  return goals.flatMap((goal): Stuck[] => {
    const { ready, last } = courses.get(goal.id) ?? NOTHING;
    if (!ready) return [{ goal, days: null }];
    const days = still(goal, last.map(dayOf), now);
    return days === null ? [] : [{ goal, days }];
  });
}

/** The goals of a plan that are gone for and have no other goal below. */
function judgedIn(mirror: Mirror, planId: string): Item[] {
  const goals = [...mirror.items.values()].filter(({ kind }) => kind === 'goal');
  const above = new Set(goals.flatMap(({ id }) => mirror.path(id).map((up) => up.id)));
  return goals.filter(
    (goal) =>
      goal.planId === planId &&
      !above.has(goal.id) &&
      isActive(goal) &&
      mirror.path(goal.id).every(isActive),
  );
}

/** How the steps of a goal went. */
interface Course {
  /** One of them can be begun. */
  ready: boolean;
  /** The last instants at which one was done, the newest last: one more than there are gaps to tell. */
  readonly last: string[];
}
const NOTHING: Course = { ready: false, last: [] };

/** One walk over all steps, each for all goals that it leads to. */
function coursesOf(mirror: Mirror, goals: readonly Item[]): Map<string, Course> {
  const courses = new Map(
    goals.map(({ id }): [string, Course] => [id, { ready: false, last: [] }]),
  );
  const leads = leadingTo(mirror, courses.keys());
  const isReady = readyIn(mirror);
  for (const item of mirror.items.values()) {
    if (!isStep(item)) continue;
    for (const id of leads(item)) {
      const course = courses.get(id);
      if (!course) continue;
      course.ready ||= isReady(item);
      keepLast(course.last, item.doneAt);
    }
  }
  return courses;
}

function keepLast(last: string[], doneAt: string): void {
  const full = last.length > LAST;
  if (doneAt === '' || (full && doneAt <= (last[0] ?? ''))) return;
  const at = last.findIndex((one) => one > doneAt);
  last.splice(at < 0 ? last.length : at, 0, doneAt);
  if (full) last.shift();
}

/** Days since something was done, when they are more than usual; else null. */
function still(goal: Item, done: readonly Day[], now: Day): number | null {
  const days = daysBetween(done.at(-1) ?? dayOf(goal.createdAt), now);
  const gaps = done.slice(1).map((day, i) => daysBetween(done[i] ?? day, day));
  return days > Math.max(AT_LEAST, 2 * median(gaps)) ? days : null;
}

function median(all: readonly number[]): number {
  const sorted = [...all].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
