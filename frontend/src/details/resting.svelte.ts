import type { Hand } from '../plan/hand.svelte';

/**
 * Where the details look: where the hand is, except while a key is held down
 * that walks it over one row after the other. Then they stay where the walk
 * began until the key comes up, because building them anew for every row is
 * what makes walking slow. Whatever else the hand does meanwhile (another key,
 * a press of the pointer) ends the wait before it arrives, so nobody edits an
 * item that the hand has left.
 */
export class Resting {
  readonly #hand: Hand;
  #held = $state(false);
  #last: Pick<Hand, 'ids' | 'id'> = { ids: [], id: '' };

  constructor(hand: Hand) {
    this.#hand = hand;
  }

  readonly #at = $derived.by(() => {
    const { ids, id } = this.#hand;
    if (!this.#held) this.#last = { ids, id };
    return this.#last;
  });

  /** The items that the details show. */
  get ids(): readonly string[] {
    return this.#at.ids;
  }
  /** The one of them that counts. */
  get id(): string {
    return this.#at.id;
  }
  /** True while the hand is elsewhere already. */
  readonly behind = $derived.by(() => this.#at.ids !== this.#hand.ids || this.id !== this.#hand.id);

  /** Watches the keys, before anybody else hears of them, until it is told to end. */
  watch(page: Window = window): () => void {
    const down = (event: KeyboardEvent) => (this.#held = event.repeat);
    // Any field that loses the focus is heard of too, perhaps while it is taken away.
    const rest = ({ type, target }: Event) => {
      if (type !== 'blur' || !(target instanceof Node)) this.#held = false;
    };
    const early = { capture: true };
    page.addEventListener('keydown', down, early);
    for (const end of ENDS) page.addEventListener(end, rest, early);
    return () => {
      page.removeEventListener('keydown', down, early);
      for (const end of ENDS) page.removeEventListener(end, rest, early);
    };
  }
}

/** A key that comes up while another window has the keyboard is not heard of. */
const ENDS = ['keyup', 'pointerdown', 'blur'] as const;
