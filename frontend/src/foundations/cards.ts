import { PILES, type Aspect, type Aspects, type Bodies, type Pile } from '../plan/aspects';
import { t } from '../text/text';

/** The values that the program brings along; their words stand in the catalogue (values.json). */
const BUILT_IN = [
  'acceptance',
  'achievement',
  'adventure',
  'authenticity',
  'autonomy',
  'balance',
  'beauty',
  'belonging',
  'calm',
  'care',
  'challenge',
  'comfort',
  'community',
  'compassion',
  'contribution',
  'courage',
  'craft',
  'creativity',
  'curiosity',
  'dependability',
  'discipline',
  'excellence',
  'fairness',
  'faith',
  'family',
  'flexibility',
  'forgiveness',
  'freedom',
  'friendship',
  'fun',
  'generosity',
  'gratitude',
  'growth',
  'health',
  'heritage',
  'home',
  'honesty',
  'hope',
  'humility',
  'humour',
  'independence',
  'influence',
  'integrity',
  'intimacy',
  'justice',
  'kindness',
  'knowledge',
  'leadership',
  'loyalty',
  'mastery',
  'nature',
  'openness',
  'order',
  'patience',
  'purpose',
  'recognition',
  'respect',
  'responsibility',
  'security',
  'simplicity',
  'solitude',
  'tradition',
  'wealth',
] as const;

/** Few enough to live by, and enough to be told apart (R1). */
export const CORE = { least: 4, most: 8 } as const;

/** Whether so many core values are fewer or more than is usual; before the first one nothing is asked. */
export function sizeOf(core: number): 'few' | 'usual' | 'many' {
  if (core > CORE.most) return 'many';
  return core > 0 && core < CORE.least ? 'few' : 'usual';
}

/** One card of the sort: a built-in value, in its own or the client's words, or one of the client's own. */
export interface Card {
  /** The aspect that it is; '' while nothing was said of a built-in one. */
  readonly id: string;
  /** The built-in value that it is; '' = the client's own. */
  readonly from: string;
  readonly name: string;
  readonly words: string;
}

export function cardOf({ id, body }: Aspect<'value'>): Card {
  return { id, from: body.from ?? '', name: body.name ?? '', words: body.words ?? '' };
}

/** The cards that nobody has put into a pile yet, the client's own in front. */
export function deckOf(said: Aspects): Card[] {
  const known = said.list('value', '');
  const open = known.filter(({ body: { pile, hidden, name } }) => !pile && !hidden && name);
  const own = open.filter(({ body }) => body.from === undefined);
  const builtIn = BUILT_IN.flatMap((from) => {
    const one = known.find(({ body }) => body.from === from);
    if (!one) return [{ id: '', from, name: t(`value.${from}`), words: t(`value.${from}.words`) }];
    return open.includes(one) ? [cardOf(one)] : [];
  });
  return [...own.map(cardOf), ...builtIn];
}

/** Those of a pile, in their order. */
export function pileOf(said: Aspects, pile: Pile): Aspect<'value'>[] {
  return said.list('value', '').filter(({ body }) => body.pile === pile && !body.hidden);
}

/** What is said of a card that goes into a pile; nothing that is not now stays core. */
export function put({ from, name, words }: Card, pile: Pile): Bodies['value'] | NotNow {
  const body = { name, words, pile, ...(from === '' ? {} : { from }) };
  return pile === 'very' ? body : { ...body, core: null };
}
type NotNow = Omit<Bodies['value'], 'core'> & { core: null };

/** The keys of the piles: a number each, and the arrows as the piles lie. */
export const KEYS: Readonly<Record<string, Pile>> = {
  '1': 'not',
  '2': 'some',
  '3': 'very',
  ArrowRight: 'very',
  ArrowDown: 'some',
  ArrowLeft: 'not',
};

/** The piles as they lie, from the left. */
export const LAID: readonly Pile[] = PILES.toReversed();
