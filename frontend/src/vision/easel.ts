// What a board is drawn with.

import type { Piece, PieceKind } from '../plan/pieces';
import type { Album } from './album';
import type { Colours } from './inks';
import type { Place } from './piece';
import type { Setter, Setting } from './setting';

/** What a piece is drawn with. */
export interface Easel extends Setter {
  readonly colours: Colours;
  readonly album: Album;
  /** Only what is there to be looked at: no signs of how it is going, and no card that still asks. */
  readonly dreams?: boolean;
}

/** What is drawn on. */
export type Ink = CanvasRenderingContext2D;

/** A piece that hangs somewhere, and how its words are set. */
export interface Hung<K extends PieceKind = PieceKind> {
  readonly piece: Piece<K>;
  readonly place: Place;
  readonly setting: Setting;
}
