import { isStep } from '../plan/ready';
import type { Rows, Within } from '../plan/reach';
import { isActive, type Item } from '../plan/types';
import { dayReader, numberOf, type DayNumber } from './days';

/**
 * What counts of one step, decision or milestone.
 * What is parked or let go, or stands below such, or is still open below something
 * that is done, rests: it is neither open nor done, and in no denominator.
 */
export interface Deed {
  readonly item: Item;
  /** The first day that was committed to; without a commitment the first that was saved. */
  readonly first: DayNumber;
  /** The day that holds now, after re-planning. */
  readonly due: DayNumber;
  /** The day on which it was done, here. */
  readonly done: DayNumber;
  readonly open: boolean;
}

/**
 * All that can be done, in one pass: steps and decisions, and milestones; of all
 * plans, or of those within. A routine is none of them, but each of its days is
 * (occasions.ts).
 */
export function deedsOf(rows: Rows, within?: Within): Deed[] {
  const dayIn = dayReader();
  const recurring = recurringIn(rows);
  const rests = restsIn(rows);
  const kept = keptHere();
  const deeds: Deed[] = [];
  for (const item of rows.items.values()) {
    if (!isStep(item) && item.kind !== 'milestone') continue;
    if (recurring.has(item.id) || (within && !within(item))) continue;
    let deed = kept.get(item);
    if (!deed) {
      const done = dayIn(item.doneAt);
      const open = done === 0 && isActive(item) && !rests(item.parentId);
      deed = { item, first: numberOf(item.firstDue), due: numberOf(item.due), done, open };
      if (done !== 0) kept.set(item, deed);
    }
    deeds.push(deed);
  }
  return deeds;
}

/** What is done stays as it was read, as long as its row and the zone of this machine are the same. */
const byZone = new Map<string, WeakMap<Item, Deed>>();

function keptHere(): WeakMap<Item, Deed> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const here = byZone.get(zone) ?? new WeakMap<Item, Deed>();
  byZone.set(zone, here);
  return here;
}

function recurringIn({ said }: Rows): Set<string> {
  const routines = said.all('routine').filter(({ body }) => body.rule !== undefined);
  return new Set(routines.map(({ itemId }) => itemId));
}

/** Tells whether what stands below an item is asked for no more. */
export function restsIn({ items }: Rows): (parentId: string) => boolean {
  const known = new Map<string, boolean>([['', false]]);
  const rests = (id: string): boolean => {
    let resting = known.get(id);
    if (resting !== undefined) return resting;
    known.set(id, false);
    const item = items.get(id);
    resting = item !== undefined && (!isActive(item) || rests(item.parentId));
    known.set(id, resting);
    return resting;
  };
  return rests;
}

/** Counted by what was said first, and beside it by what holds after re-planning. */
export interface Judged<Count> {
  readonly first: Count;
  readonly after: Count;
}

/** A sum by the first day of each deed, and the same sum by the day that holds now. */
export function judge<Count>(count: (dayOf: (deed: Deed) => DayNumber) => Count): Judged<Count> {
  return { first: count(({ first }) => first), after: count(({ due }) => due) };
}

/** A share of a whole, 0 to 1; null of nothing. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
