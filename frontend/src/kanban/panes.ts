import type { Frame } from './frame.svelte';

/** A box in the window, in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A column in the document: its window, what scrolls, and what is scrolled. */
export interface Pane {
  readonly frame: Frame;
  readonly scroller: HTMLElement;
  readonly content: HTMLElement;
}

/** The columns that are in the document, and where things are on the screen. */
export class Panes {
  /** What holds all columns and scrolls across; undefined while there is none. */
  surface: HTMLElement | undefined;
  readonly #panes = new Map<string, Pane>();
  /** The columns that are folded. */
  readonly #strips = new Map<string, HTMLElement>();

  /** A column has come; the function it gives takes it away again. */
  add(pane: Pane): () => void {
    const { columnId } = pane.frame;
    this.#panes.set(columnId, pane);
    return () => {
      if (this.#panes.get(columnId) === pane) this.#panes.delete(columnId);
    };
  }

  /** A folded column has come; the function it gives takes it away again. */
  fold(columnId: string, strip: HTMLElement): () => void {
    this.#strips.set(columnId, strip);
    return () => {
      if (this.#strips.get(columnId) === strip) this.#strips.delete(columnId);
    };
  }

  pane(columnId: string): Pane | undefined {
    return this.#panes.get(columnId);
  }

  all(): Pane[] {
    return [...this.#panes.values()];
  }

  /** Asks how high the columns are: of all at once, so that the document is laid out once. */
  measure(): void {
    for (const { frame, scroller } of this.all()) frame.height = scroller.clientHeight;
  }

  /** What is laid out anew is looked at from its beginning. */
  rewind(): void {
    for (const { frame, scroller } of this.all()) {
      frame.rewind();
      scroller.scrollTop = 0;
    }
  }

  /** Where the columns begin and end across, in this order. */
  ends(columnIds: readonly string[]): { left: number; right: number }[] {
    return columnIds.map((id) => {
      const column = this.#panes.get(id)?.scroller ?? this.#strips.get(id);
      const box = column?.getBoundingClientRect();
      return { left: box?.left ?? Infinity, right: box?.right ?? Infinity };
    });
  }

  /** Where a stretch of a column lies in the window. */
  box(columnId: string, top: number, height: number): Box | null {
    const box = this.#panes.get(columnId)?.content.getBoundingClientRect();
    return box ? { left: box.left, top: box.top + top, width: box.width, height } : null;
  }

  /** The element of a card; undefined while it is not in the document. */
  card(id: string): HTMLElement | undefined {
    const cards = this.surface?.querySelectorAll<HTMLElement>('[data-card]') ?? [];
    return [...cards].find((card) => card.dataset['card'] === id);
  }

  /** The line below the cards of a column, where steps are added. */
  foot(columnId: string): HTMLElement | undefined {
    const feet = this.surface?.querySelectorAll<HTMLElement>('[data-foot]') ?? [];
    return [...feet].find((foot) => foot.dataset['foot'] === columnId);
  }
}
