import type { Mirror } from '../plan/mirror.svelte';
import type { Item } from '../plan/types';

/** An idea in the tray; before is the sibling that it stands right after ('' = first). */
export interface Waiting {
  readonly item: Item;
  readonly before: string;
}

/** The ideas at the top of the plan shown: thoughts without a place, in their order. */
export function waiting(mirror: Mirror): Waiting[] {
  let before = '';
  return mirror.children('').flatMap((id) => {
    const item = mirror.item(id);
    const idea = item?.kind === 'idea' ? [{ item, before }] : [];
    before = id;
    return idea;
  });
}
