import type { AspectKind } from './aspects';
import type { Kind, State } from './types';

// What a search finds, as it crosses from Go (internal/workspace/search.go).

/** What is asked for, and how many answers are wanted. */
export interface Question {
  text: string;
  most: number;
}

/** A stretch of a text; hit where it was found. */
export interface Part {
  text: string;
  hit: boolean;
}

export type FoundOf =
  'item' | 'aspect' | 'piece' | 'vision_board' | 'plan_version' | 'plan' | 'tag';

/** Where something is written at length; said is all that is no field of an item. */
export type FoundField = '' | 'why' | 'what' | 'done_when' | 'notes' | 'said';

/** One thing that was found. Words are what is written in field, around what was found. */
export interface FoundRow {
  of: FoundOf;
  id: string;
  /** The item that it is, or is said of; '' = none. */
  itemId: string;
  planId: string;
  boardId: string;
  aspect: AspectKind | '';
  kind: Kind | '';
  state: State | '';
  due: string;
  draft: boolean;
  trashed: boolean;
  title: Part[];
  /** What it stands below, outermost first. */
  path: string[];
  field: FoundField;
  words: Part[];
}

/** The best of what was found; more: not all that has the words was looked at. */
export interface Found {
  all: FoundRow[];
  count: number;
  more: boolean;
  /** Something else than words was asked for. */
  narrow: boolean;
}
