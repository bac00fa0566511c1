import type { Wall } from '../walls';

/** A board of somebody's make, with its pieces in memory. */
export interface Hanging {
  /** Hangs all pictures up, the whole board in the window, and comes back when each has been read. */
  hang(target: HTMLElement): Promise<void>;
  /** Takes a piece up, about its middle; the hand is there. */
  take(id: string): void;
  /** The hand moves on so far, in px of the window. */
  drag(dx: number, dy: number): void;
  /** Lets go. */
  drop(): void;
  move(dx: number, dy: number): void;
  /** Looks at it so near, around the middle of the window. */
  zoom(scale: number): void;
}

/** The window of the board, in px. */
export const WIDTH = 1264;
export const HEIGHT = 740;
/** How near the whole board fits into its window. */
export function fitOf({ width, height }: Wall): number {
  return Math.min(WIDTH / width, HEIGHT / height);
}
