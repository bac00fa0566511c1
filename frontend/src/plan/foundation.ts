import type { Mirror } from './mirror.svelte';
import { prioritiesOf } from './priorities';
import { shown } from './sight';
import { valuesOf } from './values';

/** What a plan stands on (R3), in the order in which it is thought through. */
export type Ground = 'values' | 'priorities' | 'vision' | 'picture' | 'why';

export interface Grounded {
  readonly ground: Ground;
  readonly met: boolean;
}

/** What there is of a foundation for the plan shown. Nobody has to have one. */
export function foundationOf(mirror: Mirror): Grounded[] {
  const visions = shown(mirror).filter(({ kind }) => kind === 'vision');
  const pictured = visions.some(
    ({ id }) =>
      mirror.said.once('outlook', id).success !== undefined ||
      mirror.boards.some(({ itemId }) => itemId === id),
  );
  return [
    { ground: 'values', met: valuesOf(mirror.said).length > 0 },
    { ground: 'priorities', met: prioritiesOf(mirror).length > 0 },
    { ground: 'vision', met: visions.length > 0 },
    { ground: 'picture', met: pictured },
    { ground: 'why', met: visions.some(({ why }) => why.trim() !== '') },
  ];
}

/** True when the client said that they go without one. */
export function goesWithout(mirror: Mirror): boolean {
  return mirror.said.once('foundation', '').skipped === true;
}

/** True for a plan that stands on nothing yet, unless the client goes without. */
export function hasNoFoundation(mirror: Mirror): boolean {
  return !goesWithout(mirror) && foundationOf(mirror).every(({ met }) => !met);
}
