import type { Bodies, Sort } from '../plan/aspects';
import type { Mirror } from '../plan/mirror.svelte';
import type { Item } from '../plan/types';

/** The letters of SMARTER (S2 L27, S3 L39); which of them are asked is a setting. */
export const LETTERS = [
  'specific',
  'measurable',
  'achievable',
  'relevant',
  'timed',
  'evaluate',
  'readjust',
] as const;
export type Letter = (typeof LETTERS)[number];

/** All that is known of a goal when it is looked at. */
export interface GoalFacts {
  readonly item: Item;
  readonly aim: Bodies['aim'];
  readonly measures: readonly Bodies['measure'][];
  /** It stands below a vision, or serves one. */
  readonly seen: boolean;
  /** The lens finds its words vague. */
  readonly vague: boolean;
}

/** Whether a letter is met by what is said; else it is not visible yet, and never wrong. */
export function isMet(letter: Letter, { item, aim, measures, seen, vague }: GoalFacts): boolean {
  switch (letter) {
    case 'specific':
      return said(aim.statement) && !vague;
    case 'measurable':
      return said(aim.judge) || measures.some(({ target }) => target !== undefined);
    case 'achievable':
      return said(aim.reachable) || aim.confidence !== undefined;
    case 'relevant':
      return said(item.why) || seen;
    case 'timed':
      return item.due !== '';
    case 'evaluate':
      return said(aim.check);
    case 'readjust':
      return said(aim.readjust);
  }
}

/**
 * The letters that a goal of a sort is asked for, of those that are chosen. What
 * is only to be explored is not bullied into numbers and deadlines.
 */
export function lettersFor(sort: Sort | undefined, chosen: readonly Letter[]): readonly Letter[] {
  if (sort !== 'open') return chosen;
  return chosen.filter((letter) => letter !== 'measurable' && letter !== 'timed');
}

/** The letters that a setting names, parted by spaces, in their order; none of them = all. */
export function lettersOf(setting: string): readonly Letter[] {
  const named = setting.split(' ');
  const chosen = LETTERS.filter((letter) => named.includes(letter));
  return chosen.length > 0 ? chosen : LETTERS;
}

/** A goal stands below a vision, or serves one. */
export function isSeen(mirror: Mirror, item: Item): boolean {
  const isVision = (id: string) => mirror.item(id)?.kind === 'vision';
  const serves = mirror.links.some(
    ({ fromId, toId, kind }) => fromId === item.id && kind === 'serves' && isVision(toId),
  );
  return serves || mirror.path(item.id).some(({ kind }) => kind === 'vision');
}

function said(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
