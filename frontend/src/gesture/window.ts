// Which rows are in sight, when each is as high as it turns out to be. Plain
// numbers in px; row i lies from offsets[i] to offsets[i + 1].

/** Where each row begins, and at the end where the last one ends. */
export function offsetsOf(count: number, height: (index: number) => number): Float64Array {
  const offsets = new Float64Array(count + 1);
  let y = 0;
  for (let i = 0; i < count; i++) {
    offsets[i] = y;
    y += height(i);
  }
  offsets[count] = y;
  return offsets;
}

/** The row that covers y; the first or last one when y lies outside; -1 without rows. */
export function rowAt(offsets: Float64Array, y: number): number {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(offsets, middle) <= y) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** The rows [first, end) that touch the stretch from top to bottom. */
export function rowsBetween(offsets: Float64Array, top: number, bottom: number): [number, number] {
  const first = rowAt(offsets, top);
  return first < 0 ? [0, 0] : [first, rowAt(offsets, bottom) + 1];
}

/** A row and how far above it the view begins; survives rows that come, go or grow. */
export interface Anchor {
  readonly index: number;
  readonly delta: number;
}

export function anchorAt(offsets: Float64Array, scrollTop: number): Anchor {
  const index = Math.max(0, rowAt(offsets, scrollTop));
  return { index, delta: scrollTop - at(offsets, index) };
}

/**
 * The scroll position that shows [top, bottom) whole with as little travel as
 * possible; what is taller than the view is shown from its beginning.
 */
export function scrollToShow(
  view: { top: number; height: number },
  top: number,
  bottom: number,
  margin: number,
): number {
  if (bottom - top + 2 * margin > view.height) return Math.max(0, top - margin);
  if (top - margin < view.top) return Math.max(0, top - margin);
  if (bottom + margin > view.top + view.height) return bottom + margin - view.height;
  return view.top;
}

/** Where row i begins, clamped to the ends. */
export function at(offsets: Float64Array, index: number): number {
  return offsets[Math.min(Math.max(index, 0), offsets.length - 1)] ?? 0;
}
