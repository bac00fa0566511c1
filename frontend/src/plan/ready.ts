import type { Mirror } from './mirror.svelte';
import { isActive, type Item } from './types';

/** A step, or a decision, which is one in itself. */
export function isStep({ kind }: Item): boolean {
  return kind === 'step' || kind === 'decision';
}

/** Tells what can be begun now, in the plan as it is. */
export function readyIn(mirror: Mirror): (item: Item) => boolean {
  const waits = new Set(
    mirror.links
      .filter(({ kind, toId }) => kind === 'after' && isOpen(mirror.item(toId)))
      .map(({ fromId }) => fromId),
  );
  return (item) =>
    isStep(item) &&
    (item.state === 'todo' || item.state === 'doing') &&
    !waits.has(item.id) &&
    !mirror.children(item.id, item.planId).some((id) => isOpenStep(mirror.item(id))) &&
    mirror.path(item.id).every((up) => isActive(up));
}

/** A step that is still to be done and has no open steps of its own: its estimate counts. */
export function isOpenLeaf(mirror: Mirror, item: Item): boolean {
  return (
    isOpenStep(item) &&
    !mirror.children(item.id, item.planId).some((id) => isOpenStep(mirror.item(id)))
  );
}

function isOpen(item: Item | undefined): boolean {
  return item !== undefined && isActive(item);
}

function isOpenStep(item: Item | undefined): boolean {
  return item !== undefined && isStep(item) && isActive(item);
}
