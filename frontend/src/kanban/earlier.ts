import type { Item } from '../plan/types';
import { plusDays, type Day } from '../text/dates';

/** So many days what is done lies among the cards of its column; then it has been done earlier. */
export const RECENT_DAYS = 14;

/** Tells what was done earlier, as seen on a day. Of what has no such time nobody knows: it stays. */
export function doneEarlier(now: Day): (card: Item) => boolean {
  const since = new Date(plusDays(now, -RECENT_DAYS) + 'T00:00:00').toISOString();
  return ({ state, doneAt }) => state === 'done' && doneAt !== '' && doneAt < since;
}
