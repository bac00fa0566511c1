// Vision boards and what hangs on them; in Go internal/plan/piece.go, which
// checks each field.

/**
 * A free collage for a plan, or for one vision or goal in it (itemId). name is
 * '' where the title of that serves; paper '' is the paper of the page.
 */
export interface VisionBoard {
  id: string;
  planId: string;
  itemId: string;
  name: string;
  paper: string;
  rank: string;
}

/** The patterns that a board can lie on, beside a colour. */
export const PAPERS = ['linen', 'kraft', 'dots', 'grid', 'night'] as const;
/** A row has so many colours at most. */
export const MOST_COLOURS = 12;
/** The colours that follow the light; others are the person's own, as #rrggbb. */
export const INKS = [
  'ink',
  'stone',
  'paper',
  'moss',
  'leaf',
  'sea',
  'sky',
  'sand',
  'sun',
  'clay',
  'rose',
  'plum',
] as const;
export const SIZES = ['s', 'm', 'l', 'xl'] as const;
export type Size = (typeof SIZES)[number];
export const SIDES = ['start', 'middle', 'end'] as const;
export type Side = (typeof SIDES)[number];
export const FORMS = ['box', 'oval', 'triangle', 'diamond', 'stone', 'star'] as const;
export type Form = (typeof FORMS)[number];
export const STROKES = ['plain', 'arrow', 'both'] as const;
export type StrokeForm = (typeof STROKES)[number];

interface Worded {
  words?: string;
  size?: Size;
  side?: Side;
  colour?: string;
  /** In the type that one operates with, not the one that one hopes in. */
  plain?: true;
}

/** What the pieces of each kind say; what is not there is not said. */
export interface PieceBodies {
  /** crop: the part that is seen, in shares (0 to 1) of its sides; round in shares of the shorter side. */
  picture: {
    caption?: string;
    alt?: string;
    cropX?: number;
    cropY?: number;
    cropW?: number;
    cropH?: number;
    round?: number;
    shadow?: true;
  };
  /** Words on the bare paper. */
  quote: Worded & { by?: string };
  /** Words on a slip of their own. */
  note: Worded & { shadow?: true };
  /** One to twelve colours with spaces between them. */
  swatch: { colours?: string; caption?: string };
  shape: {
    form?: Form;
    words?: string;
    fill?: string;
    edge?: string;
    round?: number;
    shadow?: true;
  };
  /** From one end of its width to the other, turned as any piece; ends on pieces follow those. */
  line: {
    form?: StrokeForm;
    dashed?: true;
    colour?: string;
    bold?: true;
    fromId?: string;
    toId?: string;
  };
  /** What lies on it belongs together. */
  frame: { name?: string; colour?: string };
  /** An item of the plan, and how it is going. */
  card: { colour?: string };
  /** Asks what stands in the way of a picture, and for the first step; later is the day it is asked again. */
  wake: {
    pieceId?: string;
    barrierId?: string;
    strategyId?: string;
    stepId?: string;
    later?: string;
  };
}

export type PieceKind = keyof PieceBodies;

/** Where a piece lies, in board units, before it is turned clockwise by angle degrees about its middle. */
export interface PiecePlace {
  id: string;
  x: number;
  y: number;
  w: number;
  h: number;
  angle: number;
}

/** One thing on a vision board. rank orders from the back to the front. */
export interface Piece<K extends PieceKind = PieceKind> extends PiecePlace {
  boardId: string;
  kind: K;
  rank: string;
  /** Those of one group move together; '' = it is by itself. */
  groupId: string;
  locked: boolean;
  itemId: string;
  valueId: string;
  /** The hash of its picture, or ''; its size in pixels. */
  picture: string;
  pictureWidth: number;
  pictureHeight: number;
  body: PieceBodies[K];
}

export interface NewVisionBoard {
  planId: string;
  itemId: string;
  name: string;
  paper: string;
}

/** All that is said of a board, at once. */
export interface VisionBoardEdit {
  id: string;
  itemId: string;
  name: string;
  paper: string;
}

/** Pieces to be hung in front of all others; their ids, boards, ranks and groups are made anew. */
export interface NewPieces {
  boardId: string;
  pieces: Piece[];
}

/**
 * Where pieces lie from now on, and what else is said anew of them with it, as in
 * PiecesEdit; what comes under one edit is one undo step.
 */
export interface PiecesPlaced {
  places: PiecePlace[];
  body?: Record<string, unknown>;
  edit: string;
}

/** Says the same anew of pieces of one kind; null and '' take a field away. */
export interface PiecesEdit {
  ids: string[];
  body: Record<string, unknown>;
  edit: string;
}

/** What pieces stand for; '' = nothing. */
export interface PiecesTied {
  ids: string[];
  itemId: string;
  valueId: string;
}

/** What a wake-up card was answered; each may be ''. */
export interface Woken {
  pieceId: string;
  barrier: string;
  cue: string;
  response: string;
  step: string;
}
