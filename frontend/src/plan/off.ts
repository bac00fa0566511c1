import { plusDays, type Day } from '../text/dates';
import type { Mirror } from './mirror.svelte';

/** From which day to which the client has off, both of them too. */
export interface Off {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/** The days off of a client, the first in front. One that has only one day begins and ends with it. */
export function offOf({ said }: Pick<Mirror, 'said'>): Off[] {
  return said
    .list('off', '')
    .flatMap(({ body: { name = '', from, to = from } }) =>
      from !== undefined && to !== undefined && from <= to ? [{ name, from, to }] : [],
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Finds the first day from one on that is not off. */
export function freeFrom(mirror: Pick<Mirror, 'said'>): (day: Day) => Day {
  const all = offOf(mirror);
  return (day) => {
    let free = day;
    for (const { from, to } of all) if (free >= from && free <= to) free = plusDays(to, 1);
    return free;
  };
}
