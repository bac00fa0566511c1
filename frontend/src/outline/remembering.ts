import type { Desk } from '../commands/desk';
import { Remembering } from '../plan/remembering.svelte';
import type { Frame } from './frame.svelte';
import { readMemory, writeMemory } from './memory';
import type { View } from './view.svelte';

/** The folds, the filter, the row of the hand and where the window stood. */
export class OutlineRemembering extends Remembering {
  constructor(
    desk: Desk,
    readonly view: View,
    readonly frame: Frame,
  ) {
    super(desk, 'outline');
  }

  protected override recall(data: string, planId: string): void {
    const memory = readMemory(data);
    this.view.remember(memory, planId);
    this.frame.restore(memory.top);
    if (this.view.active !== memory.active) this.frame.show(this.view.active);
  }

  protected override note(): string {
    const { view, frame } = this;
    return writeMemory({
      active: view.active,
      folded: [...view.folded].filter((id) => view.tree.item(id)),
      filter: view.filter,
      top: frame.place,
    });
  }
}
