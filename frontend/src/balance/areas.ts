import { numbersIn, type Window } from '../measure/window';
import type { Deed } from '../measure/deeds';
import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Area, type Item } from '../plan/types';

/** What went into one life area in a time, and how it is. */
export interface Fed {
  readonly area: Area;
  /** Steps, decisions and milestones that were done for it. */
  readonly done: number;
  /** What they took, in minutes, as far as it was noted. */
  readonly minutes: number;
  /** Visions and goals that are gone for in it. */
  readonly aims: number;
  /** How it was said to be last, and how one would like it, 0 to 10. */
  readonly today: number | undefined;
  readonly desired: number | undefined;
  /** One would like it better, and nothing was done for it. */
  readonly starved: boolean;
}

/**
 * What was done for each life area, of all plans: an area is the person's, and
 * not a plan's. What has none belongs to that of what it stands below. Only those
 * that something is known of are told.
 */
export function fedIn(mirror: Mirror, deeds: readonly Deed[], window: Window): Fed[] {
  const areaOf = areasIn(mirror);
  const holds = numbersIn(window);
  const done = deeds.filter((deed) => holds(deed.done));
  const aims = [...mirror.items.values()].filter(
    (item) => (item.kind === 'vision' || item.kind === 'goal') && isActive(item),
  );
  return mirror.areas
    .map((area): Fed => {
      const own = done.filter(({ item }) => areaOf(item) === area.id);
      const { today, desired } = ratedIn(mirror, area.id, window);
      return {
        area,
        done: own.length,
        minutes: own.reduce((sum, { item }) => sum + item.spentMin, 0),
        aims: aims.filter((item) => areaOf(item) === area.id).length,
        today,
        desired,
        starved: own.length === 0 && (desired ?? 0) > (today ?? 0),
      };
    })
    .filter(({ done, aims, today }) => done > 0 || aims > 0 || today !== undefined);
}

/** The area of an item: its own, else that of what it stands below. */
function areasIn(mirror: Mirror): (item: Item) => string {
  const known = new Map<string, string>();
  const areaOf = ({ id, areaId, parentId }: Item): string => {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, areaId);
    const parent = areaId === '' ? mirror.item(parentId) : undefined;
    const area = parent ? areaOf(parent) : areaId;
    known.set(id, area);
    return area;
  };
  return areaOf;
}

/** How an area was rated last until the end of a time. */
function ratedIn({ said }: Mirror, areaId: string, { to }: Window) {
  const own = said
    .list('rating', '')
    .filter(({ body }) => body.areaId === areaId && (body.on ?? '') <= to)
    .toSorted((a, b) => ((a.body.on ?? '') < (b.body.on ?? '') ? -1 : 1));
  return {
    today: own.findLast(({ body }) => body.today !== undefined)?.body.today,
    desired: own.findLast(({ body }) => body.desired !== undefined)?.body.desired,
  };
}
