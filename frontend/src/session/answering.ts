// What becomes of an answer: an item, its place, a barrier, a commitment. Each is
// one undo step together with the answer (NewAnswer).

import type { AspectEdit, Committed } from '../plan/aspects';
import type { AnswerBody, NewAnswer } from '../plan/coaching';
import type { Mirror } from '../plan/mirror.svelte';
import type { Item, Kind, Place } from '../plan/types';
import type { Asked, Course } from './course';

/** What somebody says to a question; which fields count follows from what the question does. */
export interface Reply {
  /** How the question stood on the screen. */
  readonly asked: string;
  readonly words?: string;
  readonly number?: number;
  /** The idea that is put into its place. */
  readonly itemId?: string;
  readonly promise?: Omit<Committed, 'itemId'>;
  /** In seconds. */
  readonly took: number;
}

/** The answer to the question that is asked now; without words or a number it is "nothing", or "nothing else". */
export function answerTo(mirror: Mirror, course: Course, reply: Reply): NewAnswer {
  const { asked } = course;
  if (!asked) throw new RangeError('nothing is asked');
  const { asked: put, words, number, took, promise } = reply;
  const nothing = words === undefined && number === undefined && !promise && !reply.itemId;
  const itemId = reply.itemId ?? asked.itemId;
  const body: AnswerBody = {
    ask: asked.ask.key,
    asked: put,
    took,
    ...(words === undefined ? {} : { words }),
    ...(number === undefined ? {} : { number }),
    ...(itemId === '' ? {} : { itemId }),
    ...(nothing ? { none: true } : {}),
  };
  const answer = { sessionId: course.session.id, body };
  return nothing ? answer : { ...answer, ...becoming(mirror, course, asked, reply) };
}

function becoming(
  mirror: Mirror,
  course: Course,
  { ask, itemId }: Asked,
  { words = '', number, itemId: chosen, promise }: Reply,
): Partial<NewAnswer> {
  const { root, steps } = course;
  const about = itemId || root?.id || '';
  const says = (kind: AspectEdit['kind'], said: AspectEdit['body']): Partial<NewAnswer> =>
    about === '' ? {} : { says: { id: '', itemId: about, kind, body: said, edit: '' } };
  switch (ask.does) {
    case 'goal':
      return made('goal', words, { planId: planOf(mirror, course), parentId: '', afterId: '' });
    case 'gather':
      return made('idea', words, behind(mirror, course, below(mirror, course)));
    case 'order': {
      const to = behind(mirror, course, steps);
      const placed = { placed: { id: chosen ?? '', kind: 'step', place: to } } as const;
      const first = steps.length === 0 ? pinned(chosen) : {}; // it stays in sight (R111)
      return { ...(chosen ? placed : made('step', words, to)), ...first };
    }
    case 'how': {
      const at = steps.findIndex(({ id }) => id === itemId);
      const to = behind(mirror, course, steps.slice(0, at));
      const first = mirror.said.once('pick', itemId).pinned ? pinned() : {};
      return {
        ...made('step', words, to),
        placed: { id: itemId, kind: 'milestone', place: to },
        ...first,
      };
    }
    case 'before':
      return made('step', words, behind(mirror, course, []));
    case 'why':
      return root ? { text: { id: root.id, field: 'why', text: words, edit: '' } } : {};
    case 'doneWhen':
      return about ? { text: { id: about, field: 'doneWhen', text: words, edit: '' } } : {};
    case 'barrier':
      return says('barrier', { what: words });
    case 'strategy': {
      const barrier = mirror.said.list('barrier', about).at(-1);
      const cue = barrier?.body.what ?? '';
      return says('strategy', { barrierId: barrier?.id ?? '', cue, response: words });
    }
    case 'gap':
      return says('gap', { what: words });
    case 'judge':
      return says('aim', { judge: words });
    case 'importance':
      return number === undefined ? {} : says('aim', { importance: number });
    case 'confidence':
      return number === undefined ? {} : says('aim', { confidence: number });
    case 'when':
      return promise ? { promise: { ...promise, itemId } } : {};
    case 'pin':
      return chosen ? pinned(chosen) : {};
    case 'topic':
    case 'fuzzy':
    case 'clear':
    case 'say':
    case 'after':
      return {};
  }
}

/** A step stays in sight: this one, or the one that is made. */
function pinned(itemId = ''): Partial<NewAnswer> {
  return { says: { id: '', itemId, kind: 'pick', body: { pinned: true }, edit: '' } };
}

function made(kind: Kind, title: string, place: Place): Partial<NewAnswer> {
  return { item: { place, kind, title, edit: '', estimateMin: 0, columnId: '' } };
}

function planOf(mirror: Mirror, { session, root }: Course): string {
  return root?.planId ?? session.body.planId ?? mirror.planId;
}

function below(mirror: Mirror, { root }: Course): Item[] {
  return root ? mirror.children(root.id).flatMap((id) => mirror.item(id) ?? []) : [];
}

/** Below the goal, behind these: ideas come after all, steps after the steps. */
function behind(mirror: Mirror, course: Course, these: readonly Item[]): Place {
  const parentId = course.root?.id ?? '';
  return { planId: planOf(mirror, course), parentId, afterId: these.at(-1)?.id ?? '' };
}
