// As much of the peers as is used here: they are installed for the benchmark
// only, and the checks of the house do without them.

declare module 'sortablejs' {
  const Sortable: { create(element: HTMLElement, options: Record<string, unknown>): unknown };
  export default Sortable;
}

declare module 'svelte-dnd-action' {
  import type { Action } from 'svelte/action';
  export const dndzone: Action<HTMLElement, Record<string, unknown>>;
}
