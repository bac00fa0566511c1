// The ways to lead a session that come with Cairn. Their words stand in the
// catalogue (deck.json); the Plan model's questions are those of seed S3, and the
// seven roles of a coach those of S2 (R125). Whoever changes one keeps it in the
// vault, under the same id.

import { DOES, type Ask, type Deck, type Does, type Stage } from '../plan/coaching';
import type { Mirror } from '../plan/mirror.svelte';
import { t, type Key } from '../text/text';

/** Each question as key:what becomes of its answer; + it is asked again and again, * of each step. */
const BUILT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  plan: {
    purpose: 'topic:topic fuzzy:fuzzy want:goal needs:gather+',
    plan: 'first:order+ how:how* challenge:barrier* importance:importance why:why',
    action: 'when:when* judge:judge confidence:confidence clear:clear',
    reflection: 'sticky:after better:after next:after',
  },
  grow: {
    goal: 'topic:topic want:goal why:why',
    reality: 'now:say tried:say holds:barrier',
    options: 'could:gather+',
    will: 'first:order+ how:how* when:when* confidence:confidence',
  },
  woop: {
    wish: 'wish:goal',
    outcome: 'best:why see:say',
    obstacle: 'inner:barrier when:say',
    plan: 'then:strategy first:order+ how:how* day:when*',
  },
  backwards: {
    end: 'want:goal judge:judge',
    back: 'before:before+',
    today: 'when:when* pin:pin',
  },
  clarify: {
    wish: 'topic:topic fuzzy:fuzzy',
    words: 'want:goal why:why judge:judge importance:importance clear:clear',
  },
  breakdown: {
    goal: 'want:goal',
    parts: 'parts:gather+',
    steps: 'first:order+ how:how* done:doneWhen* pin:pin',
  },
  steps: {
    goal: 'want:goal',
    steps: 'needs:gather+ first:order+ how:how*',
    days: 'when:when* confidence:confidence',
  },
  barriers: {
    goal: 'want:goal',
    barriers: 'outer:barrier inner:barrier',
    answers: 'then:strategy help:gap first:order+ how:how* when:when*',
  },
  resources: {
    goal: 'want:goal',
    here: 'have:say past:say',
    missing: 'gap:gap first:order+ how:how* when:when*',
  },
  monitor: {
    goal: 'want:goal',
    look: 'done:say proud:say stuck:barrier learned:say',
    on: 'first:order+ how:how* when:when* confidence:confidence',
  },
  adapt: {
    change: 'topic:topic want:goal',
    stays: 'keep:say drop:say',
    new: 'needs:gather+ first:order+ how:how* when:when*',
  },
};

/** The basic clean questions, with the client's own words put in. */
export const CLEAN = [
  'kind',
  'else',
  'where',
  'whereabouts',
  'like',
  'relation',
  'when',
  'then',
  'before',
  'from',
  'would',
  'needs',
  'can',
] as const;
export type Clean = (typeof CLEAN)[number];

/** The decks that come with Cairn, the Plan model first. */
export const BUILT_IN: readonly string[] = Object.keys(BUILT);

/** All decks: the built-in ones, as they were changed, and then the owner's own. */
export function decksOf({ decks }: Mirror, alone: boolean): Deck[] {
  const changed = new Map(decks.map((deck) => [deck.id, deck]));
  const own = decks.filter(({ id }) => !BUILT_IN.includes(id));
  return [...BUILT_IN.map((id) => changed.get(id) ?? built(id, alone)), ...own];
}

/** A deck by its id; of one that is gone the Plan model. */
export function deckOf(mirror: Mirror, id: string, alone: boolean): Deck {
  const all = decksOf(mirror, alone);
  return all.find((deck) => deck.id === id) ?? built('plan', alone);
}

/** What a deck is for, in a sentence; '' for one of the owner's own. */
export function aboutDeck(id: string): string {
  return BUILT_IN.includes(id) ? t(`deck.${id}.about` as Key) : '';
}

/** A built-in deck as it came. alone: it speaks to the person themselves (R123). */
export function built(id: string, alone: boolean): Deck {
  const stages = Object.entries(BUILT[id] ?? {}).map(([stage, asks]): Stage => ({
    name: t(`deck.${id}.${stage}` as Key),
    asks: asks.split(' ').map((spec) => askOf(`deck.${id}.${stage}`, spec, alone)),
  }));
  return { id, name: t(`deck.${id}` as Key), rank: '', stages };
}

function askOf(stem: string, spec: string, alone: boolean): Ask {
  const [, key = '', word = '', flags = ''] = /^(\w+):(\w+)([+*]*)$/.exec(spec) ?? [];
  const does = DOES.find((one) => one === word) ?? ('say' satisfies Does);
  const own = alone && does === 'after' ? '.own' : '';
  return {
    key: `${stem.replace(/^deck\.\w+\./, '')}.${key}`,
    does,
    words: t(`${stem}.${key}${own}` as Key),
    again: flags.includes('+') ? t(`${stem}.${key}.again` as Key) : '',
    each: flags.includes('*'),
  };
}
