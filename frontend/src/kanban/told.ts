import type { Aspects } from '../plan/aspects';
import type { Tree } from '../plan/progress';
import { isActive, type Item } from '../plan/types';
import { waitWords } from '../said/words';
import { dayOf, daysBetween, shortDay, type Day } from '../text/dates';
import { t, tn } from '../text/text';

/** How a card stands: what it waits for, when it begins, and how long nobody has touched it. */
export interface Told {
  /** Whom or what it waits for: "waiting for Ada since 3 Mar"; '' = nothing, or nobody said. */
  readonly wait: string;
  /** What is still open of what it comes after. */
  readonly after: readonly Item[];
  /** "begins 3 Mar", while that is ahead. */
  readonly begins: string;
  /** "said for Fri 13 Mar 17:00". */
  readonly promise: string;
  /** How many weeks it has lain untouched while it was meant to move; 0 = it has not. */
  readonly weeks: number;
}

/** What of a plan tells how a card stands. */
interface Source extends Tree {
  readonly said: Aspects;
  readonly blockers: (id: string) => readonly Item[];
}

/** After more days than this a card in a column where things move is seen to rest. */
const STILL_DAYS = 14;

const NONE: readonly Item[] = [];

export function toldOf(from: Source, item: Item, day: Day): Told {
  if (!isActive(item)) return { wait: '', after: NONE, begins: '', promise: '', weeks: 0 };
  return {
    wait: waitOf(from, item),
    after: from.blockers(item.id),
    begins: beginsOf(item, day),
    promise: promiseOf(from, item, day),
    weeks: weeksStill(from, item, day),
  };
}

export function sameTold(a: Told, b: Told): boolean {
  const words = a.wait === b.wait && a.begins === b.begins && a.promise === b.promise;
  const after = a.after.length === b.after.length && a.after.every((one, i) => one === b.after[i]);
  return words && after && a.weeks === b.weeks;
}

/** Something is told of when, or for how long. */
export function whens({ begins, promise, weeks }: Told): boolean {
  return begins !== '' || promise !== '' || weeks > 0;
}

/** What a card comes after, in a line: the first of them, and how many more. */
export function afterWords([first, ...more]: readonly Item[]): string {
  if (!first) return '';
  const { title } = first;
  return more.length === 0
    ? t('board.after', { title })
    : tn('board.after.more', more.length, { title });
}

/** All that a card comes after. */
export function afterAll(after: readonly Item[]): string {
  return t('board.after', { title: after.map(({ title }) => title).join(' · ') });
}

/** Nobody counts more weeks than this. */
const MOST_WEEKS = 8;
const WEEKS_A_MONTH = 4.35;

/** "untouched for 3 weeks", or for months; '' = it is not so long. */
export function stillWords(weeks: number): string {
  if (weeks === 0) return '';
  if (weeks <= MOST_WEEKS) return tn('board.still', weeks);
  return tn('board.still.months', Math.floor(weeks / WEEKS_A_MONTH));
}

/** From so many weeks on a card has lain still for long. */
const LONG_WEEKS = 6;

/** How much a card shows that it has lain still: its paper, never a warning. */
export function stillness(weeks: number): 'some' | 'long' | undefined {
  if (weeks === 0) return undefined;
  return weeks < LONG_WEEKS ? 'some' : 'long';
}

function waitOf({ said }: Source, { id, state }: Item): string {
  return state === 'waiting' ? waitWords(said.once('wait', id)) : '';
}

/** The first day of a vague date is no beginning: its words say when it is. */
function beginsOf({ start, dueKind }: Item, day: Day): string {
  if (start <= day || dueKind === 'soft') return '';
  return t('board.begins', { day: shortDay(start, day) });
}

function promiseOf({ said }: Source, { id }: Item, day: Day): string {
  const { on, time } = said.once('promise', id);
  if (on === undefined) return '';
  const when = shortDay(on, day);
  return t('board.promise', { when: time ? `${when} ${time}` : when });
}

/** Weeks since anything about the card, or about a step of its own, was changed. A routine has its own log. */
function weeksStill(tree: Source, { id, state, changedAt }: Item, day: Day): number {
  if (state !== 'doing' && state !== 'waiting') return 0;
  if (tree.said.once('routine', id).rule !== undefined) return 0;
  let last = changedAt;
  for (const child of tree.children(id)) {
    const changed = tree.item(child)?.changedAt ?? '';
    if (changed > last) last = changed;
  }
  const days = daysBetween(dayOf(last), day);
  return days > STILL_DAYS ? Math.floor(days / 7) : 0;
}

/** How many lines above the last one tell how a card stands. */
export function linesOf(from: Source, item: Item): number {
  if (!isActive(item)) return 0;
  return (waitOf(from, item) === '' ? 0 : 1) + (from.blockers(item.id).length === 0 ? 0 : 1);
}
