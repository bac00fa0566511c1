import type { Standing } from '../plan/columns';
import type { Mirror } from '../plan/mirror.svelte';
import type { Column, State } from '../plan/types';

// All plans on one board: each plan has columns of its own, so there the
// columns are the states that every board has a column for.

/** The states that a board always has a column for. */
export const NEEDED: readonly State[] = ['todo', 'doing', 'waiting', 'done'];

/** A column for each state, of no plan. */
export const STATE_COLUMNS: readonly Column[] = NEEDED.map((state, i) => ({
  id: `state ${state}`,
  planId: '',
  name: '',
  state,
  rank: String(i),
  limit: 0,
}));

/** Where items stand among the columns of states. */
export const standingByState: Standing = ({ state }) =>
  STATE_COLUMNS.find((column) => column.state === state)?.id ?? '';

/** The column of a plan in which something added to a column will lie; '' = none. */
export function ownColumn(mirror: Mirror, planId: string, columnId: string): string {
  const state = STATE_COLUMNS.find(({ id }) => id === columnId)?.state;
  if (state === undefined) return columnId;
  const own = mirror.columns.find((one) => one.planId === planId && one.state === state);
  return own?.id ?? '';
}

/** The ids below a parent; '' is the top of each plan, one after the other. */
export function childrenIn(mirror: Mirror, all: boolean): (id: string) => readonly string[] {
  return (id) =>
    all && id === ''
      ? mirror.plans.flatMap((plan) => mirror.children('', plan.id))
      : mirror.children(id);
}
