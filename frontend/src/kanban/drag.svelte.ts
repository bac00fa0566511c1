import { EdgeScroll } from '../gesture/edge';
import { gapAt } from '../gesture/gap';
import type { Point } from '../gesture/press';
import { t, type Key } from '../text/text';
import { columnAt, groupAt, slotAt, strayed, type Into } from './drop';
import type { Lane } from './lanes';
import type { Box, Panes } from './panes';
import type { View } from './view.svelte';

/** Where the cards in the hand would lie. */
export interface Drop {
  readonly columnId: string;
  readonly index: number;
  readonly afterId: string;
  /** What to say when the hand is over the cards of another group, where these do not go. */
  readonly strayed: Key | null;
}

/** A card on its way from one place in the window to another. */
export interface Flight {
  readonly id: string;
  readonly from: Box;
  readonly to: Box;
  /** It comes out of a hand, where it was tilted. */
  readonly dropped: boolean;
  /** Where it lands its stone is laid. */
  readonly lays: boolean;
}

/** Moves cards to where they were dropped; resolves when the mirror has it. */
export type Move = (ids: readonly string[], drop: Drop) => Promise<void>;

const NOTHING: ReadonlySet<string> = new Set();

/**
 * A drag of the picked cards. The plan changes only when the hand lets go;
 * until then the cards in the hand and the slot where they would lie are all
 * there is.
 */
export class Drag {
  /** The cards in the hand; empty = no drag. */
  held = $state.raw<ReadonlySet<string>>(NOTHING);
  /** The one of them that was pressed. */
  lead = $state('');
  /** The hand, in px in the window. */
  point = $state.raw<Point>({ x: 0, y: 0 });
  /** How large the card in the hand is, in px. */
  size = $state.raw({ width: 0, height: 0 });
  drop = $state.raw<Drop | null>(null);
  flight = $state.raw<Flight | null>(null);

  #grab: Point = { x: 0, y: 0 };
  #into: Into = null;
  #across: EdgeScroll | null = null;
  #down: { columnId: string; scroll: EdgeScroll } | null = null;

  constructor(
    readonly view: View,
    readonly panes: Panes,
    readonly move: Move,
  ) {}

  get active(): boolean {
    return this.held.size > 0;
  }

  /** Where the card in the hand is drawn. */
  get box(): Box {
    const { point, size } = this;
    return { left: point.x - this.#grab.x, top: point.y - this.#grab.y, ...size };
  }

  /** Takes the pressed card into the hand, with all that is picked when it is picked too. */
  start(id: string, at: Point): boolean {
    const box = this.panes.card(id)?.getBoundingClientRect();
    const { surface } = this.panes;
    const row = this.view.cards.find((card) => card.id === id);
    if (!box || !surface || !row) return false;
    if (!this.view.picked.has(id)) this.view.pick(id);
    this.lead = id;
    this.held = new Set(this.view.ids);
    this.size = { width: box.width, height: box.height };
    this.point = at;
    this.#grab = { x: at.x - box.left, y: at.y - box.top };
    this.#into = this.view.into(row.group);
    this.#across = new EdgeScroll(surface, () => this.#find(), 'x');
    this.view.say(t('board.lifted'));
    return true;
  }

  to(point: Point): void {
    this.point = point;
    this.#across?.at(point.x);
    this.#find();
    this.#down?.scroll.at(point.y);
  }

  /** A column was scrolled below the hand. */
  scrolled(): void {
    if (this.active) this.#find();
  }

  /** Lets go here. */
  async end(): Promise<void> {
    this.#stop();
    const { drop, lead } = this;
    const slot = drop && this.panes.pane(drop.columnId)?.frame.slot;
    const to = slot && this.panes.box(drop.columnId, slot.top, slot.height);
    if (!drop) return this.#clear();
    // Into a folded column nothing flies: there is no place to be seen.
    if (to) this.flight = { id: lead, from: this.box, to, dropped: true, lays: this.#lays(drop) };
    this.lead = '';
    await this.move([...this.held], drop);
    this.#clear();
  }

  /** Puts everything back where it was: nothing has moved yet. */
  cancel(): void {
    this.#stop();
    this.#clear();
  }

  /** A card flies from where it was to where it lies now. */
  fly(id: string, from: Box | undefined, lays: boolean): void {
    const to = this.panes.card(id)?.getBoundingClientRect();
    if (from && to) this.flight = { id, from, to, dropped: false, lays };
  }

  /** The flight has come to its end. */
  landed(): void {
    const { flight } = this;
    this.flight = null;
    if (flight?.lays) this.view.lay(flight.id);
  }

  #lays({ columnId }: Drop): boolean {
    const into = this.view.lane(columnId)?.column.state;
    return into === 'done' && this.view.mirror.item(this.lead)?.state !== 'done';
  }

  #find(): void {
    const columns = this.view.columns.map(({ id }) => id);
    const columnId = columns[columnAt(this.panes.ends(columns), this.point.x)] ?? '';
    const pane = this.panes.pane(columnId);
    const lane = this.view.lane(columnId);
    if (!lane) return;
    if (!pane) return this.#overFolded(lane);
    const y = this.box.top - pane.content.getBoundingClientRect().top;
    const all = lane.all.filter(({ id }) => !this.held.has(id));
    const { rows, offsets } = pane.frame;
    const index = gapAt(offsets, y);
    const slot = slotAt({ rows, all }, index, this.#into);
    const said = strayed(groupAt(rows, index), this.#into);
    const { drop } = this;
    const same = drop?.columnId === columnId && drop.index === slot.index;
    if (!same || drop.strayed !== said) this.drop = { columnId, ...slot, strayed: said };
    this.#over(columnId, pane.scroller);
  }

  /** The hand is over a folded column: what is dropped there goes to its end. */
  #overFolded(lane: Lane): void {
    if (this.drop?.columnId === lane.column.id) return;
    this.#down?.scroll.stop();
    this.#down = null;
    const stays = ({ id }: { id: string }) => !this.held.has(id);
    const target = { rows: lane.rows.filter(stays), all: lane.all.filter(stays) };
    const slot = slotAt(target, target.rows.length, this.#into);
    this.drop = { columnId: lane.column.id, ...slot, strayed: null };
  }

  /** The column below the hand is the one that scrolls. */
  #over(columnId: string, scroller: HTMLElement): void {
    if (this.#down?.columnId === columnId) return;
    this.#down?.scroll.stop();
    this.#down = { columnId, scroll: new EdgeScroll(scroller, () => this.#find()) };
  }

  #stop(): void {
    this.#across?.stop();
    this.#down?.scroll.stop();
    this.#across = this.#down = null;
  }

  #clear(): void {
    this.held = NOTHING;
    this.lead = '';
    this.drop = null;
  }
}
