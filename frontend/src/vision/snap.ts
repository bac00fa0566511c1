// What is dragged lies down along what lies near it: at its edges and middles, and
// at the same distance as others have from each other.

import type { Box } from '../gesture/camera';

/** So near on the screen something snaps, in px. */
export const REACH = 6;

/** A line that shows to what something has snapped; across it is upright. */
export interface SnapLine {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** What lies equally far apart, not what lies in a line. */
  readonly gap?: true;
}

export interface Snap {
  readonly dx: number;
  readonly dy: number;
  readonly lines: readonly SnapLine[];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Found {
  readonly by: number;
  readonly at: number;
  readonly gap?: true;
}

/** How much farther a box has to go to lie with others; reach is in board units. */
export function snapOf(box: Box, others: readonly Box[], reach: number): Snap {
  const x = nearest(across(box), others.map(across), reach, sameRow(box, others).map(across));
  const y = nearest(down(box), others.map(down), reach, sameColumn(box, others).map(down));
  const [dx, dy] = [x?.by ?? 0, y?.by ?? 0];
  const lies = moved(box, dx, dy);
  return {
    dx,
    dy,
    lines: [
      ...(x ? [lineOf('x', x, lies, others)] : []),
      ...(y ? [lineOf('y', y, lies, others)] : []),
    ],
  };
}

/** One edge that is dragged: how much farther it has to go. */
export function snapEdge(at: number, axis: 'x' | 'y', others: readonly Box[], reach: number) {
  const spans = others.map(axis === 'x' ? across : down);
  const best = nearest({ from: at, to: at }, spans, reach, []);
  return { by: best?.by ?? 0, at: best ? best.at : null };
}

const across = ({ left, right }: Box): Span => ({ from: left, to: right });
const down = ({ top, foot }: Box): Span => ({ from: top, to: foot });
const marks = ({ from, to }: Span) => [from, (from + to) / 2, to];

function moved({ left, top, right, foot }: Box, dx: number, dy: number): Box {
  return { left: left + dx, top: top + dy, right: right + dx, foot: foot + dy };
}

function sameRow(box: Box, others: readonly Box[]): Box[] {
  return others.filter(({ top, foot }) => top < box.foot && foot > box.top);
}

function sameColumn(box: Box, others: readonly Box[]): Box[] {
  return others.filter(({ left, right }) => left < box.right && right > box.left);
}

function nearest(own: Span, others: readonly Span[], reach: number, row: readonly Span[]) {
  let best: Found | null = null;
  const offer = (by: number, at: number, gap?: true) => {
    if (Math.abs(by) > reach || (best && Math.abs(best.by) <= Math.abs(by))) return;
    best = gap ? { by, at, gap } : { by, at };
  };
  for (const other of others)
    for (const at of marks(other)) for (const mark of marks(own)) offer(at - mark, at);
  for (const place of evenly(own, row)) offer(place - own.from, place, true);
  return best as Found | null;
}

/** Where something would begin that lies as far from its neighbours as they do from each other. */
function evenly({ from, to }: Span, row: readonly Span[]): number[] {
  const sorted = [...row].sort((a, b) => a.from - b.from);
  const length = to - from;
  const found: number[] = [];
  for (let i = 1; i < sorted.length; i++) {
    const [a, b] = [sorted[i - 1], sorted[i]];
    if (!a || !b || b.from <= a.to) continue;
    const gap = b.from - a.to;
    found.push(b.to + gap, a.from - gap - length);
    if (gap > length) found.push(a.to + (gap - length) / 2);
  }
  return found;
}

function lineOf(
  axis: 'x' | 'y',
  { by: _, at, gap }: Found,
  own: Box,
  others: readonly Box[],
): SnapLine {
  const along = axis === 'x' ? across : down;
  const beside = axis === 'x' ? down : across;
  const same = others.filter((other) =>
    marks(along(other)).some((mark) => Math.abs(mark - at) < 0.01),
  );
  const spans = [own, ...(gap ? (axis === 'x' ? sameRow : sameColumn)(own, others) : same)].map(
    beside,
  );
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  return gap ? { axis, at, from, to, gap } : { axis, at, from, to };
}
