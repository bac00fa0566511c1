/** An item that somebody wants to see found. */
export interface Wanted {
  readonly id: string;
  /** Its title should be edited then. */
  readonly edit: boolean;
  /** A view that does not show such items leads to one that does. */
  readonly anywhere: boolean;
}

/** Where the hand is in the plan: one selection for all views and the details. */
export class Hand {
  /** The selected items in the order of the view; [] = none. */
  ids = $state.raw<readonly string[]>([]);
  /** The one of them that the details show and keys start from; '' = none. */
  id = $state('');
  /** What the view should bring into sight and select. The view then calls found. */
  wanted = $state.raw<Wanted | null>(null);
  /**
   * The item in focus (R104): every view shows only it and what lies below it;
   * '' = the whole plan. A view leaves the focus when it brings something else
   * into sight.
   */
  branch = $state('');
  /** The vision board, or the piece on one, that is to be seen; the view of the boards then takes it. */
  hung = $state('');

  /** Selects; the last one is the one that counts, unless another is named. */
  pick(ids: readonly string[], id: string = ids.at(-1) ?? ''): void {
    this.ids = ids;
    this.id = id;
  }

  /** Asks the view to bring an item into sight, unfolding what hides it. */
  find(id: string, edit = false): void {
    this.wanted = { id, edit, anywhere: false };
  }

  /** Asks for an item to be brought into sight, in another view when this one does not show it. */
  seek(id: string): void {
    this.wanted = { id, edit: false, anywhere: true };
  }

  /** The view has done what was wanted. */
  found(): void {
    this.wanted = null;
  }
}
