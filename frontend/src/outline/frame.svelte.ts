import { untrack } from 'svelte';
import { estimate, gapAbove } from './height';
import type { Row } from '../tree/rows';
import type { View } from './view.svelte';
import { anchorAt, at, offsetsOf, rowsBetween, scrollToShow } from '../gesture/window';

/** A row that is in the document, and where. */
export interface Placed {
  readonly row: Row;
  /** From the top of the outline, in px. */
  readonly top: number;
}

/** How far beyond what is seen rows are kept ready once the first are painted, in px. */
export const READY = 420;
/** The room below the last row, in px. */
export const FOOT = 48;
/** How much of what lies around a row is shown with it, in px. */
const MARGIN = 24;

const NOTHING_LAID = { rows: [], heights: [] };

/**
 * The window onto the rows. Only what is seen, a little around it and the
 * active row are in the document. Heights are estimated until they are
 * measured; whatever comes, goes or grows, what one looks at stays in place.
 */
export class Frame {
  readonly view: View;
  /** The name under which a row is measured; it outlives a change of id. */
  readonly key: (id: string) => string;

  top = $state(0);
  height = $state(0);
  width = $state(0);
  rem = $state(16);
  /** How far beyond what is seen rows are kept ready now, in px. */
  ready = $state(0);

  /** How high rows are, measured or, until they are seen, estimated. */
  readonly #heights = new Map<string, number>();
  #grown = $state(0);
  /** The heights with the gaps above them, of the rows that were laid last. */
  #laid: { rows: readonly Row[]; heights: readonly number[] } = NOTHING_LAID;
  #held: { id: string; delta: number } | null = null;
  #shows = '';
  #own = -1;

  constructor(view: View, key: (id: string) => string) {
    this.view = view;
    this.key = key;
  }

  readonly offsets = $derived.by(() => {
    void [this.#grown, this.width, this.rem];
    const rows = this.view.rows;
    return untrack(() => this.#lay(rows));
  });

  /** The height of the whole outline, in px. */
  readonly total = $derived.by(() => at(this.offsets, this.view.rows.length));

  readonly placed: readonly Placed[] = $derived.by(() => {
    const rows = this.view.rows;
    const [first, end] = rowsBetween(
      this.offsets,
      this.top - this.ready,
      this.top + this.height + this.ready,
    );
    const shown = rows.slice(first, end).map((_, i) => this.#place(first + i));
    const active = this.view.at(this.view.active);
    if (active >= 0 && active < first) shown.unshift(this.#place(active));
    if (active >= end) shown.push(this.#place(active));
    return shown;
  });

  /** Until it is known how large the view is: as large as the window but for what stands above. */
  guess(width: number, height: number): void {
    if (this.width === 0) [this.width, this.height] = [width, 0.8 * height];
  }

  /** The view is this large, and 1 rem is so many px. True when rows have to be measured again. */
  resize(width: number, height: number, rem: number): boolean {
    const other = Math.abs(width - this.width) > 1 || rem !== this.rem;
    if (other) {
      this.#heights.clear();
      this.#laid = NOTHING_LAID;
    }
    this.width = width;
    this.height = height;
    this.rem = rem;
    return other;
  }

  /** Rows turned out to be so high. */
  measured(heights: Iterable<[id: string, height: number]>): void {
    let grown = false;
    for (const [id, height] of heights) {
      const key = this.key(id);
      grown ||= Math.abs((this.#heights.get(key) ?? -1) - height) > 0.5;
      this.#heights.set(key, height);
    }
    if (!grown) return;
    this.#laid = NOTHING_LAID;
    this.#grown++;
  }

  /** The hand or settle has scrolled. */
  scrolled(top: number): void {
    if (Math.abs(top - this.#own) > 1) this.#shows = '';
    this.top = top;
    this.#hold();
  }

  /** The next change keeps this row where it is in the window, if it is in sight. */
  hold(id: string): void {
    const top = at(this.offsets, this.view.at(id));
    const seen = this.view.at(id) >= 0 && top >= this.top && top < this.top + this.height;
    if (seen) this.#held = { id, delta: this.top - top };
  }

  /** Where the view would begin to show a row; it stays shown while rows around it grow. */
  show(id: string): void {
    this.#shows = id;
  }

  /** The first row in sight and how far above it the view begins. */
  get place(): { id: string; delta: number } {
    return this.#held ?? { id: '', delta: 0 };
  }

  /** Begins the view at a place that was kept. */
  restore(place: { id: string; delta: number }): void {
    this.#shows = '';
    this.#held = place.id === '' ? null : place;
    this.#grown++;
  }

  /** Where the view must begin now that rows have changed; the caller scrolls there. */
  settle(): number {
    const index = this.#held ? this.view.at(this.#held.id) : -1;
    let top = index < 0 ? this.top : at(this.offsets, index) + (this.#held?.delta ?? 0);
    const shown = this.view.at(this.#shows);
    if (shown >= 0) {
      const [from, to] = [at(this.offsets, shown), at(this.offsets, shown + 1)];
      top = scrollToShow({ top, height: this.height }, from, to, MARGIN);
    }
    this.#own = Math.max(0, Math.min(top, this.total + FOOT - this.height));
    return this.#own;
  }

  #hold(): void {
    const { index, delta } = anchorAt(this.offsets, this.top);
    const row = this.view.rows[index];
    this.#held = row ? { id: row.id, delta } : null;
  }

  #place(index: number): Placed {
    const row = this.view.rows[index];
    if (!row) throw new RangeError(`no row ${index}`);
    return { row, top: at(this.offsets, index) + this.#gap(row, index) };
  }

  /** Where each row begins; a row that is as it was is as high as it was. */
  #lay(rows: readonly Row[]): Float64Array {
    const before = this.#laid;
    const heights = rows.map((row, i) =>
      row === before.rows[i] ? (before.heights[i] ?? 0) : this.#height(row, i),
    );
    this.#laid = { rows, heights };
    return offsetsOf(rows.length, (i) => heights[i] ?? 0);
  }

  #height(row: Row, index: number): number {
    const key = this.key(row.id);
    let height = this.#heights.get(key);
    if (height === undefined) {
      height = estimate(row.item, row.depth, this.width, this.rem);
      this.#heights.set(key, height);
    }
    return height + this.#gap(row, index);
  }

  #gap(row: Row, index: number): number {
    return index === 0 ? 0 : gapAbove(row.item.kind, row.depth);
  }
}
