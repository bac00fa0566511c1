import { untrack } from 'svelte';
import { around, centred, fitting, meets, type Box, type Camera } from '../gesture/camera';
import type { Hand } from '../plan/hand.svelte';
import type { Mirror } from '../plan/mirror.svelte';
import type { Item, Kind } from '../plan/types';
import { KINDS } from '../plan/types';
import type { Now } from '../text/now.svelte';
import type { Ruler } from '../text/ruler';
import type { Drafts } from '../tree/drafts.svelte';
import { placed, rowsOf, type Row } from '../tree/rows';
import { Sight } from '../tree/sight.svelte';
import { visit, type Band } from './bands';
import { Chart, type Side, type Wanted } from './chart';
import { factsOf } from './facts';
import { Frame } from './frame.svelte';
import type { Colours, Memory } from './memory';
import { besideOf, middleOf } from './middle';
import { same } from './same';
import { set, type Rank, type Setting, type Type } from './setting';

const NOTHING: readonly string[] = [];
/** Below this nobody can read words: nodes become strokes on a canvas. A map with few nodes keeps its words longer. */
const READABLE = 0.4;
const GUESSED = 0.2;
const FEW = 150;
/** A map that is this large or larger can be read at once. */
const LEGIBLE = 0.6;
/** Around what is selected, when it is shown alone, in px. */
const AROUND = 96;
/** What is folded when only milestones are to be seen, and when only goals are. */
export const BELOW_MILESTONES: readonly Kind[] = ['milestone', 'step', 'decision', 'idea'];
export const BELOW_GOALS: readonly Kind[] = ['goal', ...BELOW_MILESTONES];

/** A node that is in the document, and where. */
export interface Node {
  readonly id: string;
  readonly of: Band;
  readonly rank: Rank;
  readonly way: 1 | -1;
  readonly x: number;
  readonly y: number;
}

/** What one sees of a plan as a map: how near, which part, what is folded, and where every node lies. */
export class View extends Sight {
  readonly mirror: Mirror;
  readonly now: Now;
  readonly ruler: Ruler;
  readonly chart: Chart;

  readonly frame = new Frame();
  type = $state.raw<Type>({ sans: 'sans-serif', serif: 'serif', rem: 16 });
  oneSided = $state(false);
  colours = $state<Colours | ''>('');
  /** Goes up whenever nodes have got another place, size or look. */
  drawn = $state(0);
  /** How far the values reach below the map, in px. */
  foot = 0;
  /** Fonts have come, or the text has another size. */
  #measured = $state(0);

  #held = { id: '', by: '' };
  #known = { version: -1, planId: '', drafts: [] as string[], visit: '', measured: 0 };

