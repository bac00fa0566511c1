// Where the branches of a map lie. Each sub-tree owns a band of its own, and
// every number in it is told from its parent: what is edited moves nothing but
// the path from it to the root. Plain numbers, in px at a zoom of 1.

import type { Box } from '../gesture/camera';

/** Between a branch and what stands on it, across. */
export const ACROSS = 52;
/** Between two bands, one above the other. */
export const BETWEEN = 8;

/** One item of a map as geometry. */
export interface Band {
  readonly id: string;
  /** Of the node itself. */
  width: number;
  height: number;
  /** How far below its top the line lies that it stands on: there it is joined to others. */
  line: number;
  /** Folded bands keep what stands on them, and give it no room. */
  open: boolean;
  parent: Band | null;
  children: Band[];
  /** The whole band with all that stands on it. */
  tall: number;
  wide: number;
  /** Its top, from the top of the parent's band. */
  top: number;
  /** The top of the node, from the top of its own band. */
  inner: number;
}

export function band(id: string): Band {
  return {
    id,
    width: 0,
    height: 0,
    line: 0,
    open: true,
    parent: null,
    children: [],
    tall: 0,
    wide: 0,
    top: 0,
    inner: 0,
  };
}

const NONE: readonly Band[] = [];

/** What stands on a band and is seen. */
export function onIt(of: Band): readonly Band[] {
  return of.open ? of.children : NONE;
}

/** Lays a band out whose children are laid. */
export function lay(of: Band): void {
  const children = onIt(of);
  let sum = 0;
  let wide = 0;
  for (const child of children) {
    sum += child.tall;
    if (child.wide > wide) wide = child.wide;
  }
  const own = of.height + BETWEEN;
  of.tall = Math.max(sum, own);
  of.wide = of.width + (children.length > 0 ? ACROSS + wide : 0);
  let y = (of.tall - sum) / 2;
  for (const child of children) {
    child.top = y;
    y += child.tall;
  }
  of.inner = inside(middle(of, children) - of.line, BETWEEN / 2, of.tall - of.height - BETWEEN / 2);
  // A node taller than what stands on it reaches up or down with its line: the band makes room for it.
}

/** The height at which the node's line lies best: in the middle of the lines of what stands on it. */
function middle(of: Band, children: readonly Band[]): number {
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last) return (of.tall - of.height) / 2 + of.line;
  const at = (child: Band) => child.top + child.inner + child.line;
  return (at(first) + at(last)) / 2;
}

function inside(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** Lays out everything from a root down. */
export function layAll(root: Band): void {
  const order: Band[] = [];
  const waiting = [root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    order.push(next);
    for (const child of onIt(next)) waiting.push(child);
  }
  for (let i = order.length - 1; i >= 0; i--) {
    const one = order[i];
    if (one) lay(one);
  }
}

/** Lays out a band that changed, and the path from it to the root; gives how many that were. */
export function layUp(from: Band): number {
  let count = 0;
  for (let up: Band | null = from; up; up = up.parent) {
    lay(up);
    count++;
  }
  return count;
}

/** True when the band and all above it are unfolded down to it. */
export function isSeen(of: Band): boolean {
  for (let up = of.parent; up; up = up.parent) if (!up.open) return false;
  return true;
}

/** How many bands stand on one, seen or not. */
export function countOn(of: Band): number {
  let count = 0;
  const waiting = [...of.children];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    count++;
    for (const child of next.children) waiting.push(child);
  }
  return count;
}

/**
 * Several trees side by side on one map, each growing to the right (1) or the
 * left (-1) from where its root stands. A root without width is only a place
 * from which branches grow.
 */
export interface Tree {
  readonly root: Band;
  readonly way: 1 | -1;
  /** The near edge of the root: its left one where it grows to the right. */
  x: number;
  /** The top of the root's band. */
  y: number;
}

/** Where the upper left corner of a node lies in its tree. */
export function cornerOf(tree: Tree, of: Band): { x: number; y: number } {
  let y = tree.y + of.inner;
  let near = 0;
  for (let up = of; up.parent; up = up.parent) {
    y += up.top;
    near += reach(up.parent);
  }
  const x = tree.way === 1 ? tree.x + near : tree.x - near - of.width;
  return { x, y };
}

/** How far from its near edge the children of a band begin. */
export function reach(of: Band): number {
  return of.width === 0 ? 0 : of.width + ACROSS;
}

/** What lies in a tree, as a box. */
export function boxOf({ root, way, x, y }: Tree): Box {
  const [left, right] = way === 1 ? [x, x + root.wide] : [x - root.wide, x];
  return { left, right, top: y, foot: y + root.tall };
}

/** The upper left corner of a node, as visit tells it. */
export type Visitor = (of: Band, x: number, y: number) => void;

/**
 * Tells every node that may be seen in a box, parents first; whole bands
 * outside it are passed over. A band thinner than thin stands for all that
 * stands on it. Nodes whose children are in the box are told too.
 */
export function visit(tree: Tree, box: Box, tell: Visitor, thin = 0): void {
  const { way } = tree;
  const go = (of: Band, near: number, top: number): void => {
    tell(of, way === 1 ? near : near - of.width, top + of.inner);
    const children = onIt(of);
    if (children.length === 0) return;
    const next = near + way * reach(of);
    if (way === 1 ? next > box.right : next < box.left) return;
    for (let i = firstBelow(children, box.top - top); i < children.length; i++) {
      const child = children[i];
      if (!child || top + child.top > box.foot) return;
      const far = next + way * child.wide;
      if (way === 1 ? far < box.left : far > box.right) continue;
      if (child.tall < thin)
        tell(child, way === 1 ? next : next - child.width, top + child.top + child.inner);
      else go(child, next, top + child.top);
    }
  };
  go(tree.root, tree.x, tree.y);
}

/** The first child whose band ends below y. */
export function firstBelow(children: readonly Band[], y: number): number {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const at = (low + high) >> 1;
    const child = children[at];
    if (child && child.top + child.tall < y) low = at + 1;
    else high = at;
  }
  return low;
}
