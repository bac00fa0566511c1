import type { Changes, Kind, State } from '../plan/types';

/** What a chosen file holds; in Go app/exchange.go. An empty token = the person turned away. */
export interface Preview {
  token: string;
  /** Of the file. */
  name: string;
  /** Of all items. */
  count: number;
  /** The first of them, as an outline. */
  lines: PreviewLine[];
  remarks: Remark[];
  /** How many remarks are not among them. */
  more: number;
}

/** One item as it would come in; dates as on an item, time is HH:MM or ''. */
export interface PreviewLine {
  depth: number;
  kind: Kind;
  title: string;
  state: State;
  start: string;
  due: string;
  time: string;
  repeats: boolean;
}

/** One thing that was not understood: the sentence of key, filled with the others. */
export interface Remark {
  key: string;
  title: string;
  value: string;
}

/** What a plan may be exported as; each is an ending, too. In Go internal/interop/format.go. */
export type Format = 'mm' | 'opml' | 'canvas' | 'md' | 'txt' | 'csv' | 'ics';

/** A plan that is to be exported, or only a branch of it, by the id of an item ('' = all); in Go internal/workspace/export.go. */
export interface Leaving {
  planId: string;
  branch: string;
  format: Format;
}

/** What a drawing may be saved as; each is an ending, too. */
export type PictureFormat = 'svg' | 'png' | 'pdf' | 'md';

/** A drawing to be saved: the name that is offered, and its bytes. */
export interface Picture {
  name: string;
  format: PictureFormat;
  data: Uint8Array<ArrayBuffer>;
}

/** Where a vision board was written ('' = the person turned away); in Go app/exchange_board.go. */
export interface SavedBoard {
  path: string;
  /** The name of the folder beside it that has its pictures; '' = it has none. */
  folder: string;
  /** How many of its lines other programs will not show. */
  lines: number;
}

/** What a canvas brought, and what of it did not come along; the changes' focus is the board, '' when the person turned away. */
export interface OpenedBoard {
  changes: Changes;
  remarks: Remark[];
}
