import type { Point } from './press';

interface CaretDocument {
  caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/** How many letters of a text stand before a point of the window; null = there are no words. Engines disagree on its name. */
export function caretAt({ x, y }: Point): number | null {
  const page = document as CaretDocument;
  return (
    page.caretPositionFromPoint?.(x, y)?.offset ??
    page.caretRangeFromPoint?.(x, y)?.startOffset ??
    null
  );
}

/**
 * The same in a field, of which WebKit tells nothing: its words are laid over
 * it for as long as it takes to ask. Where no engine tells, it is their end.
 */
export function caretIn(field: HTMLTextAreaElement, point: Point): number {
  const box = field.getBoundingClientRect();
  const { font, letterSpacing, padding, direction } = getComputedStyle(field);
  const words = document.createElement('div');
  words.textContent = field.value;
  Object.assign(words.style, { font, letterSpacing, padding, direction });
  Object.assign(words.style, {
    position: 'fixed',
    zIndex: 'var(--z-top)',
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  });
  document.body.append(words);
  const caret = caretAt(point);
  words.remove();
  return caret ?? field.value.length;
}
