import { untrack } from 'svelte';
import type { Hand } from '../plan/hand.svelte';
import type { Mirror } from '../plan/mirror.svelte';
import type { Column } from '../plan/types';
import type { Visit } from '../plan/visit.svelte';
import type { Now } from '../text/now.svelte';
import { t, tn } from '../text/text';
import type { Adding } from './adding.svelte';
import { doneEarlier } from './earlier';
import { asksNothing, EVERYTHING, type Filter } from './filter';
import type { Into } from './drop';
import { Homes } from './homes';
import { Folds } from './folds.svelte';
import { goalOrder, groupsBy, type Grouping } from './groups';
import type { CardRow, Lane } from './lanes';
import { groupableIn, Laying } from './laying';
import type { Memory } from './memory';
import { childrenIn, STATE_COLUMNS } from './scope';
import { SavedFilters } from './saved.svelte';
import { Telling } from './telling.svelte';

/** A little longer than a card takes to travel (--m-move). */
const TRAVEL_MS = 240;

/** No card is kept in sight; one object, so that nothing is laid out anew for it. */
const NONE: ReadonlySet<string> = new Set();

/** The order of groups depends on no home. */
const NOWHERE = new Homes(new Map(), '');

/** Where a card lies: in which column, and as which of its rows and cards. */
export interface Spot {
  readonly lane: Lane;
  readonly row: number;
  readonly card: number;
}

/**
 * What one sees of the board: groups, filter, what is being written, and which
 * card the hand is on. Nothing here is in the plan, and nothing here changes it.
 */
export class View {
  readonly mirror: Mirror;
  readonly hand: Hand;
  readonly telling: Telling;
  readonly folds = new Folds();
  readonly saved = new SavedFilters();
  readonly #now: Now;
  readonly #laying: Laying;

  /** The cards of all plans are shown, in a column for each state. */
  all = $state(false);
  grouping = $state<Grouping>('none');
  lastGrouping: Grouping = 'goal';
  filter = $state.raw<Filter>(EVERYTHING);
  /** The title that is being written. */
  visit = $state.raw<Visit | null>(null);
  /** The line at the foot of a column that is being written. */
  adding = $state.raw<Adding | null>(null);
  /** The column whose name or limit is being written; '' = none. */
  naming = $state('');
  limiting = $state('');
  /** The kept filter that is being named, '' = the present one; null = none. */
  savedNaming = $state<string | null>(null);
  /** How often the active card was asked to take the focus. */
  reached = $state(0);
  /** How often the filter was asked for; 0 = its bar is closed. */
  sought = $state(0);
  /** Cards are on their way to new places. */
  travels = $state(false);
  /** The card whose stone is being laid; '' = none. */
  laid = $state('');
  /** What a screen reader says next. */
  said = $state('');

  /** A card is given the focus: nobody has chosen it by that. */
  reaching = false;

  #travelled: ReturnType<typeof setTimeout> | undefined;
  #anchor = '';
  #kept = $state.raw(NONE);

  constructor(mirror: Mirror, hand: Hand, now: Now) {
    this.mirror = mirror;
    this.hand = hand;
    this.#now = now;
    this.telling = new Telling(mirror, now, () => this.all);
    this.#laying = new Laying(mirror, this.telling);
  }

