// Two fingers that go apart or together. The page does not zoom by itself, so
// that what lies between the fingers can.

export interface Pinched {
  /** How much farther apart the fingers are than before. */
  readonly factor: number;
  /** The middle between them, in the window. */
  readonly x: number;
  readonly y: number;
}

/** Listens for two fingers on a surface until the function it returns is called. */
export function listenForPinches(surface: HTMLElement, pinched: (by: Pinched) => void): () => void {
  let before = 0;
  const start = (event: TouchEvent) => (before = apart(event));
  const move = (event: TouchEvent) => {
    const now = apart(event);
    if (now === 0 || before === 0) return;
    if (event.cancelable) event.preventDefault();
    pinched({ factor: now / before, ...middle(event) });
    before = now;
  };
  surface.addEventListener('touchstart', start, { passive: true });
  surface.addEventListener('touchend', start, { passive: true });
  // Only a listener that is not passive can keep the page from scrolling meanwhile.
  surface.addEventListener('touchmove', move, { passive: false });
  return () => {
    surface.removeEventListener('touchstart', start);
    surface.removeEventListener('touchend', start);
    surface.removeEventListener('touchmove', move);
  };
}

/** How far two fingers are apart; 0 = there are not two. */
function apart({ touches }: TouchEvent): number {
  const [a, b] = [touches[0], touches[1]];
  if (!a || !b || touches.length !== 2) return 0;
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
}

function middle({ touches }: TouchEvent): { x: number; y: number } {
  const [a, b] = [touches[0], touches[1]];
  return {
    x: ((a?.clientX ?? 0) + (b?.clientX ?? 0)) / 2,
    y: ((a?.clientY ?? 0) + (b?.clientY ?? 0)) / 2,
  };
}
