/** How well a title answers: a prefix before a word's beginning before any place before loose words. */
export const NONE = 0;
export const WORDS = 1;
export const INSIDE = 2;
export const WORD = 3;
export const PREFIX = 4;

/** What was typed, made ready once for many titles. */
export interface Query {
  /** All of it, as one stretch. */
  readonly whole: string;
  readonly words: readonly string[];
}

/** How well a plain title answers a query; an empty query is answered by all alike. */
export function rank(title: string, { whole, words }: Query): number {
  const at = title.indexOf(whole);
  if (at === 0) return PREFIX;
  if (at > 0) return beginsWord(title, whole, at) ? WORD : INSIDE;
  return words.every((word) => title.includes(word)) ? WORDS : NONE;
}

function beginsWord(title: string, part: string, first: number): boolean {
  for (let at = first; at >= 0; at = title.indexOf(part, at + 1))
    if (!/[\p{L}\p{N}]/u.test(title[at - 1] ?? '')) return true;
  return false;
}

/** What answers best, most of it first, and how many answer in all. */
export interface Best<T> {
  readonly hits: T[];
  readonly count: number;
  /** How well the first one answers. */
  readonly top: number;
}

/**
 * The best of many, at most so many of them. What answers equally well keeps
 * its order, so no more than that many of each rank have to be kept.
 */
export function best<T>(all: Iterable<T>, most: number, rankOf: (one: T) => number): Best<T> {
  const ranked: T[][] = [[], [], [], [], []];
  let count = 0;
  for (const one of all) {
    const rank = rankOf(one);
    if (rank === NONE) continue;
    count++;
    const equals = ranked[rank];
    if (equals && equals.length < most) equals.push(one);
  }
  const top = ranked.findLastIndex((equals) => equals.length > 0);
  return { hits: ranked.reverse().flat().slice(0, most), count, top: Math.max(top, NONE) };
}
