import type { Item } from '../plan/types';
import { placed, type Tree as Plan } from '../tree/rows';
import { around, type Box } from '../gesture/camera';
import {
  ACROSS,
  band,
  boxOf,
  cornerOf,
  isSeen,
  lay,
  layAll,
  layUp,
  type Band,
  type Tree,
} from './bands';
import type { Rank, Setting } from './setting';

/** How an item is set; null = the plan itself, in the middle of its map. */
export type Sets = (item: Item | null, rank: Rank) => Setting;

/** What of a plan is drawn, and how. */
export interface Wanted {
  /** The item in the middle; '' = the plan itself. */
  readonly centre: string;
  readonly folded: ReadonlySet<string>;
  /** All branches grow to the right. */
  readonly oneSided: boolean;
  /** What lies beside the map: ideas that are not placed yet, and what else does not grow from the middle. */
  readonly beside: readonly string[];
}

export type Side = 'left' | 'right';

/** Between the map and what lies below it, in px. */
const BESIDE = 56;
const NOTHING: Wanted = { centre: '', folded: new Set(), oneSided: false, beside: [] };

/**
 * A plan as a map: the middle, the branches on both of its sides, and the ideas
 * that are not placed yet below them. It is kept in step with the plan; what
 * was not touched stays as it is.
 */
export class Chart {
  readonly right: Tree = { root: band(' right'), way: 1, x: 0, y: 0 };
  readonly left: Tree = { root: band(' left'), way: -1, x: 0, y: 0 };
  readonly free: Tree = { root: band(' free'), way: 1, x: 0, y: 0 };
  readonly trees: readonly Tree[] = [this.right, this.left, this.free];
  middle: Band = band('');
  /** On which side of the middle a branch grows; kept, so that a new one moves no other. */
  sides: Map<string, Side> = new Map();

  readonly #bands = new Map<string, Band>();
  readonly #settings = new Map<Band, Setting>();
  #plan: Plan;
  #sets: Sets;
  #wanted = NOTHING;
  #dirty = new Set<Band>();

  constructor(plan: Plan, sets: Sets) {
    this.#plan = plan;
    this.#sets = sets;
  }

  /** Draws a plan from the beginning. */
  draw(plan: Plan, wanted: Wanted): void {
    this.#plan = plan;
    this.#wanted = wanted;
    this.#bands.clear();
    this.#settings.clear();
    for (const { root } of this.trees) root.children = [];
    this.middle = band(wanted.centre);
    this.#bands.set(wanted.centre, this.middle);
    this.#setMiddle();
    this.#spread();
    for (const { root } of this.trees) layAll(root);
    this.#dirty.clear();
    this.#place();
  }

  /** Brings the map into step with a plan in which these items were touched. */
  mend(plan: Plan, wanted: Wanted, touched: Iterable<string>): void {
    const before = this.#wanted;
    const other = before.centre !== wanted.centre || before.oneSided !== wanted.oneSided;
    if (other) return this.draw(plan, wanted);
    this.#plan = plan;
    this.#wanted = wanted;
    this.#turn(before.folded, wanted.folded);
    if (before.beside !== wanted.beside) this.#spread();
    for (const id of touched) this.#touch(id);
    for (const one of this.#dirty) if (this.#stands(one)) layUp(one);
    this.#dirty.clear();
    this.#place();
  }

  band(id: string): Band | undefined {
    return this.#bands.get(id);
  }

  /** The words of a node, and how they are set. */
  setting(of: Band): Setting | undefined {
    return this.#settings.get(of);
  }

  /** True when an item is on the map and not folded away. */
  shows(id: string): boolean {
    const of = this.#bands.get(id);
    return of !== undefined && isSeen(of);
  }

  /** The tree that a band stands in; undefined for the middle. */
  treeOf(of: Band): Tree | undefined {
    let root = of;
    while (root.parent) root = root.parent;
    return this.trees.find((tree) => tree.root === root);
  }

  /** The upper left corner of a node; of what is folded away, where it would lie. */
  corner(of: Band): { x: number; y: number } {
    const tree = this.treeOf(of);
    if (!tree) return { x: -of.width / 2, y: -of.line };
    return cornerOf(tree, of);
  }

  /** True for a place from which branches grow, and that is no node itself. */
  isRoot(of: Band): boolean {
    return this.trees.some(({ root }) => root === of);
  }

  /** How many items stand on the map, folded away or not. */
  get count(): number {
    return this.#bands.size - (this.middle.id === '' ? 1 : 0);
  }

  /** Everything that is drawn. */
  get box(): Box {
    const { width, height, line } = this.middle;
    let box: Box = { left: -width / 2, right: width / 2, top: -line, foot: height - line };
    for (const tree of this.trees)
      if (tree.root.children.length > 0) box = around(box, boxOf(tree));
    return box;
  }

  /** The items that grow out of the middle, in their order. */
  get branches(): readonly string[] {
    const { centre } = this.#wanted;
    return centre === '' ? placed(this.#plan, '') : this.#plan.children(centre);
  }

  #touch(id: string): void {
    const { centre } = this.#wanted;
    if (id === '' || id === centre) {
      this.#setMiddle();
      this.#spread();
    }
    const of = this.#bands.get(id);
    if (of && of !== this.middle && this.#plan.item(id)) this.#adopt(of, this.#plan.children(id));
    for (let up = of; up; up = up.parent ?? undefined) this.#setAgain(up);
    if (of) this.#setMiddle();
  }

  /** Sets the words of a node anew. */
  #setAgain(of: Band): void {
    const item = this.#plan.item(of.id);
    if (!item || of === this.middle || this.isRoot(of)) return;
    const setting = this.#sets(item, 'branch');
    this.#settings.set(of, setting);
    const { width, height, line } = setting;
    if (of.width === width && of.height === height && of.line === line) return;
    Object.assign(of, { width, height, line });
    this.#dirty.add(of);
  }

  #setMiddle(): void {
    const item = this.#plan.item(this.#wanted.centre) ?? null;
    const setting = this.#sets(item, 'centre');
    this.#settings.set(this.middle, setting);
    const { width, height, line } = setting;
    Object.assign(this.middle, { width, height, line });
  }

