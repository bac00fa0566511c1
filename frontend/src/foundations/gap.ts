/** Before which of some lines, from top to bottom, a hand at y would drop; behind the last it is their number. */
export function gapAmong(lines: readonly Element[], y: number): number {
  const at = lines.findIndex((line) => {
    const { top, height } = line.getBoundingClientRect();
    return y < top + height / 2;
  });
  return at < 0 ? lines.length : at;
}
