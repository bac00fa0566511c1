import type { Box } from '../gesture/camera';
import { boundsOf, type Place } from './piece';

/** Pieces as one reads them: in rows from the top, and in each along the line. */
export function readingOrder<P extends Place>(places: readonly P[]): P[] {
  const all = places
    .map((place) => ({ place, box: boundsOf(place) }))
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
  const rows: { foot: number; of: typeof all }[] = [];
  for (const one of all) {
    const row = rows.at(-1);
    if (row && half(one.box) < row.foot) row.of.push(one);
    else rows.push({ foot: one.box.foot, of: [one] });
  }
  return rows.flatMap(({ of }) =>
    of.sort((a, b) => a.box.left - b.box.left || a.box.top - b.box.top).map(({ place }) => place),
  );
}

function half({ top, foot }: Box): number {
  return (top + foot) / 2;
}

/** Where an arrow leads. */
export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/**
 * After which piece some must lie to come one step nearer to the front or go
 * one back, past the next one that they touch; null = they lie there already.
 */
export function stepOver(
  order: readonly (Place & { id: string })[],
  ids: ReadonlySet<string>,
  way: 1 | -1,
): string | null {
  const own = order.filter(({ id }) => ids.has(id));
  const last = way === 1 ? own.at(-1) : own[0];
  if (!last) return null;
  const at = order.indexOf(last);
  const others = (way === 1 ? order.slice(at + 1) : order.slice(0, at).reverse()).filter(
    ({ id }) => !ids.has(id),
  );
  const next =
    others.find((other) => own.some((one) => meet(boundsOf(one), boundsOf(other)))) ?? others[0];
  if (!next) return null;
  if (way === 1) return next.id;
  const before = order.slice(0, order.indexOf(next)).filter(({ id }) => !ids.has(id));
  return before.at(-1)?.id ?? '';
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.foot && b.top < a.foot;
}
