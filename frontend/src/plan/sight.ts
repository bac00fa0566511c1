import type { Mirror } from './mirror.svelte';
import { reaching, type Rows, type Within } from './reach';
import { isActive, type Item } from './types';
import { guiding, servedBy } from './values';

// The line of sight: what serves what, from a value down to a step. One serves
// what one stands below, and what one is linked to as serving it.

/** All that stands on some items, whatever way, with the items themselves. */
export function standingOn(mirror: Mirror, ids: Iterable<string>): Set<string> {
  const servers = new Map<string, string[]>();
  for (const { fromId, toId, kind } of mirror.links) {
    if (kind === 'serves') servers.set(toId, [...(servers.get(toId) ?? []), fromId]);
  }
  const found = new Set<string>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id) || !mirror.item(id)) continue;
    found.add(id);
    waiting.push(...mirror.children(id), ...(servers.get(id) ?? []));
  }
  return found;
}

/** The items that are said to serve a value. */
export function serving(mirror: Mirror, valueId: string): Item[] {
  const worths = mirror.said.all('worth').filter(({ body }) => body.valueId === valueId);
  return worths.flatMap(({ itemId }) => mirror.item(itemId) ?? []);
}

/** True for what somebody does: a step, or a decision to be made. */
function isAct({ kind }: Item): boolean {
  return kind === 'step' || kind === 'decision';
}

/** How many active steps of a branch have a line of sight that reaches a core value (product.md). */
export interface Alignment {
  readonly reach: number;
  readonly of: number;
}

export function alignmentOf(rows: Rows, id: string): Alignment {
  return alignmentIn(rows, reaching(rows, [id]));
}

/** The same of any items, such as those of a plan. */
export function alignmentIn(rows: Rows, within: Within): Alignment {
  return alignmentAmong([...rows.items.values()].filter(within), carriedIn(rows));
}

/** The same among some items, with what tells those that reach a core value. */
export function alignmentAmong(items: Iterable<Item>, carried: Within): Alignment {
  let [reach, of] = [0, 0];
  for (const item of items) {
    if (!isAct(item) || !isActive(item)) continue;
    of++;
    if (carried(item)) reach++;
  }
  return { reach, of };
}

/** What has a line of sight to a core value. */
export function carriedIn(rows: Rows): Within {
  return reaching(rows, carriers(rows));
}

/** The items that are said to serve a core value themselves. */
function carriers({ said }: Rows): string[] {
  const core = new Set(guiding(said).map(({ id }) => id));
  const worths = said.all('worth').filter(({ body }) => core.has(body.valueId ?? ''));
  return worths.map(({ itemId }) => itemId);
}

/** What has no line of sight, up or down, in the plan shown or in a branch of it. */
export interface Orphans {
  /** Active steps that serve no goal, vision or value (R102). */
  readonly steps: readonly Item[];
  /** Values to go by that nothing serves (R102); all of the client's plans count. */
  readonly values: readonly { readonly id: string; readonly name: string }[];
  /** Visions without anything below them (R31). */
  readonly visions: readonly Item[];
  /** Visions that serve no value. */
  readonly baseless: readonly Item[];
  /** Goals that serve no vision (R31). */
  readonly goals: readonly Item[];
}

export function orphansOf(mirror: Mirror, branch = ''): Orphans {
  const items = shown(mirror, branch);
  const of = (...kinds: Item['kind'][]) => items.filter(({ kind }) => kinds.includes(kind));
  const all = [...mirror.items.values()];
  const ids = (kind: Item['kind']) => all.filter((one) => one.kind === kind).map(({ id }) => id);
  const worths = mirror.said.all('worth').filter(({ itemId }) => mirror.item(itemId));
  const seen = standingOn(mirror, ids('vision'));
  const carried = standingOn(mirror, [
    ...seen,
    ...ids('goal'),
    ...worths.map(({ itemId }) => itemId),
  ]);
  const served = new Set(worths.map(({ body }) => body.valueId));
  return {
    steps: of('step', 'decision').filter(({ id, parentId }) => {
      const parent = mirror.item(parentId);
      return !carried.has(id) && !(parent && isAct(parent));
    }),
    values: guiding(mirror.said)
      .filter(({ id }) => !served.has(id))
      .map(({ id, body }) => ({ id, name: body.name ?? '' })),
    visions: of('vision').filter(({ id }) => !planned(mirror, id)),
    baseless: of('vision').filter(({ id }) => servedBy(mirror.said, id).length === 0),
    goals: of('goal').filter(({ id }) => !seen.has(id)),
  };
}

/** The active items of the plan shown, or of a branch of it, in the order of the outline. */
export function shown(mirror: Mirror, branch = ''): Item[] {
  const top = branch === '' ? mirror.children('') : [branch];
  return top
    .flatMap((id) => [id, ...mirror.descendants(id)])
    .flatMap((id) => mirror.item(id) ?? [])
    .filter(isActive);
}

function planned(mirror: Mirror, id: string): boolean {
  return [...standingOn(mirror, [id])].some((one) => {
    const kind = one === id ? undefined : mirror.item(one)?.kind;
    return kind !== undefined && kind !== 'idea' && kind !== 'vision';
  });
}

/** What is to be looked at again in the plan shown, as something it stands on was changed. */
export interface Asked {
  readonly id: string;
  readonly item: Item;
  /** What was changed, by its name; '' = it is gone. */
  readonly of: string;
  readonly since: string;
}

export function rechecksOf(mirror: Mirror): Asked[] {
  return mirror.said.all('recheck').flatMap(({ id, itemId, body }) => {
    const item = mirror.item(itemId);
    if (!item || item.planId !== mirror.planId) return [];
    return [{ id, item, of: changedName(mirror, body.of ?? ''), since: body.since ?? '' }];
  });
}

function changedName(mirror: Mirror, id: string): string {
  const value = mirror.said.list('value', '').find((one) => one.id === id);
  return mirror.item(id)?.title ?? value?.body.name ?? '';
}
