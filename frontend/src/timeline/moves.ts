import type { Mirror } from '../plan/mirror.svelte';
import { freeFrom } from '../plan/off';
import { isStep } from '../plan/ready';
import { isActive, type Dates, type Item, type Link } from '../plan/types';
import { daysBetween, plusDays, type Day } from '../text/dates';
import { ownSpan, type Span } from './spans';

/** Which part of a bar the hand has. */
export type Grip = 'whole' | 'start' | 'end';

/** What a move leads to: the dates of what the hand has, and what has to move along. */
export interface Moved {
  /** What the hand has, and what lies below it. */
  readonly own: readonly Dates[];
  /** What waits for it and would begin too early. */
  readonly along: readonly Dates[];
}

/** The dates of an item after it was moved or stretched by some days; null when it has none, or would end before it begins. */
export function movedBy(item: Item, grip: Grip, days: number): Dates | null {
  const span = ownSpan(item);
  if (!span) return null;
  const { id, dueKind: kind } = item;
  if (grip === 'whole') {
    const start = item.start === '' ? '' : plusDays(item.start, days);
    const due = item.due === '' ? '' : plusDays(item.due, days);
    return { id, start, due, kind };
  }
  const from = grip === 'start' ? plusDays(span.from, days) : span.from;
  const to = grip === 'end' ? plusDays(span.to, days) : span.to;
  if (from > to) return null;
  // The gate of a milestone is its day; where it begins is said by what lies below it.
  const start = grip === 'end' && !isStep(item) ? item.start : from;
  return { id, start, due: to, kind };
}

/** Moves an item, with everything open below it that has a date, and what waits for any of that. */
export function moveOf(mirror: Mirror, item: Item, grip: Grip, days: number): Moved | null {
  const first = movedBy(item, grip, days);
  const below = grip === 'whole' ? openBelow(mirror, item.id) : [];
  const own = [first, ...below.map((one) => movedBy(one, 'whole', days))].filter(
    (dates) => dates !== null,
  );
  if (own.length === 0 || (first === null && ownSpan(item) !== null)) return null;
  return { own, along: alongWith(mirror, own) };
}

/**
 * What has to move because something it waits for ends later than before: it
 * begins the day after, or so many days later as lie between, as long as it was, on no day off, and so on. What did not fit before
 * is left as it is: a conflict is shown and never silently mended.
 */
export function alongWith(mirror: Mirror, own: readonly Dates[]): Dates[] {
  const after = new Map<string, Link[]>();
  for (const link of mirror.links) {
    if (link.kind === 'after') after.set(link.toId, [...(after.get(link.toId) ?? []), link]);
  }
  const firstFree = freeFrom(mirror);
  const moved = new Map(own.map((dates) => [dates.id, dates]));
  const fixed = new Set(moved.keys());
  const queue = [...moved.keys()];
  // What goes round in a circle ends when each was moved as often as there are links.
  let left = mirror.links.length * 2 + queue.length;
  for (let id = queue.shift(); id !== undefined && left > 0; id = queue.shift(), left--) {
    const before = mirror.item(id);
    const ends = spanAfter(before, moved)?.to;
    const ended = before && ownSpan(before)?.to;
    if (ends === undefined) continue;
    for (const { fromId: next, lag } of after.get(id) ?? []) {
      const end = plusDays(ends, lag);
      const item = mirror.item(next);
      const span = spanAfter(item, moved);
      if (!item || !span || fixed.has(next) || !isActive(item) || span.from > end) continue;
      const known = moved.has(next);
      if (!known && ended && (ownSpan(item)?.from ?? '') <= plusDays(ended, lag)) continue; // it did not fit before
      const begins = firstFree(plusDays(end, 1));
      const by = daysBetween(span.from, begins);
      const dates = movedBy(withDates(item, moved.get(next)), 'whole', by);
      if (!dates) continue;
      moved.set(next, dates);
      queue.push(next);
    }
  }
  return [...moved.values()].filter(({ id }) => !fixed.has(id));
}

function openBelow(mirror: Mirror, id: string): Item[] {
  return mirror
    .descendants(id)
    .flatMap((below) => mirror.item(below) ?? [])
    .filter((item) => isActive(item) && ownSpan(item) !== null);
}

/** An item as it would be with other dates. */
export function withDates(item: Item, dates: Dates | undefined): Item {
  return dates ? { ...item, start: dates.start, due: dates.due } : item;
}

function spanAfter(item: Item | undefined, moved: ReadonlyMap<string, Dates>): Span | null {
  return item ? ownSpan(withDates(item, moved.get(item.id))) : null;
}

/** "Life happened": everything open of a plan or branch that has a date, some days later or earlier. */
export function shifted(mirror: Mirror, branch: string, days: number): Dates[] {
  const items =
    branch === '' ? ofPlan(mirror) : [mirror.item(branch), ...openBelow(mirror, branch)];
  return items
    .filter((item) => item !== undefined)
    .filter(isActive)
    .map((item) => movedBy(item, 'whole', days))
    .filter((dates) => dates !== null);
}

/** So many days that nothing open begins before a day; 0 when nothing does. */
export function daysUntil(mirror: Mirror, branch: string, day: Day): number {
  const first = shifted(mirror, branch, 0)
    .map(({ start, due }) => start || due)
    .sort()[0];
  return first === undefined ? 0 : Math.max(0, daysBetween(first, day));
}

function ofPlan(mirror: Mirror): Item[] {
  return [...mirror.items.values()].filter(({ planId }) => planId === mirror.planId);
}
