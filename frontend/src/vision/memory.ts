import type { Camera } from '../gesture/camera';
import { kept, number, record, text } from '../plan/kept';

/** How a board stood: what is kept for the next time (R127). */
export interface Memory {
  readonly board: string;
  readonly active: string;
  /** Where the middle of the board lay from the middle of the window, and how large; null = all of it was shown. */
  readonly camera: Camera | null;
}

export function writeMemory(memory: Memory): string {
  return JSON.stringify(memory);
}

/** Reads what writeMemory wrote; what is not understood is forgotten. */
export function readMemory(data: string): Memory {
  const found = kept(data);
  const { x, y, s } = record(found['camera']);
  return {
    board: text(found['board']),
    active: text(found['active']),
    camera: number(s) > 0 ? { x: number(x), y: number(y), s: number(s) } : null,
  };
}
