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

/** How long a thing that travels takes here, in ms, and how it goes; 0 = the person wants no motion. */
export function motionOf(element: Element): { duration: number; easing: string } {
  const style = getComputedStyle(element);
  const time = style.getPropertyValue('--m-move');
  // What is shipped writes 180ms as .18s.
  const unit = time.trim().endsWith('ms') ? 1 : 1000;
  return { duration: (parseFloat(time) || 0) * unit, easing: style.getPropertyValue('--m-ease') };
}

function move(element: Element, frames: Keyframe[]): void {
  const motion = motionOf(element);
  if (motion.duration > 0) element.animate(frames, motion);
}
