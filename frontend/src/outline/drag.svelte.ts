import { EdgeScroll } from '../gesture/edge';
import { depthsAt, dropAt, gapAt, type Drop, type GapRow } from '../gesture/gap';
import type { Point } from '../gesture/press';
import { t, tn } from '../text/text';
import type { Frame } from './frame.svelte';
import { STEP_REM } from './height';
import { depthNear, inset } from './inset';
import { placed } from '../tree/rows';
import { standsBelow } from '../tree/select';
import type { View } from './view.svelte';
import { at, rowAt } from '../gesture/window';
import type { Kind } from '../plan/types';

/** What takes in a row that is let go on it, and how much of its height counts for that. */
const TAKES: readonly Kind[] = ['vision', 'goal', 'milestone'];
const MIDDLE = 0.4;

/** How long the hand rests over a folded row before it opens, in ms. */
const HOVER = 600;

/** What is drawn while a hand drags rows, in px from the top left of the outline. */
export interface Line {
  readonly top: number;
  readonly inset: number;
}

/**
 * A drag of the picked rows. The plan changes only when the hand lets go; until
 * then the ghost and the line that says where the rows would go are all there is.
 */
export class Drag {
  /** The rows in the hand; [] = no drag. */
  ids = $state.raw<readonly string[]>([]);
  /** The hand, in px in the window. */
  point = $state.raw<Point>({ x: 0, y: 0 });
  drop = $state.raw<Drop | null>(null);
  /** The row that the hand is over, when it takes the dragged ones in; '' = they go between rows. */
  into = $state('');

  #first: Point = { x: 0, y: 0 };
  #depth = 0;
  #edge: EdgeScroll | null = null;
  #over = '';
  #hover: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly view: View,
    readonly frame: Frame,
    readonly move: (ids: readonly string[], drop: Drop) => void,
  ) {}

  get active(): boolean {
    return this.ids.length > 0;
  }

  /** What the ghost says. */
  get words(): string {
    const [first = ''] = this.ids;
    return this.ids.length === 1
      ? (this.view.tree.item(first)?.title ?? '')
      : tn('outline.dragging', this.ids.length);
  }

  /** Where the line is drawn that says where the rows would go. */
  get line(): Line | null {
    if (!this.drop || this.into !== '') return null;
    const top = at(this.frame.offsets, this.drop.gap);
    return { top, inset: this.#inset(this.drop.depth) };
  }

  isHeld(id: string): boolean {
    return this.ids.includes(id) || standsBelow(this.view.tree, id, new Set(this.ids));
  }

  /** Takes the pressed row into the hand, with all that is picked when it is picked too. */
  start(id: string, at: Point, surface: HTMLElement): boolean {
    const row = this.view.row(id);
    if (!row || id === this.view.branch) return false;
    if (!this.view.picked.has(id)) this.view.pick(id);
    this.ids = this.view.ids;
    this.#first = at;
    this.#depth = row.depth;
    this.#edge = new EdgeScroll(surface, () => this.#find(surface));
    this.view.say(t('outline.lifted'));
    return true;
  }

  to(point: Point, surface: HTMLElement): void {
    this.point = point;
    this.#edge?.at(point.y);
    this.#find(surface);
  }

  /** Lets go here. */
  end(): void {
    const { ids, drop } = this;
    this.cancel();
    if (drop) this.move(ids, drop);
  }

  /** Puts everything back where it was: nothing has moved yet. */
  cancel(): void {
    clearTimeout(this.#hover);
    this.#edge?.stop();
    this.#edge = null;
    this.#over = '';
    this.ids = [];
    this.drop = null;
    this.into = '';
  }

  #find(surface: HTMLElement): void {
    const rows = this.#rows();
    const y = this.point.y - surface.getBoundingClientRect().top + surface.scrollTop;
    const over = this.#taking(rows, y);
    this.into = over?.id ?? '';
    const gap = over ? rows.indexOf(over) + 1 : gapAt(this.frame.offsets, y);
    const { least, most } = depthsAt(rows, gap, this.view.branch === '' ? 0 : 1);
    const x = this.#inset(this.#depth) + this.point.x - this.#first.x;
    const { rem, width } = this.frame;
    const depth = depthNear(x, least, most, STEP_REM * rem, width);
    this.drop = over
      ? { gap, depth: over.depth + 1, parentId: over.id, afterId: this.#lastChild(over.id) }
      : dropAt(rows, gap, depth, (id) => this.#lastChild(id));
    this.#rest(this.view.rows[gap - 1]);
  }

  /** The vision, goal or milestone over whose middle the hand is: it takes in what is let go there. */
  #taking(rows: readonly GapRow[], y: number): GapRow | undefined {
    const { offsets } = this.frame;
    const index = rowAt(offsets, y);
    const row = rows[index];
    const kind = this.view.tree.item(row?.id ?? '')?.kind;
    if (!row || row.held || !TAKES.some((one) => one === kind)) return undefined;
    const share = (y - at(offsets, index)) / (at(offsets, index + 1) - at(offsets, index));
    return Math.abs(share - 0.5) < MIDDLE / 2 ? row : undefined;
  }

  /** Opens a folded row that the hand rests below. */
  #rest(row: { id: string; fold: string } | undefined): void {
    const over = row?.fold === 'shut' && !this.isHeld(row.id) ? row.id : '';
    if (over === this.#over) return;
    this.#over = over;
    clearTimeout(this.#hover);
    if (over !== '') this.#hover = setTimeout(() => this.view.fold(over, false), HOVER);
  }

  #rows(): GapRow[] {
    const held = new Set(this.ids);
    let below = -1;
    return this.view.rows.map((row) => {
      if (row.depth <= below) below = -1;
      if (below < 0 && held.has(row.id)) below = row.depth;
      return { ...row, shut: row.fold === 'shut', held: below >= 0 };
    });
  }

  /** The last child of a row that stays where it is. */
  #lastChild(id: string): string {
    return placed(this.view.tree, id).findLast((child) => !this.ids.includes(child)) ?? '';
  }

  #inset(depth: number): number {
    return inset(depth, STEP_REM * this.frame.rem, this.frame.width);
  }
}
