import type { Mirror } from '../plan/mirror.svelte';
import type { Item, Kind } from '../plan/types';
import { firstSentence } from '../text/sentence';

/** What the compass line says: a vision in one sentence (R18). */
export interface Compass {
  readonly vision: Item;
  readonly sentence: string;
}

/** The compass of an item: the vision it stands on, else the first one of the plan; null without any. */
export function compassOf(mirror: Mirror, id: string): Compass | null {
  const vision = visionBelow(mirror, id) ?? firstVision(mirror, mirror.children(''));
  return vision ? { vision, sentence: sentenceOf(mirror, vision) } : null;
}

/** The picture of success says it best (R13), else what the vision is, else its title. */
function sentenceOf(mirror: Mirror, { id, what, title }: Item): string {
  const { success = '' } = mirror.said.once('outlook', id);
  return firstSentence(success) || firstSentence(what) || title;
}

/** The nearest vision that an item of the plan shown stands on; an idea in the tray stands on none. */
function visionBelow(mirror: Mirror, id: string): Item | undefined {
  const item = mirror.item(id);
  if (!item || item.planId !== mirror.planId) return undefined;
  return [...mirror.path(id), item].findLast((one) => one.kind === 'vision');
}

/** Below these there is no vision worth looking for among ten thousand items. */
const ENDS: readonly Kind[] = ['step', 'decision', 'idea'];

function firstVision(mirror: Mirror, ids: readonly string[]): Item | undefined {
  for (const id of ids) {
    const item = mirror.item(id);
    if (!item || ENDS.includes(item.kind)) continue;
    const found = item.kind === 'vision' ? item : firstVision(mirror, mirror.children(id));
    if (found) return found;
  }
  return undefined;
}
