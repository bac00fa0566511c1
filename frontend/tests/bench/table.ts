/** Measurements of one thing, in rounds; kept whole so that the spread can be told. */
export class Series {
  readonly values: number[] = [];

  add(...values: number[]): void {
    this.values.push(...values);
  }

  /** The value that a share of all values does not exceed; 0.5 is the median. */
  at(share: number): number {
    const sorted = this.values.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  }

  /** Median with the least and the most, such as "17.2 (16.1–24.0)". */
  toString(): string {
    const [least, most] = [Math.min(...this.values), Math.max(...this.values)];
    return `${this.at(0.5).toFixed(1)} (${least.toFixed(1)}–${most.toFixed(1)})`;
  }
}

/** Rows of words in columns as wide as they must be. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
