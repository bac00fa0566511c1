import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Area, type Item, type State, type Tag } from '../plan/types';
import type { Tree } from '../plan/progress';
import { dueOf, type Due } from '../plan/due';
import type { Day } from '../text/dates';
import { hasMeta } from './height';
import type { CardRow } from './lanes';
import { sameTold, toldOf, whens, type Told } from './told';

/** The own steps of a card: how they lie, and how many of those that count are done. */
export interface Parts {
  readonly states: readonly State[];
  readonly done: number;
  readonly of: number;
}

/** What is told on a card besides its title. */
export interface Facts extends Told {
  readonly parts: Parts | null;
  /** The step below it that is there for today. */
  readonly next: Item | undefined;
  readonly due: Due | null;
  /** What it says it stands below. */
  readonly at: Item | undefined;
  readonly area: Area | undefined;
  readonly tags: readonly Tag[];
  /** The name of its plan, on a board of all plans; else ''. */
  readonly plan: string;
  /** The hash of its cover picture; '' = it has none. */
  readonly cover: string;
}

/** What of the mirror is told on cards. */
export type Source = Tree &
  Pick<Mirror, 'area' | 'tag' | 'said'> & {
    /** What is still open of what a card comes after. */
    readonly blockers: (id: string) => readonly Item[];
    /** The name of a plan where cards name it; else ''. */
    readonly plan: (id: string) => string;
  };

/** What is told on a card on a day; the same object as long as it is the same. */
export function factsOf(from: Source, row: CardRow, day: Day, before?: Facts): Facts {
  const { item } = row;
  const facts = {
    parts: partsOf(from, item.id),
    next: dueBelow(from, item.id, day),
    due: dueOf(item, day),
    at: from.item(row.at),
    area: from.area(row.areaId),
    tags: item.tagIds.flatMap((id) => from.tag(id) ?? []),
    plan: from.plan(item.planId),
    cover: from.said.once('cover', item.id).picture ?? '',
    ...toldOf(from, item, day),
  };
  return before && sameFacts(before, facts) ? before : facts;
}

function sameFacts(a: Facts, b: Facts): boolean {
  const same = a.next === b.next && a.at === b.at && a.area === b.area && a.cover === b.cover;
  const dues = a.due?.words === b.due?.words && a.due?.now === b.due?.now;
  const lists = sameList(a.tags, b.tags) && sameList(statesOf(a), statesOf(b));
  return same && dues && lists && a.plan === b.plan && sameTold(a, b);
}

function statesOf({ parts }: Facts): readonly State[] {
  return parts?.states ?? [];
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i]);
}

/** A card has a last line when there is something to say on it. */
export function hasFoot(row: CardRow, facts: Facts): boolean {
  return hasMeta(row) || whens(facts);
}

/** More stones than this nobody counts: a ring tells the share instead. */
export const MOST_STONES = 7;

/** The first open step right below a card that is there for a day. */
export function dueBelow(tree: Tree, id: string, day: Day): Item | undefined {
  for (const child of tree.children(id)) {
    const item = tree.item(child);
    if (item?.due === day && isActive(item) && item.kind !== 'idea') return item;
  }
  return undefined;
}

/** The steps right below a card that are in a denominator; null without any. */
export function partsOf(tree: Tree, id: string): Parts | null {
  const states: State[] = [];
  for (const child of tree.children(id)) {
    const item = tree.item(child);
    if (!item || item.kind === 'idea' || item.state === 'parked' || item.state === 'letgo')
      continue;
    states.push(item.state);
  }
  if (states.length === 0) return null;
  const done = states.filter((state) => state === 'done').length;
  return { states, done, of: states.length };
}
