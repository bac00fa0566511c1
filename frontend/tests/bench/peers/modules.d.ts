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

declare module 'leafer-ui' {
  export class Leafer {
    constructor(options: Record<string, unknown>);
    readonly zoomLayer: { x: number; y: number; scale: number; scaleX: number; scaleY: number };
    add(shapes: Image[]): void;
  }
  export class Image {
    constructor(options: Record<string, unknown>);
    x: number;
    y: number;
    once(event: string, heard: (event: unknown) => void): void;
  }
}

declare module 'konva/lib/Core' {
  export interface Stage {
    add(...layers: Layer[]): void;
    x(): number;
    y(): number;
    scaleX(): number;
    position(to: { x: number; y: number }): void;
    scale(to: { x: number; y: number }): void;
  }
  export interface Layer {
    add(shape: unknown): void;
    draw(): void;
  }
  const Konva: {
    pixelRatio: number;
    Stage: new (options: Record<string, unknown>) => Stage;
    Layer: new () => Layer;
  };
  export default Konva;
}

declare module 'konva/lib/shapes/Image' {
  export class Image {
    constructor(options: Record<string, unknown>);
    x(): number;
    y(): number;
    position(to: { x: number; y: number }): void;
    moveTo(layer: unknown): void;
  }
}

declare module 'konva/lib/shapes/Transformer' {
  export class Transformer {
    nodes(shapes: unknown[]): void;
    moveToTop(): void;
  }
}

declare module 'mind-elixir' {
  export interface Node {
    id: string;
    topic: string;
    children?: Node[];
  }
  export default class MindElixir {
    static readonly RIGHT: number;
    constructor(options: Record<string, unknown>);
    init(data: { nodeData: Node }): void;
    move(dx: number, dy: number): void;
    scale(to: number, around: { x: number; y: number }): void;
    findEle(id: string): HTMLElement;
    addChild(parent: HTMLElement, node: Node): Promise<void>;
  }
}
