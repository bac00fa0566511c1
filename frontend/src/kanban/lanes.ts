import type { Standing } from '../plan/columns';
import type { Column, Item } from '../plan/types';
import { placeIn, type Changes } from './deck';
import { areaIdOf, placeOf, type Groups, type HeadOf } from './groups';
import type { Homes } from './homes';

/** A card in its column. */
export interface CardRow {
  readonly what: 'card';
  readonly id: string;
  readonly item: Item;
  /** The goal or milestone that it says it stands below; '' = none, or what heads its group. */
  readonly at: string;
  /** The life area that it shows; '' = none, or its heading does. */
  readonly areaId: string;
  /** The group it lies in; '' = none, and without groups. */
  readonly group: string;
}

/** The heading of a group of cards in a column. */
export interface HeadRow {
  readonly what: 'head';
  readonly id: string;
  /** What it names: a goal, a person, a life area, or what was done earlier. */
  readonly by: HeadOf | 'earlier';
  readonly group: string;
  readonly areaId: string;
  readonly count: number;
}

export type Row = CardRow | HeadRow;

/** A column with what lies in it, and the rows that are shown. */
export interface Lane {
  readonly column: Column;
  /** How many cards lie in it, also beside the branch in focus. */
  readonly total: number;
  /** Its cards in the branch in focus. */
  readonly all: readonly Item[];
  /** How many of them the filter lets through, shown or folded. */
  readonly found: number;
  /** How many of those were done earlier; they lie in a fold at its end. */
  readonly earlier: number;
  readonly rows: readonly Row[];
  /** The cards among the rows, from top to bottom. */
  readonly cards: readonly CardRow[];
}

/** What of the plan is laid out, and how. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly cards: readonly Item[];
  readonly stands: Standing;
  readonly homes: Homes;
  /** What a filter lets through; null = everything. */
  readonly shown: ((item: Item) => boolean) | null;
  /** How cards are grouped; null = they are not. */
  readonly groups: Groups | null;
  /** What was done earlier. */
  readonly earlier: (item: Item) => boolean;
  /** The fold of what was done earlier is open. */
  readonly opened: boolean;
}

/**
 * The columns with their cards. Cards whose state has no column are on none.
 * Rows and columns that are as they were before are the same objects: an edit of
 * one card among ten thousand makes few new ones.
 */
export function lanesOf(layout: Layout, before: readonly Lane[] = []): Lane[] {
  const { columns, cards, stands, homes } = layout;
  const piles = new Map(columns.map(({ id }) => [id, { total: 0, all: [] as Item[] }]));
  for (const card of cards) {
    const pile = piles.get(stands(card));
    if (!pile) continue;
    pile.total++;
    if (homes.shows(card)) pile.all.push(card);
  }
  return columns.map((column) => {
    const { total, all } = piles.get(column.id) ?? { total: 0, all: [] };
    const was = before.find((lane) => lane.column.id === column.id);
    return laneOf({ column, total, all }, layout, was);
  });
}

/** The columns when nothing but these cards has changed: only those are laid out that they left or came into. */
export function lanesAfter(changes: Changes, layout: Layout, before: readonly Lane[]): Lane[] {
  const { stands, homes } = layout;
  const left = [...changes.keys()].map(stands);
  return before.map((lane) => {
    const { column } = lane;
    const come = [...changes.values()].filter((card) => stands(card) === column.id);
    const went = left.filter((id) => id === column.id).length;
    if (went + come.length === 0) return lane;
    const all = lane.all.filter((card) => !changes.has(card));
    for (const card of come) if (homes.shows(card)) all.splice(placeIn(all, card), 0, card);
    return laneOf({ column, total: lane.total - went + come.length, all }, layout, lane);
  });
}

type Pile = Pick<Lane, 'column' | 'total' | 'all'>;

function laneOf(pile: Pile, layout: Layout, was: Lane | undefined): Lane {
  const found = layout.shown ? pile.all.filter(layout.shown) : pile.all;
  const { recent, earlier } = parted(pile.column, found, layout);
  const before = new Before(was?.cards ?? []);
  const rows = withEarlier(rowsOf(recent, layout, before), earlier, layout, before);
  const lane = { ...pile, found: found.length, earlier: earlier.length, ...rows };
  return was && sameLane(was, lane) ? was : lane;
}

