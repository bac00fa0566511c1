import type { Kind } from '../plan/types';
import { placed, type Tree } from './rows';

/** Where items go: below parentId ('' = top), right after afterId ('' = first). */
export interface Spot {
  readonly parentId: string;
  readonly afterId: string;
}

/** Right after an item, on its level. */
export function spotAfter(tree: Tree, id: string): Spot {
  return { parentId: parentOf(tree, id), afterId: id };
}

/** Right before an item, on its level. */
export function spotBefore(tree: Tree, id: string): Spot {
  return { parentId: parentOf(tree, id), afterId: sibling(tree, id, -1) };
}

/** Below an item (or at the top of the plan), after all that stands there. */
export function spotLast(tree: Tree, parentId: string): Spot {
  return { parentId, afterId: placed(tree, parentId).at(-1) ?? '' };
}

/** One level in: below the sibling before the first item. */
export function spotIn(tree: Tree, ids: readonly string[]): Spot | null {
  const before = sibling(tree, ids[0] ?? '', -1);
  return before === '' ? null : spotLast(tree, before);
}

/** One level out: right after the parent, unless that leaves the branch shown. */
export function spotOut(tree: Tree, ids: readonly string[], branch: string): Spot | null {
  const parent = parentOf(tree, ids[0] ?? '');
  return parent === '' || parent === branch ? null : spotAfter(tree, parent);
}

/** One place up among the siblings; at the start, to the end of the family before. */
export function spotUp(tree: Tree, ids: readonly string[], branch: string): Spot | null {
  const first = ids[0] ?? '';
  const before = sibling(tree, first, -1);
  if (before !== '') return spotBefore(tree, before);
  const family = familyBeside(tree, first, -1, branch);
  return family === '' ? null : spotLast(tree, family);
}

/** One place down among the siblings; at the end, to the start of the family after. */
export function spotDown(tree: Tree, ids: readonly string[], branch: string): Spot | null {
  const last = ids.at(-1) ?? '';
  const after = sibling(tree, last, 1);
  if (after !== '') return spotAfter(tree, after);
  const family = familyBeside(tree, last, 1, branch);
  return family === '' ? null : { parentId: family, afterId: '' };
}

/** The one line of a plan is a vision: what comes next is a goal of it, for few plans have two. */
export function isLoneVision(tree: Tree, id: string): boolean {
  const [first, ...others] = placed(tree, '');
  if (first !== id || others.length > 0) return false;
  return tree.item(id)?.kind === 'vision' && placed(tree, id).length === 0;
}

/**
 * The kind of a new item: that of the sibling it is written beside, else what
 * the level asks for. Only for the look until the vault has said it.
 */
export function kindAt(tree: Tree, spot: Spot): Kind {
  const beside = spot.afterId || placed(tree, spot.parentId)[0] || '';
  const kind = tree.item(beside)?.kind;
  if (kind !== undefined) return kind === 'decision' ? 'step' : kind;
  return kindBelow(tree.item(spot.parentId)?.kind);
}

/** How far a kind stands from the vision. */
const RANKS: Record<Kind, number> = {
  vision: 0,
  goal: 1,
  milestone: 2,
  step: 3,
  decision: 3,
  idea: 4,
};

/**
 * Where a line that is still empty goes when it is given a kind: a smaller one
 * into the goal or milestone that stands before it, a larger one out to its own
 * level, but never out of the branch shown. A thought may lie anywhere.
 */
export function spotAs(tree: Tree, spot: Spot, kind: Kind, branch: string): Spot {
  if (kind === 'idea') return spot;
  const before = tree.item(spot.afterId)?.kind;
  const takesIn = before === 'goal' || before === 'milestone';
  if (takesIn && RANKS[before] < RANKS[kind]) return spotLast(tree, spot.afterId);
  return climb(tree, spot, kind, branch);
}

function climb(tree: Tree, spot: Spot, kind: Kind, branch: string): Spot {
  const parent = tree.item(spot.parentId);
  if (!parent || parent.id === branch || RANKS[parent.kind] < RANKS[kind]) return spot;
  if (RANKS[kind] === RANKS.step && RANKS[parent.kind] === RANKS.step) return spot;
  return climb(tree, spotAfter(tree, parent.id), kind, branch);
}

function kindBelow(parent: Kind | undefined): Kind {
  switch (parent) {
    case undefined:
      return 'vision';
    case 'vision':
      return 'goal';
    case 'goal':
      return 'milestone';
    case 'milestone':
    case 'step':
    case 'decision':
      return 'step';
    case 'idea':
      return 'idea';
  }
}

function parentOf(tree: Tree, id: string): string {
  return tree.item(id)?.parentId ?? '';
}

/** The sibling before (-1) or after (+1) an item; '' at the ends. */
function sibling(tree: Tree, id: string, step: number): string {
  const ids = placed(tree, parentOf(tree, id));
  const at = ids.indexOf(id);
  return at < 0 ? '' : (ids[at + step] ?? '');
}

/** The parent's sibling before or after; a thought takes no other kind in. */
function familyBeside(tree: Tree, id: string, step: number, branch: string): string {
  const parent = parentOf(tree, id);
  if (parent === '' || parent === branch) return '';
  const beside = sibling(tree, parent, step);
  return tree.item(beside)?.kind === 'idea' && tree.item(id)?.kind !== 'idea' ? '' : beside;
}
