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
 * both stand below.
 */
export function reaching(rows: Omit<Rows, 'said'>, ids: Iterable<string>): Within {
  const leads = leadingTo(rows, ids);
  return (item) => leads(item).length > 0;
}

const NOTHING: readonly string[] = [];

/**
 * Tells which of some items one leads to: it is one itself, stands below one, or
 * serves one by a link. It is asked from below, and what all below a parent have in
 * common is found once, so that a hundred thousand can be asked.
 */
export function leadingTo(
  { items, links }: Omit<Rows, 'said'>,
  ids: Iterable<string>,
): (item: Item) => readonly string[] {
  const looked = new Set(ids);
  const served = servedIn(links);
  const special = new Set([...looked, ...served.keys()]);
  const known = new Map<string, readonly string[]>();
  const under = new Set<string>();
  let tangled = false;

  function leads(id: string): readonly string[] {
    const sure = known.get(id);
    if (sure) return sure;
    const item = items.get(id);
    if (!item) return NOTHING;
    if (under.has(id)) {
      tangled = true;
      return NOTHING;
    }
    under.add(id);
    const found = from(item);
    under.delete(id);
    // Inside of a circle of links an answer is only whole where it was entered.
    if (!tangled || under.size === 0) known.set(id, found);
    if (under.size === 0) tangled = false;
    return found;
  }

  function from({ id, parentId }: Item): readonly string[] {
    const others = served.get(id);
    const up = leads(parentId);
    if (!others && !looked.has(id)) return up;
    const own = looked.has(id) ? [id] : NOTHING;
    return [...new Set([...own, ...up, ...(others?.flatMap(leads) ?? NOTHING)])];
  }
  return (item) => leads(special.has(item.id) ? item.id : item.parentId);
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
