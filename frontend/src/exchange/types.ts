import type { Kind, State } from '../plan/types';

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