const NONE: readonly Item[] = [];

/** The cards of a column, and those of them that were done earlier. */
function parted(column: Column, cards: readonly Item[], layout: Layout): Parted {
  if (column.state !== 'done' || !cards.some(layout.earlier))
    return { recent: cards, earlier: NONE };
  const recent = cards.filter((card) => !layout.earlier(card));
  return { recent, earlier: cards.filter(layout.earlier) };
}

interface Parted {
  readonly recent: readonly Item[];
  readonly earlier: readonly Item[];
}

/** What was done earlier lies below all else, under a heading of its own, once its fold is open. */
function withEarlier(recent: Rows, earlier: readonly Item[], layout: Layout, before: Before): Rows {
  if (!layout.opened || earlier.length === 0) return recent;
  const cards = earlier.map((item) => cardOf(item, layout.homes, before));
  const rows = [...recent.rows, earlierHead(cards.length), ...cards];
  return { rows, cards: [...recent.cards, ...cards] };
}

function sameLane(a: Lane, b: Lane): boolean {
  if (a.column !== b.column || a.total !== b.total) return false;
  if (a.found !== b.found || a.earlier !== b.earlier) return false;
  return sameList(a.all, b.all, (x, y) => x === y) && sameList(a.rows, b.rows, sameRow);
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((x, i) => same(x, b[i] as T));
}

function sameRow(a: Row, b: Row): boolean {
  if (a === b) return true;
  return a.what === 'head' && b.what === 'head' && sameHead(a, b);
}

function sameHead(a: HeadRow, b: HeadRow): boolean {
  return a.by === b.by && a.group === b.group && a.areaId === b.areaId && a.count === b.count;
}

type Rows = Pick<Lane, 'rows' | 'cards'>;

function rowsOf(items: readonly Item[], layout: Layout, before: Before): Rows {
  if (layout.groups) return grouped(items, layout, layout.groups, before);
  const cards = items.map((item) => cardOf(item, layout.homes, before));
  return { rows: cards, cards };
}

function grouped(items: readonly Item[], { homes }: Layout, groups: Groups, before: Before): Rows {
  const piles = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.of(item);
    const pile = piles.get(group);
    if (pile) pile.push(item);
    else piles.set(group, [item]);
  }
  const place = (group: string) => placeOf(groups.order, group);
  const order = [...piles].sort(([a], [b]) => place(a) - place(b));
  const cards = order.map(([group, members]) => {
    const head = { group, areaId: groups.areaOf(group) };
    return members.map((item) => cardOf(item, homes, before, head));
  });
  const rows = order.flatMap(([group, members], i) => [
    headOf(group, members.length, groups),
    ...(cards[i] ?? []),
  ]);
  return { rows, cards: cards.flat() };
}

/** What stands above the cards that are in no group. */
const NO_HEAD = { group: '', areaId: '' };

/** A card says what its heading does not. */
function cardOf(item: Item, homes: Homes, before: Before, head = NO_HEAD): CardRow {
  const { at } = homes.below(item.parentId);
  const areaId = head.areaId === '' ? areaIdOf(item, homes) : '';
  return before.row(item, at === head.group ? '' : at, areaId, head.group);
}

/** The cards of a column as they were, handed out again in their order where they still are so. */
class Before {
  #next = 0;

  constructor(readonly cards: readonly CardRow[]) {}

  row(item: Item, at: string, areaId: string, group: string): CardRow {
    const known = this.#find(item);
    const same = known?.at === at && known.areaId === areaId && known.group === group;
    return same ? known : { what: 'card', id: item.id, item, at, areaId, group };
  }

  /** The next one, or the one after it, where one has gone. */
  #find(item: Item): CardRow | undefined {
    for (let i = this.#next; i < this.#next + 2; i++) {
      const known = this.cards[i];
      if (known?.item !== item) continue;
      this.#next = i + 1;
      return known;
    }
    return undefined;
  }
}

function headOf(group: string, count: number, { by, areaOf }: Groups): HeadRow {
  return { what: 'head', id: 'head ' + group, by, group, areaId: areaOf(group), count };
}

function earlierHead(count: number): HeadRow {
  return { what: 'head', id: 'head earlier', by: 'earlier', group: 'earlier', areaId: '', count };
}
