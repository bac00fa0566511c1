import type { Mirror } from '../plan/mirror.svelte';
import { plain } from '../plan/words';
import { say, t, type Key } from '../text/text';

/** Something that can be asked: what it puts in the field, and what that means. */
export interface Hint {
  readonly id: string;
  readonly puts: string;
  readonly means: string;
}

/** What can be asked beside words, in the order in which it is told; the values that have a name. */
const DAYS = ['today', 'tomorrow', 'yesterday', 'week', 'month', 'year'];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  is: ['open', 'todo', 'doing', 'waiting', 'done', 'parked', 'letgo', 'draft', 'late', 'trash'],
  kind: ['vision', 'goal', 'milestone', 'step', 'decision', 'idea'],
  tag: [],
  due: DAYS,
  changed: DAYS.filter((day) => day !== 'tomorrow'),
  in: ['title', 'notes', 'checkin', 'session', 'board', 'said'],
  plan: [],
  area: [],
};
const MOST = 6;

/** What an empty field shows. */
export function unasked(): Hint[] {
  const examples = ['words', 'exact', 'not'].map((name) => ({
    id: name,
    puts: say(`search.example.${name}`),
    means: say(`search.hint.${name}`),
  }));
  return [...examples, ...Object.keys(VALUES).map(operatorHint)];
}

function operatorHint(operator: string): Hint {
  return { id: operator, puts: `${wordOf(operator)}:`, means: say(`search.hint.${operator}`) };
}

/** The first of the words that mean the same. */
function wordOf(key: string): string {
  return say(`search.ask.${key}`).split(' ')[0] ?? '';
}

/** How the word that is being typed could go on. */
export function hintsFor(words: string, mirror: Mirror): Hint[] {
  const typed = words.slice(words.search(/\S*$/)).toLowerCase();
  if (typed === '') return [];
  const [name = '', value] = typed.split(':', 2);
  if (value === undefined)
    return Object.keys(VALUES)
      .filter((operator) => wordOf(operator).startsWith(name))
      .map(operatorHint);
  const operator = Object.keys(VALUES).find((one) => wordOf(one) === name);
  if (!operator) return [];
  return valuesOf(operator, mirror)
    .filter((one) => plain(one).startsWith(plain(value)) && one.toLowerCase() !== value)
    .slice(0, MOST)
    .map((one) => ({ id: one, puts: `${name}:${quoted(one)}`, means: t(HEAD) }));
}

const HEAD: Key = 'search.suggestions';

function valuesOf(operator: string, { tags, plans, areas }: Mirror): string[] {
  switch (operator) {
    case 'tag':
      return tags.map(({ name }) => name);
    case 'plan':
      return plans.map(({ name }) => name);
    case 'area':
      return areas.map(({ name }) => name);
    default:
      return (VALUES[operator] ?? []).map((value) => wordOf(`${operator}.${value}`));
  }
}

/** A name as it is asked for: one with a space stands in quotes. */
export function quoted(name: string): string {
  const words = name.replaceAll('"', ' ').trim();
  return /\s/.test(words) ? `"${words}"` : words;
}

/** The field after a hint was taken: it stands in the place of the word being typed. */
export function taken({ puts }: Hint, words: string): string {
  const end = puts.endsWith(':') ? '' : ' ';
  return words.slice(0, words.search(/\S*$/)) + puts + end;
}
