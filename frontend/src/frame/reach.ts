import type { Hand } from '../plan/hand.svelte';
import type { Sides } from './sides.svelte';

const STOPS = 'input:not([disabled]), textarea, button:not([disabled]), a[href], [tabindex="0"]';

/** Takes the keyboard from the plan to its side and back again. */
export class Reach {
  readonly #hand: Hand;
  readonly #sides: Sides;
  readonly #side: () => HTMLElement | undefined;

  constructor(hand: Hand, sides: Sides, side: () => HTMLElement | undefined) {
    this.#hand = hand;
    this.#sides = sides;
    this.#side = side;
  }

  /** To the side, which opens if it must; from there back to the plan. */
  go(): void {
    if (this.#inside()) return this.back();
    if (!this.#sides.shown) this.#sides.show('details');
    setTimeout(() => this.enter());
  }

  /** To the first field of the side, or what else can be reached there. */
  enter(): void {
    const stops = [...(this.#side()?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
    const field = stops.find((stop) => stop.matches('input, textarea'));
    (field ?? stops[0])?.focus();
  }

  /** Back to the row that the hand is on, if the hand is at the side now. */
  back(): void {
    if (!this.#inside()) return;
    if (this.#hand.id) this.#hand.find(this.#hand.id);
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  #inside(): boolean {
    return this.#side()?.contains(document.activeElement) ?? false;
  }
}
