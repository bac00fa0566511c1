// What the Action Lens says; in Go internal/lens/lens.go.

/** What a title is; '' = nothing can be said. */
export type What = '' | 'action' | 'outcome' | 'project' | 'vague' | 'noverb';

/** Why: a key of the catalogue. '' = there is nothing to say. */
export type Reason =
  | ''
  | 'lens.result'
  | 'lens.state'
  | 'lens.series'
  | 'lens.open'
  | 'lens.measure'
  | 'lens.more'
  | 'lens.noun'
  | 'lens.instead';

/** Something that can be done about it. */
export type Repair =
  | 'goal'
  | 'first'
  | 'split'
  | 'milestone'
  | 'verb'
  | 'what'
  | 'amount'
  | 'where'
  | 'when'
  | 'instead';

export interface Verdict {
  kind: What;
  reason: Reason;
  /** The word that gave it away, as it was read. */
  word: string;
  /** The likeliest first. */
  repairs: Repair[];
}

/** A verdict that has nothing to say. */
export const ACTION: Verdict = { kind: 'action', reason: '', word: '', repairs: [] };

/** The languages that the lens reads. */
export const LANGUAGES = ['en', 'de'] as const;
