import { inDigits } from '../text/counts';
import { readNumber } from '../plan/measure';
import type { Mirror } from '../plan/mirror.svelte';
import type { Item, LinkKind } from '../plan/types';

/** One link of an item, with the item at its other end. */
export interface Linked {
  readonly linkId: string;
  readonly other: Item;
  /** Days that lie between them. */
  readonly lag: number;
  /** How much it counts there. */
  readonly weight: number;
}

/** The links of an item whose other end is not in the trash. */
export interface LinksOf {
  /** Goals and visions that it also serves. */
  readonly serves: readonly Linked[];
  /** What it waits for. */
  readonly after: readonly Linked[];
  /** What waits for it. */
  readonly before: readonly Linked[];
}

export function linksOf(mirror: Mirror, id: string): LinksOf {
  const ends = (kind: LinkKind, from: boolean): Linked[] =>
    mirror.links.flatMap((link) => {
      if (link.kind !== kind || (from ? link.fromId : link.toId) !== id) return [];
      const other = mirror.item(from ? link.toId : link.fromId);
      return other ? [{ linkId: link.id, other, lag: link.lag, weight: link.weight }] : [];
    });
  return { serves: ends('serves', true), after: ends('after', true), before: ends('after', false) };
}

/** True for what an item can be linked to: what carries it already needs no link, and it serves only goals and visions. */
export function linkable(mirror: Mirror, item: Item, kind: LinkKind): (other: Item) => boolean {
  const near = new Set([item.id, ...mirror.path(item.id).map((one) => one.id)]);
  const there = linksOf(mirror, item.id)[kind].map(({ other }) => other.id);
  return (other) => {
    if (near.has(other.id) || there.includes(other.id) || other.kind === 'idea') return false;
    return kind === 'after' || other.kind === 'goal' || other.kind === 'vision';
  };
}

/** The least and the most that something counts. */
const COUNTS = { from: 0, to: 10 };

/** Reads how much something counts: "2", "0.5 ×", '' for as much as the others. null when it is no such number. */
export function readWeight(typed: string): number | null {
  const weight = typed.trim() === '' ? 1 : readNumber(typed, '×');
  return weight !== null && weight > COUNTS.from && weight <= COUNTS.to ? weight : null;
}

/** "2 ×"; '' for what counts as much as the others. */
export function weightWords(weight: number): string {
  return weight === 1 ? '' : `${String(weight)} ×`;
}

/** Reads so many days: "3 days", "3", "2 weeks", '' for none. null when it is no such number. */
export function readDays(typed: string): number | null {
  const text = inDigits(typed.trim().toLowerCase()).replace(/^\+ ?/, '');
  if (text === '') return 0;
  const match = /^(\d{1,4}) ?(d|days?|w|weeks?)?( later| between)?$/.exec(text);
  return match ? Number(match[1]) * (match[2]?.startsWith('w') ? 7 : 1) : null;
}
