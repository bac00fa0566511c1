import type { CoachEdits } from './coachedits';
import type { Lock } from './coaching';
import { flushTyping } from './typing';

/** How the private notes stand, and what opens and closes them. */
export class Sealing {
  /** null until Go was asked. */
  lock = $state<Lock | null>(null);

  readonly #edits: CoachEdits;

  constructor(edits: CoachEdits) {
    this.#edits = edits;
  }

  /** Asks how they stand. */
  async look(): Promise<void> {
    this.lock = (await this.#edits.lock()) ?? this.lock;
  }

  /** Opens them with the passphrase or the recovery code; false when it is refused. */
  async unlock(secret: string): Promise<boolean> {
    return this.#opened(await this.#edits.unlock(secret));
  }

  /** Keeps the new key, once its code was typed in; false when that is not the code. */
  async confirm(code: string): Promise<boolean> {
    return this.#opened(await this.#edits.confirmSeal(code));
  }

  /** Closes them, after what is typed is sealed. */
  async close(): Promise<void> {
    await flushTyping();
    if (await this.#edits.lockNow()) this.lock = 'locked';
  }

  /** Go has closed them, as nobody was there: what the page knows of them goes. */
  async fell(): Promise<void> {
    this.lock = 'locked';
    await this.#edits.again();
  }

  #opened(client: unknown): boolean {
    if (client === undefined) return false;
    this.lock = 'unlocked';
    return true;
  }
}
