import type { Mirror } from '../plan/mirror.svelte';
import type { Aspect } from '../plan/aspects';
import { valuesOf } from '../plan/values';

/** What ties two things of a plan together beside its tree. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  /** serves: a second goal; after: it waits for the other; worth: the value that it serves. */
  readonly kind: 'serves' | 'after' | 'worth';
}

/** A value at the foot of the map. */
export interface Stone {
  readonly id: string;
  readonly name: string;
}

/** All ties of the plan shown. */
export function tiesOf(mirror: Mirror): Tie[] {
  const here = (id: string) => mirror.item(id)?.planId === mirror.planId;
  const links = mirror.links.map(({ fromId, toId, kind }) => ({ from: fromId, to: toId, kind }));
  const worths = mirror.said.all('worth').map(({ itemId, body }) => ({
    from: itemId,
    to: body.valueId ?? '',
    kind: 'worth' as const,
  }));
  return [...links, ...worths].filter(
    ({ from, to, kind }) => here(from) && (kind === 'worth' || here(to)),
  );
}

/** The values that something on the map serves, in their order. */
export function valuesOn(mirror: Mirror, ties: readonly Tie[]): Stone[] {
  const served = new Set(ties.filter(({ kind }) => kind === 'worth').map(({ to }) => to));
  const name = ({ body }: Aspect<'value'>) => body.name ?? '';
  return valuesOf(mirror.said)
    .filter(({ id }) => served.has(id))
    .map((value) => ({ id: value.id, name: name(value) }));
}
