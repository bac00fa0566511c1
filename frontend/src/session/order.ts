/** A box of a card on the screen. */
type Lying = Readonly<Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>>;

/**
 * Where among others, which lie as one reads, something is dropped: before the
 * first one whose middle comes after the place, in its line or in one below.
 */
export function dropAt(others: readonly Lying[], x: number, y: number): number {
  const column = others.every((one, i) => {
    const next = others[i + 1];
    return !next || one.bottom <= next.top;
  });
  const found = others.findIndex(({ left, right, top, bottom }) => {
    if (column) return y < (top + bottom) / 2;
    return y < top || (y <= bottom && x < (left + right) / 2);
  });
  return found < 0 ? others.length : found;
}