  readonly #planId = $derived.by(() => this.mirror.planId);
  readonly #allColumns = $derived.by(() => this.mirror.columns);
  readonly columns: readonly Column[] = $derived.by(() =>
    this.all ? STATE_COLUMNS : this.#allColumns.filter((column) => column.planId === this.#planId),
  );
  readonly filtering = $derived(!asksNothing(this.filter));
  readonly lanes: readonly Lane[] = $derived.by(() => {
    const { all, columns, grouping, filter } = this;
    const [kept, day, opened] = [this.#kept, this.#now.day, this.folds.earlier];
    const { branch } = this.hand;
    void this.mirror.version;
    const seen = { all, columns, grouping, filter, kept, branch, opened, day };
    return untrack(() => this.#laying.lay(seen));
  });

  /** How many cards lie on the board, shown or not. */
  readonly count = $derived.by(() => this.lanes.reduce((sum, { all }) => sum + all.length, 0));
  /** How many of them are shown. */
  readonly found = $derived.by(() => this.lanes.reduce((sum, { found }) => sum + found, 0));
  readonly picked: ReadonlySet<string> = $derived.by(() => new Set(this.hand.ids));

  /** Where the card lies that the keyboard is on: where the hand put it, else the first. */
  readonly here = $derived.by(() => this.spot(this.hand.id) ?? this.spot(this.#first));
  /** The card that the keyboard is on; '' without cards. */
  readonly active = $derived.by(() => (this.here ? cardAt(this.here).id : ''));

  /** The order of the goals. */
  get goals(): ReadonlyMap<string, number> {
    return goalOrder(this.mirror.items, childrenIn(this.mirror, this.all));
  }

  /** Where cards of a group are dropped. */
  into(group: string): Into {
    const groups = groupsBy(this.grouping, groupableIn(this.mirror, this.all), NOWHERE);
    return groups && { by: groups.by, order: groups.order, group };
  }

  lane(columnId: string): Lane | undefined {
    return this.lanes.find(({ column }) => column.id === columnId);
  }

  /** Where a card lies; undefined when it is not shown. */
  spot(id: string): Spot | undefined {
    if (id === '') return undefined;
    for (const lane of this.lanes) {
      const card = lane.cards.findIndex((row) => row.id === id);
      if (card < 0) continue;
      const row = lane.rows !== lane.cards ? lane.rows.findIndex((one) => one.id === id) : card;
      return { lane, row, card };
    }
    return undefined;
  }

  /** The cards shown, column by column. */
  get cards(): readonly CardRow[] {
    return this.lanes.flatMap(({ cards }) => cards);
  }

  /** The picked cards in the order of the board. */
  get ids(): string[] {
    return this.cards.filter(({ id }) => this.picked.has(id)).map(({ id }) => id);
  }

  /** Puts the hand on one card and nothing else; '' on none. */
  pick(id: string): void {
    this.#anchor = id;
    this.hand.pick(id === '' ? [] : [id]);
  }

  /** Puts the hand on several cards; the active one among them stays active. */
  pickAll(ids: readonly string[]): void {
    const active = ids.includes(this.active) ? this.active : (ids[0] ?? '');
    this.#anchor = ids[0] ?? '';
    this.hand.pick(ids, active);
  }

  /** Picks from where the hand began to a card (Shift). */
  extend(id: string): void {
    const order = this.cards.map((row) => row.id);
    if (!order.includes(this.#anchor)) this.#anchor = this.active;
    const [from, to] = [order.indexOf(this.#anchor), order.indexOf(id)];
    this.hand.pick(order.slice(Math.min(from, to), Math.max(from, to) + 1), id);
  }

  /** Adds a card to what is picked, or takes it away (Mod and a click). */
  toggle(id: string): void {
    const picked = new Set(this.picked);
    if (!picked.delete(id) || picked.size === 0) picked.add(id);
    this.#anchor = id;
    const order = this.cards.filter((row) => picked.has(row.id)).map((row) => row.id);
    this.hand.pick(order, picked.has(id) ? id : order.at(-1));
  }

  /** Picks all cards of the active card's column, or of the board when those are. */
  pickMore(): void {
    const column = this.spot(this.active)?.lane.cards.map(({ id }) => id) ?? [];
    const all = column.every((id) => this.picked.has(id));
    this.pickAll(all ? this.#seen.flatMap(({ cards }) => cards.map(({ id }) => id)) : column);
  }

  /** Groups the cards; what they were grouped by last is known as long as the board is open. */
  groupBy(by: Grouping): void {
    if (this.grouping !== 'none') this.lastGrouping = this.grouping;
    this.grouping = by;
  }

  /** Asks for the focus on the active card. */
  reach(): void {
    this.reached++;
  }

  /** Asks for something; what answers stays in sight until something else is asked. */
  ask(filter: Filter): void {
    this.filter = filter;
    this.#kept = NONE;
    if (this.filtering) this.#kept = new Set(this.cards.map(({ id }) => id));
  }

  /** Opens the filter bar and puts the hand into it. */
  seek(): void {
    this.sought++;
  }

  /** Asks for nothing any more, and closes the filter bar. */
  stopSeeking(): void {
    this.sought = 0;
    this.ask(EVERYTHING);
  }

  /** Keeps a card in sight that the filter would hide. */
  keep(id: string): void {
    if (this.filtering) this.#kept = new Set([...this.#kept, id]);
  }

  /** Brings a card into sight and puts the hand on it; of any other item only the hand. */
  find(id: string): void {
    const item = this.mirror.item(id);
    if (!item) return;
    this.#reveal(id);
    if (!this.spot(id) && doneEarlier(this.#now.day)(item)) this.folds.earlier = true;
    const column = this.spot(id)?.lane.column.id ?? '';
    if (this.folds.has(column)) this.folds.set(column, false);
    this.pick(id);
    if (this.spot(id)) this.reach();
  }

  /** Shows what was done earlier, or folds it. */
  showEarlier(shown: boolean): void {
    this.folds.earlier = shown;
    const count = this.lanes.reduce((sum, { earlier }) => sum + earlier, 0);
    this.say(shown ? tn('board.earlier.shown', count) : t('board.earlier.folded'));
  }

  /** Lets cards glide to where they lie next. */
  travel(): void {
    this.travels = true;
    clearTimeout(this.#travelled);
    this.#travelled = setTimeout(() => (this.travels = false), TRAVEL_MS);
  }

  /** The moment of success: a stone is laid on the card that has just become done. */
  lay(id: string): void {
    this.laid = id;
    setTimeout(() => {
      if (this.laid === id) this.laid = '';
    }, TRAVEL_MS);
  }

  say(text: string): void {
    this.said = this.said === text ? text + '\u200b' : text;
  }

  /** Sees as it was kept. The hand goes where it was, unless it comes from another view and holds something. */
  remember(memory: Memory): void {
    this.all = memory.all && this.mirror.plans.length > 1;
    this.grouping = memory.grouping;
    this.saved.all = memory.saved;
    this.folds.columns = new Set(memory.folded);
    this.folds.earlier = memory.earlier;
    this.ask(asksNothing(memory.filter) ? EVERYTHING : memory.filter);
    const { planId } = this.mirror;
    const held = this.hand.ids.filter((id) => {
      const item = this.mirror.item(id);
      return item && (this.all || item.planId === planId);
    });
    if (held.length > 0) this.#reveal((this.#anchor = this.hand.id));
    else if (this.mirror.item(memory.active)) this.pick(memory.active);
  }

  /** Leaves the focus and the filter behind where they would hide an item. */
  #reveal(id: string): void {
    const { branch } = this.hand;
    const within = id === branch || this.mirror.path(id).some((above) => above.id === branch);
    if (branch !== '' && !within) this.hand.branch = '';
    this.keep(id);
  }

  get #first(): string {
    const some = ({ cards }: Lane) => cards.length > 0;
    return (this.#seen.find(some) ?? this.lanes.find(some))?.cards[0]?.id ?? '';
  }

  /** The columns that are not folded. */
  get #seen(): readonly Lane[] {
    return this.lanes.filter(({ column }) => !this.folds.has(column.id));
  }
}

/** The card at a spot. */
export function cardAt({ lane, card }: Spot): CardRow {
  const row = lane.cards[card];
  if (!row) throw new RangeError(`no card ${String(card)}`);
  return row;
}
