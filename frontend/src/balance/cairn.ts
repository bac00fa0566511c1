import { deedsOf } from '../measure/deeds';
import type { Mirror } from '../plan/mirror.svelte';
import { inPlan } from '../plan/reach';
import type { Item } from '../plan/types';
import { dayOf, type Day } from '../text/dates';
import { tn } from '../text/text';

/** What lays a stone: each is another one. */
export const SORTS = ['step', 'decision', 'milestone'] as const;
export type Sort = (typeof SORTS)[number];

/** A stone of a cairn, and what laid it. */
export interface Laid {
  readonly item: Item;
  readonly sort: Sort;
  readonly day: Day;
  /** It was done today. */
  readonly fresh: boolean;
  readonly celebrated: boolean;
}

/** The stones of a plan, in the order in which they were laid. */
export function laidIn(mirror: Mirror, planId: string, now: Day): Laid[] {
  const celebrated = new Set(mirror.said.all('celebration').map(({ itemId }) => itemId));
  return deedsOf(mirror, inPlan(planId))
    .filter(({ item }) => item.doneAt !== '')
    .map(({ item }) => item)
    .sort((a, b) => order(a.doneAt, b.doneAt) || order(a.id, b.id))
    .map((item): Laid => {
      const day = dayOf(item.doneAt);
      const sort = item.kind === 'decision' || item.kind === 'milestone' ? item.kind : 'step';
      return { item, sort, day, fresh: day === now, celebrated: celebrated.has(item.id) };
    });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** "12 steps, 1 decision" */
export function sortsWords(laid: readonly Laid[]): string {
  return SORTS.map((sort) => [sort, laid.filter((one) => one.sort === sort).length] as const)
    .filter(([, count]) => count > 0)
    .map(([sort, count]) => tn(`balance.cairn.${sort}s`, count))
    .join(', ');
}

/** What a stone may bear beside its form. */
const MARKS = {
  milestone: ({ sort }) => sort === 'milestone',
  decision: ({ sort }) => sort === 'decision',
  celebrated: ({ celebrated }) => celebrated,
  fresh: ({ fresh }) => fresh,
} as const satisfies Record<string, (one: Laid) => boolean>;
export type Mark = keyof typeof MARKS;

/** What is borne by a stone that lies there: only that is worth an explanation. */
export function marksOf(laid: readonly Laid[]): Mark[] {
  return (['milestone', 'decision', 'celebrated', 'fresh'] as const).filter((mark) =>
    laid.some(MARKS[mark]),
  );
}
