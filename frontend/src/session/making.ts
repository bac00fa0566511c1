// Decks in the making: what is changed here is kept as a whole.

import type { Ask, Deck, Does, Stage } from '../plan/coaching';
import { t } from '../text/text';

/** A question is told from others of its deck by a key that nobody reads. */
function newKey(): string {
  return `own.${crypto.randomUUID()}`;
}

export function blankAsk(does: Does = 'say'): Ask {
  return { key: newKey(), does, words: '', again: '', each: isOfEach(does) };
}

export function blankStage(): Stage {
  return { name: '', asks: [blankAsk()] };
}

/** A deck to begin with: a goal, its steps, and a day for each. */
export function blankDeck(): Deck {
  const asks: Does[] = ['goal', 'gather', 'order', 'when'];
  return { id: '', name: '', rank: '', stages: [{ name: '', asks: asks.map(blankAsk) }] };
}

/** A deck that begins as another one. */
export function copyOf({ name, stages }: Deck): Deck {
  const copied = t('session.deck.copied', { name });
  return { id: '', name: copied, rank: '', stages: structuredClone(stages) };
}

/** What is asked until there is nothing else. */
export function isAskedAgain(does: Does): boolean {
  return does === 'gather' || does === 'order' || does === 'before';
}

/** What can be asked of every step by itself. */
export function canBeOfEach(does: Does): boolean {
  return ['say', 'how', 'barrier', 'strategy', 'gap', 'doneWhen', 'when'].includes(does);
}

/** What is asked of a step by itself, or not at all. */
export function isOfEach(does: Does): boolean {
  return does === 'when' || does === 'how';
}

/** A list in which one thing has gone one place on. */
export function stepped<One>(list: readonly One[], at: number, by: 1 | -1): One[] {
  const to = at + by;
  const [one, other] = [list[at], list[to]];
  if (one === undefined || other === undefined) return [...list];
  return list.with(at, other).with(to, one);
}
