import { untrack } from 'svelte';
import { anchorAt, at, offsetsOf, rowAt, rowsBetween, scrollToShow } from '../gesture/window';
import type { Drag } from './drag.svelte';
import { estimate, GAP, gapAbove } from './height';
import type { CardRow, Row } from './lanes';
import type { Top } from './memory';
import { cardAt, type View } from './view.svelte';

/** A row that is in the document, and how far below the top of its column it lies, in px. */
export interface Placed {
  readonly row: Row;
  readonly top: number;
  /** Its number among the rows of its column, from 1. */
  readonly at: number;
}

/** How far beyond what is seen rows are kept ready once the first are painted, in px. */
export const READY = 260;
/** How much of each column is painted first of all, in px: a few cards of each are seen sooner than all of one. */
const FIRST = 200;
/** How many rows of a column are laid out for that. */
const FEW = 12;
/** Where rows begin, and how high each is taken to be, before it is known how wide they are, in px. */
const NOWHERE = new Float64Array(1);
const UNKNOWN = 64;
/** How much of what lies around a card is shown with it, in px. */
const MARGIN = 12;

/** Rows with their heights, as long as the room is as wide as it was. */
interface Laid {
  readonly rows: readonly Row[];
  readonly heights: number[];
  readonly room: string;
}

/** What all columns share: how wide cards are, and how high they turned out to be. */
export class Room {
  /** The width of a card, in px; 0 until it is known, and then nothing is drawn yet. */
  width = $state(0);
  rem = $state(16);
  /** How far beyond what is seen rows are kept ready now, in px. */
  ready = $state(0);
  grown = $state(0);
  readonly #heights = new WeakMap<Row, number>();
  readonly #last = new Map<string, number>();

  /** Cards are so wide now. True when they have to be measured again. */
  resize(width: number, rem: number): boolean {
    const other = Math.abs(width - this.width) > 1 || rem !== this.rem;
    if (other) this.#last.clear();
    this.width = width;
    this.rem = rem;
    return other;
  }

  /** Another one whenever all heights may be other ones. */
  get key(): string {
    return `${String(this.width)} ${String(this.rem)}`;
  }

