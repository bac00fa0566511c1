import { kept, list, number, record, text } from '../plan/kept';
import type { Camera } from '../gesture/camera';
import type { Side } from './chart';

/** By what the branches of a map are coloured. */
export const COLOURS = ['area', 'branch'] as const;
export type Colours = (typeof COLOURS)[number];

/** How a map stood: what is kept for the next time (R127). */
export interface Memory {
  readonly active: string;
  readonly folded: readonly string[];
  readonly sides: Readonly<Record<string, Side>>;
  readonly oneSided: boolean;
  /** '' = by life area where there are some. */
  readonly colours: Colours | '';
  /** Where the middle of the map lay from the middle of the window, and how large; null = nothing is kept. */
  readonly camera: Camera | null;
}

export function writeMemory(memory: Memory): string {
  return JSON.stringify(memory);
}

/** Reads what writeMemory wrote; what is not understood is forgotten. */
export function readMemory(data: string): Memory {
  const found = kept(data);
  const sides: Record<string, Side> = {};
  for (const [id, side] of Object.entries(record(found['sides'])))
    if (side === 'left' || side === 'right') sides[id] = side;
  const { x, y, s } = record(found['camera']);
  return {
    active: text(found['active']),
    folded: list(found['folded']).filter((id) => typeof id === 'string'),
    sides,
    oneSided: found['oneSided'] === true,
    colours: COLOURS.find((colours) => colours === found['colours']) ?? '',
    camera: number(s) > 0 ? { x: number(x), y: number(y), s: number(s) } : null,
  };
}
