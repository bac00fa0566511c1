// Where a session stands: the first question of its deck that is not answered yet.
// It follows from the answers alone, so whatever interrupted it, it goes on with
// the very same question.

import type { Aspect, Bodies } from '../plan/aspects';
import type { Ask, Deck, Does } from '../plan/coaching';
import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Item } from '../plan/types';
import { t } from '../text/text';
import { isAskedAgain } from './making';

/** A session as it is kept. */
export type Session = Aspect<'session'>;
export type Answer = Bodies['answer'];

/** The question that is asked now. */
export interface Asked {
  readonly ask: Ask;
  /** Which stage of the deck it belongs to. */
  readonly stage: number;
  /** The step that it is asked of; '' = of the whole. */
  readonly itemId: string;
  /** It was asked before, and is asked until there is nothing else. */
  readonly again: boolean;
}

/** A session with all that was said in it, and what it is about. */
export interface Course {
  readonly session: Session;
  readonly deck: Deck;
  /** What it is about, in the client's words; '' = nobody said. */
  readonly topic: string;
  /** The oldest first. */
  readonly answers: readonly Answer[];
  /** The goal; undefined before there is one, or when it is gone. */
  readonly root: Item | undefined;
  /** The steps in their order. */
  readonly steps: readonly Item[];
  /** Ideas that have no place in the plan yet. */
  readonly tray: readonly Item[];
  /** null = there is nothing left to ask. */
  readonly asked: Asked | null;
}

function repeats({ does }: Ask): boolean {
  return isAskedAgain(does);
}

/** What decides about questions that are not asked always. */
export interface Asking {
  /** What is for afterwards is asked in it too. */
  readonly after: boolean;
  /** A step names a result, and nobody could begin with it. */
  isResult(step: Item): boolean;
}

/** How a session stands. */
export function courseOf(mirror: Mirror, session: Session, deck: Deck, asking: Asking): Course {
  const answers = answersOf(mirror, session.id);
  const root = mirror.item(rootOf(session, deck, answers));
  const below = root ? mirror.children(root.id).flatMap((id) => mirror.item(id) ?? []) : [];
  const steps = below.filter((item) => item.kind !== 'idea' && isActive(item));
  const tray = below.filter((item) => item.kind === 'idea' && isActive(item));
  const asked = firstOpen(deck, answers, steps, asking);
  const topics = asksOf(deck, 'topic');
  const topic = answers.findLast(({ ask }) => topics.includes(ask ?? ''))?.words ?? '';
  return { session, deck, topic, answers, root, steps, tray, asked };
}

/** What was answered in a session, the oldest first. */
export function answersOf(mirror: Mirror, sessionId: string): Answer[] {
  return mirror.said
    .list('answer', '')
    .filter(({ body }) => body.sessionId === sessionId)
    .map(({ body }) => body);
}

/** What it is about: what was answered to the question for a goal, or what it was begun with. */
function rootOf({ body }: Session, deck: Deck, answers: readonly Answer[]): string {
  const goals = asksOf(deck, 'goal');
  const said = answers.findLast(({ ask, itemId }) => goals.includes(ask ?? '') && itemId);
  return said?.itemId ?? body.rootId ?? '';
}

/** The keys of the questions of a deck whose answers become such a thing. */
export function asksOf({ stages }: Deck, wanted: Does): string[] {
  const asks = stages.flatMap((stage) => stage.asks);
  return asks.filter(({ does }) => does === wanted).map(({ key }) => key);
}

function firstOpen(
  deck: Deck,
  answers: readonly Answer[],
  steps: readonly Item[],
  { after, isResult }: Asking,
): Asked | null {
  const live = new Set(steps.map(({ id }) => id));
  const results = new Set(steps.filter(isResult).map(({ id }) => id));
  const of = (key: string) => answers.filter(({ ask }) => ask === key);
  for (const [stage, { asks }] of deck.stages.entries()) {
    for (let i = 0; i < asks.length;) {
      const ask = asks[i];
      if (!ask) break;
      i++;
      if (ask.does === 'after' && !after) continue;
      const each: Ask[] = [];
      while (asks[i]?.each) each.push(...asks.slice(i, ++i));
      const about = ask.each ? [ask, ...each] : each;
      const ids = repeats(ask) ? of(ask.key).flatMap(({ itemId = '' }) => itemId) : [...live];
      const missing = openFor(
        about,
        ids.filter((id) => live.has(id)),
        (key, itemId) => of(key).some((said) => said.itemId === itemId),
        results,
      );
      if (!ask.each) {
        const said = of(ask.key);
        const open = repeats(ask) ? !said.some(({ none }) => none) : said.length === 0;
        const turn: Asked = { ask, stage, itemId: '', again: said.length > 0 };
        if (open && (!repeats(ask) || !missing)) return turn;
      }
      if (missing) return { ...missing, stage, again: false };
    }
  }
  return null;
}

/** The first question that was not asked of one of the steps yet. */
function openFor(
  asks: readonly Ask[],
  ids: readonly string[],
  isSaid: (key: string, itemId: string) => boolean,
  results: ReadonlySet<string>,
): Pick<Asked, 'ask' | 'itemId'> | null {
  for (const itemId of ids)
    for (const ask of asks)
      if (!isSaid(ask.key, itemId) && (ask.does !== 'how' || results.has(itemId)))
        return { ask, itemId };
  return null;
}

/** So long may words be that are put into a question; longer ones are "this". */
const SHORT = 60;

/** A question in parts: the words of the client stand out. */
export type Part = { readonly words: string; readonly theirs: boolean };

/** A question as it is put, with the client's own words where it takes them (R124). */
export function putQuestion(template: string, own: Readonly<Record<string, string>>): Part[] {
  return template
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return { words: part, theirs: false };
      const words = within(own[name] ?? '');
      const fits = words !== '' && words.length <= SHORT;
      return fits ? { words, theirs: true } : { words: own['this'] ?? '', theirs: false };
    });
}

/** Words within a sentence have no end of their own, and begin small where their first word does anywhere. */
function within(said: string): string {
  const words = said.trim().replace(/[.!?…]+$/, '');
  const first = /^\p{L}+/u.exec(words)?.[0].toLowerCase() ?? '';
  const small = t('session.small').split(' ').includes(first);
  return small ? first + words.slice(first.length) : words;
}

/** The number that was said last to a question of a kind. */
export function lastNumber({ deck, answers }: Course, does: Does): number | undefined {
  const keys = asksOf(deck, does);
  return answers.findLast(({ ask }) => keys.includes(ask ?? ''))?.number;
}

/** What was said last. */
export function lastWords(answers: readonly Answer[]): string {
  return answers.findLast(({ words }) => words !== undefined)?.words ?? '';
}
