import type { Item, Kind } from '../plan/types';
import type { Desk } from './desk';

/** Hangs something new below an item, before or behind all that is there; its id, or undefined when it was refused. */
export async function addBelow(
  { edits, mirror }: Desk,
  above: Item,
  title: string,
  where: 'first' | 'last' = 'last',
  kind: Kind = 'step',
): Promise<string | undefined> {
  const afterId = where === 'first' ? '' : (mirror.children(above.id, above.planId).at(-1) ?? '');
  const place = { planId: above.planId, parentId: above.id, afterId };
  const added = await edits.addItem({ place, kind, title, edit: '', estimateMin: 0, columnId: '' });
  return added?.focus;
}
