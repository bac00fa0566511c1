// What is said when somebody looks how it goes: moments to look, what was seen,
// what was celebrated and what went wrong; in Go internal/plan/shape.go. What was
// measured on such a day is an entry, how a vision felt is rated, as on any other.

import type { AspectEdit, Said } from './aspects';
import type { NewVersion } from './types';

/** The unit that a rhythm counts in. */
export const RHYTHM_UNITS = ['days', 'weeks', 'months'] as const;
export type RhythmUnit = (typeof RHYTHM_UNITS)[number];

/** How a check-in can end (R94). Each is an honourable one. */
export const ENDINGS = ['keep', 'tweak', 'pivot', 'pause', 'letgo'] as const;
export type Ending = (typeof ENDINGS)[number];

/**
 * What it is of: a plan or one item, which may be in any plan. Only one of them is
 * said, as what is kept once is found by both.
 */
export type Whose = {
  planId?: string;
  itemId?: string;
};

/** What the aspects of each of these kinds say. */
export interface LookingBodies {
  /** How far an item is; one for each item. */
  headway: {
    /** In percent, in place of what is worked out; 0 to 100. */
    own?: number;
    /** How much it counts in what it stands below, 0 to 10; 1 where nobody said. */
    weight?: number;
  };
  /** How something done was celebrated; one for each item and day. */
  celebration: { on?: string; note?: string; reward?: string; picture?: string; alt?: string };
  /** A planned moment to look. */
  checkpoint: Whose & { on?: string; words?: string };
  /** How often one looks, counted from a day; one for each plan or item. Without a number there is none. */
  rhythm: Whose & { from?: string; every?: number; unit?: RhythmUnit };
  /** What was seen when one looked; one for each plan or item and day. */
  checkin: Whose & {
    on?: string;
    /** 0 to 10, as is the energy. */
    mood?: number;
    energy?: number;
    win?: string;
    setback?: string;
    /** What the setback taught. */
    learned?: string;
    /** What is done in another way from now on. */
    changed?: string;
    ending?: Ending;
    /** The plan as it was before it was changed. */
    versionId?: string;
  };
  /** What went wrong on a day, and what it taught. */
  setback: Whose & { on?: string; what?: string; learned?: string; changed?: string };
}

/** A check-in with what came with it and what becomes of it; in Go workspace.NewCheckin. */
export interface NewCheckin {
  /** Of a day; the one that is there of the same day is said anew. */
  body: Said<'checkin'> & Whose & { on: string };
  /** What was measured, how a vision felt, what was done of a routine: without a day, it is that of the check-in. */
  says: AspectEdit[];
  /** Why the plan is tweaked or pivots; its plan follows from the check-in. */
  version: NewVersion;
  /** What is parked or let go, as the check-in ends. */
  rests: string[];
}
