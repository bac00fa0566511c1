import type { Desk } from '../commands/desk';
import { kept, number, text } from '../plan/kept';
import { Remembering } from '../plan/remembering.svelte';
import { WAYS, type Point } from './layout';
import { FARTHEST, NEAREST, type View } from './view.svelte';

/** Whose flow was open, which way it went, how near, and what the hand held. */
export class FlowRemembering extends Remembering {
  /** Which point of the flow lay in the corner of the pane; null = it was never seen. */
  corner: Point | null = null;

  constructor(
    desk: Desk,
    readonly view: View,
  ) {
    super(desk, 'flow');
  }

  protected override recall(data: string): void {
    const found = kept(data);
    const { view } = this;
    view.kept = typeof found['scope'] === 'string' ? found['scope'] : null;
    view.way = WAYS.find((way) => way === found['way']) ?? 'right';
    const zoom = number(found['zoom']);
    view.zoom = zoom > 0 ? Math.min(NEAREST, Math.max(FARTHEST, zoom)) : 1;
    const seen = typeof found['x'] === 'number' && typeof found['y'] === 'number';
    this.corner = seen ? { x: number(found['x']), y: number(found['y']) } : null;
    const held = text(found['held']);
    if (view.hand.ids.length === 0 && view.mirror.item(held)?.planId === view.mirror.planId)
      view.hand.pick([held]);
  }

  protected override note(): string {
    const { kept: chosen, scope, way, zoom, active, left, top, margin } = this.view;
    const corner = { x: Math.round(left - margin.x), y: Math.round(top - margin.y) };
    return JSON.stringify({ scope: chosen ?? scope, way, zoom, held: active, ...corner });
  }
}
