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

/**
 * The row that the hand finds when the picked ones leave: the next sibling that
 * stays, else the one before, else the parent, so that one key too many never
 * takes away something larger; then the next row, or the one before.
 */
export function neighbour(rows: readonly Row[], leaving: ReadonlySet<string>, tree: Tree): string {
  const last = rows.findLastIndex((row) => leaving.has(row.id));
  const parentId = tree.item(rows[last]?.id ?? '')?.parentId ?? '';
  const stays = ({ id }: Row) => !leaving.has(id) && !standsBelow(tree, id, leaving);
  const beside = (row: Row) => stays(row) && tree.item(row.id)?.parentId === parentId;
  const [before, after] = [rows.slice(0, Math.max(last, 0)), rows.slice(last + 1)];
  const parent = before.findLast((row) => row.id === parentId && stays(row));
  const found = after.find(beside) ?? before.findLast(beside) ?? parent;
  return (found ?? after.find(stays) ?? before.findLast(stays))?.id ?? '';
}
