import type { Piece, PieceBodies, PieceKind } from '../plan/pieces';
import { placeOf, type Place } from './piece';

/** A piece that is not hung yet: what it is, where, and what it says. */
export function newPiece<K extends PieceKind>(
  kind: K,
  place: Place,
  body: PieceBodies[K],
  over: Partial<Piece<K>> = {},
): Piece<K> {
  const nothing = { id: '', boardId: '', rank: '', groupId: '', locked: false } as const;
  const ties = { itemId: '', valueId: '', picture: '', pictureWidth: 0, pictureHeight: 0 };
  return { ...nothing, ...ties, kind, ...place, body, ...over };
}

/** How large pieces are at first, in board units. */
export const SIZES: Readonly<Record<PieceKind, { w: number; h: number }>> = {
  picture: { w: 320, h: 240 },
  quote: { w: 360, h: 60 },
  note: { w: 200, h: 130 },
  swatch: { w: 220, h: 30 },
  shape: { w: 160, h: 160 },
  line: { w: 200, h: 12 },
  frame: { w: 420, h: 320 },
  card: { w: 304, h: 106 },
  wake: { w: 304, h: 80 },
};

/** A picture that came into the vault. */
export interface Brought {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
}

/** As a collage wants it: all of one size, each in its ratio. */
export function pictured({ hash, width, height }: Brought, at: number): Piece<'picture'> {
  const scale = 300 / Math.sqrt(width * height);
  const place = { x: 0, y: 0, w: width * scale, h: height * scale, angle: 0 };
  const picture = { picture: hash, pictureWidth: width, pictureHeight: height };
  return newPiece('picture', place, {}, { ...picture, id: `new-${String(at)}` });
}

/** Made smaller or larger together, so that the longer side of all is so long. */
export function fitted(pieces: readonly Piece<'picture'>[], side: number): Piece[] {
  const { w, h } = boxAround(pieces);
  const s = side / Math.max(w, h);
  return pieces.map((piece) => ({
    ...piece,
    x: Math.round(piece.x * s),
    y: Math.round(piece.y * s),
    w: Math.round(piece.w * s),
    h: Math.round(piece.h * s),
  }));
}

/** The box around pieces that are not turned. */
export function boxAround(places: readonly Place[]): Place {
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  const right = Math.max(...places.map(({ x, w }) => x + w));
  const foot = Math.max(...places.map(({ y, h }) => y + h));
  return placeOf({ left, top, right, foot });
}

/** The card that asks, right beside a picture. */
export function wakeBeside({ x, y, w, h, id }: Piece): Piece {
  const { w: wide, h: high } = SIZES.wake;
  const gap = 16;
  const place = {
    x: Math.round(x + w + gap),
    y: Math.round(y + h - high),
    w: wide,
    h: high,
    angle: 0,
  };
  return newPiece('wake', place, { pieceId: id });
}
