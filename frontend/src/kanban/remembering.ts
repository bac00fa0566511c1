import type { Desk } from '../commands/desk';
import { Remembering } from '../plan/remembering.svelte';
import { readMemory, writeMemory, type Top } from './memory';
import type { Panes } from './panes';
import type { View } from './view.svelte';

/** The groups, the folds, the filter, the card of the hand and how far all was scrolled. */
export class BoardRemembering extends Remembering {
  /** Where columns and board begin when they are drawn for the first time. */
  tops: Readonly<Record<string, Top>> = {};
  across = 0;

  constructor(
    desk: Desk,
    readonly view: View,
    readonly panes: Panes,
  ) {
    super(desk, 'board');
  }

  protected override recall(data: string): void {
    const memory = readMemory(data);
    this.view.remember(memory);
    this.tops = memory.tops;
    this.across = memory.across;
  }

  protected override note(): string {
    const { view, panes } = this;
    const tops = panes.all().map(({ frame }) => [frame.columnId, frame.place] as const);
    return writeMemory({
      all: view.all,
      grouping: view.grouping,
      folded: [...view.folds.columns],
      earlier: view.folds.earlier,
      filter: view.filter,
      saved: view.saved.all,
      active: view.active,
      tops: Object.fromEntries(tops.filter(([, { id }]) => id !== '')),
      across: panes.surface?.scrollLeft ?? 0,
    });
  }
}
