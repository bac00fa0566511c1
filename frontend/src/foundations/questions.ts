import type { Aspect, Aspects } from '../plan/aspects';
import { t, type Key } from '../text/text';

/** The questions that the program brings along (R8), the three of the seed in front; their words stand in questions.json. */
const BUILT_IN = [
  'next',
  'happy',
  'else',
  'enough',
  'year',
  'old',
  'alive',
  'envy',
  'no',
  'afraid',
  'child',
  'thank',
  'stop',
  'friend',
  'money',
  'process',
] as const;

/** A question of the library: a built-in one, in its own or the client's words, or one of the client's own. */
export interface Question {
  /** What its answers are kept under. */
  readonly key: string;
  /** The aspect that it is; '' while nothing was said of a built-in one. */
  readonly id: string;
  /** The built-in question that it is; '' = the client's own. */
  readonly from: string;
  readonly words: string;
  readonly hidden: boolean;
}

export function questionsOf(said: Aspects): Question[] {
  const known = said.list('question', '');
  const builtIn = BUILT_IN.map((from) => {
    const one = known.find(({ body }) => body.from === from);
    const words = one?.body.words ?? t(`question.${from}` satisfies Key);
    return { key: from, id: one?.id ?? '', from, words, hidden: one?.body.hidden === true };
  });
  const own = known.filter(({ body }) => body.from === undefined);
  return [...builtIn, ...own.map(ownOf)];
}

function ownOf({ id, body }: Aspect<'question'>): Question {
  return { key: id, id, from: '', words: body.words ?? '', hidden: body.hidden === true };
}

/** The answers to a question, the newest first. */
export function answersOf(said: Aspects, key: string): Aspect<'reflection'>[] {
  return said
    .list('reflection', '')
    .filter(({ body }) => body.questionId === key)
    .sort((a, b) => ((a.body.on ?? '') < (b.body.on ?? '') ? 1 : -1));
}
