import type { Aspect, Aspects } from './aspects';
import type { Mirror } from './mirror.svelte';
import type { Area, Item } from './types';

/** More than these at once are no priorities any more; it is said, and never blocked (R4). */
export const FEW = 5;

/** A life area or an item that comes first now. */
export type Priority = { readonly id: string; readonly since: string } & (
  | { readonly area: Area; readonly item?: undefined }
  | { readonly item: Item; readonly area?: undefined }
);

/** What comes first now, in its order; what is gone is left out. */
export function prioritiesOf(mirror: Mirror): Priority[] {
  return mirror.said.list('priority', '').flatMap(({ id, body }): Priority[] => {
    const since = body.since ?? '';
    const area = mirror.area(body.areaId ?? '');
    const item = mirror.item(body.forId ?? '');
    if (area) return [{ id, since, area }];
    return item ? [{ id, since, item }] : [];
  });
}

/** The priority that an item is, itself or by its life area. */
export function priorityOf(said: Aspects, { id, areaId }: Item): Aspect<'priority'> | undefined {
  return said
    .list('priority', '')
    .find(({ body }) => body.forId === id || (areaId !== '' && body.areaId === areaId));
}