  /** Rows turned out to be so high. */
  measured(heights: Iterable<[row: Row, height: number]>): void {
    let grown = false;
    for (const [row, height] of heights) {
      grown ||= Math.abs((this.#known(row) ?? -1) - height) > 0.5;
      this.#heights.set(row, height);
      this.#last.set(row.id, height);
    }
    if (grown) this.grown++;
  }

  /** How high rows are: measured, as they were before they changed, or estimated. */
  heights(lines: (row: Row) => number, covered: (row: Row) => boolean): (row: Row) => number {
    const { width, rem } = this;
    return (row) => this.#known(row) || estimate(row, width, rem, lines(row), covered(row));
  }

  /** As it was measured, or as it was before it changed. */
  #known(row: Row): number | undefined {
    const last = this.#last.get(row.id);
    return last === undefined ? undefined : (this.#heights.get(row) ?? last);
  }
}

/**
 * The window onto one column. Only what is seen, a little around it and the
 * active card are in the document; the cards in the hand leave a gap where
 * they would lie.
 */
export class Frame {
  top = $state(0);
  height = $state(0);
  /** The rows that were laid last, how high each is, and what those heights hold for. */
  #laid: Laid = { rows: [], heights: [], room: '' };
  /** The rows in the document: only those can turn out to be higher than thought. */
  #shown: readonly Placed[] = [];
  #held: Top | null = null;
  #shows = '';
  #own = -1;

  constructor(
    readonly view: View,
    readonly room: Room,
    readonly drag: Drag,
    readonly columnId: string,
  ) {}

  readonly lane = $derived.by(() => this.view.lane(this.columnId));
  /** The rows without the cards in the hand. */
  readonly rows: readonly Row[] = $derived.by(() => {
    const rows = this.lane?.rows ?? [];
    const { held } = this.drag;
    return held.size === 0 ? rows : rows.filter(({ id }) => !held.has(id));
  });
  readonly offsets = $derived.by(() => {
    void [this.room.grown, this.room.width, this.room.rem];
    const { rows } = this;
    const few = this.room.ready === 0;
    return untrack(() => {
      if (this.room.width === 0) return NOWHERE;
      return this.#lay(few && this.#begins ? rows.slice(0, FEW) : rows);
    });
  });
  /** The gap in which the cards in the hand would lie; null when that is elsewhere. */
  readonly slot = $derived.by(() => {
    const { drop, size } = this.drag;
    if (drop?.columnId !== this.columnId) return null;
    const top = at(this.offsets, drop.index);
    return { index: drop.index, top: drop.index === 0 ? 0 : top + GAP, height: size.height };
  });
  /** The height of all rows, in px. */
  readonly total = $derived.by(() => {
    const laid = this.offsets.length - 1;
    const rest = (this.rows.length - laid) * UNKNOWN;
    return at(this.offsets, laid) + rest + (this.slot ? this.slot.height + GAP : 0);
  });

  readonly placed: readonly Placed[] = $derived.by(() => {
    if (this.room.width === 0) return [];
    const { offsets, top, height } = this;
    const { ready } = this.room;
    const sight = ready === 0 ? Math.min(height, FIRST) : height + ready;
    const [first, end] = rowsBetween(offsets, top - ready, top + sight);
    const shown = this.rows.slice(first, end).map((_, i) => this.#place(first + i));
    const active = this.#activeRow();
    if (active && !shown.some(({ row }) => row === active)) {
      const index = this.rows.indexOf(active);
      shown.push(index < 0 ? { row: active, top: 0, at: 0 } : this.#place(index));
    }
    return (this.#shown = shown);
  });

  /** The card that Tab comes to: the active one, else the first one in sight; '' without cards. */
  readonly stop = $derived.by(() => {
    const active = this.#activeRow();
    if (active) return active.id;
    const first = Math.max(0, rowAt(this.offsets, this.top));
    return this.rows.slice(first).find(({ what }) => what === 'card')?.id ?? '';
  });

  /** The hand or settle has scrolled. */
  scrolled(top: number): void {
    if (Math.abs(top - this.#own) > 1) this.#shows = '';
    this.top = top;
    this.#hold();
  }

  /** Where the view would begin to show a card; it stays shown while cards around it grow. */
  show(id: string): void {
    this.#shows = id;
  }

  /** The first row in sight and how far above it the view begins. */
  get place(): Top {
    return this.#held ?? { id: '', delta: 0 };
  }

  /** Begins the view at a place that was kept. */
  restore(place: Top): void {
    this.#held = place.id === '' ? null : place;
  }

  /** Begins the view at the top again. */
  rewind(): void {
    this.#held = null;
    this.top = 0;
  }

  /** Where the view must begin now that rows have changed; the caller scrolls there. */
  settle(): number {
    const index = this.#held ? this.#at(this.#held.id) : -1;
    let top = index < 0 ? this.top : at(this.offsets, index) + (this.#held?.delta ?? 0);
    const shown = this.#at(this.#shows);
    const { height } = this;
    if (shown >= 0) {
      const [from, to] = [at(this.offsets, shown), at(this.offsets, shown + 1)];
      top = scrollToShow({ top, height }, from, to, MARGIN);
    }
    this.#own = Math.max(0, Math.min(top, this.total - height));
    return this.#own;
  }

  /** The top and the height of a row, in px from where the column begins in the window. */
  span(id: string): { top: number; height: number } | null {
    const index = this.#at(id);
    if (index < 0) return null;
    const { top } = this.#place(index);
    return { top: top - this.top, height: at(this.offsets, index + 1) - at(this.offsets, index) };
  }

  /** Nothing but its first rows is to be seen. */
  get #begins(): boolean {
    const active = this.#activeRow();
    return !this.#held && (!active || this.rows.indexOf(active) < FEW);
  }

  #at(id: string): number {
    return id === '' ? -1 : this.rows.findIndex((row) => row.id === id);
  }

  #hold(): void {
    const { index, delta } = anchorAt(this.offsets, this.top);
    const row = this.rows[index];
    this.#held = row && this.top > 0 ? { id: row.id, delta } : null;
  }

  #activeRow(): CardRow | undefined {
    const { here } = this.view;
    return here && here.lane === this.lane ? cardAt(here) : undefined;
  }

  #place(index: number): Placed {
    const row = this.rows[index];
    if (!row) throw new RangeError(`no row ${String(index)}`);
    const { slot } = this;
    const moved = slot && index >= slot.index ? slot.height + GAP : 0;
    return { row, top: at(this.offsets, index) + gapAbove(row, index) + moved, at: index + 1 };
  }

  /** Where each row begins; a row that is as it was is as high as it was. */
  #lay(rows: readonly Row[]): Float64Array {
    const { telling } = this.view;
    const room = this.room.key;
    const before = this.#laid.room === room ? this.#laid : null;
    const heightOf = this.room.heights(
      (row) => telling.lines(row),
      (row) => telling.covered(row),
    );
    if (before)
      for (const { row, at } of this.#shown)
        if (before.rows[at - 1] === row) before.heights[at - 1] = heightOf(row);
    const heights = before ? heightsFrom(before, rows, heightOf) : rows.map(heightOf);
    this.#laid = { rows, heights, room };
    return offsetsOf(rows.length, (i) => {
      const row = rows[i];
      return row ? (heights[i] ?? 0) + gapAbove(row, i) : 0;
    });
  }
}

/** The heights of rows of which most lie in the order in which they were laid before. */
function heightsFrom(before: Laid, rows: readonly Row[], heightOf: (row: Row) => number): number[] {
  if (before.rows === rows) return before.heights;
  let next = 0;
  return rows.map((row) => {
    if (before.rows[next] !== row && before.rows[next + 1] === row) next++;
    return (before.rows[next] === row ? before.heights[next++] : undefined) ?? heightOf(row);
  });
}
