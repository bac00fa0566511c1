import type { Standing } from '../plan/columns';
import type { Column, Item } from '../plan/types';
import { placeIn, type Changes } from './deck';
import type { Homes, Items } from './homes';

/** A card in its column. */
export interface CardRow {
  readonly what: 'card';
  readonly id: string;
  readonly item: Item;
  /** The goal or milestone that it says it stands below; '' = none, or what heads its group. */
  readonly at: string;
  /** Its life area; '' = none. */
  readonly areaId: string;
  /** The goal whose group it lies in; '' = none, and without groups. */
  readonly group: string;
}

/** The heading of a goal's cards in a column. */
export interface HeadRow {
  readonly what: 'head';
  readonly id: string;
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
  /** The order of goals when cards are grouped by them, else null. */
  readonly goals: ReadonlyMap<string, number> | null;
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

function laneOf(pile: Omit<Lane, keyof Rows>, layout: Layout, was: Lane | undefined): Lane {
  const shown = layout.shown ? pile.all.filter(layout.shown) : pile.all;
  const lane = { ...pile, ...rowsOf(shown, layout, new Before(was?.cards ?? [])) };
  return was && sameLane(was, lane) ? was : lane;
}

function sameLane(a: Lane, b: Lane): boolean {
  if (a.column !== b.column || a.total !== b.total) return false;
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
  return a.group === b.group && a.areaId === b.areaId && a.count === b.count;
}

type Rows = Pick<Lane, 'rows' | 'cards'>;

function rowsOf(items: readonly Item[], layout: Layout, before: Before): Rows {
  if (layout.goals) return grouped(items, layout, layout.goals, before);
  const cards = below('', items, layout.homes, before);
  return { rows: cards, cards };
}

function grouped(
  items: readonly Item[],
  { homes }: Layout,
  goals: ReadonlyMap<string, number>,
  before: Before,
): Rows {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const { goal } = homes.below(item.parentId);
    const group = groups.get(goal);
    if (group) group.push(item);
    else groups.set(goal, [item]);
  }
  const order = [...groups].sort(([a], [b]) => placeOf(goals, a) - placeOf(goals, b));
  const cards = order.map(([group, members]) => below(group, members, homes, before));
  const rows = order.flatMap(([group, members], i) => [
    headOf(group, members.length, homes),
    ...(cards[i] ?? []),
  ]);
  return { rows, cards: cards.flat() };
}

/** The cards below a heading; '' = without groups, or without a goal. */
function below(group: string, items: readonly Item[], homes: Homes, before: Before): CardRow[] {
  return items.map((item) => {
    const { at, areaId } = homes.below(item.parentId);
    return before.row(item, at === group ? '' : at, item.areaId || areaId, group);
  });
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

/** Goals in their order; what stands below none comes last. */
export function placeOf(goals: ReadonlyMap<string, number>, goal: string): number {
  return goals.get(goal) ?? Infinity;
}

function headOf(group: string, count: number, homes: Homes): HeadRow {
  const { areaId } = homes.below(group);
  return { what: 'head', id: 'head ' + group, group, areaId, count };
}

/** The goals of a plan in the order of the outline, by id. */
export function goalOrder(
  items: Items,
  children: (id: string) => readonly string[],
): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const visit = (ids: readonly string[]) => {
    for (const id of ids) {
      const kind = items.get(id)?.kind;
      if (kind === 'step' || kind === 'decision' || kind === undefined) continue;
      order.set(id, order.size);
      visit(children(id));
    }
  };
  visit(children(''));
  return order;
}