  constructor(mirror: Mirror, tree: Drafts, hand: Hand, now: Now, ruler: Ruler) {
    super(tree, hand);
    this.mirror = mirror;
    this.now = now;
    this.ruler = ruler;
    this.chart = new Chart(tree, (item, rank) => this.#set(item, rank));
  }

  /**
   * The item in the middle: what is in focus, the one vision of the plan, or the
   * one thing at its top; '' = the plan itself.
   */
  readonly centre: string = $derived.by(() => {
    if (this.branch !== '') return this.branch;
    return this.read(middleOf);
  });

  /** The middle is never folded. */
  override get folds(): ReadonlySet<string> {
    if (!this.folded.has(this.centre)) return this.folded;
    return new Set([...this.folded].filter((id) => id !== this.centre));
  }

  /** What lies beside the map of the whole plan: ideas that are not placed yet, and what does not grow from its middle. */
  readonly #beside: readonly string[] = $derived.by(() => {
    const { centre, branch } = this;
    if (branch !== '') return NOTHING;
    return this.read((tree) => besideOf(tree, centre));
  });
  readonly #tops: readonly string[] = $derived.by(() => {
    const first = this.centre === '' ? this.read((tree) => placed(tree, '')) : [this.centre];
    return [...first, ...this.#beside];
  });

  /** Nothing stands on the map; told without its rows, which are many. */
  get empty(): boolean {
    return this.#tops.length === 0;
  }

  override readonly rows: readonly Row[] = $derived.by(() => {
    const { folds, branch } = this;
    const tops = this.#tops;
    return this.read((tree) => rowsOf(tree, { folded: folds, shown: null, branch, tops }));
  });

  readonly #wanted: Wanted = $derived.by(() => ({
    centre: this.centre,
    folded: this.folds,
    oneSided: this.oneSided,
    beside: this.#beside,
  }));

  /** Told from the plan: the map may be a moment behind it. */
  override shows(id: string): boolean {
    const item = this.tree.item(id);
    if (!item || item.planId !== this.mirror.planId) return false;
    if (this.branch !== '' && !this.inBranch(id)) return false;
    for (let up = item.parentId; up !== '' && up !== this.centre;) {
      if (this.folded.has(up)) return false;
      up = this.tree.item(up)?.parentId ?? '';
    }
    return true;
  }

  override fold(id: string, shut: boolean): void {
    if (id !== this.centre) super.fold(id, shut);
  }

  protected override ofKinds(kinds: readonly Kind[]): Set<string> {
    const found = super.ofKinds(kinds);
    found.delete(this.centre);
    return found;
  }

  /** Folds everything that grows from the middle, or opens everything when all is folded. */
  foldAll(): void {
    const open = this.chart.branches.some(
      (id) => !this.folded.has(id) && this.tree.children(id).length > 0,
    );
    this.foldKinds(open ? KINDS : []);
  }

  /** Nodes are drawn as words, not as strokes. */
  get readable(): boolean {
    void this.drawn;
    const { s } = this.frame.camera;
    return s >= (this.chart.count <= FEW ? GUESSED : READABLE);
  }

  /** Looks so near that words can be read, at what the hand is on. */
  comeNear(): void {
    const box = this.boxOf(this.active);
    if (box) this.frame.look(centred(box, this.frame.size, LEGIBLE));
  }

  readonly branchColours = $derived(
    this.colours === 'branch' || (this.colours === '' && !this.#someArea()),
  );

  #someArea(): boolean {
    const { planId } = this.mirror;
    for (const { areaId, planId: of } of this.mirror.items.values())
      if (areaId !== '' && of === planId) return true;
    return false;
  }

  /** The nodes that are in the document: those in sight and around it, and the one that has the keyboard. */
  readonly nodes: readonly Node[] = $derived.by(() => {
    void this.drawn;
    const { cover } = this.frame;
    const active = this.active;
    const found: Node[] = this.readable ? this.#within(cover) : [];
    const own = this.#node(active);
    if (own && !found.some(({ id }) => id === active)) found.push(own);
    return this.#steady(found);
  });
  #before = new Map<string, Node>();

  /** Those that lie as they lay are the same objects as before: nobody has to look at them again. */
  #steady(found: Node[]): Node[] {
    const steady = found.map((node) => same(this.#before.get(node.id), node));
    this.#before = new Map(steady.map((node) => [node.id, node]));
    return steady;
  }

  #within(cover: Box): Node[] {
    const found: Node[] = [];
    const { chart } = this;
    const middle = this.#node(this.centre);
    if (middle && meets(boxOf(middle), cover)) found.push(middle);
    for (const tree of chart.trees)
      visit(tree, cover, (of, x, y) => {
        const node = { id: of.id, of, rank: 'branch' as const, way: tree.way, x, y };
        if (of !== tree.root && meets(boxOf(node), cover)) found.push(node);
      });
    return found;
  }

  #node(id: string): Node | undefined {
    const of = this.chart.band(id);
    if (!of || (id !== this.centre && !this.chart.shows(id))) return undefined;
    const rank = of === this.chart.middle ? 'centre' : 'branch';
    return { id, of, rank, way: this.wayOf(of), ...this.chart.corner(of) };
  }

  /** To which side a node grows. */
  wayOf(of: Band): 1 | -1 {
    return this.chart.treeOf(of)?.way ?? 1;
  }

  /** The box of a node on the map. */
  boxOf(id: string): Box | undefined {
    const node = this.#node(id);
    return node && boxOf(node);
  }

  /** Until the plan changes, or the hand goes elsewhere, this node stays where it is in the window. */
  hold(id: string): void {
    this.#held = { id, by: this.hand.id };
  }

  /**
   * Brings the map into step with the plan, the folds and what is being
   * written. What the hand is on stays where it is in the window.
   */
  follow(): void {
    const { visit: written } = this;
    void [this.tree.version, this.#wanted, this.type, this.#measured, this.now.day];
    void [written?.id, written?.text];
    untrack(() => this.#step());
  }

  #step(): void {
    const { mirror, tree } = this;
    const { version, planId, drafts, visit: last, measured } = this.#known;
    const written = this.visit?.id ?? '';
    const anew = planId !== mirror.planId || measured !== this.#measured;
    const touched = anew ? null : mirror.touchedSince(version);
    const now = { version: mirror.version, planId: mirror.planId, drafts: tree.touched };
    this.#known = { ...now, visit: written, measured: this.#measured };
    const anchor = this.#anchor();
    if (touched) {
      const own = [last, written].filter((id) => id !== '');
      this.chart.mend(tree.whole, this.#wanted, [...touched, ...drafts, ...now.drafts, ...own]);
    } else this.chart.draw(tree.whole, this.#wanted);
    if (anchor) this.#keep(anchor);
    this.drawn++;
    this.frame.bounds = this.chart.box;
    if (written !== '') this.bring(written);
    if (version !== now.version) this.#held = { id: '', by: '' };
  }

  /** What is to stay where it is: what is held, else what has the keyboard, else what that stands below. */
  #anchor(): { id: string; x: number; y: number }[] {
    const found: { id: string; x: number; y: number }[] = [];
    const { id: held, by } = this.#held;
    const own = held !== '' && by === this.hand.id ? held : this.hand.id;
    const ids = [
      own,
      ...this.mirror
        .path(own)
        .map(({ id }) => id)
        .reverse(),
      this.centre,
    ];
    for (const id of ids) {
      const node = this.#node(id);
      if (node) found.push({ id, ...joint(node) });
    }
    return found;
  }

  #keep(anchors: readonly { id: string; x: number; y: number }[]): void {
    for (const { id, x, y } of anchors) {
      const node = this.#node(id);
      if (!node) continue;
      const now = joint(node);
      const { s } = this.frame.camera;
      return this.frame.move((x - now.x) * s, (y - now.y) * s);
    }
  }

  /** Shows the whole map. */
  fit(): void {
    const { box } = this.chart;
    this.frame.fit({ ...box, foot: box.foot + this.foot });
  }

  /** Shows what is picked as near as it can be read. */
  fitPicked(): void {
    const boxes = this.all.flatMap((id) => this.boxOf(id) ?? []);
    const [first, ...others] = boxes;
    if (first) this.frame.fit(others.reduce(around, first), AROUND);
  }

  /** Brings a node into the window, with as little of a move as possible. */
  bring(id: string): void {
    const box = this.boxOf(id);
    if (box) this.frame.show(box);
  }

  /** The text has another size or other fonts. */
  retype(type: Type): void {
    this.ruler.forget();
    this.type = type;
    this.#measured++;
  }

  /** Lets branches of the middle grow on this side. */
  turn(ids: readonly string[], side: Side): void {
    for (const id of ids) this.chart.sides.set(id, side);
    this.hold(this.centre);
    this.#measured++;
  }

  /** Sees as it was kept; the first time as much of the map as can be read at once. */
  remember(memory: Memory, planId: string): void {
    this.folded = new Set(memory.folded);
    this.chart.sides = new Map(Object.entries(memory.sides));
    this.oneSided = memory.oneSided;
    this.colours = memory.colours;
    this.#known = { ...this.#known, planId: '' };
    this.follow();
    this.#begin(memory.camera);
    this.take(memory.active, planId);
    this.follow();
    this.bring(this.active);
  }

  #begin(kept: Camera | null): void {
    const { frame } = this;
    const { width, height } = frame.size;
    if (kept) return frame.look({ ...kept, x: kept.x + width / 2, y: kept.y + height / 2 });
    for (const kinds of [BELOW_MILESTONES, BELOW_GOALS]) {
      if (this.#fits()) break;
      this.foldKinds(kinds);
      this.follow();
    }
    if (this.#fits()) this.fit();
    else frame.look(centred({ left: 0, top: 0, right: 0, foot: 0 }, frame.size, 1));
    if (!this.shows(this.hand.id)) this.pick(this.centre);
  }

  #fits(): boolean {
    return fitting(this.chart.box, this.frame.size).s >= LEGIBLE;
  }

  #set(item: Item | null, rank: Rank): Setting {
    const { mirror, ruler, type, visit: written } = this;
    if (!item)
      return set({ title: mirror.plan?.name ?? '', kind: 'vision' }, 'centre', null, ruler, type);
    const title = written?.id === item.id ? written.text : item.title;
    const facts = this.tree.has(item.id) ? null : factsOf(mirror, item, this.now.day);
    return set({ title, kind: item.kind }, rank, facts, ruler, type);
  }
}

/** Where a node is joined to what it stands on; it stays there when words come or go. */
function joint({ of, rank, way, x, y }: Node): { x: number; y: number } {
  if (rank === 'centre') return { x: x + of.width / 2, y: y + of.line };
  return { x: way === 1 ? x : x + of.width, y: y + of.line };
}

export function boxOf({ of, x, y }: Node): Box {
  return { left: x, top: y, right: x + of.width, foot: y + of.height };
}
