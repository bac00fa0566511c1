/**
 * Takes tasks one after another, the first one at once: an act that reads the
 * tree waits until the one before it has changed the tree, however fast the
 * keys come.
 */
export class Turns {
  #last: Promise<unknown> | null = null;

  take<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last ? this.#last.then(task) : task();
    const done: Promise<unknown> = turn.catch(() => undefined).then(() => this.#settle(done));
    this.#last = done;
    return turn;
  }

  #settle(done: Promise<unknown>): void {
    if (this.#last === done) this.#last = null;
  }
}
