import type { Desk } from '../commands/desk';
import { Acts } from './acts';
import { Camera } from './camera';
import { Drag } from './drag.svelte';
import { FlowRemembering } from './remembering';
import { View } from './view.svelte';

/** The flow of an item of the plan: what it sees, and everything the hand can do in it. */
export interface Flow {
  readonly desk: Desk;
  readonly view: View;
  readonly acts: Acts;
  readonly camera: Camera;
  readonly drag: Drag;
  readonly remembering: FlowRemembering;
}

export function openFlow(desk: Desk): Flow {
  const view = new View(desk.mirror, desk.hand, desk.now);
  const acts = new Acts(desk, view);
  const camera = new Camera(view);
  const drag = new Drag(view, acts, camera);
  return { desk, view, acts, camera, drag, remembering: new FlowRemembering(desk, view) };
}
