import type { CardRow, Row } from './lanes';

/** The room between two cards, in px. */
export const GAP = 8;
/** The room above a heading that is not the first, in px. */
export const HEAD_GAP = 10;

/** How a card is set, in rem: the line of a title and of what stands below it, and the mean width of a character. */
const LINE = 1.256;
const META = 1.016;
const ADVANCE = 0.43;
/** What stands beside a title (stone, edges), in rem. */
const BESIDE = 3.55;
/** Above and below the words, and between them, in px. */
const AROUND = 18;
const BETWEEN = 6;
/** How high the cover picture of a card is, in rem. */
const COVER = 6;
/** How high a heading is, in rem. */
const HEAD = 1.75;

/** About how high a row will be, in px, before it has been seen; told = how many lines stand between title and last line, covered = a picture stands above it. */
export function estimate(
  row: Row,
  width: number,
  rem: number,
  told: number,
  covered = false,
): number {
  if (row.what === 'head') return HEAD * rem;
  const room = Math.max(width / rem - BESIDE, 4);
  const lines = Math.max(1, Math.ceil((row.item.title.length * ADVANCE) / room));
  const dated = row.at !== '' && row.item.due !== '' ? 1 : 0;
  const below = told + (hasMeta(row) ? 1 : 0) + dated;
  const cover = covered ? COVER * rem : 0;
  return AROUND + cover + lines * LINE * rem + below * (META * rem + BETWEEN);
}

/** A card carries the flag of its life area, unless its heading does. */
export function flagged({ areaId }: CardRow): boolean {
  return areaId !== '';
}

/** A card has a last line when there is something to say on it. */
export function hasMeta(row: CardRow): boolean {
  const { due, draft, notes, tagIds } = row.item;
  const said = due !== '' || draft || notes !== '' || tagIds.length > 0;
  return said || row.at !== '' || flagged(row);
}

/** The room that is left above a row, in px. */
export function gapAbove(row: Row, index: number): number {
  return index === 0 ? 0 : row.what === 'head' ? HEAD_GAP : GAP;
}
