import { around, type Box } from '../gesture/camera';
import { boundsOf, moved, type Place } from './piece';

/** How pieces are brought into line. */
export const ALIGNS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Align = (typeof ALIGNS)[number];
/** Along which way they are spread evenly. */
export const SPREADS = ['across', 'down'] as const;
export type Spread = (typeof SPREADS)[number];

/** Pieces brought into line with the outermost of them. */
export function aligned<P extends Place>(places: readonly P[], how: Align): P[] {
  const [first, ...others] = places.map(boundsOf);
  if (!first) return [];
  const all = others.reduce(around, first);
  return places.map((place) => {
    const [dx, dy] = byAlign(boundsOf(place), all, how);
    return moved(place, dx, dy);
  });
}

function byAlign(own: Box, all: Box, how: Align): [number, number] {
  switch (how) {
    case 'left':
      return [all.left - own.left, 0];
    case 'centre':
      return [(all.left + all.right - own.left - own.right) / 2, 0];
    case 'right':
      return [all.right - own.right, 0];
    case 'top':
      return [0, all.top - own.top];
    case 'middle':
      return [0, (all.top + all.foot - own.top - own.foot) / 2];
    case 'bottom':
      return [0, all.foot - own.foot];
  }
}

/** Pieces with the same room between them; the outermost two stay where they are. */
export function spread<P extends Place>(places: readonly P[], along: Spread): P[] {
  const from = (box: Box) => (along === 'across' ? box.left : box.top);
  const to = (box: Box) => (along === 'across' ? box.right : box.foot);
  const all = places
    .map((place) => ({ place, box: boundsOf(place) }))
    .sort((a, b) => from(a.box) + to(a.box) - from(b.box) - to(b.box));
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last || all.length < 3) return [...places];
  const taken = all.reduce((sum, { box }) => sum + to(box) - from(box), 0);
  const gap = (to(last.box) - from(first.box) - taken) / (all.length - 1);
  let next = from(first.box);
  return all.map(({ place, box }) => {
    const by = next - from(box);
    next += to(box) - from(box) + gap;
    return along === 'across' ? moved(place, by, 0) : moved(place, 0, by);
  });
}
