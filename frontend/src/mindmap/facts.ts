import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Item } from '../plan/types';
import { lackOf } from '../plan/gaps';
import { shortDay, type Day } from '../text/dates';
import { t } from '../text/text';

/** What is quietly said below the line of a node. */
export interface Facts {
  /** 0 to 1; null = there is nothing to count, or it is a step. */
  readonly share: number | null;
  /** What is missing; '' = nothing. */
  readonly ask: string;
  readonly words: readonly string[];
  readonly noted: boolean;
}

/** What a node says besides its title; null = nothing. */
export function factsOf(mirror: Mirror, item: Item, now: Day): Facts | null {
  const counts = item.kind === 'vision' || item.kind === 'goal' || item.kind === 'milestone';
  const share = counts ? mirror.progress(item.id) : null;
  const words = [
    ownArea(mirror, item),
    item.due !== '' && isActive(item) ? shortDay(item.due, now) : '',
    ...item.tagIds.flatMap((id) => '#' + (mirror.tag(id)?.name ?? '')),
  ].filter((word) => word !== '' && word !== '#');
  const noted = item.notes !== '';
  const ask = askOf(mirror, item);
  const facts = { share, ask, words, noted };
  return noted || says(facts) ? facts : null;
}

/** No steps yet (R40), or something else that is not there yet (R42). */
function askOf(mirror: Mirror, { id }: Item): string {
  const lack = lackOf(mirror, id);
  if (lack) return t(`filter.lack.${lack}`);
  return mirror.stepless(id) ? t('outline.stepless') : '';
}

/** True when something is said below the line; that there are notes is said beside the words. */
export function says({ share, ask, words }: Facts): boolean {
  return share !== null || ask !== '' || words.length > 0;
}

/** The name of a life area where it begins: what stands below has it too. */
function ownArea(mirror: Mirror, item: Item): string {
  const above = mirror.item(item.parentId);
  return item.areaId === above?.areaId ? '' : (mirror.area(item.areaId)?.name ?? '');
}

export function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