  /** Lets the branches grow on both sides of the middle, and lays the ideas below. */
  #spread(): void {
    const branches = this.branches;
    this.#choose(branches);
    const on = (side: Side) => branches.filter((id) => this.#sideOf(id) === side);
    this.#adopt(this.right.root, on('right'));
    this.#adopt(this.left.root, on('left'));
    this.#adopt(this.free.root, this.#wanted.beside);
  }

  #sideOf(id: string): Side {
    return this.#wanted.oneSided ? 'right' : (this.sides.get(id) ?? 'right');
  }

  /** A new branch grows where the one before it does; where none is known, both sides hold about as much. */
  #choose(ids: readonly string[]): void {
    if (ids.every((id) => this.sides.has(id))) return;
    if (ids.some((id) => this.sides.has(id))) {
      let side: Side = ids.map((id) => this.sides.get(id)).find((one) => one) ?? 'right';
      for (const id of ids) this.sides.set(id, (side = this.sides.get(id) ?? side));
      return;
    }
    const heavy = ids.map((id) => this.#weight(id));
    const half = heavy.reduce((sum, weight) => sum + weight, 0) / 2;
    let sum = 0;
    ids.forEach((id, i) => {
      const weight = heavy[i] ?? 0;
      this.sides.set(id, i === 0 || sum + weight / 2 < half ? 'right' : 'left');
      sum += weight;
    });
  }

  /** How many lines a branch takes, about: its leaves, as far as it is unfolded. */
  #weight(id: string): number {
    const below = this.#wanted.folded.has(id) ? [] : this.#plan.children(id);
    return below.length === 0 ? 1 : below.reduce((sum, child) => sum + this.#weight(child), 0);
  }

  /** Hangs items on a band, in this order and no others. */
  #adopt(parent: Band, ids: readonly string[]): void {
    const before = parent.children;
    if (ids.length === before.length && ids.every((id, i) => before[i]?.id === id)) return;
    const children = ids.map((id) => this.#hang(parent, id));
    const kept = new Set(children);
    parent.children = children;
    for (const one of before) if (one.parent === parent && !kept.has(one)) this.#drop(one);
    this.#dirty.add(parent);
  }

  #hang(parent: Band, id: string): Band {
    const known = this.#bands.get(id);
    if (known?.parent === parent) return known;
    if (known?.parent) {
      known.parent.children = known.parent.children.filter((one) => one !== known);
      this.#dirty.add(known.parent);
    }
    const one = known ?? this.#grow(id);
    one.parent = parent;
    return one;
  }

  /** A band with all that stands on it, laid out. */
  #grow(id: string): Band {
    const of = band(id);
    this.#bands.set(id, of);
    of.open = !this.#wanted.folded.has(id);
    this.#setAgain(of);
    for (const child of this.#plan.children(id)) {
      const one = this.#grow(child);
      one.parent = of;
      of.children.push(one);
    }
    lay(of);
    return of;
  }

  #drop(of: Band): void {
    if (this.#bands.get(of.id) === of) this.#bands.delete(of.id);
    this.#settings.delete(of);
    for (const child of of.children) this.#drop(child);
  }

  #turn(before: ReadonlySet<string>, now: ReadonlySet<string>): void {
    if (before === now) return;
    for (const id of before) if (!now.has(id)) this.#open(id, true);
    for (const id of now) if (!before.has(id)) this.#open(id, false);
  }

  #open(id: string, open: boolean): void {
    const of = this.#bands.get(id);
    if (!of || of === this.middle) return;
    of.open = open;
    this.#dirty.add(of);
  }

  #stands(of: Band): boolean {
    return this.#bands.get(of.id) === of || this.isRoot(of);
  }

  /** Puts the trees around the middle, whose line lies at 0. */
  #place(): void {
    const { width, height, line } = this.middle;
    for (const tree of [this.right, this.left]) {
      tree.x = tree.way * (width / 2 + ACROSS);
      tree.y = -tree.root.inner;
    }
    const feet = [this.right, this.left].map(({ root, y }) => y + root.tall);
    this.free.x = -width / 2;
    this.free.y = Math.max(height - line, ...feet) + BESIDE;
  }
}
