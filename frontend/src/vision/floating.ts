import type { Box, Size } from '../gesture/camera';
import type { Point } from '../gesture/press';
import { EDGE, TOOLS_HIGH } from './sight';

/** How far what belongs to the pieces reaches above and below them: what turns them, handles, a caption; in px. */
export interface Reach {
  readonly above: number;
  readonly below: number;
}

/**
 * Where the bar of what is picked stands in the window, by its upper left corner:
 * above a box, below it where there is no room, and over neither it nor the
 * tools; when it fits nowhere, at the upper edge. All in px of the window.
 */
export function barAt(box: Box, bar: Size, window: Size, reach: Reach): Point {
  const above = box.top - reach.above - bar.height;
  const below = box.foot + reach.below;
  const fits = below + bar.height <= window.height - TOOLS_HIGH;
  const y = above >= EDGE ? above : fits ? below : EDGE;
  const middle = (box.left + box.right) / 2;
  const x = Math.max(EDGE, Math.min(middle - bar.width / 2, window.width - bar.width - EDGE));
  return { x, y: Math.min(y, window.height - TOOLS_HIGH - bar.height) };
}
