import type { HTMLAttributes } from 'svelte/elements';

/** What a tooltip says: a name and, where there are any, the keys that do the same. */
export interface Tip {
  readonly label: string;
  readonly keys?: string | undefined;
}

/**
 * What makes an element one with a tooltip. All share the one that Tips.svelte
 * shows: each costs two attributes, not a component of its own.
 */
export function tipped(tip: Tip | undefined): HTMLAttributes<HTMLElement> {
  return { 'data-tip': tip?.label, 'data-keys': tip?.keys || undefined };
}

/** The nearest element around here that has a tooltip. */
export function tippedAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
}
