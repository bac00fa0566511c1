import type { Purging } from '../plan/coaching';
import type { Mirror } from '../plan/mirror.svelte';
import type { CountKey } from '../text/text';

/** Some of what goes with a client: the words for it, and how many. */
interface Part {
  readonly part: CountKey;
  readonly count: number;
}

/** What would go with the client who is open, as far as the page knows it. */
export function goes(mirror: Mirror): Part[] {
  return some([
    { part: 'coach.purge.plans', count: mirror.plans.length },
    { part: 'coach.purge.items', count: mirror.items.size },
    { part: 'coach.purge.sessions', count: mirror.said.list('session', '').length },
    { part: 'coach.purge.notes', count: mirror.notes.length + mirror.marks.length },
  ]);
}

/** What went. */
export function gone({ purged }: Purging): Part[] {
  return some([
    { part: 'coach.purge.plans', count: purged.plans },
    { part: 'coach.purged.items', count: purged.items },
    { part: 'coach.purged.aspects', count: purged.aspects },
    { part: 'coach.purge.notes', count: purged.notes },
    { part: 'coach.purged.pictures', count: purged.pictures },
    { part: 'coach.purged.files', count: purged.files },
    { part: 'coach.purged.steps', count: purged.steps },
  ]);
}

function some(parts: readonly Part[]): Part[] {
  return parts.filter(({ count }) => count > 0);
}
