// Reading aloud with the system's own voice, where the engine has one (R128).

/** The voice of the system; there is none in every engine. */
export class Voice {
  readonly #speech: SpeechSynthesis | undefined =
    'speechSynthesis' in window ? window.speechSynthesis : undefined;

  get there(): boolean {
    return this.#speech !== undefined;
  }

  /** Reads some words; what it was reading ends. */
  read(words: string): void {
    if (!this.#speech) return;
    this.#speech.cancel();
    const saying = new SpeechSynthesisUtterance(words);
    saying.lang = document.documentElement.lang;
    this.#speech.speak(saying);
  }

  stop(): void {
    this.#speech?.cancel();
  }
}
