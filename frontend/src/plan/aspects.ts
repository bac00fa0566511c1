// What is said beside the tree; in Go internal/plan/aspect.go, which checks each field.
import type { LookingBodies } from './looking';
import type { Place } from './types';

/** What sort of goal it is: not every one is to be measured. */
export const SORTS = ['outcome', 'performance', 'process', 'open'] as const;
export type Sort = (typeof SORTS)[number];

export const WISHES = ['mine', 'shared', 'should'] as const;
export type Wish = (typeof WISHES)[number];

export const DIRECTIONS = ['up', 'down', 'keep'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What the aspects of each kind say; what is not there is not said. */
export interface Bodies extends LookingBodies {
  /** A goal in its own words, and how sure one is of it; one for each goal. */
  aim: {
    statement?: string;
    sort?: Sort;
    /** "I will judge by …", where nothing is counted. */
    judge?: string;
    reachable?: string;
    /** Hours that they have for it in a week. */
    hours?: number;
    /** The day on which they would like to be there, apart from the one that is real. */
    wished?: string;
    /** The day on which it is looked at again. */
    check?: string;
    readjust?: string;
    wish?: Wish;
    /** They have never done such a thing. */
    fresh?: true;
    /** 0 to 10. */
    importance?: number;
    importanceWhy?: string;
    /** 0 to 10. */
    confidence?: number;
    confidenceWhy?: string;
  };
  /** How one would see it. */
  measure: {
    name?: string;
    unit?: string;
    direction?: Direction;
    baseline?: number;
    target?: number;
  };
  /** What a measure was on a day; fromId is the check-in, the step or the routine that it came with. */
  entry: { measureId?: string; on?: string; value?: number; note?: string; fromId?: string };
  /** What may come in between. */
  barrier: { what?: string; where?: Where; likely?: Level; impact?: Level };
  /** If that happens, then this is done. */
  strategy: {
    barrierId?: string;
    cue?: string;
    response?: string;
    /** The step that the response became. */
    stepId?: string;
    worked?: number;
    failed?: number;
    /** When its cue comes: on a day, at a time (HH:MM) of that day or of each, when a step is not done on its day. */
    day?: string;
    time?: string;
    skipped?: true;
    /** The day on which it was last asked whether it worked. */
    seen?: string;
  };
  /** So much of a resource is for this. */
  need: { resourceId?: string; amount?: number };
  /** What is missing, and the step that gets it. */
  gap: { what?: string; sort?: GapSort; stepId?: string };
  /** What somebody has to do with it. */
  part: { personId?: string; part?: PartOf };
  /** The value that it serves, and how strongly, from 0 to 10. */
  worth: { valueId?: string; strength?: number };
  /** The day that it is chosen for; one for each item. pinned: it stays in sight until it is done. */
  pick: { on?: string; pinned?: true };
  /** Whom or what it waits for, and since when; one for each item. */
  wait: { who?: string; since?: string };
  /** What somebody has committed themselves to, at a time (HH:MM) of the clock in a zone; at is RFC 3339. */
  promise: {
    on?: string;
    time?: string;
    zone?: string;
    strength?: number;
    words?: string;
    at?: string;
  };
  /** How often it recurs; one for each step. */
  routine: {
    /** RFC 5545, "FREQ=WEEKLY;BYDAY=MO,TH". */
    rule?: string;
    /** It counts from the day on which it was last done. */
    after?: true;
    /** The day that it counts from. */
    from?: string;
    /** HH:MM of the clock on the wall. */
    time?: string;
    /** How much is meant each time, in a unit such as minutes or words. */
    target?: number;
    unit?: string;
    /** What is enough on a bad day. */
    least?: string;
    /** It rests from the one day until before the other, which may be open. */
    paused?: string;
    back?: string;
  };
  /** What was done of a routine on a day; one for each day. */
  log: { on?: string; amount?: number; least?: true; skipped?: true; note?: string };
  /** The picture that stands for it; one for each item. */
  cover: { picture?: string; alt?: string };
  /** A page or a file that belongs to it: where is an address or the path of a file, hash that of a copy in the vault. */
  attachment: {
    sort?: AttachmentSort;
    name?: string;
    where?: string;
    hash?: string;
    size?: number;
  };
  /** Which way a decision went; one for each decision. */
  choice: {
    way?: Way;
    optionId?: string;
    why?: string;
    decided?: string;
    /** The day on which it comes back. */
    review?: string;
  };
  /** A way that a decision could go. */
  option: { what?: string; for?: string; against?: string };
  /** How an option, or a goal as a whole, goes with a value or a vision. */
  fit: { optionId?: string; valueId?: string; visionId?: string; with?: Fit };
  /** What somebody brought to a decision. */
  voice: { who?: string; sort?: VoiceSort; brought?: string };
  /** A line of the thinking log. */
  thought: { on?: string; words?: string };
  /** What matters to the client. */
  value: {
    name?: string;
    words?: string;
    core?: true;
    /** How much it matters, as it was sorted; without one it is a value too. */
    pile?: Pile;
    /** The built-in card that it was; hidden: nobody wants to see that one. */
    from?: string;
    hidden?: true;
  };
  person: { name?: string; note?: string };
  /** What the client has, gets or lacks; amount is how much of it there is. */
  resource: {
    name?: string;
    sort?: ResourceSort;
    have?: Having;
    amount?: number;
    unit?: string;
  };
  /** Days on which the client does nothing for plans, both of them too. */
  off: { name?: string; from?: string; to?: string };
  /** The hours that the client has for plans in a week; one for each client. */
  week: { hours?: number };
  /** What draws the client; madeId is the vision or goal that it became, here and below. */
  interest: { words?: string; madeId?: string };
  /** What they would like to be or do one day. */
  aspiration: { words?: string; madeId?: string };
  /** What they are good at. */
  strength: { words?: string; madeId?: string };
  /** A life area or goal that comes first now. */
  priority: { areaId?: string; forId?: string; since?: string };
  /** How a life area is on a day, and how it should be, 0 to 10. */
  rating: { areaId?: string; on?: string; today?: number; desired?: number };
  /** A life area today and as it is wanted, in words. */
  scene: { areaId?: string; today?: string; desired?: string };
  /** One of the client's own questions, or a built-in one in their words. */
  question: { words?: string; from?: string; hidden?: true };
  /** What was answered to a question, as it was asked then. */
  reflection: { questionId?: string; question?: string; on?: string; words?: string };
  /** Where two items pull apart. */
  tension: { fromId?: string; toId?: string; words?: string };
  /** Whether the client goes without a foundation; one for each client. */
  foundation: { skipped?: true };
  /** What else a vision is; one for each. The sphere is one of goals, too. */
  outlook: {
    /** Who they are then. */
    identity?: string;
    /** The picture of success, in the present tense. */
    success?: string;
    /** In so many of the unit; someday has no number. */
    horizon?: number;
    unit?: HorizonUnit;
    sphere?: Sphere;
  };
  /** How a vision feels on a day, 0 to 10; one for each day. */
  rated: {
    on?: string;
    clarity?: number;
    inspiration?: number;
    alignment?: number;
    impact?: number;
  };
  /** What a client and a coach have agreed on; one for each client. listed: the client agrees to be in a list of hours. */
  agreement: {
    purpose?: string;
    sessions?: string;
    contact?: string;
    confidence?: string;
    follows?: string;
    since?: string;
    listed?: true;
  };
  /** How long they met on a day; present: in person. */
  hours: {
    on?: string;
    minutes?: number;
    paid?: true;
    present?: true;
    note?: string;
    sessionId?: string;
  };
  /** A guided conversation: begun and ended are instants. */
  session: {
    deck?: string;
    planId?: string;
    /** The item that it is about. */
    rootId?: string;
    begun?: string;
    ended?: string;
    style?: Style;
  };
  /** What was answered to one question of a session, as it was asked; at is an instant, took in seconds. */
  answer: {
    sessionId?: string;
    ask?: string;
    asked?: string;
    words?: string;
    number?: number;
    none?: true;
    itemId?: string;
    at?: string;
    took?: number;
  };
  /** What is thought about or done until they meet again; done is the day. */
  assignment: { sessionId?: string; words?: string; due?: string; answer?: string; done?: string };
  /** What somebody said to cheer the client on, to an item or to all of it. */
  cheer: { who?: string; words?: string; on?: string; itemId?: string };
  /** That the value or the vision it stands on was changed; one for each item. */
  recheck: { since?: string; of?: string };
}

/** How a client likes their steps best (R113). */
export const STYLES = ['list', 'flow', 'map'] as const;
export type Style = (typeof STYLES)[number];
export const WHERES = ['inner', 'outer'] as const;
export type Where = (typeof WHERES)[number];
export const LEVELS = ['low', 'middle', 'high'] as const;
export type Level = (typeof LEVELS)[number];
export const GAPS = ['help', 'knowledge', 'expertise', 'insight', 'capacity'] as const;
export type GapSort = (typeof GAPS)[number];
export const PARTS_OF = ['does', 'helps', 'decides', 'told', 'supports', 'partner'] as const;
export type PartOf = (typeof PARTS_OF)[number];
export const WAYS = ['forward', 'stay', 'back', 'other'] as const;
export type Way = (typeof WAYS)[number];
export const FITS = ['for', 'neutral', 'against'] as const;
export type Fit = (typeof FITS)[number];
export const VOICES = ['question', 'perspective', 'insight'] as const;
export type VoiceSort = (typeof VOICES)[number];
export const RESOURCES = ['skill', 'network', 'funding', 'time', 'tool', 'knowledge'] as const;
export type ResourceSort = (typeof RESOURCES)[number];
export const HAVINGS = ['have', 'getting', 'need'] as const;
export type Having = (typeof HAVINGS)[number];

export const ATTACHMENTS = ['link', 'path', 'copy'] as const;
export type AttachmentSort = (typeof ATTACHMENTS)[number];
export const PILES = ['very', 'some', 'not'] as const;
export type Pile = (typeof PILES)[number];
export const HORIZON_UNITS = ['days', 'weeks', 'months', 'years', 'someday'] as const;
export type HorizonUnit = (typeof HORIZON_UNITS)[number];
export const SPHERES = ['personal', 'both', 'professional'] as const;
export type Sphere = (typeof SPHERES)[number];
/** What a person is asked about a vision again and again. */
export const GAUGES = ['clarity', 'inspiration', 'alignment', 'impact'] as const;
export type Gauge = (typeof GAUGES)[number];
/** What a person says of themselves, in lists. */
export const LEANINGS = ['interest', 'aspiration', 'strength'] as const;
export type Leaning = (typeof LEANINGS)[number];

export type AspectKind = keyof Bodies;

/** One thing that is said of an item, or of the client where itemId is ''. */
export interface Aspect<K extends AspectKind = AspectKind> {
  id: string;
  itemId: string;
  kind: K;
  /** Orders those of one kind, bytewise. */
  rank: string;
  body: Bodies[K];
}

/** Fields to be said anew; null and '' take one away. */
export type Said<K extends AspectKind> = { [F in keyof Bodies[K]]?: Bodies[K][F] | '' | null };

/** Says something new (id '') or anew; what is said once of an item needs no id. */
export interface AspectEdit<K extends AspectKind = AspectKind> {
  id: string;
  itemId: string;
  kind: K;
  body: Said<K>;
  /** Whom or what it speaks of: one of the client's that is called so, or a new one. */
  name?: string;
  /** The token of one visit: what comes under it is one undo step. */
  edit: string;
}

/** A step that comes out of an aspect: below its item, before or behind all that stands there. */
export interface AspectStep {
  id: string;
  title: string;
  first: boolean;
}

/** A vision or goal that comes out of what a person says of themselves, in the words of that. */
export interface AspectItem {
  id: string;
  place: Place;
  kind: 'vision' | 'goal';
}

/** What somebody commits themselves to; '' = at any time. strength is 0 to 10, -1 = nobody said. */
export interface Committed {
  itemId: string;
  day: string;
  time: string;
  zone: string;
  strength: number;
  words: string;
}

/** How a decision ends or begins anew: on a day, with what is written into its thinking log ('' = nothing). */
export interface Decision {
  itemId: string;
  day: string;
  words: string;
}

/** Said once of nothing: one and the same for all. */
const UNSAID = Object.freeze({});

/** All that is said, found by what it is said of. */
export class Aspects {
  readonly #all: readonly Aspect[];
  #byItem: Map<string, Aspect[]> | undefined;

  constructor(all: readonly Aspect[]) {
    this.#all = all;
  }

  /** Those of one kind that an item has, or the client (''), in their order. */
  list<K extends AspectKind>(kind: K, itemId: string): Aspect<K>[] {
    const here = this.#index().get(itemId) ?? [];
    return here.filter((one): one is Aspect<K> => one.kind === kind);
  }

  /** All of one kind, whatever they are said of. */
  all<K extends AspectKind>(kind: K): Aspect<K>[] {
    return this.#all.filter((one): one is Aspect<K> => one.kind === kind);
  }

  /** What is said once of an item; an empty body while nothing is. */
  once<K extends AspectKind>(kind: K, itemId: string): Bodies[K] {
    const here = this.#index().get(itemId);
    const said = here?.find((one): one is Aspect<K> => one.kind === kind);
    return said?.body ?? UNSAID;
  }

  #index(): Map<string, Aspect[]> {
    if (this.#byItem) return this.#byItem;
    const index = new Map<string, Aspect[]>();
    for (const one of this.#all) {
      const beside = index.get(one.itemId);
      if (beside) beside.push(one);
      else index.set(one.itemId, [one]);
    }
    return (this.#byItem = index);
  }
}
