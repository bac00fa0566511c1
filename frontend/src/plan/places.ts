import type { Bridge } from '../bridge/bridge';

interface Saving {
  /** What is saved next; null when nothing waits. */
  next: string | null;
  done: Promise<void>;
}

/**
 * Where the hand was in each view of each plan. Of one view one saving runs at
 * a time, so that none overtakes another, and of those that wait only the last
 * counts. A place is asked for once and known from then on, so that a view that
 * opens again has not to wait. Losing a place costs nothing, so a failure is
 * quiet.
 */
export class Places {
  readonly #bridge: Pick<Bridge, 'place' | 'savePlace'>;
  readonly #savings = new Map<string, Saving>();
  readonly #known = new Map<string, string>();
  readonly #asked = new Map<string, Promise<string>>();

  constructor(bridge: Pick<Bridge, 'place' | 'savePlace'>) {
    this.#bridge = bridge;
  }

  /** The place that was kept last, be it still on its way; '' when none is. */
  async get(planId: string, view: string): Promise<string> {
    const key = keyOf(planId, view);
    if (!this.#known.has(key)) {
      const asked = this.#asked.get(key) ?? this.#bridge.place(planId, view).catch(() => '');
      this.#asked.set(key, asked);
      const found = await asked;
      if (!this.#known.has(key)) this.#known.set(key, found);
    }
    return this.#known.get(key) ?? '';
  }

  /** Keeps a place; comes back when it, or a later one instead, is kept. */
  save(planId: string, view: string, data: string): Promise<void> {
    const key = keyOf(planId, view);
    this.#known.set(key, data);
    const running = this.#savings.get(key);
    if (running) {
      running.next = data;
      return running.done;
    }
    const saving: Saving = { next: data, done: Promise.resolve() };
    this.#savings.set(key, saving);
    saving.done = this.#run(saving, planId, view);
    return saving.done;
  }

  async #run(saving: Saving, planId: string, view: string): Promise<void> {
    for (let data = saving.next; data !== null; data = saving.next) {
      saving.next = null;
      await this.#bridge.savePlace(planId, view, data).catch(() => undefined);
    }
    this.#savings.delete(keyOf(planId, view));
  }
}

function keyOf(planId: string, view: string): string {
  return `${planId} ${view}`;
}
