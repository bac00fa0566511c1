import type { Mirror } from '../plan/mirror.svelte';

/** What can stand at the side of the plan. */
export const SIDES = ['details', 'ideas', 'trash', 'search'] as const;
export type Side = (typeof SIDES)[number];

/** Below this width, in rem, plan and side do not fit beside each other. */
export const NARROW_REM = 48;

/**
 * What stands at the side. In a wide window it stands beside the plan and
 * stays; in a narrow one (or with large text) it takes the plan's place, so it
 * comes only when it is called and never covers what is being edited. Beside
 * what is not about one plan, or looks back on all of it, it waits to be called, too.
 */
export class Sides {
  #side = $state<Side | null>('details');
  #called = $state(false);
  /** The width of the window in rem. */
  width = $state(Infinity);

  #alone = $state(false);

  readonly narrow = $derived(this.width < NARROW_REM);
  /** It stands there only after it was called. */
  readonly #waits = $derived(this.narrow || this.#alone);
  readonly shown = $derived(this.#waits && !this.#called ? null : this.#side);

  /** What is kept for the next time (R127); '' = nothing stands there. */
  get kept(): Side | '' {
    return this.#side ?? '';
  }

  /** Brings back what was kept; what is not understood changes nothing. */
  restore(kept: string): void {
    const side = SIDES.find((one) => one === kept);
    if (side || kept === '') this.#side = side ?? null;
    this.#called = false;
  }

  /** Says whether what is open now is about more than one plan, or needs the whole room. */
  stand(alone: boolean): void {
    if (alone && !this.#alone) this.#called = false;
    this.#alone = alone;
  }

  toggle(side: Side): void {
    if (this.shown === side) return this.close();
    this.#side = side;
    this.#called = true;
  }

  show(side: Side): void {
    this.#side = side;
    this.#called = true;
  }

  /** Gives the window back to what is open, where the side only comes when it is called. */
  uncover(): void {
    if (this.#waits) this.#called = false;
  }

  close(): void {
    if (this.#waits) this.uncover();
    else [this.#side, this.#called] = [null, false];
  }
}

/** Beside no plan stands nothing, and beside an empty one there are no details. */
export function canShow(mirror: Mirror, side: Side): boolean {
  return mirror.plan !== undefined && (side !== 'details' || mirror.children('').length > 0);
}
