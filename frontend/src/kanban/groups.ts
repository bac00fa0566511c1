import type { Aspects } from '../plan/aspects';
import type { Area, Item } from '../plan/types';
import type { Homes, Items } from './homes';

/** What the cards of a column can be grouped by. */
export const GROUPINGS = ['none', 'goal', 'person', 'area'] as const;
export type Grouping = (typeof GROUPINGS)[number];
/** What a heading names. */
export type HeadOf = Exclude<Grouping, 'none'>;

/** How cards are grouped. The group '' is of those that have none, and lies last. */
export interface Groups {
  readonly by: HeadOf;
  /** The place of each group among all. */
  readonly order: ReadonlyMap<string, number>;
  /** The group of a card. */
  of(card: Item): string;
  /** The life area that the heading of a group shows; '' = none. */
  areaOf(group: string): string;
}

/** What of a plan groups are made of. */
export interface Groupable {
  readonly items: Items;
  readonly said: Aspects;
  readonly areas: readonly Area[];
  children(id: string): readonly string[];
}

/** The groups of a plan; null where cards are in none. */
export function groupsBy(by: Grouping, plan: Groupable, homes: Homes): Groups | null {
  switch (by) {
    case 'none':
      return null;
    case 'goal':
      return {
        by,
        order: goalOrder(plan.items, (id) => plan.children(id)),
        of: ({ parentId }) => homes.below(parentId).goal,
        areaOf: (goal) => homes.below(goal).areaId,
      };
    case 'person':
      return { by, order: placesOf(plan.said.list('person', '')), of: doerOf(plan.said), areaOf };
    case 'area':
      return {
        by,
        order: placesOf(plan.areas),
        of: (card) => areaIdOf(card, homes),
        areaOf: (area) => area,
      };
  }
}

/** Its own life area, or the nearest above it. */
export function areaIdOf({ areaId, parentId }: Item, homes: Homes): string {
  return areaId || homes.below(parentId).areaId;
}

/** Tells who does a card: the first who is named; '' = nobody. */
export function doerOf(said: Aspects): (card: Item) => string {
  const known = new Set(said.list('person', '').map(({ id }) => id));
  const doers = new Map<string, string>();
  for (const { itemId, body } of said.all('part')) {
    const { part, personId = '' } = body;
    if (part === 'does' && known.has(personId) && !doers.has(itemId)) doers.set(itemId, personId);
  }
  return ({ id }) => doers.get(id) ?? '';
}

/** Groups in their order; the cards that have none come last. */
export function placeOf(order: ReadonlyMap<string, number>, group: string): number {
  return order.get(group) ?? Infinity;
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

function areaOf(): string {
  return '';
}

function placesOf(rows: readonly { id: string }[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ id }, i) => [id, i]));
}
