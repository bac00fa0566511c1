import type { Item } from '../plan/types';

/** What is to be known of a plan to see it as a tree; the mirror is one. '' is the top. */
export interface Tree {
  /** Another value whenever the tree is another one; reading it is enough to follow the tree. */
  readonly version: unknown;
  item(id: string): Item | undefined;
  children(parentId: string): readonly string[];
}

/** What a filter lets through: the items that answer it, and what they stand below. */
export interface Shown {
  readonly matched: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
}

/** One item among those shown, from top to bottom. at and of count the siblings shown, from 1. */
export interface Row {
  readonly id: string;
  readonly item: Item;
  readonly parentId: string;
  readonly depth: number;
  readonly at: number;
  readonly of: number;
  readonly fold: 'leaf' | 'open' | 'shut';
  /** Shown only because something below it was asked for. */
  readonly dim: boolean;
}

/** What of the tree is to be seen. */
export interface Seen {
  readonly folded: ReadonlySet<string>;
  /** What a filter lets through; null = everything. */
  readonly shown: Shown | null;
  /** The item whose branch alone is shown; '' = the whole plan. */
  readonly branch: string;
  /** What stands at the top, where it is not what is placed there. */
  readonly tops?: readonly string[];
}

/**
 * The rows of the outline from top to bottom. Ideas at the top of the plan are
 * not among them: they are not placed yet and lie in the tray. Rows that are
 * as they were before are the same objects: an edit of one among ten thousand
 * makes few new ones.
 */
export function rowsOf(tree: Tree, sight: Seen, before: readonly Row[] = []): Row[] {
  const rows: Row[] = [];
  const root = sight.branch && tree.item(sight.branch) ? [sight.branch] : null;
  const tops = root ?? sight.tops ?? childrenShown(tree, sight, '');
  lay({ rows, tree, sight, before }, tops, '', 0);
  return rows;
}

interface Laying {
  readonly rows: Row[];
  readonly tree: Tree;
  readonly sight: Seen;
  readonly before: readonly Row[];
}

function lay(laying: Laying, ids: readonly string[], parentId: string, depth: number): void {
  const { rows, tree, sight, before } = laying;
  const of = ids.length;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] ?? '';
    const item = tree.item(id);
    if (!item) continue;
    const below = childrenShown(tree, sight, id);
    const shut = sight.folded.has(id) && id !== sight.branch;
    const fold = below.length === 0 ? 'leaf' : shut ? 'shut' : 'open';
    const dim = sight.shown?.around.has(id) ?? false;
    const old = before[rows.length];
    const same =
      old?.item === item &&
      old.at === i + 1 &&
      old.of === of &&
      old.fold === fold &&
      old.depth === depth &&
      old.dim === dim;
    rows.push(same ? old : { id, item, parentId, depth, at: i + 1, of, fold, dim });
    if (fold === 'open') lay(laying, below, id, depth + 1);
  }
}

/** The children of an item that the outline shows when the item is open. */
function childrenShown(tree: Tree, sight: Seen, parentId: string): readonly string[] {
  const ids = placed(tree, parentId);
  const { shown } = sight;
  return shown ? ids.filter((id) => shown.matched.has(id) || shown.around.has(id)) : ids;
}

/** The children of an item without the ideas that lie in the tray. */
export function placed(tree: Tree, parentId: string): readonly string[] {
  const ids = tree.children(parentId);
  return parentId === '' ? ids.filter((id) => tree.item(id)?.kind !== 'idea') : ids;
}
