const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Counts the time that is spent on a step, while it is asked to. */
export class Stopwatch {
  runs = $state(false);
  /** What was counted before it was last started, in ms. */
  #before = $state(0);
  #since = $state(0);
  #now = $state(0);

  readonly #passed = $derived(this.#before + (this.runs ? this.#now - this.#since : 0));

  /** What it counted, in whole minutes, a begun half one too. */
  get minutes(): number {
    this.#look();
    return Math.round(this.#passed / MINUTE);
  }

  /** "12:05". */
  get shown(): string {
    const seconds = Math.floor(this.#passed / SECOND);
    return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
  }

  /** Starts it, or lets it rest. */
  turn(): void {
    this.#look();
    if (this.runs) this.#before = this.#passed;
    else this.#since = this.#now;
    this.runs = !this.runs;
  }

  reset(): void {
    this.runs = false;
    this.#before = 0;
  }

  /** Looks at the clock every second, until told to end. */
  tick(): () => void {
    const ticking = setInterval(() => this.#look(), SECOND);
    return () => clearInterval(ticking);
  }

  #look(): void {
    this.#now = Date.now();
  }
}
