import type { Piece, PieceBodies } from '../plan/pieces';
import { tn } from '../text/text';
import type { Acts } from './acts';
import { newPiece, SIZES } from './newpieces';
import { freeFor } from './sight';
import type { View } from './view.svelte';

/** Copying pieces within the program, and words from elsewhere as notes. */
export class Clip {
  #pieces: readonly Piece[] = [];
  /** What the system's clipboard was given with them. */
  #words = '';
  #times = 0;

  constructor(
    readonly acts: Acts,
    readonly view: View,
  ) {}

  get full(): boolean {
    return this.#pieces.length > 0;
  }

  /** Copies what is picked; the words that other programs get. */
  copy(): string {
    this.#pieces = this.acts.copies();
    this.#times = 0;
    const said = this.#pieces.map(wordsOf).filter((words) => words !== '');
    this.#words = said.join('\n') || tn('vision.clip', this.#pieces.length);
    return this.#words;
  }

  cut(): string {
    const words = this.copy();
    void this.acts.takeDown();
    return words;
  }

  /** Pastes what was copied here, or words from elsewhere as a note where there is room. */
  paste(words: string = this.#words): void {
    if (words === this.#words && this.full) return this.#again();
    if (words.trim() === '') return;
    const { w, h } = SIZES.note;
    const { x, y } = freeFor(this.view, w, h);
    const place = { x: Math.round(x - w / 2), y: Math.round(y - h / 2), w, h, angle: 0 };
    void this.acts.hang([newPiece('note', place, { words: words.trim() })]);
  }

  #again(): void {
    const steps = ++this.#times;
    void this.acts.hangBeside(() => this.#pieces, steps);
  }
}

function wordsOf({ body }: Piece): string {
  const {
    words = '',
    caption = '',
    name = '',
  } = body as PieceBodies['quote'] & PieceBodies['picture'] & PieceBodies['frame'];
  return words || caption || name;
}
