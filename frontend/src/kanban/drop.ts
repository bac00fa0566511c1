import type { Item } from '../plan/types';
import type { Key } from '../text/text';
import { placeOf, type Groups } from './groups';
import type { Row } from './lanes';

/** Where cards would lie in a column: before the row at index, right after afterId ('' = at its top). */
export interface Slot {
  readonly index: number;
  readonly afterId: string;
}

/** A column as a drop sees it: without the cards in the hand. */
export interface Target {
  readonly rows: readonly Row[];
  /** All cards of the column in their order, also those that a filter hides. */
  readonly all: readonly Item[];
}

/** The group that is dropped into, and how cards are grouped; null without groups. */
export type Into = (Pick<Groups, 'by' | 'order'> & { readonly group: string }) | null;

/** The slot that lies nearest to an index: cards stay in their group. */
export function slotAt(target: Target, index: number, into: Into): Slot {
  const within = Math.min(index, endOf(target.rows));
  const at = into ? inGroup(target.rows, within, into) : within;
  return { index: at, afterId: after(target, at, into?.group) };
}

/** Nothing is dropped among what was done earlier: where the cards above that end. */
function endOf(rows: readonly Row[]): number {
  const at = rows.findIndex((row) => row.what === 'head' && row.by === 'earlier');
  return at < 0 ? rows.length : at;
}

/** The group that the hand is over; undefined above the first. */
export function groupAt(rows: readonly Row[], index: number): string | undefined {
  return rows.slice(0, index).findLast(({ what }) => what === 'head')?.group;
}

/** What is said to a hand that lets go over a group where its cards do not stand. */
export function strayed(over: string | undefined, into: Into): Key | null {
  if (!into || over === undefined || over === into.group) return null;
  return into.group ? `board.stays.${into.by}` : `board.stays.${into.by}.without`;
}

function inGroup(rows: readonly Row[], index: number, { group, order }: NonNullable<Into>): number {
  const head = rows.findIndex((row) => row.what === 'head' && row.group === group);
  if (head < 0) {
    const later = (row: Row) =>
      row.what === 'head' && placeOf(order, row.group) > placeOf(order, group);
    const next = rows.findIndex(later);
    return next < 0 ? endOf(rows) : next;
  }
  const beyond = rows.findIndex((row, i) => i > head && row.what === 'head');
  return Math.min(Math.max(index, head + 1), beyond < 0 ? rows.length : beyond);
}

function after({ rows, all }: Target, index: number, group: string | undefined): string {
  const fits = (row: Row | undefined) =>
    row?.what === 'card' && (group === undefined || row.group === group);
  const above = rows[index - 1];
  if (above && fits(above)) return above.id;
  const below = rows[index];
  if (!below || !fits(below)) return all.at(-1)?.id ?? '';
  return all[all.findIndex(({ id }) => id === below.id) - 1]?.id ?? '';
}

/** The column whose middle is nearest to x, by the left and right ends of the columns. */
export function columnAt(ends: readonly { left: number; right: number }[], x: number): number {
  let nearest = -1;
  let least = Infinity;
  for (const [i, { left, right }] of ends.entries()) {
    const far = Math.max(left - x, x - right, 0);
    if (far < least) [nearest, least] = [i, far];
  }
  return nearest;
}

/** The gap between columns that lies nearest to x: 0 is before the first. */
export function gapBetween(ends: readonly { left: number; right: number }[], x: number): number {
  return ends.filter(({ left, right }) => x > (left + right) / 2).length;
}
