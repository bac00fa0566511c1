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

declare module 'wx-svelte-gantt' {
  import type { Component } from 'svelte';
  export const Gantt: Component<Record<string, unknown>>;
  export const Willow: Component<Record<string, unknown>>;
}

declare module 'vis-timeline/standalone' {
  export class DataSet {
    constructor(rows: unknown[]);
    readonly length: number;
  }
  export class Timeline {
    constructor(target: HTMLElement, items: DataSet, groups: DataSet, options: object);
    setWindow(start: Date, end: Date, options: object): void;
  }
}
