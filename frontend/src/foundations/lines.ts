import type { Mirror } from '../plan/mirror.svelte';
import { readyIn } from '../plan/ready';
import { serving } from '../plan/sight';
import { isActive, type Item } from '../plan/types';
import { servedBy, valuesOf, weigh, type Served } from '../plan/values';

/** One stone of a line of sight, what lies on it, and what can be done next for it. */
export interface Stone {
  readonly item: Item;
  readonly above: readonly Stone[];
  /** The first step that can be begun, on the topmost stone or right on this one; null = none. */
  readonly next: Item | null;
}

/** A value and what is said to serve it. */
export interface Line {
  readonly id: string;
  readonly name: string;
  readonly core: boolean;
  /** What serves it most strongly comes first. */
  readonly stones: readonly Bottom[];
}

/** The stone that lies on a value, and how strongly it serves it. */
export interface Bottom extends Stone {
  readonly strength: Served['strength'];
}

/** What stands on a line of sight; steps are told by the next one only. */
const STONES: readonly Item['kind'][] = ['vision', 'goal', 'milestone'];

/** The lines of the plan shown, from each value up to the next step. */
export function linesOf(mirror: Mirror, branch: string): Line[] {
  const here = within(mirror, branch);
  return valuesOf(mirror.said).map(({ id, body }) => ({
    id,
    name: body.name ?? '',
    core: body.core === true,
    stones: tops(serving(mirror, id).filter(here), mirror)
      .map((item) => ({ ...stoneOf(mirror, item), strength: strengthOf(mirror, item, id) }))
      .sort((a, b) => weigh(b.strength) - weigh(a.strength)),
  }));
}

function strengthOf({ said }: Mirror, { id }: Item, valueId: string): Served['strength'] {
  return servedBy(said, id).find((one) => one.id === valueId)?.strength;
}

function within(mirror: Mirror, branch: string): (item: Item) => boolean {
  const below = branch === '' ? null : new Set([branch, ...mirror.descendants(branch)]);
  return ({ id, planId }) => planId === mirror.planId && (below === null || below.has(id));
}

/** Those that stand below none of the others: each is told once. */
function tops(items: readonly Item[], mirror: Mirror): Item[] {
  const all = new Set(items.map(({ id }) => id));
  return items.filter(
    (item) => isActive(item) && !mirror.path(item.id).some(({ id }) => all.has(id)),
  );
}

function stoneOf(mirror: Mirror, item: Item): Stone {
  const above = mirror
    .children(item.id)
    .flatMap((id) => mirror.item(id) ?? [])
    .filter((one) => STONES.includes(one.kind) && isActive(one))
    .map((one) => stoneOf(mirror, one));
  return { item, above, next: nextOf(mirror, item, above.length > 0) };
}

/** The next step below an item; own: only of those that stand right below it. */
function nextOf(mirror: Mirror, item: Item, own: boolean): Item | null {
  if (item.kind === 'step' || item.kind === 'decision') return null;
  const ready = readyIn(mirror);
  const ids = own ? mirror.children(item.id) : mirror.descendants(item.id);
  const below = ids.flatMap((id) => mirror.item(id) ?? []);
  return below.find(ready) ?? null;
}
