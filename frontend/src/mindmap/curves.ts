import type { Box } from '../gesture/camera';
import type { Mirror } from '../plan/mirror.svelte';
import type { Tie } from './cross';

/** A tie as it is drawn: a curve with its two handles, in px on the map. */
export interface Curve {
  readonly x1: number;
  readonly y1: number;
  readonly cx1: number;
  readonly cy1: number;
  readonly cx2: number;
  readonly cy2: number;
  readonly x2: number;
  readonly y2: number;
  /** The hand is at one of its ends. */
  readonly held: boolean;
}

/** More than these would be a net over the map and not a help. */
const MOST = 400;
/** How far curves swing out, as a share of their length, and at most, in px. */
const SWING = 0.35;
const FARTHEST = 160;

/** The curves of ties, the held ones first; boxOf tells where an end lies, or what stands for it where it is folded away. */
export function curvesOf(
  ties: readonly Tie[],
  boxOf: (id: string) => Box | undefined,
  held: string,
): Curve[] {
  const isHeld = ({ from, to }: Tie) => from === held || to === held;
  const order = [...ties.filter(isHeld), ...ties.filter((tie) => !isHeld(tie))].slice(0, MOST);
  return order.flatMap((tie) => {
    const [from, to] = [boxOf(tie.from), boxOf(tie.to)];
    return from && to && from !== to ? [curve(from, to, isHeld(tie))] : [];
  });
}

/** Where a tie ends that belongs to an item: at its box, or at that of what it is folded into. */
export function endOf(
  plan: Pick<Mirror, 'item'>,
  id: string,
  boxOf: (id: string) => Box | undefined,
): Box | undefined {
  let at = id;
  while (at !== '' && !boxOf(at)) at = plan.item(at)?.parentId ?? '';
  return at === '' ? undefined : boxOf(at);
}

/** From below one box to below or above another, swinging out. */
function curve(from: Box, to: Box, held: boolean): Curve {
  const x1 = (from.left + from.right) / 2;
  const x2 = (to.left + to.right) / 2;
  const under = to.top > from.foot;
  const over = to.foot < from.top;
  const y1 = over ? from.top : from.foot;
  const y2 = under ? to.top : to.foot;
  const swing = Math.min(FARTHEST, 24 + SWING * Math.hypot(x2 - x1, y2 - y1));
  return {
    x1,
    y1,
    cx1: x1,
    cy1: y1 + (over ? -swing : swing),
    cx2: x2,
    cy2: y2 + (under ? -swing : swing),
    x2,
    y2,
    held,
  };
}
