/** How long the hand rests before what it typed is committed. */
export const REST_MS = 500;

const open = new Set<Typing>();
/** What is on its way to the vault. */
const savings = new Set<Promise<unknown>>();

/** A new token of one visit: 128 random bits. Not randomUUID: the window's own scheme is no secure context on Linux. */
export function token(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/**
 * One visit to a text field. Text is saved when the hand has rested for half a
 * second, on flush (leaving the field, Enter) and when the window hides or
 * closes; all saves of a visit carry one token, so that they are one undo step.
 */
export class Typing {
  /** The token of this visit. */
  readonly edit: string = token();

  readonly #save: (text: string, edit: string) => Promise<unknown>;
  #pending: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(save: (text: string, edit: string) => Promise<unknown>) {
    this.#save = save;
  }

  /** Takes what stands in the field now. */
  type(text: string): void {
    this.#pending = text;
    open.add(this);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), REST_MS);
  }

  /** Saves at once what was typed and is not saved yet. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    open.delete(this);
    const text = this.#pending;
    this.#pending = null;
    if (text === null) return;
    const saving = this.#save(text, this.edit);
    savings.add(saving);
    await saving.finally(() => savings.delete(saving));
  }

  /** Forgets what was typed and is not saved yet. */
  drop(): void {
    clearTimeout(this.#timer);
    open.delete(this);
    this.#pending = null;
  }
}

/** True while something typed is not saved yet. */
export function typingWaits(): boolean {
  return open.size > 0;
}

/** Saves whatever any hand has typed and not saved; comes back when all that was typed before is saved, too. */
export async function flushTyping(): Promise<void> {
  await Promise.all([...open].map((typing) => typing.flush()));
  await Promise.allSettled(savings);
}

/** Calls whenever the page hides or is left, until it is told to end. */
export function whenHidden(call: () => void, page: Document = document): () => void {
  const hides = () => {
    if (page.visibilityState === 'hidden') call();
  };
  page.addEventListener('visibilitychange', hides);
  window.addEventListener('pagehide', call);
  return () => {
    page.removeEventListener('visibilitychange', hides);
    window.removeEventListener('pagehide', call);
  };
}

/** From now on hiding or leaving the page saves what was typed. */
export function flushWhenHidden(page: Document = document): void {
  whenHidden(() => void flushTyping(), page);
}
