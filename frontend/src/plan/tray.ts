import type { Mirror } from './mirror.svelte';
import type { Item } from './types';

/** The ideas at the top of the plan shown: thoughts without a place, the newest first. */
export function waiting(mirror: Mirror): Item[] {
  return mirror
    .children('')
    .flatMap((id) => mirror.item(id) ?? [])
    .filter((item) => item.kind === 'idea')
    .reverse();
}
