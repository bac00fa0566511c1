import { SPHERES, type Sphere } from '../plan/aspects';
import { realismOf } from '../plan/effort';
import type { Mirror } from '../plan/mirror.svelte';
import { shown, standingOn } from '../plan/sight';
import { isActive, type Item } from '../plan/types';
import { servedBy } from '../plan/values';
import type { Day } from '../text/dates';

/** Whether an item is personal, professional or both: as was said of it, or of what it stands below. */
export function sphereOf(mirror: Mirror, item: Item): Sphere | undefined {
  const above = [...mirror.path(item.id), item].reverse();
  for (const { id } of above) {
    const { sphere } = mirror.said.once('outlook', id);
    if (sphere) return sphere;
  }
  return undefined;
}

/** The visions and goals of one sphere, and what their goals ask for. */
export interface Column {
  readonly sphere: Sphere;
  readonly items: readonly Item[];
  /** Minutes a week, of goals that have a date. */
  readonly minutes: number;
}

export interface Spheres {
  readonly columns: readonly Column[];
  /** Those of which nobody has said it. */
  readonly unsaid: readonly Item[];
}

export function spheresOf(mirror: Mirror, branch: string, today: Day): Spheres {
  const far = shown(mirror, branch).filter(({ kind }) => kind === 'vision' || kind === 'goal');
  const columns = SPHERES.map((sphere) => {
    const items = far.filter((item) => sphereOf(mirror, item) === sphere);
    const minutes = items
      .filter((item) => item.kind === 'goal' && !standsInGoal(mirror, item))
      .reduce((sum, goal) => sum + (realismOf(mirror, goal, today).perWeek ?? 0), 0);
    return { sphere, items, minutes };
  });
  return { columns, unsaid: far.filter((item) => sphereOf(mirror, item) === undefined) };
}

function standsInGoal(mirror: Mirror, { id }: Item): boolean {
  return mirror.path(id).some(({ kind }) => kind === 'goal');
}

/** What two visions or goals have in common. */
export interface Overlap {
  readonly one: Item;
  readonly other: Item;
  /** The names of the values that both serve. */
  readonly values: readonly string[];
  /** The life area that both belong to; '' = none. */
  readonly area: string;
  readonly linked: boolean;
  /** What stands on both of them. */
  readonly steps: readonly Item[];
}

/**
 * What any two visions share, each pair once, and what a personal goal shares
 * with a professional one; across personal and professional comes first.
 */
export function overlapsOf(mirror: Mirror, { columns, unsaid }: Spheres): Overlap[] {
  const of = (sphere: Sphere) => columns.find((one) => one.sphere === sphere)?.items ?? [];
  const across = of('personal').flatMap((one) =>
    of('professional').map((other): Pair => [one, other]),
  );
  const visions = [...columns.flatMap(({ items }) => items), ...unsaid].filter(
    ({ kind }) => kind === 'vision',
  );
  const met = new Set(across.map(keyOf));
  const others = visions
    .flatMap((one, i) => visions.slice(i + 1).map((other): Pair => [one, other]))
    .filter((pair) => !met.has(keyOf(pair)));
  return [...across, ...others]
    .filter((pair) => !holds(mirror, pair))
    .map((pair) => overlap(mirror, pair))
    .filter(
      ({ values, area, linked, steps }) =>
        values.length > 0 || area !== '' || linked || steps.length > 0,
    );
}

type Pair = readonly [Item, Item];

function keyOf([one, other]: Pair): string {
  return [one.id, other.id].sort().join(' ');
}

/** One stands below the other: it shares all of it, which is nothing to find. */
function holds(mirror: Mirror, [one, other]: Pair): boolean {
  const below = (a: Item, b: Item) => mirror.path(a.id).some(({ id }) => id === b.id);
  return below(one, other) || below(other, one);
}

function overlap(mirror: Mirror, [one, other]: Pair): Overlap {
  const served = servedBy(mirror.said, other.id).map(({ id }) => id);
  const values = servedBy(mirror.said, one.id).filter(({ id }) => served.includes(id));
  const same = one.areaId !== '' && one.areaId === other.areaId;
  const ends = [one.id, other.id];
  return {
    one,
    other,
    values: values.map(({ name }) => name),
    area: (same && mirror.area(one.areaId)?.name) || '',
    linked: mirror.links.some(({ fromId, toId }) => ends.includes(fromId) && ends.includes(toId)),
    steps: standingOnBoth(mirror, ends),
  };
}

/** What stands on both of two, without what is carried by one of those anyway. */
function standingOnBoth(mirror: Mirror, ends: readonly string[]): Item[] {
  const [one, other] = ends.map((id) => standingOn(mirror, [id]));
  const both = new Set([...(one ?? [])].filter((id) => other?.has(id) && !ends.includes(id)));
  return [...both]
    .flatMap((id) => mirror.item(id) ?? [])
    .filter((item) => isActive(item) && !both.has(item.parentId));
}
