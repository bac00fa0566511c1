import type { Mirror } from './mirror.svelte';
import { isActive, type Item } from './types';

/** A step, or a decision, which is one in itself. */
export function isStep({ kind }: Item): boolean {
  return kind === 'step' || kind === 'decision';
}

/** Tells what can be begun now, in the plan as it is. */
export function readyIn(mirror: Mirror): (item: Item) => boolean {
  const before = blockersIn(mirror);
  return (item) =>
    isStep(item) &&
    (item.state === 'todo' || item.state === 'doing') &&
    before(item.id).length === 0 &&
    !mirror.children(item.id, item.planId).some((id) => isOpenStep(mirror.item(id))) &&
    mirror.path(item.id).every((up) => isActive(up));
}

const NOTHING: readonly Item[] = [];

/** Tells what is still open of what an item comes after. */
export function blockersIn(mirror: Mirror): (id: string) => readonly Item[] {
  const before = new Map<string, Item[]>();
  for (const { kind, fromId, toId } of mirror.links) {
    const item = kind === 'after' ? mirror.item(toId) : undefined;
    if (!item || !isActive(item)) continue;
    const others = before.get(fromId);
    if (others) others.push(item);
    else before.set(fromId, [item]);
  }
  return (id) => before.get(id) ?? NOTHING;
}

/** A step that is still to be done and has no open steps of its own: its estimate counts. */
export function isOpenLeaf(mirror: Mirror, item: Item): boolean {
  return (
    isOpenStep(item) &&
    !mirror.children(item.id, item.planId).some((id) => isOpenStep(mirror.item(id)))
  );
}

function isOpenStep(item: Item | undefined): boolean {
  return item !== undefined && isStep(item) && isActive(item);
}
