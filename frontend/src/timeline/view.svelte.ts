import type { Hand } from '../plan/hand.svelte';
import type { Mirror } from '../plan/mirror.svelte';
import { freeFrom } from '../plan/off';
import { isActive, type Dates, type Item, type Link } from '../plan/types';
import { plusDays, type Day } from '../text/dates';
import type { Now } from '../text/now.svelte';
import { looksOf, type Looks } from './looks';
import { moveOf, withDates, type Grip, type Moved } from './moves';
import { Scale, ZOOM_NAMES, type Zoom } from './scale';
import { linesOf, ownSpan, type Row, type Span } from './spans';

/** The height of a line, in rem. */
export const ROW_REM = 2;
/** Lines and ticks that are drawn beyond what is in sight, in px. */
const MARGIN = 200;
/** What is drawn beyond that comes in pages of so many px, not with each px that is scrolled. */
const PAGE = 400;
/** The room before the first day and after the last grows by so many px. */
const ROOM = 500;

/** What the hand is about to do with a bar. */
export interface Pending {
  readonly id: string;
  readonly grip: Grip;
  readonly days: number;
}

/** A line where it is drawn. */
export interface Placed {
  readonly row: Row;
  readonly top: number;
  readonly index: number;
  /** Where the bar lies now, with what the hand is about to do; null = it has none. */
  readonly span: Span | null;
  /** It would move along. */
  readonly along: boolean;
}

/** What one sees of a plan in time: how near, where, what is folded, and what the hand is about to do. */
export class View {
  readonly mirror: Mirror;
  readonly hand: Hand;
  readonly now: Now;

  zoom = $state<Zoom>('quarter');
  folded = $state.raw<ReadonlySet<string>>(new Set());
  pending = $state.raw<Pending | null>(null);
  /** The pane: how far it is scrolled, and its size beside the labels. */
  left = $state(0);
  top = $state(0);
  /** The height of a line, in px: it grows with the person's text size. */
  row = $state(32);
  width = $state(900);
  height = $state(600);
  /** The bars in sight are painted: what can be done without at first comes now. */
  ready = $state(false);
  /** How often the active line was asked to take the focus. */
  reached = $state(0);
  /** What a screen reader says next. */
  said = $state('');

  /** It begins at today, so that what is drawn first is what one sees. */
  constructor(mirror: Mirror, hand: Hand, now: Now) {
    this.mirror = mirror;
    this.hand = hand;
    this.now = now;
    this.left = this.around(now.day);
  }

  /** How far it is scrolled when a day is in sight with some days before it. */
  around(day: Day): number {
    return Math.round(this.scale.x(day) - this.width / 4);
  }

  readonly branch = $derived.by(() => (this.mirror.item(this.hand.branch) ? this.hand.branch : ''));
  readonly lines = $derived.by(() => linesOf(this.mirror, this.branch, this.folded));
  readonly rows: readonly Row[] = $derived.by(() => this.lines.rows);
  readonly visions: readonly Item[] = $derived.by(() =>
    [...this.mirror.items.values()].filter(
      (item) => item.kind === 'vision' && item.planId === this.mirror.planId && isActive(item),
    ),
  );

  /** The moments to look at the plan, and at what is in it. */
  readonly looks: Looks = $derived.by(() => looksOf(this.mirror));
  /** They have a strip of their own below the days. */
  readonly looked = $derived.by(() => {
    const { points, looked } = this.looks;
    const all = [this.mirror.planId, ...this.visions.map(({ id }) => id)];
    return points.length > 0 || all.some((id) => looked.has(id));
  });

