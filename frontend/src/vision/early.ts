/**
 * Keys that are pressed on a board that just opens, before its pieces can answer:
 * they wait, and are pressed again in their order once it has the keyboard. Those
 * with Ctrl, Cmd or Alt are for the whole window and do not wait.
 */
export class EarlyKeys {
  #waiting: KeyboardEvent[] = [];

  /** Keeps the keys that nobody else hears, until it is told to end. */
  listen(page: Window = window): () => void {
    const hold = (event: KeyboardEvent) => this.#hold(event);
    page.addEventListener('keydown', hold, { capture: true });
    return () => page.removeEventListener('keydown', hold, { capture: true });
  }

  #hold(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.activeElement !== document.body) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#waiting.push(event);
  }

  /** Presses them where the keyboard is now. */
  press(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { key, code, shiftKey } of waiting)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }),
      );
  }
}
