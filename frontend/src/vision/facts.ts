import type { Aspect } from '../plan/aspects';
import { valueOf } from '../plan/measure';
import type { Mirror } from '../plan/mirror.svelte';
import type { Piece } from '../plan/pieces';
import { isActive, type Item, type State } from '../plan/types';
import { shortDay, type Day } from '../text/dates';
import { t } from '../text/text';

/** What a piece stands for, and how that is going. */
export interface Told {
  readonly item: Item | null;
  readonly value: Aspect<'value'> | null;
  /** The share done, 0 to 1; null = there is nothing to count. */
  readonly share: number | null;
  /** Beside the share: how much of what is counted. */
  readonly counted: string;
  /** The next day that matters. */
  readonly day: string;
}

export const NOTHING: Told = { item: null, value: null, share: null, counted: '', day: '' };

/** What a piece stands for now. */
export function toldOf(mirror: Mirror, piece: Piece, now: Day): Told {
  const item = mirror.item(piece.itemId) ?? null;
  const value = mirror.said.list('value', '').find(({ id }) => id === piece.valueId) ?? null;
  if (!item) return { ...NOTHING, value };
  const step = item.kind === 'step' || item.kind === 'idea';
  const share = step ? (item.state === 'done' ? 1 : null) : mirror.progress(item.id);
  return { item, value, share, counted: countedOf(mirror, item), day: dayOf(mirror, item, now) };
}

/** "11 of 24 chapters", where something is counted. */
function countedOf({ said }: Mirror, { id }: Item): string {
  const entries = said.list('entry', id);
  for (const measure of said.list('measure', id)) {
    const { target, unit = '' } = measure.body;
    const value = valueOf(measure, entries);
    if (target !== undefined && value !== undefined)
      return t('vision.card.counted', { value, target, unit }).trim();
  }
  return '';
}

/** The day on which it is due, else the first of what hangs below it. */
function dayOf(mirror: Mirror, item: Item, now: Day): string {
  if (item.due !== '') return isActive(item) ? shortDay(item.due, now) : '';
  let first = '';
  for (const id of mirror.descendants(item.id)) {
    const below = mirror.item(id);
    if (below && below.due !== '' && isActive(below) && (first === '' || below.due < first))
      first = below.due;
  }
  return first === '' ? '' : shortDay(first, now);
}

/** What a wake-up card has led to. */
export interface Woke {
  /** Nothing is answered yet, and it asks. */
  readonly asks: boolean;
  /** It is asked another day. */
  readonly later: string;
  readonly barrier: string;
  readonly cue: string;
  readonly response: string;
  readonly step: { readonly title: string; readonly state: State } | null;
}

export function wokeOf(mirror: Mirror, piece: Piece<'wake'>, now: Day): Woke {
  const { barrierId, strategyId, stepId, later = '' } = piece.body;
  const barrier = mirror.said.all('barrier').find(({ id }) => id === barrierId);
  const said = mirror.said.all('strategy').find(({ id }) => id === strategyId)?.body ?? {};
  const step = mirror.item(stepId ?? '');
  const what = barrier?.body.what ?? '';
  const answered = what !== '' || said.response !== undefined || step !== undefined;
  return {
    asks: !answered,
    later: !answered && later > now ? later : '',
    barrier: what,
    cue: said.cue ?? '',
    response: said.response ?? '',
    step: step ? { title: step.title, state: step.state } : null,
  };
}

/** The name of what a piece stands for; '' = nothing. */
export function tieName({ item, value }: Told): string {
  return item?.title ?? value?.body.name ?? '';
}
