/** A way that something has come, in px. */
export interface Way {
  readonly x: number;
  readonly y: number;
}

/**
 * Lets an element come to where it lies from where it lay before. Where the
 * person wants no motion its time is nothing, and it lies there at once.
 */
export function glide(element: Element, { x, y }: Way): void {
  move(element, [
    { transform: `translate(${String(x)}px, ${String(y)}px)` },
    { transform: 'none' },
  ]);
}

/** Lets an element that is drawn anew appear in the time that others take to come. */
export function appear(element: Element): void {
  move(element, [{ opacity: 0 }, { opacity: 1 }]);
}

function move(element: Element, frames: Keyframe[]): void {
  const style = getComputedStyle(element);
  const duration = parseFloat(style.getPropertyValue('--m-move'));
  if (duration > 0)
    element.animate(frames, { duration, easing: style.getPropertyValue('--m-ease') });
}
