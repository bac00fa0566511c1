// Pictures in rows that are all as wide as each other, with the words and cards
// between them in their own size.

import { areaOf, GAP, LARGER, medianOf, ratioOf, scaled, type Arranged } from './proportions';

/** How much wider than high a collage would like to be. */
const WIDE = 1.5;
/** No row becomes lower than this share of what it would like to be, only to be full. */
const LOW = 0.6;
/** Pictures that stand for something grow so much at most. */
const MOST = 3;

/** How high the rows of a collage are. */
interface Rows {
  /** All rows would like to be so wide. */
  readonly wide: number;
  readonly high: number;
  /** A row is never higher than this. */
  readonly most: number;
}

/** So often other sizes are tried, until pictures have the area that they had, or nearly. */
const TRIES = 8;
const NEARLY = 0.03;

/**
 * Rows: first those with pictures that stand for something, which are higher,
 * then all others. Pictures keep their area, all together.
 */
export function collage<P extends Arranged>(pieces: readonly P[]): P[] {
  const wanted = areaOf(picturesOf(pieces));
  let best = { laid: inRows(pieces), off: Infinity };
  if (wanted === 0) return best.laid;
  for (let i = 0, by = 1; i < TRIES && best.off > NEARLY; i++) {
    const laid = inRows(pieces.map((piece) => (piece.size === 'own' ? piece : scaled(piece, by))));
    const share = areaOf(picturesOf(laid)) / wanted;
    const off = Math.abs(Math.log(share));
    if (off < best.off) best = { laid, off };
    by /= Math.sqrt(share);
  }
  return best.laid;
}

function picturesOf<P extends Arranged>(pieces: readonly P[]): P[] {
  return pieces.filter(({ size }) => size !== 'own');
}

function inRows<P extends Arranged>(pieces: readonly P[]): P[] {
  const own = pieces.filter(({ size }) => size === 'own');
  const wide = Math.max(Math.sqrt(areaOf(pieces) * WIDE), ...own.map(({ w }) => w));
  const [large, others] = parted(pieces);
  const { first, then } = heights(pieces);
  const above = rowsOf(large, { wide, high: first, most: Infinity });
  const rest = filled(above, others, { wide, high: first });
  const upper = laid(above, { wide, high: first, most: Infinity }, 0);
  const most = mostOf(upper, rest);
  const rows = { wide, high: Math.min(then, most), most };
  return [...upper, ...laid(rowsOf(rest, rows), rows, footOf(upper))];
}

/** The pictures that stand for something with what lies right beside them, and the others. */
function parted<P extends Arranged>(pieces: readonly P[]): [P[], P[]] {
  const large = new Set(pieces.filter(({ size }) => size === 'large').map(({ id }) => id));
  const first = ({ id, beside = '' }: P) => large.has(id) || large.has(beside);
  return [pieces.filter(first), pieces.filter((piece) => !first(piece))];
}

/** How high the rows would like to be, so that all pictures together keep their area. */
function heights<P extends Arranged>(pieces: readonly P[]): { first: number; then: number } {
  const pictures = picturesOf(pieces);
  const ratios = (size: 'large' | undefined) =>
    pictures.filter((piece) => piece.size === size).map(ratioOf);
  const [large, free] = [ratios('large'), ratios(undefined)];
  const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
  const needs = large.length > 0 ? Math.sqrt(medianOf(free) / Math.min(...large)) : 1;
  const more = Math.min(MOST, Math.max(LARGER, needs));
  const then = Math.sqrt(areaOf(pictures) / (more * more * sum(large) + sum(free) || 1));
  return { first: then * more, then };
}

/** How high other pictures may be so that the middle one is no larger than one that stands for something. */
function mostOf<P extends Arranged>(upper: readonly P[], others: readonly P[]): number {
  const large = upper.filter(({ size }) => size === 'large').map((piece) => areaOf([piece]));
  const free = others.filter(({ size }) => size === undefined).map(ratioOf);
  if (large.length === 0 || free.length === 0) return Infinity;
  return Math.sqrt(Math.min(...large) / medianOf(free));
}

/** How high the pictures of a row are that is full; 0 when it holds too much, Infinity when it has none and room. */
function heightIn<P extends Arranged>(row: readonly P[], wide: number): number {
  const own = row.filter(({ size }) => size === 'own');
  const room = wide - GAP * (row.length - 1) - own.reduce((sum, { w }) => sum + w, 0);
  const ratios = picturesOf(row).reduce((sum, piece) => sum + ratioOf(piece), 0);
  return room < 0 ? 0 : ratios === 0 ? Infinity : room / ratios;
}

function rowsOf<P extends Arranged>(pieces: readonly P[], { wide, high }: Rows): P[][] {
  const rows: P[][] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    if (row && takes(row, piece, { wide, high })) row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

/** Whether a row is better with one more: nearer to the height that it would like to have. */
function takes<P extends Arranged>(
  row: readonly P[],
  piece: P,
  { wide, high }: Pick<Rows, 'wide' | 'high'>,
): boolean {
  const [before, after] = [heightIn(row, wide), heightIn([...row, piece], wide)];
  if (after >= high) return true;
  return after >= high * LOW && high / after <= before / high;
}

/** Words and cards fill what the last row of large pictures leaves empty; what is left. */
function filled<P extends Arranged>(
  rows: readonly P[][],
  others: readonly P[],
  { wide, high }: Pick<Rows, 'wide' | 'high'>,
): readonly P[] {
  const row = rows.at(-1);
  if (!row) return others;
  return others.filter((piece) => {
    const fits = piece.size === 'own' && piece.h <= high && piece.beside === undefined;
    if (!fits || heightIn([...row, piece], wide) < high) return true;
    row.push(piece);
    return false;
  });
}

/** Rows below each other, from y on; the last one need not be full. */
function laid<P extends Arranged>(rows: readonly P[][], how: Rows, from: number): P[] {
  let y = from;
  return rows.flatMap((row, at) => {
    const full = heightIn(row, how.wide);
    const h = Math.min(full, how.most, at === rows.length - 1 ? how.high : Infinity);
    const sized = row.map((piece) =>
      piece.size === 'own' ? piece : { ...piece, w: h * ratioOf(piece), h },
    );
    const high = Math.max(...sized.map((piece) => piece.h));
    let x = 0;
    const set = sized.map((piece) => {
      const there = { ...piece, x, y: y + (high - piece.h) / 2, angle: 0 };
      x += piece.w + GAP;
      return there;
    });
    y += high + GAP;
    return set;
  });
}

function footOf(places: readonly Arranged[]): number {
  return Math.max(0, ...places.map(({ y, h }) => y + h + GAP));
}
