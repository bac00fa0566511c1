import type { Mark } from '../plan/coaching';
import type { Mirror } from '../plan/mirror.svelte';
import { answersOf, type Answer } from '../session/course';
import { t } from '../text/text';

/** A moment of a session, as it is looked at afterwards. */
export type Moment =
  | { readonly what: 'answer'; readonly answer: Answer }
  | { readonly what: 'mark'; readonly mark: Mark };

/** A session from its beginning to its end: what was asked and said, and each mark where it was made (R119). */
export function replayOf(mirror: Mirror, sessionId: string): Moment[] {
  const answers = answersOf(mirror, sessionId);
  const moments: Moment[] = [];
  const marks = marksOf(mirror, sessionId).filter(({ ask }) => ask !== '');
  for (const answer of answers) {
    while (marks[0] && Date.parse(marks[0].madeAt) <= Date.parse(answer.at ?? ''))
      moments.push(...marks.splice(0, 1).map((mark): Moment => ({ what: 'mark', mark })));
    moments.push({ what: 'answer', answer });
  }
  return [...moments, ...marks.map((mark): Moment => ({ what: 'mark', mark }))];
}

/** The marks of a session, the oldest first. */
export function marksOf({ marks }: Mirror, sessionId: string): Mark[] {
  return marks.filter((mark) => mark.sessionId === sessionId);
}

/** What was said, in words. */
export function saidWords(mirror: Mirror, { words, number, none, itemId }: Answer): string {
  if (none) return t('coach.replay.nothing');
  const about = mirror.item(itemId ?? '')?.title ?? '';
  const mark = number === undefined ? '' : t('coach.replay.number', { number });
  return words ?? (mark || about);
}

const MINUTE = 60;

/** A while, in words. */
export function whileWords(seconds: number): string {
  if (seconds < MINUTE) return t('coach.replay.seconds', { count: seconds });
  const minutes = Math.floor(seconds / MINUTE);
  return t('coach.replay.minutes', { minutes, seconds: seconds % MINUTE });
}

/** How long all of it took, in seconds. */
export function lasted(mirror: Mirror, sessionId: string): number {
  return answersOf(mirror, sessionId).reduce((sum, { took = 0 }) => sum + took, 0);
}