  /** As wide as the pane, or somewhat wider: nothing shifts with each px that it grows. */
  readonly #room = $derived.by(() => Math.ceil(this.width / ROOM) * ROOM);
  /** From the first day to the last that can be scrolled to, with room on both sides. */
  readonly range: Span = $derived.by(() => {
    let from = this.now.day;
    let to = this.now.day;
    const { span } = this.lines;
    if (span && span.from < from) from = span.from;
    if (span && span.to > to) to = span.to;
    for (const { due } of this.visions) if (due > to) to = due;
    for (const { day } of this.looks.points) {
      if (day < from) from = day;
      if (day > to) to = day;
    }
    const room = Math.ceil(this.#room / new Scale(from, this.zoom).perDay);
    return { from: plusDays(from, -Math.ceil(room / 2)), to: plusDays(to, room) };
  });
  readonly scale = $derived.by(() => new Scale(this.range.from, this.zoom));
  readonly extent = $derived.by(() => this.scale.width(this.range.from, this.range.to));

  readonly #page = $derived.by(() => Math.floor(this.left / PAGE));
  /** The days in sight, and a page on either side. */
  readonly seen: Span = $derived.by(() => {
    const around = this.ready ? PAGE : 0;
    const left = Math.max(0, this.#page * PAGE - around);
    const right = (this.#page + 1) * PAGE + around + this.width;
    return { from: this.scale.day(left), to: this.scale.day(Math.min(right, this.extent)) };
  });

  readonly #index: ReadonlyMap<string, number> = $derived.by(
    () => new Map(this.rows.map(({ item }, i) => [item.id, i])),
  );

  /** The line that the keyboard is on: where the hand put it, else the first; -1 without lines. */
  readonly active = $derived.by(() => {
    const at = this.hand.id === '' ? undefined : this.#index.get(this.hand.id);
    return at ?? (this.rows.length > 0 ? 0 : -1);
  });

  /** What the hand is about to do leads to; null = nothing, or it cannot be. */
  readonly moved: Moved | null = $derived.by(() => {
    const { pending } = this;
    const item = pending && this.mirror.item(pending.id);
    return item && pending.days !== 0
      ? moveOf(this.mirror, item, pending.grip, pending.days)
      : null;
  });

  readonly #dates: ReadonlyMap<string, Dates> = $derived.by(() => {
    const { own = [], along = [] } = this.moved ?? {};
    return new Map([...own, ...along].map((dates) => [dates.id, dates]));
  });
  readonly #along: ReadonlySet<string> = $derived.by(
    () => new Set(this.moved?.along.map(({ id }) => id)),
  );

  /** The lines in sight, and the one that has the keyboard. */
  readonly placed: readonly Placed[] = $derived.by(() => {
    const around = this.ready ? MARGIN : 0;
    const from = Math.max(0, Math.floor((this.top - around) / this.row));
    const to = Math.min(this.rows.length, Math.ceil((this.top + this.height + around) / this.row));
    const at = this.active;
    const inside = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
    const all = at >= 0 && (at < from || at >= to) ? [...inside, at] : inside;
    return all.flatMap((index) => this.#place(index));
  });

  #place(index: number): Placed[] {
    const row = this.rows[index];
    if (!row) return [];
    const dates = this.#dates.get(row.item.id);
    const span = dates ? ownSpan(withDates(row.item, dates)) : row.span;
    const along = this.#along.has(row.item.id);
    return [{ row, top: index * this.row, index, span, along }];
  }

  /** What each item waits for. */
  readonly #waits: ReadonlyMap<string, readonly Link[]> = $derived.by(() => {
    const waits = new Map<string, Link[]>();
    for (const link of this.mirror.links) {
      if (link.kind !== 'after') continue;
      waits.set(link.fromId, [...(waits.get(link.fromId) ?? []), link]);
    }
    return waits;
  });

  /** What an item waits for and does not: it begins before that is done. The latest, and the day on which it could begin. */
  clashOf(id: string): { before: Item; day: Day } | null {
    const span = this.at(id)?.span;
    let clash: { before: Item; day: Day } | null = null;
    for (const { toId, lag } of span ? (this.#waits.get(id) ?? []) : []) {
      const before = this.mirror.item(toId);
      const waited = before && isActive(before) ? ownSpan(before) : null;
      if (!before || !waited || !span || span.from > plusDays(waited.to, lag)) continue;
      const day = freeFrom(this.mirror)(plusDays(waited.to, lag + 1));
      if (!clash || day > clash.day) clash = { before, day };
    }
    return clash;
  }

  /** Where an item lies now; null = it is not in sight or has no date. */
  at(id: string): { index: number; span: Span } | null {
    const index = this.#index.get(id);
    const placed = index === undefined ? undefined : this.#place(index)[0];
    return placed?.span && index !== undefined ? { index, span: placed.span } : null;
  }

  indexOf(id: string): number {
    return this.#index.get(id) ?? -1;
  }

  /** The day in the middle of what is in sight. */
  get middle(): Day {
    return this.scale.day(this.left + this.width / 2);
  }

  nearer(step: 1 | -1): void {
    const zoom = ZOOM_NAMES[ZOOM_NAMES.indexOf(this.zoom) - step];
    if (zoom) this.zoom = zoom;
  }

  fold(id: string): void {
    const folded = new Set(this.folded);
    if (!folded.delete(id)) folded.add(id);
    this.folded = folded;
  }

  pick(index: number): void {
    const id = this.rows[index]?.item.id;
    if (id !== undefined) this.hand.pick([id]);
  }

  reach(): void {
    this.reached++;
  }

  say(text: string): void {
    this.said = this.said === text ? text + '\u200b' : text;
  }
}
