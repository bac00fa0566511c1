/** How many lines a page key walks. */
const PAGE = 8;

/**
 * The line of a list that a key in the field above it leads to, from the one
 * that is on (-1 = none): round and round with the arrows, by the page with the
 * page keys. With free the words typed count as a line of their own, -1.
 * null = the key is none of the list's.
 */
export function walked(key: string, on: number, count: number, free = false): number | null {
  const first = free ? -1 : 0;
  const last = count - 1;
  if (last < 0) return null;
  switch (key) {
    case 'ArrowDown':
      return on >= last ? first : on + 1;
    case 'ArrowUp':
      return on <= first ? last : on - 1;
    case 'PageDown':
      return Math.min(on + PAGE, last);
    case 'PageUp':
      return Math.max(on - PAGE, 0);
    default:
      return null;
  }
}
