import type { Desk } from '../commands/desk';
import type { Found } from '../plan/found';

/** How long the hand rests before it is asked, in ms. */
const REST = 120;
/** How many answers are shown, and how many more each time. */
export const FEW = 50;

const NOTHING: Found = { all: [], count: 0, more: false, narrow: false };

/** What is asked for, and the newest answer to it: one that comes late is dropped. */
export class Asking {
  found = $state.raw<Found>(NOTHING);
  /** What the answer answers; null = none has come yet. */
  answered = $state<string | null>(null);

  readonly #desk: Desk;
  #asked = 0;
  #most = FEW;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Asks as soon as the hand rests, until the function it gives is called. */
  soon(words: string): () => void {
    if (words.trim() === '') {
      this.#asked++;
      this.found = NOTHING;
      this.answered = null;
      return () => undefined;
    }
    if (words !== this.answered) this.#most = FEW;
    const resting = setTimeout(() => void this.#ask(words), this.answered === words ? 0 : REST);
    return () => clearTimeout(resting);
  }

  /** Shows more of what was found. */
  async widen(): Promise<void> {
    this.#most += FEW;
    if (this.answered !== null) await this.#ask(this.answered);
  }

  async #ask(words: string): Promise<void> {
    const asked = ++this.#asked;
    const found = await this.#desk.edits.find({ text: words, most: this.#most });
    if (asked !== this.#asked || !found) return;
    this.found = found;
    this.answered = words;
  }
}
