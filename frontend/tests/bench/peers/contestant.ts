/** A board of somebody's make, as the benchmark handles it. It is made with its cards in memory, in the form that it likes. */
export interface Contestant {
  /** Draws the board. */
  mount(): void;
  /** Puts a card second into a column, as if a hand had done it; comes back when the data has changed. */
  move(id: string, column: number): unknown;
  /** The element of a column that scrolls. */
  column(index: number): HTMLElement;
  /** By what a card in the document is told; its attribute has the item's id. */
  readonly attribute: string;
}
