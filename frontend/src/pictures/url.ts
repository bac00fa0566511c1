/** The longest sides that pictures are kept in, in pixels; in Go internal/media. */
export const EDGES = [480, 1200, 2560] as const;
export type Edge = (typeof EDGES)[number];

/** Where a picture of the client is had from, with no side longer than edge. */
export function mediaUrl(hash: string, edge: Edge): string {
  return `/media/${hash}/${String(edge)}`;
}

/** The size to ask for where a picture is drawn with a longest side of so many pixels of the screen. */
export function edgeFor(side: number): Edge {
  return EDGES.find((edge) => edge >= side) ?? EDGES[2];
}
