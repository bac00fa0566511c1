/** What lies folded on the board: columns, and the cards that were done earlier. */
export class Folds {
  /** The folded columns: slim strips that cards can be dropped on. */
  columns = $state.raw<ReadonlySet<string>>(new Set());
  /** The cards that were done earlier are shown too. */
  earlier = $state(false);

  has(columnId: string): boolean {
    return this.columns.has(columnId);
  }

  /** Folds a column, or unfolds it. */
  set(columnId: string, folded: boolean): void {
    const columns = new Set(this.columns);
    if (folded) columns.add(columnId);
    else columns.delete(columnId);
    this.columns = columns;
  }
}
