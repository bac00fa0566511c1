import { choosable } from '../plan/choosable';
import type { Mirror } from '../plan/mirror.svelte';
import { finds } from '../ui/found';
import type { Line } from '../ui/finder';
import { plain, wordsOf } from '../plan/words';

/** A line that leads to an item or a value. */
export interface TieLine extends Line {
  readonly itemId: string;
  readonly valueId: string;
}

/** More lines than this nobody reads; typing finds the rest. */
const MOST = 40;

/** The visions, goals and milestones of a plan that answer some words, and with steps those too. */
export function itemLines(mirror: Mirror, words: string, steps: boolean): TieLine[] {
  const all = choosable(mirror, ({ kind }) =>
    steps ? kind !== 'idea' : kind === 'vision' || kind === 'goal' || kind === 'milestone',
  );
  return answering(all, ({ title }) => title, words).map(({ id, title, path, kind }) => ({
    id,
    itemId: id,
    valueId: '',
    words: title,
    found: finds(title, words),
    beside: path,
    sign: kind ? { kind } : undefined,
  }));
}

/** The values of the client that answer some words. */
export function valueLines(mirror: Mirror, words: string): TieLine[] {
  const all = mirror.said.list('value', '').map(({ id, body }) => ({ id, name: body.name ?? '' }));
  return answering(all, ({ name }) => name, words).map(({ id, name }) => ({
    id,
    itemId: '',
    valueId: id,
    words: name,
    found: finds(name, words),
  }));
}

function answering<One>(all: readonly One[], name: (one: One) => string, words: string): One[] {
  const wanted = wordsOf(words);
  return all
    .filter((one) => wanted.every((word) => plain(name(one)).includes(word)))
    .slice(0, MOST);
}
