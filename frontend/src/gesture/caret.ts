import type { Point } from './press';

/** A place between two letters. */
export interface Caret {
  /** The text, or the field, that the letters stand in. */
  readonly node: Node;
  readonly offset: number;
}

interface CaretDocument {
  caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** The caret that a press at a point of the window means; engines disagree on its name. null = there are no words. */
export function caretAt({ x, y }: Point): Caret | null {
  const page = document as CaretDocument;
  const position = page.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = page.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
