import type { Mirror } from './mirror.svelte';
import type { Item, Kind } from './types';

/** Something to choose from a list; path says where it stands. */
export interface Choosable {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** null for a place that is no item, such as the top of the plan. */
  readonly kind: Kind | null;
}

/** The items of the plan shown that fit, in the order of the outline. */
export function choosable(mirror: Mirror, fits: (item: Item) => boolean): Choosable[] {
  const found: Choosable[] = [];
  const visit = (ids: readonly string[], path: string) => {
    for (const id of ids) {
      const item = mirror.item(id);
      if (!item) continue;
      if (fits(item)) found.push({ id, title: item.title, path, kind: item.kind });
      visit(mirror.children(id), path ? `${path} › ${item.title}` : item.title);
    }
  };
  visit(mirror.children(''), '');
  return found;
}

/** The items that fit, those first that stand nearest to one of them: under the same thing, then under what that stands below. */
export function nearest(mirror: Mirror, id: string, fits: (item: Item) => boolean): Choosable[] {
  const above = [
    id,
    ...mirror
      .path(id)
      .map((item) => item.id)
      .reverse(),
  ];
  const far = new Map<string, number>();
  above.forEach((one, steps) => {
    for (const below of [one, ...mirror.descendants(one)])
      if (!far.has(below)) far.set(below, steps);
  });
  const wayTo = (one: Choosable) => far.get(one.id) ?? above.length;
  return choosable(mirror, fits).sort((a, b) => wayTo(a) - wayTo(b));
}

/** Where items may be moved: anything but an idea in the tray and what they carry themselves. */
export function destinations(mirror: Mirror, ids: readonly string[]): Choosable[] {
  const own = new Set(ids.flatMap((id) => [id, ...mirror.descendants(id)]));
  return choosable(mirror, (item) => !own.has(item.id) && item.kind !== 'idea');
}
