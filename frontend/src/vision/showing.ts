// The way of a presentation: from the whole board to each piece as one reads them,
// and back to the whole.

import { fitting, type Box, type Camera, type Size } from '../gesture/camera';
import type { PieceKind } from '../plan/pieces';

/** How long the eye travels from one piece to the next, and stays there, in ms. */
export const TRAVEL = 2400;
export const STAY = 5200;
/** White around a piece, as a share of the shorter side of the window. */
const AIR = 0.12;
/** A small piece is not blown up beyond this. */
const NEAREST = 2.4;
/** What is only there for others is passed by. */
const PASSED: readonly PieceKind[] = ['line', 'frame', 'wake', 'swatch'];

/** What one stops at. */
export function stopsOf<One extends { id: string; kind: PieceKind }>(order: readonly One[]): One[] {
  return order.filter(({ kind }) => !PASSED.includes(kind));
}

/** So that a piece lies in the middle, whole and large. */
export function lookingAt(box: Box, size: Size): Camera {
  const margin = Math.min(size.width, size.height) * AIR;
  const wide = (size.width - 2 * margin) / Math.max(1, box.right - box.left);
  const high = (size.height - 3 * margin) / Math.max(1, box.foot - box.top);
  const s = Math.min(wide, high, NEAREST);
  return {
    x: size.width / 2 - (s * (box.left + box.right)) / 2,
    y: (size.height - margin) / 2 - (s * (box.top + box.foot)) / 2,
    s,
  };
}

export function wholeBoard(box: Box, size: Size): Camera {
  return fitting(box, size, Math.min(size.width, size.height) * (AIR / 2));
}

/** Between two cameras: slowly away, slowly there, and never through the wall. */
export function between(from: Camera, to: Camera, share: number, { width, height }: Size): Camera {
  const t = share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2;
  const s = from.s * (to.s / from.s) ** t;
  const at = (camera: Camera) => ({
    x: (width / 2 - camera.x) / camera.s,
    y: (height / 2 - camera.y) / camera.s,
  });
  const [a, b] = [at(from), at(to)];
  const x = a.x + (b.x - a.x) * t;
  const y = a.y + (b.y - a.y) * t;
  return { x: width / 2 - x * s, y: height / 2 - y * s, s };
}
