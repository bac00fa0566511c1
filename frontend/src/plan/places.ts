import type { Bridge, Kept } from '../bridge/bridge';

interface Saving {
  /** What is saved next; null when nothing waits. */
  next: string | null;
  done: Promise<void>;
}

/**
 * Where the hand was in each view of each plan. Of one view one saving runs at
 * a time, so that none overtakes another, and of those that wait only the last
 * counts. The places of a plan are asked for once and known from then on, so that a
 * view that opens has not to wait. Losing a place costs nothing, so a failure is
 * quiet.
 */
export class Places {
  readonly #bridge: Pick<Bridge, 'places' | 'savePlace'>;
  readonly #savings = new Map<string, Saving>();
  /** What was kept since. */
  readonly #known = new Map<string, string>();
  /** What was kept of each plan when it was asked for. */
  readonly #asked = new Map<string, Promise<readonly Kept[]>>();

  constructor(bridge: Pick<Bridge, 'places' | 'savePlace'>) {
    this.#bridge = bridge;
  }

  /** The places of a plan are told before anybody asks for them. */
  know(planId: string, places: readonly Kept[]): void {
    this.#asked.set(planId, Promise.resolve(places));
  }

  /** The place that was kept last, be it still on its way; '' when none is. */
  async get(planId: string, view: string): Promise<string> {
    const key = keyOf(planId, view);
    const places = this.#known.has(key) ? [] : await this.#of(planId);
    return this.#known.get(key) ?? places.find((one) => one.view === view)?.data ?? '';
  }

  #of(planId: string): Promise<readonly Kept[]> {
    const asked = this.#asked.get(planId) ?? this.#bridge.places(planId).catch(() => []);
    this.#asked.set(planId, asked);
    return asked;
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
