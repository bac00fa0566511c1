import type { Aspect, AspectKind } from './aspects';
import type { Deck, Mark, PrivateNote } from './coaching';
import type { Piece, PieceKind, VisionBoard } from './pieces';

import type { BackupFile, Ground, RecentVault } from './vault';

// What a plan is, as it crosses from Go (internal/plan/plan.go). The unions are
// narrower than the generated models; bridge/wails.ts fails to compile when a
// field here and a field there disagree.

/** The kinds of item, from the far picture to the thought not yet placed. */
export const KINDS = ['vision', 'goal', 'milestone', 'step', 'decision', 'idea'] as const;
export type Kind = (typeof KINDS)[number];

/** The states of an item; parked and let go are honourable ends. */
export const STATES = ['todo', 'doing', 'waiting', 'done', 'parked', 'letgo'] as const;
export type State = (typeof STATES)[number];

/** How a due date is meant: soft lies somewhere from start on, hard is somebody else's. */
export type DueKind = '' | 'soft' | 'hard';

/** When an item begins, by when it is due, and how that is meant. */
export interface Dates {
  id: string;
  start: string;
  due: string;
  kind: DueKind;
}

/** What a plan is about (R6). */
export const SUBJECTS = ['me', 'career', 'business', 'family', 'pet', 'other'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The plans that the program brings along, the one to look at first in front. */
export const SAMPLES = ['book', 'career', 'dog'] as const;
export type Sample = (typeof SAMPLES)[number];

/** Serves: the item also serves a second goal. After: it waits for the other. */
export type LinkKind = 'serves' | 'after';

/**
 * The person whom plans belong to. own: the owner of the vault, who is nobody's
 * client. archivedAt is an instant or '', keepUntil the day from which nothing of
 * them should be kept, or ''.
 */
export interface Client {
  id: string;
  name: string;
  alias: string;
  own: boolean;
  archivedAt: string;
  keepUntil: string;
}

export interface Plan {
  id: string;
  name: string;
  subject: Subject;
  rank: string;
}

/**
 * A column of a plan's board. name is '' where the state's own name serves,
 * limit how many cards it should hold at most (0 = any number).
 */
export interface Column {
  id: string;
  planId: string;
  name: string;
  state: State;
  rank: string;
  limit: number;
}

/** A life area; hue names its colour token. */
export interface Area {
  id: string;
  name: string;
  hue: string;
  rank: string;
}

export interface Tag {
  id: string;
  name: string;
}

export interface Link {
  id: string;
  fromId: string;
  toId: string;
  kind: LinkKind;
  weight: number;
  /** Days from the end of what is waited for to the beginning of what waits. */
  lag: number;
}

/**
 * One row of the one tree. parentId is '' at the top of the plan, start and
 * due are civil dates (YYYY-MM-DD) or '', firstDue is the first that due ever was, estimateMin and spentMin minutes (0 = unknown), rank orders
 * siblings bytewise, createdAt, changedAt and doneAt ('' unless it is
 * done) are RFC 3339 UTC. columnId is the
 * board column it was put in ('' = none) and holds while that column's state is
 * the item's; priority orders the cards of the whole plan as rank orders siblings.
 * isAction: the person says that it is an action, whatever the lens reads (R53).
 */
export interface Item {
  id: string;
  planId: string;
  parentId: string;
  kind: Kind;
  title: string;
  state: State;
  rank: string;
  start: string;
  due: string;
  dueKind: DueKind;
  firstDue: string;
  estimateMin: number;
  spentMin: number;
  areaId: string;
  tagIds: string[];
  why: string;
  what: string;
  doneWhen: string;
  notes: string;
  draft: boolean;
  isAction: boolean;
  columnId: string;
  priority: string;
  createdAt: string;
  changedAt: string;
  doneAt: string;
}

/** Where an item goes: below parentId ('' = top), right after afterId ('' = first). */
export interface Place {
  planId: string;
  parentId: string;
  afterId: string;
}

/** The name of an undo step; an empty op means that there is none. */
export interface StepName {
  op: string;
  kind: Kind | AspectKind | PieceKind | '';
  count: number;
}

/** A plan as it was when it was adapted: what had changed, what stays, why. madeAt is RFC 3339 UTC. */
export interface Version {
  id: string;
  planId: string;
  changed: string;
  stays: string;
  reason: string;
  madeAt: string;
}

/** Everything living that was in a plan, and what was said of it. */
export interface Snapshot {
  items: Item[];
  aspects: Aspect[];
}

/** What is said when a plan is adapted. */
export type NewVersion = Pick<Version, 'planId' | 'changed' | 'stays' | 'reason'>;

/** What every edit gives back; Mirror.apply takes it in. */
export interface Changes {
  clients: Client[];
  plans: Plan[];
  columns: Column[];
  areas: Area[];
  tags: Tag[];
  links: Link[];
  items: Item[];
  aspects: Aspect[];
  versions: Version[];
  boards: VisionBoard[];
  pieces: Piece[];
  decks: Deck[];
  notes: PrivateNote[];
  marks: Mark[];
  gone: string[];
  undo: StepName;
  redo: StepName;
  focus: string;
  show: string;
}

/** One entry of the trash: the root of a deleted sub-tree. */
export interface Trashed {
  id: string;
  planId: string;
  kind: Kind;
  state: State;
  title: string;
  path: string[];
  count: number;
  trashedAt: string;
}

/** The texts of an item besides its title. */
export type TextField = 'why' | 'what' | 'doneWhen' | 'notes';

/**
 * Kind '' follows the level it lands on; edit is the token of one visit to a
 * field; a columnId gives the item that column's state, '' none.
 */
export interface NewItem {
  place: Place;
  kind: Kind | '';
  title: string;
  edit: string;
  estimateMin: number;
  columnId: string;
}

/** What an item is done for: it is put between the item and what that stands below. */
export interface Above {
  id: string;
  title: string;
}

export interface TextEdit {
  id: string;
  field: TextField | 'title';
  text: string;
  edit: string;
}

export interface Move {
  ids: string[];
  place: Place;
}

/** Puts cards into a column, right after afterId ('' = at its top). */
export interface CardMove {
  ids: string[];
  columnId: string;
  afterId: string;
}

/** A new column right after afterId ('' = first). */
export interface NewColumn {
  planId: string;
  name: string;
  state: State;
  afterId: string;
}

/** All that is said of a column, at once. */
export interface ColumnEdit {
  id: string;
  name: string;
  state: State;
  limit: number;
}

export interface Paste {
  place: Place;
  text: string;
}

/** Joins two items beside the tree: from serves to, or comes after it. */
export interface NewLink {
  from: string;
  to: string;
  kind: LinkKind;
}

/** One item waits for another, so many days after it; '' is the one that is woven. */
export interface Wait {
  fromId: string;
  toId: string;
  lag: number;
}

/**
 * Puts an item into the flow of its plan, all at once: where it stands, who
 * waits for whom from now on, and which links are cut for it. id '' makes a new
 * one of kind and title; kind '' follows the level.
 */
export interface Weave {
  id: string;
  /** They go along, all in the order that they have. */
  with: string[];
  kind: Kind | '';
  title: string;
  place: Place;
  waits: Wait[];
  cut: string[];
}

/**
 * How the program opened: on a plan, for the first time, or before a vault that
 * it will not touch. problem says why (missing, empty, foreign, newer, damaged,
 * readonly, locked, denied), path which file, copies what safe copies lie
 * beside it. ground is what the vault stands on, until its owner knows.
 */
export interface Opening {
  stage: 'plan' | 'first' | 'problem' | 'safe';
  problem: string;
  path: string;
  copies: string[];
  /** Of the file, in bytes; told where nothing else of it is. */
  size: number;
  /** The newest good backup of a vault that is lost; no name = there is none. */
  backup: BackupFile;
  recent: RecentVault[];
  ground: Ground;
  /** Somebody looks on: nothing of other clients and nothing private is told. */
  shared: boolean;
}

/** True while an item still asks for something: not done, parked or let go. */
export function isActive(item: Item): boolean {
  return item.state === 'todo' || item.state === 'doing' || item.state === 'waiting';
}
