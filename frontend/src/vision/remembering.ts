import type { Desk } from '../commands/desk';
import { Remembering } from '../plan/remembering.svelte';
import { readMemory, writeMemory } from './memory';
import type { View } from './view.svelte';

/** Which board was open, where the window stood and what the hand was on. */
export class VisionRemembering extends Remembering {
  constructor(
    desk: Desk,
    readonly view: View,
  ) {
    super(desk, 'vision');
  }

  protected override recall(data: string): void {
    const { view } = this;
    const { board, active, camera } = readMemory(data);
    const { width, height } = view.size;
    view.wished = board;
    if (camera) view.look({ ...camera, x: camera.x + width / 2, y: camera.y + height / 2 });
    else view.fit();
    if (view.lying(active)) view.pick([active]);
  }

  protected override note(): string {
    const { camera, size, active, board, fitted } = this.view;
    return writeMemory({
      board: board?.id ?? '',
      active,
      camera: fitted
        ? null
        : { x: camera.x - size.width / 2, y: camera.y - size.height / 2, s: camera.s },
    });
  }
}
