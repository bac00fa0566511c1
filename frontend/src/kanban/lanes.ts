import type { Standing } from '../plan/columns';
import type { Column, Item } from '../plan/types';
import type { Home, Homes, Items } from './homes';

/** A card in its column. */
export interface CardRow {
  readonly what: 'card';
  readonly id: string;
  readonly item: Item;
  /** The goal or milestone it stands below, and the life area; '' = none. */
  readonly at: string;
  readonly areaId: string;
  /** The goal whose group it lies in; '' = none, and without groups. */
  readonly group: string;
  /** What it stands below is said on it: not when the card above says the same. */
  readonly named: boolean;
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

/** A column with what lies in it: all its cards, and the rows that are shown. */
export interface Lane {
  readonly column: Column;
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

/** Rows of cards that did not change, so that they stay the same objects. */
export type RowCache = WeakMap<Item, CardRow>;

/** The columns with their cards. Cards whose state has no column are on none. */
export function lanesOf(layout: Layout, cache: RowCache): Lane[] {
  const { columns, cards, stands, homes } = layout;
  const piles = new Map<string, Item[]>(columns.map(({ id }) => [id, []]));
  for (const card of cards) {
    const pile = piles.get(stands(card));
    if (pile && homes.shows(card)) pile.push(card);
  }
  return columns.map((column) => {
    const all = piles.get(column.id) ?? [];
    const rows = rowsOf(layout.shown ? all.filter(layout.shown) : all, layout, cache);
    const only = rows.filter((row) => row.what === 'card');
    return { column, all, rows, cards: only };
  });
}

function rowsOf(cards: readonly Item[], layout: Layout, cache: RowCache): Row[] {
  return layout.goals ? grouped(cards, layout, layout.goals, cache) : plain(cards, layout, cache);
}

function plain(cards: readonly Item[], { homes }: Layout, cache: RowCache): Row[] {
  let above = '';
  return cards.map((item) => {
    const home = homes.below(item.parentId);
    const named = home.at !== '' && home.at !== above;
    above = home.at;
    return rowOf(item, home, '', named, cache);
  });
}

function grouped(
  cards: readonly Item[],
  { homes }: Layout,
  goals: ReadonlyMap<string, number>,
  cache: RowCache,
): Row[] {
  const groups = new Map<string, Item[]>();
  for (const item of cards) {
    const { goal } = homes.below(item.parentId);
    const group = groups.get(goal);
    if (group) group.push(item);
    else groups.set(goal, [item]);
  }
  const order = [...groups].sort(([a], [b]) => placeOf(goals, a) - placeOf(goals, b));
  return order.flatMap(([group, items]) => [
    headOf(group, items.length, homes),
    ...below(group, items, homes, cache),
  ]);
}

function below(group: string, cards: readonly Item[], homes: Homes, cache: RowCache): Row[] {
  let above = group;
  return cards.map((item) => {
    const home = homes.below(item.parentId);
    const named = home.at !== '' && home.at !== above && home.at !== group;
    above = home.at;
    return rowOf(item, home, group, named, cache);
  });
}

/** Goals in their order; what stands below none comes last. */
export function placeOf(goals: ReadonlyMap<string, number>, goal: string): number {
  return goals.get(goal) ?? Infinity;
}

function headOf(group: string, count: number, homes: Homes): HeadRow {
  const { areaId } = homes.below(group);
  return { what: 'head', id: 'head ' + group, group, areaId, count };
}

function rowOf(item: Item, home: Home, group: string, named: boolean, cache: RowCache): CardRow {
  const { at } = home;
  const areaId = item.areaId || home.areaId;
  const known = cache.get(item);
  if (known && known.named === named && known.at === at && sameGroup(known, areaId, group))
    return known;
  const row: CardRow = { what: 'card', id: item.id, item, at, areaId, group, named };
  cache.set(item, row);
  return row;
}

function sameGroup(row: CardRow, areaId: string, group: string): boolean {
  return row.areaId === areaId && row.group === group;
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
