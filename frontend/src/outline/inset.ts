/**
 * How far a row stands in, in px. Levels are one step apart until six of them
 * or half of the room is used; deeper levels come ever closer together, so
 * that the fiftieth still leaves a title its room.
 */
export function inset(depth: number, step: number, room: number): number {
  const wide = depth * step;
  const most = room * MOST;
  const even = Math.min(EVEN_LEVELS * step, most / 2);
  if (wide <= even) return wide;
  return even + (most - even) * (1 - Math.exp(-(wide - even) / (most - even)));
}

/** The depth within [least, most] whose inset lies nearest to x. */
export function depthNear(
  x: number,
  least: number,
  most: number,
  step: number,
  room: number,
): number {
  let best = least;
  for (let depth = least; depth <= most; depth++) {
    const nearer = Math.abs(inset(depth, step, room) - x) < Math.abs(inset(best, step, room) - x);
    if (nearer) best = depth;
  }
  return best;
}

const EVEN_LEVELS = 6;
const MOST = 0.45;
