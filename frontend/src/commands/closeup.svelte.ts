import type { Snippet } from 'svelte';
import type { Key } from '../text/text';

/**
 * What a view tells in the details of what it has picked, where that is no item
 * of the plan: the view draws it, and the frame has the room.
 */
export class Closeup {
  /** Draws it, with the button that closes the details; null = nothing of the view's own is picked. */
  shown = $state.raw<Snippet<[Snippet]> | null>(null);
  /** What stands there when nothing at all is picked. */
  none = $state<Key>('details.none');

  /** A view that leaves takes along what it told. */
  end(): void {
    this.shown = null;
    this.none = 'details.none';
  }
}
