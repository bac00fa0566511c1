import type { Row, Tree } from './rows';

/** The ids of the rows from one to the other, whichever comes first, both included. */
export function range(rows: readonly Row[], from: string, to: string): string[] {
  const a = rows.findIndex((row) => row.id === from);
  const b = rows.findIndex((row) => row.id === to);
  if (a < 0 || b < 0) return b < 0 ? [] : [to];
  return rows.slice(Math.min(a, b), Math.max(a, b) + 1).map((row) => row.id);
}

/** The picked items from top to bottom without those that another picked one carries along. */
export function roots(rows: readonly Row[], picked: ReadonlySet<string>, tree: Tree): string[] {
  return rows
    .filter((row) => picked.has(row.id) && !standsBelow(tree, row.id, picked))
    .map((row) => row.id);
}

/** True when one of the ids stands anywhere above the item. */
export function standsBelow(tree: Tree, id: string, ids: ReadonlySet<string>): boolean {
  let up = tree.item(id)?.parentId ?? '';
  while (up !== '') {
    if (ids.has(up)) return true;
    up = tree.item(up)?.parentId ?? '';
  }
  return false;
}

/** The row that the hand finds when the picked ones leave: the next one that stays, else the one before. */
export function neighbour(rows: readonly Row[], leaving: ReadonlySet<string>, tree: Tree): string {
  const stays = (row: Row) => !leaving.has(row.id) && !standsBelow(tree, row.id, leaving);
  const last = rows.findLastIndex((row) => leaving.has(row.id));
  const next = rows.slice(last + 1).find(stays);
  const before = rows.slice(0, Math.max(last, 0)).findLast(stays);
  return (next ?? before)?.id ?? '';
}
