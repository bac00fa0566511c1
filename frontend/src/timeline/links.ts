import { isActive } from '../plan/types';
import { plusDays } from '../text/dates';
import type { View } from './view.svelte';

/** The arrows that fit, and those between bars that do not, each as one path. */
export interface Paths {
  readonly fits: string;
  readonly collides: string;
}

/** The arrows from what is waited for to what waits, where one of both is in sight. */
export function pathsOf(view: View): Paths {
  const first = Math.floor(view.top / view.row) - 2;
  const last = Math.ceil((view.top + view.height) / view.row) + 2;
  let fits = '';
  let collides = '';
  for (const { kind, fromId, toId, lag } of view.mirror.links) {
    if (kind !== 'after') continue;
    const ends = [view.indexOf(fromId), view.indexOf(toId)];
    if (ends.includes(-1) || Math.max(...ends) < first || Math.min(...ends) > last) continue;
    const next = view.at(fromId);
    const before = view.at(toId);
    if (!next || !before) continue;
    const path = arrow(
      view.scale.x(before.span.to) + view.scale.perDay,
      before.index,
      view.scale.x(next.span.from),
      next.index,
      view.row,
    );
    const waited = view.mirror.item(toId);
    if (waited && isActive(waited) && next.span.from <= plusDays(before.span.to, lag))
      collides += path;
    else fits += path;
  }
  return { fits, collides };
}

/** From the end of a bar to the beginning of another, with a head. */
function arrow(x1: number, row1: number, x2: number, row2: number, height: number): string {
  const y1 = row1 * height + height / 2;
  const down = row2 > row1;
  const y2 = row2 * height + (down ? 6 : height - 6);
  const x = Math.max(x1 + 6, x2 + 5);
  const tip = down ? -4 : 4;
  const line = `M${n(x1)} ${n(y1)}H${n(x)}V${n(y2)}`;
  const head = `M${n(x - 3.5)} ${n(y2 + tip)}L${n(x)} ${n(y2)}L${n(x + 3.5)} ${n(y2 + tip)}`;
  return line + head;
}

function n(value: number): string {
  return value.toFixed(1);
}
