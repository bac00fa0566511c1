const STOPS = 'input:not([disabled]), textarea, button:not([disabled]), a[href], [tabindex="0"]';
/** Where one stands in a part, the surest sign first. */
const CURRENT = [
  '[aria-current="page"]',
  '[data-where="row"] [tabindex="0"][aria-selected="true"]',
  '[data-where="row"] [tabindex="0"]',
];

/**
 * Takes the keyboard from part to part of the window: the rail, the view, and
 * what stands at its side.
 */
export class Reach {
  readonly #parts: () => readonly HTMLElement[];

  /** parts gives those in sight, in the order of the eye; the one marked data-plan is the view. */
  constructor(parts: () => readonly HTMLElement[]) {
    this.#parts = parts;
  }

  /** To the next part, or with -1 to the one before; from outside of all to the view. */
  go(step: 1 | -1): void {
    const parts = this.#parts();
    const here = parts.findIndex((part) => part.contains(document.activeElement));
    if (here < 0) return this.plan();
    stopOf(parts.at((here + step) % parts.length))?.focus();
  }

  /** To the view: to the row or card that the hand is on. */
  plan(): void {
    stopOf(this.#parts().find((part) => part.dataset['plan'] !== undefined))?.focus();
  }

  /** Lets the keyboard go; the view that opens next takes it. */
  letGo(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }
}

/** Where the keyboard lands in a part: on what is current there, in the first field, or on what else can be reached. */
function stopOf(part: HTMLElement | undefined): HTMLElement | undefined {
  if (!part) return undefined;
  const stops = [...part.querySelectorAll<HTMLElement>(STOPS)];
  for (const sign of [...CURRENT, 'input, textarea']) {
    const stop = stops.find((one) => one.matches(sign));
    if (stop) return stop;
  }
  return stops[0];
}
