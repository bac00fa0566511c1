import type { Desk } from '../commands/desk';
import { Remembering } from '../plan/remembering.svelte';
import { readMemory, writeMemory } from './memory';
import type { View } from './view.svelte';

/** The folds, the sides of the branches, their colours, and where the window stood. */
export class MapRemembering extends Remembering {
  constructor(
    desk: Desk,
    readonly view: View,
  ) {
    super(desk, 'map');
  }

  protected override recall(data: string, planId: string): void {
    this.view.remember(readMemory(data), planId);
  }

  protected override note(): string {
    const { view } = this;
    const { camera, size } = view.frame;
    const here = (id: string) => view.tree.item(id) !== undefined;
    return writeMemory({
      active: view.active,
      folded: [...view.folded].filter(here),
      sides: Object.fromEntries([...view.chart.sides].filter(([id]) => here(id))),
      oneSided: view.oneSided,
      colours: view.colours,
      camera: { x: camera.x - size.width / 2, y: camera.y - size.height / 2, s: camera.s },
    });
  }
}
