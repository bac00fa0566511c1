import type { Lack, Lacking } from '../plan/gaps';
import { isActive, type Item } from '../plan/types';
import { plainTitle, wordsOf } from '../plan/words';
import { plusDays, type Day } from '../text/dates';

/** What can be asked of a date: gone by, within a week, any, none. */
export const DATES = ['late', 'soon', 'dated', 'undated'] as const;
export type DateState = (typeof DATES)[number];

/** What is asked for. An empty field asks for nothing. */
export interface Filter {
  readonly text: string;
  readonly tag: string;
  /** The goal that a card serves, NO_GOAL for none; '' for any. */
  readonly goal: string;
  readonly dates: DateState | '';
  /** What it lacks. */
  readonly lack: Lack | '';
  readonly drafts: boolean;
}

export const EVERYTHING: Filter = {
  text: '',
  tag: '',
  goal: '',
  dates: '',
  lack: '',
  drafts: false,
};

/** Asks for the cards below no goal; it is no id. */
export const NO_GOAL = 'none';

export function asksNothing({ text, tag, goal, dates, lack, drafts }: Filter): boolean {
  const words = text.trim();
  return [words, tag, goal, dates, lack].every((asked) => asked === '') && !drafts;
}

/** What an item stands below, from the top of the plan. */
export type Path = (id: string) => readonly Item[];

/** Whether a card answers a filter, as seen on a day. */
export function answering(
  filter: Filter,
  now: Day,
  path: Path,
  lacking: Lacking,
): (item: Item) => boolean {
  const words = wordsOf(filter.text);
  const week = plusDays(now, 7);
  const lack = filter.lack === '' ? null : lacking(filter.lack);
  return (item) => {
    if (filter.tag !== '' && !item.tagIds.includes(filter.tag)) return false;
    if (filter.goal !== '' && !serves(path(item.id), filter.goal)) return false;
    if (filter.drafts && !item.draft) return false;
    if (lack && !lack.has(item.id)) return false;
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
