import { getContext, hasContext, setContext, type Snippet } from 'svelte';

const HEAD = Symbol('head');

/** Gives every view in this component the head of its bar: the plan's name and what lies behind it. */
export function giveHead(head: Snippet): void {
  setContext(HEAD, head);
}

/** The head that the frame gives; undefined where a view stands alone. */
export function useHead(): Snippet | undefined {
  return hasContext(HEAD) ? getContext<Snippet>(HEAD) : undefined;
}
