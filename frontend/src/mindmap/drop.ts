import { onIt, reach, type Band, type Tree } from './bands';
import type { Chart, Side } from './chart';

/** Where what is dragged would go: below parentId, right after afterId ('' = first). */
export interface Drop {
  readonly parentId: string;
  readonly afterId: string;
  /** The node that takes it in; '' = it goes between others. */
  readonly into: string;
  /** Where the mark lies that says so, on the map. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The side of the middle that it goes to, when it goes there. */
  readonly side: Side | null;
}

/** What a map must tell of the plan. */
export interface Plan {
  children(parentId: string): readonly string[];
}

/** This share of the words of a node, at their upper and lower edge, means before and after it. */
const EDGE = 0.25;
/** How wide the mark between two nodes is, in px. */
const MARK = 72;

/** Where something lies that is over a point of the map; null over itself, or where nothing can go. */
export function dropAt(
  chart: Chart,
  plan: Plan,
  held: ReadonlySet<string>,
  x: number,
  y: number,
): Drop | null {
  return new Dropping(chart, plan, held, x, y).find();
}

class Dropping {
  constructor(
    readonly chart: Chart,
    readonly plan: Plan,
    readonly held: ReadonlySet<string>,
    readonly x: number,
    readonly y: number,
  ) {}

  find(): Drop | null {
    const { free, left, right } = this.chart;
    const below = free.root.children.length > 0 && this.y >= free.y;
    if (below) return this.#below(free, free.root, free.x, free.y);
    if (this.#inMiddle()) return this.#into(this.chart.middle);
    const tree = this.x < 0 && left.root.children.length > 0 ? left : right;
    return this.#below(tree, tree.root, tree.x, tree.y);
  }

  /** Looks for the place among what stands on a band, whose near edge and top are told. */
  #below(tree: Tree, of: Band, near: number, top: number): Drop | null {
    const { way } = tree;
    const next = near + way * reach(of);
    const isRoot = this.chart.isRoot(of);
    if (!isRoot && way * (this.x - near) < of.width)
      return this.#at(tree, of, near, top + of.inner);
    const children = onIt(of);
    const child = children.find((one) => this.y < top + one.top + one.tall) ?? children.at(-1);
    if (!child) return isRoot ? this.#into(this.chart.middle) : this.#into(of);
    if (this.held.has(child.id)) return null;
    return this.#below(tree, child, next, top + child.top);
  }

  /** Before, into or after a node, by the part of it that the point is over. */
  #at(tree: Tree, of: Band, near: number, top: number): Drop | null {
    const before = this.y < top + EDGE * of.line;
    const isFree = tree === this.chart.free;
    const over = !before && this.y <= top + lowerEdge(of);
    if (over || (isFree && this.chart.isRoot(of.parent ?? of))) return this.#into(of);
    const siblings = this.plan.children(this.#parentId(of)).filter((id) => !this.held.has(id));
    const at = siblings.indexOf(of.id);
    return {
      parentId: this.#parentId(of),
      afterId: before ? (siblings[at - 1] ?? '') : of.id,
      into: '',
      x: tree.way === 1 ? near : near - MARK,
      y: before ? top - 2 : top + of.height + 2,
      width: MARK,
      side: this.#side(tree, of),
    };
  }

  #into(of: Band): Drop | null {
    if (this.held.has(of.id)) return null;
    const { x, y } = this.chart.corner(of);
    const rest = this.plan.children(of.id).filter((id) => !this.held.has(id));
    const side = of === this.chart.middle ? (this.x < 0 ? 'left' : 'right') : null;
    return {
      parentId: of.id,
      afterId: rest.at(-1) ?? '',
      into: of.id,
      x,
      y,
      width: of.width,
      side,
    };
  }

  #parentId(of: Band): string {
    const { parent } = of;
    if (!parent || parent === this.chart.free.root) return '';
    return this.chart.isRoot(parent) ? this.chart.middle.id : parent.id;
  }

  #side(tree: Tree, of: Band): Side | null {
    if (!of.parent || !this.chart.isRoot(of.parent) || tree === this.chart.free) return null;
    return tree.way === 1 ? 'right' : 'left';
  }

  #inMiddle(): boolean {
    const { width, height, line } = this.chart.middle;
    return Math.abs(this.x) <= width / 2 && this.y >= -line && this.y <= height - line;
  }
}

/** From where on a place below a node means after it: below its line, where something is said there. */
function lowerEdge({ height, line }: Band): number {
  return height - line > line * EDGE ? line : line * (1 - EDGE);
}
