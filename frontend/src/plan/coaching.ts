// What a coach has beside the plan: ways to lead a session, notes for themselves,
// moments that they marked; in Go internal/plan/deck.go and internal/plan/private.go.
import type { AspectEdit, Committed } from './aspects';
import type { Client, Kind, NewItem, Place, TextEdit } from './types';

/** What can become of an answer. */
export const DOES = [
  'say',
  'topic',
  'fuzzy',
  'clear',
  'goal',
  'why',
  'gather',
  'order',
  'how',
  'before',
  'barrier',
  'strategy',
  'gap',
  'judge',
  'doneWhen',
  'importance',
  'confidence',
  'when',
  'pin',
  'after',
] as const;
export type Does = (typeof DOES)[number];

/** One question; again is how it is put from the second time on, each: it is asked of every step. */
export interface Ask {
  key: string;
  does: Does;
  words: string;
  again: string;
  each: boolean;
}

/** A part of a session, such as Purpose or Plan. */
export interface Stage {
  name: string;
  asks: Ask[];
}

/** A way to lead a session. Those in the vault are the owner's own, or built-in ones that they changed. */
export interface Deck {
  id: string;
  name: string;
  rank: string;
  stages: Stage[];
}

/** How a client is called wherever they are named: by their alias, if they have one. */
export function shownName({ name, alias }: Client): string {
  return alias || name;
}

/** What the private notes of each kind say. */
export interface NoteBodies {
  note: { words?: string };
  /** How the client is reached; one for each client. */
  contact: { name?: string; phone?: string; mail?: string; address?: string; other?: string };
  /** How a session went; one for each. */
  reflection: { steps?: string; sticky?: string; less?: string; better?: string };
  /** What to do at the next one; met: it has greeted the coach. */
  next: { words?: string; met?: true };
}
export type NoteKind = keyof NoteBodies;

/** What the coach writes down for themselves; locked: it is sealed, and the body is empty. */
export interface PrivateNote<K extends NoteKind = NoteKind> {
  id: string;
  /** '' = it is about the client. */
  sessionId: string;
  kind: K;
  body: NoteBodies[K];
  locked: boolean;
  /** RFC 3339 UTC, here and below. */
  madeAt: string;
  changedAt: string;
}

/** Says something in a private note; what there is once needs no id. */
export interface NoteEdit<K extends NoteKind = NoteKind> {
  id: string;
  sessionId: string;
  kind: K;
  body: { [F in keyof NoteBodies[K]]?: NoteBodies[K][F] | '' | null };
  edit: string;
}

/** A moment of a session that the coach marked. */
export interface Mark {
  id: string;
  sessionId: string;
  kind: 'sticky' | 'supervision';
  ask: string;
  madeAt: string;
}
export type NewMark = Omit<Mark, 'id' | 'madeAt'>;

/** What was answered, without its session and its instant. */
export interface AnswerBody {
  ask: string;
  asked: string;
  words?: string;
  number?: number;
  none?: true;
  itemId?: string;
  /** In seconds. */
  took?: number;
}

/** An answer, and what becomes of it; one undo step. */
export interface NewAnswer {
  sessionId: string;
  body: AnswerBody;
  item?: NewItem;
  placed?: { id: string; kind: Kind; place: Place };
  /** Without an itemId it is said of the new item. */
  says?: AspectEdit;
  text?: TextEdit;
  promise?: Committed;
}

/** How the private notes stand. */
export type Lock = 'none' | 'locked' | 'unlocked';

/** How things stand with one client; what nobody said is ''. */
export interface Met {
  clientId: string;
  /** When the last session began, RFC 3339. */
  begun: string;
  /** The last day in the log of hours. */
  on: string;
  /** How many assignments are due. */
  due: number;
  /** What to do at the next session; '' too while the notes are locked. */
  next: string;
}

/** What was taken away for ever, and how it went with the copies of the vault. */
export interface Purging {
  purged: {
    plans: number;
    items: number;
    aspects: number;
    notes: number;
    pictures: number;
    files: number;
    steps: number;
  };
  copies: { path: string; state: 'cleared' | 'none' | 'gone' | 'unreachable' | 'later' }[];
}
