// eslint-disable-next-line no-restricted-imports -- made for tests, as plan/sample is
import { columns, item } from '../plan/sample';
import { byPriority, standingIn } from '../plan/columns';
import { Aspects } from '../plan/aspects';
import type { Area, Column, Item, Kind } from '../plan/types';
import { Homes } from './homes';
import { groupsBy, type Grouping } from './groups';
import { lanesOf, type Lane, type Layout } from './lanes';

/**
 * A plan for tests, drawn as indented lines of two spaces a level: a title,
 * which is also the id, and may end in !kind, as in "Finish !goal". The order
 * of the lines is the order of the cards.
 */
export function sketch(text: string, over: Record<string, Partial<Item>> = {}): Item[] {
  const path: string[] = [];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, i) => {
    const depth = (line.length - line.trimStart().length) / 2;
    const [id = '', kind = 'step'] = line.trim().split(' !');
    const parentId = depth === 0 ? '' : (path[depth - 1] ?? '');
    path[depth] = id;
    const priority = String(i).padStart(4, '0');
    return item(id, { parentId, kind: kind as Kind, priority, rank: priority, ...over[id] });
  });
}

/** How a board for tests is to be seen. */
export interface Seen {
  readonly columns?: readonly Column[];
  readonly branch?: string;
  readonly by?: Grouping;
  readonly said?: Aspects;
  readonly areas?: readonly Area[];
  /** What was done earlier, and whether it is shown. */
  readonly earlier?: (item: Item) => boolean;
  readonly opened?: boolean;
  readonly shown?: (item: Item) => boolean;
}

/** The columns of a sketched plan; before = what they were. */
export function lanes(
  items: readonly Item[],
  seen: Seen = {},
  before: readonly Lane[] = [],
): Lane[] {
  return lanesOf(layoutOf(items, seen), before);
}

/** How a sketched plan is to be laid out. */
export function layoutOf(items: readonly Item[], seen: Seen = {}): Layout {
  const all = new Map(items.map((one) => [one.id, one]));
  const children = (id: string) =>
    items.filter(({ parentId }) => parentId === id).map((one) => one.id);
  const homes = new Homes(all, seen.branch ?? '');
  const { by = 'none', said = new Aspects([]), areas = [] } = seen;
  return {
    columns: seen.columns ?? columns(),
    cards: items.filter(({ kind }) => kind === 'step' || kind === 'decision').sort(byPriority),
    stands: standingIn(seen.columns ?? columns()),
    homes,
    shown: seen.shown ?? null,
    groups: groupsBy(by, { items: all, said, areas, children }, homes),
    earlier: seen.earlier ?? (() => false),
    opened: seen.opened ?? false,
  };
}

/** The rows of a column as one reads them: headings end in a colon, a card says what it stands below where it does. */
export function read({ rows }: Lane): string[] {
  return rows.map((row) => {
    if (row.what === 'head') return `${row.group}:`;
    return row.at !== '' ? `${row.id} (${row.at})` : row.id;
  });
}
