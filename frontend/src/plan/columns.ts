import type { Column, Item } from './types';

/** The order of cards: by priority, bytewise; ids break a tie. */
export function byPriority(a: Item, b: Item): number {
  if (a.priority !== b.priority) return a.priority < b.priority ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Tells of an item the id of the column it stands in; '' when it is on no column. */
export type Standing = (item: Item) => string;

/**
 * Where items stand among these columns of one plan: in the column they were
 * put in while its state is theirs, else in the oldest column of their state
 * (ids grow with time), so that no card moves when a column does.
 */
export function standingIn(columns: readonly Column[]): Standing {
  const states = new Map(columns.map((column) => [column.id, column.state]));
  const oldest = new Map<string, string>();
  for (const { id, state } of columns) {
    const known = oldest.get(state);
    if (known === undefined || id < known) oldest.set(state, id);
  }
  return ({ columnId, state }) =>
    columnId !== '' && states.get(columnId) === state ? columnId : (oldest.get(state) ?? '');
}
