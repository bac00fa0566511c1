import type { BridgeError } from '../bridge/errors';
import { say } from '../text/text';

/** How long a notice stays when nobody points at it. */
export const STAY_MS = 8000;

export interface Notice {
  readonly id: number;
  readonly text: string;
  /** Calm tells what happened, ask tells what did not. */
  readonly tone: 'calm' | 'ask';
  /** Takes back what the notice tells. */
  readonly undo?: () => void;
  /** Something that one may want to do about it now. */
  readonly offer?: { readonly says: string; readonly run: () => void };
}

/** Quiet words at the foot of the window: what happened, and Undo. The newest replaces the one before. */
export class Notices {
  shown = $state.raw<Notice | null>(null);
  /** What is only read aloud. */
  whispered = $state('');
  #made = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Tells what happened; undo offers to take it back. */
  tell(text: string, undo?: () => void): void {
    this.#show({ id: ++this.#made, text, tone: 'calm', ...(undo ? { undo } : {}) });
  }

  /** Tells what happened, and offers something that one may want to do now. */
  offer(text: string, says: string, run: () => void): void {
    this.#show({ id: ++this.#made, text, tone: 'calm', offer: { says, run } });
  }

  /** Tells what did not happen, in the words of the catalogue. */
  refuse(error: BridgeError): void {
    this.#show({ id: ++this.#made, text: say(error.key, error.params), tone: 'ask' });
  }

  /** Says something to those who cannot see that it happened. */
  whisper(text: string): void {
    this.whispered = this.whispered === text ? text + '\u200b' : text;
  }

  /** Keeps the notice while somebody reads or points at it. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  /** Lets it go again after its time. */
  release(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), STAY_MS);
  }

  /** Something was undone or redone: an offer to undo says what is no longer true. */
  outlived(): void {
    if (this.shown?.undo) this.close();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.shown = null;
  }

  #show(notice: Notice): void {
    this.shown = notice;
    this.release();
  }
}
