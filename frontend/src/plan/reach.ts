import type { Mirror } from './mirror.svelte';
import type { Item } from './types';

/** What the formulas read of a client's plans; the mirror has it, and so has a test. */
export type Rows = Pick<Mirror, 'items' | 'links' | 'said'>;

/** Which items a sum is about. */
export type Within = (item: Item) => boolean;

/** Those of one plan. */
export function inPlan(planId: string): Within {
  return (item) => item.planId === planId;
}

/**
 * Those that are one of some items, stand below one, or serve one by a link,
 * whatever way. What serves two goals is within each of them, and once within what
 * both stand below. It is asked from below, so that a few steps among very many
 * cost no walk over all.
 */
export function reaching({ items, links }: Omit<Rows, 'said'>, ids: Iterable<string>): Within {
  const served = servedIn(links);
  const known = new Map<string, boolean>();
  for (const id of ids) known.set(id, items.has(id));
  const under = new Set<string>();
  let tangled = false;

  function reaches(id: string): boolean {
    const sure = known.get(id);
    if (sure !== undefined) return sure;
    const item = items.get(id);
    if (!item) return false;
    if (under.has(id)) return !(tangled = true);
    under.add(id);
    const found = reaches(item.parentId) || (served.get(id)?.some(reaches) ?? false);
    under.delete(id);
    // Inside of a circle of links a no is only sure where it was entered.
    if (found || !tangled || under.size === 0) known.set(id, found);
    if (under.size === 0) tangled = false;
    return found;
  }
  return ({ id }) => reaches(id);
}

/** What each item serves by a link. */
function servedIn(links: Rows['links']): Map<string, string[]> {
  const served = new Map<string, string[]>();
  for (const { kind, fromId, toId } of links) {
    if (kind !== 'serves') continue;
    const others = served.get(fromId);
    if (others) others.push(toId);
    else served.set(fromId, [toId]);
  }
  return served;
}
