// Where a hand that drags rows of a tree would drop them. Pure geometry: rows
// from top to bottom with their depth, and the y at which each begins.

/** A row as a drag sees it. */
export interface GapRow {
  readonly id: string;
  readonly parentId: string;
  readonly depth: number;
  /** Its children are hidden: what is dropped into it goes to their end. */
  readonly shut: boolean;
  /** It is in the hand, or below something that is. */
  readonly held: boolean;
}

/** The drop: below parentId, right after afterId; gap is the row before which the line is drawn. */
export interface Drop {
  readonly gap: number;
  readonly depth: number;
  readonly parentId: string;
  readonly afterId: string;
}

/** The boundary between rows that lies nearest to y: 0 is above the first row. */
export function gapAt(offsets: Float64Array, y: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = ((offsets[middle] ?? 0) + (offsets[middle + 1] ?? 0)) / 2;
    if (line > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The depths that a drop into a gap may have: from that of the row after it to one below the row before it. */
export function depthsAt(
  rows: readonly GapRow[],
  gap: number,
  least: number,
): { least: number; most: number } {
  const before = rows.slice(0, gap).findLast((row) => !row.held);
  const after = rows.slice(gap).find((row) => !row.held);
  const most = before ? before.depth + 1 : least;
  return { least: Math.min(Math.max(after?.depth ?? 0, least), most), most };
}

/** The drop into a gap at a depth that depthsAt allows. */
export function dropAt(
  rows: readonly GapRow[],
  gap: number,
  depth: number,
  lastChild: (id: string) => string,
): Drop {
  const free = rows.slice(0, gap).filter((row) => !row.held);
  const before = free.at(-1);
  if (!before) return { gap, depth, parentId: rows[0]?.parentId ?? '', afterId: '' };
  if (depth > before.depth) {
    const afterId = before.shut ? lastChild(before.id) : '';
    return { gap, depth, parentId: before.id, afterId };
  }
  const beside = free.findLast((row) => row.depth === depth) ?? before;
  return { gap, depth, parentId: beside.parentId, afterId: beside.id };
}
