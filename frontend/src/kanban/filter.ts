import type { Lack, Lacking } from '../plan/gaps';
import { isActive, type Item } from '../plan/types';
import { plainTitle, wordsOf } from '../plan/words';
import { plusDays, type Day } from '../text/dates';

/** What can be asked of a date: gone by, within a week, any, none. */
export const DATES = ['late', 'soon', 'dated', 'undated'] as const;
export type DateState = (typeof DATES)[number];

/** What can be asked of how a card stands: it can begin, waits, comes after something open, lies untouched. */
export const STANDS = ['ready', 'waiting', 'blocked', 'still'] as const;
export type Stand = (typeof STANDS)[number];

/** What is asked for. An empty field asks for nothing. */
export interface Filter {
  readonly text: string;
  readonly tag: string;
  /** The goal that a card serves, NO_GOAL for none; '' for any. */
  readonly goal: string;
  readonly dates: DateState | '';
  /** Who does it, NOBODY for whom nobody is named; '' for anybody. */
  readonly person: string;
  readonly stands: Stand | '';
  /** What it lacks. */
  readonly lack: Lack | '';
  readonly drafts: boolean;
}

export const EVERYTHING: Filter = {
  text: '',
  tag: '',
  goal: '',
  dates: '',
  person: '',
  stands: '',
  lack: '',
  drafts: false,
};

/** Asks for the cards below no goal; it is no id. */
export const NO_GOAL = 'none';

/** Asks for the cards that nobody is named for; it is no id. */
export const NOBODY = 'none';

export function asksNothing(filter: Filter): boolean {
  return sameFilter({ ...filter, text: filter.text.trim() }, EVERYTHING);
}

/** Two filters ask for the same. */
export function sameFilter(a: Filter, b: Filter): boolean {
  return FIELDS.every((field) => a[field] === b[field]);
}

const FIELDS = Object.keys(EVERYTHING) as (keyof Filter)[];

/** What of a plan a filter asks beside the cards themselves. */
export interface Asked {
  /** What an item stands below, from the top of the plan. */
  path(id: string): readonly Item[];
  readonly lacking: Lacking;
  /** Who does a card; '' = nobody is named. */
  doer(): (card: Item) => string;
  standing(stand: Stand): (card: Item) => boolean;
}

/** Whether a card answers a filter, as seen on a day. */
export function answering(filter: Filter, now: Day, asked: Asked): (item: Item) => boolean {
  const words = wordsOf(filter.text);
  const week = plusDays(now, 7);
  const lack = filter.lack === '' ? null : asked.lacking(filter.lack);
  const doer = filter.person === '' ? null : asked.doer();
  const stands = filter.stands === '' ? null : asked.standing(filter.stands);
  return (item) => {
    if (filter.tag !== '' && !item.tagIds.includes(filter.tag)) return false;
    if (filter.goal !== '' && !serves(asked.path(item.id), filter.goal)) return false;
    if (filter.drafts && !item.draft) return false;
    if (lack && !lack.has(item.id)) return false;
    if (doer && (doer(item) || NOBODY) !== filter.person) return false;
    if (stands && !stands(item)) return false;
    if (filter.dates !== '' && !dated(item, filter.dates, now, week)) return false;
    return words.length === 0 || words.every((word) => plainTitle(item).includes(word));
  };
}

function serves(path: readonly Item[], goal: string): boolean {
  if (goal === NO_GOAL) return !path.some(({ kind }) => kind === 'goal');
  return path.some(({ id }) => id === goal);
}

function dated(item: Item, dates: DateState, now: Day, week: Day): boolean {
  switch (dates) {
    case 'late':
      return item.due !== '' && item.due < now && isActive(item);
    case 'soon':
      return item.due >= now && item.due <= week;
    case 'dated':
      return item.due !== '';
    case 'undated':
      return item.due === '';
  }
}
