// The lines of a map: from every node to those that stand on it, and the line
// that each node stands on. The screen and the files draw from these.

import { type Box } from '../gesture/camera';
import { ACROSS, firstBelow, onIt, reach, visit, type Band, type Tree } from './bands';

/** How thick lines are, by how far from the middle they begin. */
const THICK = [3.5, 2.25] as const;
const THIN = 1.4;
/** Between the words of the middle and the lines that leave it. */
const LEAVES = 8;

export function thickness(depth: number): number {
  return THICK[depth] ?? THIN;
}

/** From one node to one that stands on it, and under that one; in px on the map. */
export interface Stroke {
  readonly to: Band;
  /** 0 = it begins in the middle. */
  readonly depth: number;
  readonly x1: number;
  readonly y1: number;
  /** Where the node begins, and where it ends. */
  readonly x2: number;
  readonly y2: number;
  readonly x3: number;
}

/** Tells every stroke that may be seen in a box; none to a band thinner than thin. */
export function strokesIn(tree: Tree, box: Box, tell: (stroke: Stroke) => void, thin = 0): void {
  const { way } = tree;
  const go = (of: Band, x: number, y: number): void => {
    const children = onIt(of);
    if (children.length === 0 || of.tall < thin) return;
    const near = way === 1 ? x : x + of.width;
    const isRoot = of.width === 0;
    const x1 = isRoot ? near - way * (ACROSS - LEAVES) : near + way * of.width;
    const y1 = isRoot ? 0 : y + of.line;
    const x2 = near + way * reach(of);
    const top = y - of.inner;
    const depth = depthOf(of);
    const [from, to] = inSight(children, box.top - top, box.foot - top);
    for (let i = from; i < to; i++) {
      const child = children[i];
      if (!child || child.tall < thin) continue;
      const y2 = top + child.top + child.inner + child.line;
      tell({ to: child, depth, x1, y1, x2, y2, x3: x2 + way * child.width });
    }
  };
  visit(tree, box, go, thin);
}

/** The children whose bands touch a stretch, and one more on either side: their lines cross it. */
function inSight(children: readonly Band[], top: number, foot: number): [number, number] {
  const from = firstBelow(children, top);
  let to = from;
  while (to < children.length && (children[to]?.top ?? 0) <= foot) to++;
  return [Math.max(0, from - 1), Math.min(children.length, to + 1)];
}

/** How many bands a root is away; the root itself is 0. */
export function depthOf(of: Band): number {
  let depth = 0;
  for (let up = of.parent; up; up = up.parent) depth++;
  return depth;
}
