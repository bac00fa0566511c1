import type { Aspect, Aspects } from './aspects';

/**
 * The client's values, in their order: what they named themselves, and what they
 * sorted into the piles that matter. A card in the pile "not now", or one that
 * nobody has sorted yet, is no value anywhere else in the program.
 */
export function valuesOf(said: Aspects): Aspect<'value'>[] {
  return said.list('value', '').filter(isValue);
}

function isValue({ body: { name, pile, from, hidden } }: Aspect<'value'>): boolean {
  if (!name || hidden) return false;
  return pile === undefined ? from === undefined : pile !== 'not';
}

/** A value that something serves, and how strongly, from 0 to 10; undefined = nobody said. */
export interface Served {
  readonly id: string;
  readonly name: string;
  readonly strength: number | undefined;
}

/** How much a strength counts: one that nobody said is in the middle. */
export function weigh(strength: Served['strength']): number {
  return strength ?? 5;
}

/** The values that an item is said to serve itself, the most strongly served first. */
export function servedBy(said: Aspects, itemId: string): Served[] {
  const values = new Map(valuesOf(said).map(({ id, body }) => [id, body.name ?? '']));
  return said
    .list('worth', itemId)
    .flatMap(({ body: { valueId: id = '', strength } }) => {
      const name = values.get(id);
      return name === undefined ? [] : [{ id, name, strength }];
    })
    .sort((a, b) => weigh(b.strength) - weigh(a.strength));
}

/** The values that one goes by: the core ones, or all while none is core. */
export function guiding(said: Aspects): Aspect<'value'>[] {
  const values = valuesOf(said);
  const core = values.filter(({ body }) => body.core);
  return core.length > 0 ? core : values;
}
