/** How many lanes of flags hang below a road at most before their poles may pass behind others. */
const MOST = 5;
/** Between one flag and the next, in px. */
export const FLAG_GAP = 10;

/** A name that hangs at a pole: where the pole stands, and where its words end. */
export interface Flag {
  readonly x: number;
  readonly end: number;
}

/**
 * The lane in which each flag hangs, the nearest one 0, so that no two lie on
 * each other. The flags come in the order of their poles. No pole passes behind
 * another's words unless that would take more lanes than are good to read.
 */
export function lanesOf(flags: readonly Flag[]): number[] {
  const lanes = apart(flags);
  return Math.max(0, ...lanes) < MOST ? lanes : dense(flags);
}

/** Each hangs lower than all whose poles would pass behind it. */
function apart(flags: readonly Flag[]): number[] {
  const lanes = new Array<number>(flags.length).fill(0);
  for (let i = flags.length - 1; i >= 0; i--) {
    const flag = flags[i];
    for (let j = i + 1; flag && j < flags.length; j++)
      if ((flags[j]?.x ?? 0) < flag.end + FLAG_GAP)
        lanes[i] = Math.max(lanes[i] ?? 0, (lanes[j] ?? 0) + 1);
  }
  return lanes;
}

/** Each hangs in the nearest lane that has room. */
function dense(flags: readonly Flag[]): number[] {
  const ends: number[] = [];
  return flags.map(({ x, end }) => {
    const free = ends.findIndex((taken) => taken + FLAG_GAP <= x);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    return lane;
  });
}
