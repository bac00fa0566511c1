import type { Desk } from '../commands/desk';
import { kept } from '../plan/kept';
import { Remembering } from '../plan/remembering.svelte';
import { ZOOM_NAMES } from './scale';
import type { View } from './view.svelte';

/** How near one looked, and what was folded. */
export class TimelineRemembering extends Remembering {
  constructor(
    desk: Desk,
    readonly view: View,
  ) {
    super(desk, 'timeline');
  }

  protected override recall(data: string): void {
    const found = kept(data);
    const { folded } = found;
    this.view.zoom = ZOOM_NAMES.find((zoom) => zoom === found['zoom']) ?? 'quarter';
    const ids = Array.isArray(folded) ? folded.filter((id) => typeof id === 'string') : [];
    // The lines of a plan are not worked out a second time for nothing.
    if (ids.length + this.view.folded.size > 0) this.view.folded = new Set(ids);
  }

  protected override note(): string {
    return JSON.stringify({ zoom: this.view.zoom, folded: [...this.view.folded] });
  }
}
