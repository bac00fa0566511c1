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

/** The values that one goes by: the core ones, or all while none is core. */
export function guiding(said: Aspects): Aspect<'value'>[] {
  const values = valuesOf(said);
  const core = values.filter(({ body }) => body.core);
  return core.length > 0 ? core : values;
}
