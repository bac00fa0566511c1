import type { Desk } from '../commands/desk';
import { meets, type Box } from '../gesture/camera';
import { Lasso } from '../ui/lasso.svelte';
import { Acts } from './acts';
import { Camera } from './camera';
import { Drag } from './drag.svelte';
import type { Placed } from './layout';
import { Moves } from './moves';
import { FlowRemembering } from './remembering';
import { View } from './view.svelte';

/** The flow of an item of the plan: what it sees, and everything the hand can do in it. */
export interface Flow {
  readonly desk: Desk;
  readonly view: View;
  readonly acts: Acts;
  readonly moves: Moves;
  readonly camera: Camera;
  readonly drag: Drag;
  readonly lasso: Lasso;
  readonly remembering: FlowRemembering;
}

export function openFlow(desk: Desk): Flow {
  const view = new View(desk.mirror, desk.hand, desk.now);
  const acts = new Acts(desk, view);
  const moves = new Moves(desk, view);
  const camera = new Camera(view);
  const drag = new Drag(view, acts, moves, camera);
  const lasso = new Lasso(
    (point) => camera.pointAt(point),
    (box) => pickIn(view, box),
  );
  return {
    desk,
    view,
    acts,
    moves,
    camera,
    drag,
    lasso,
    remembering: new FlowRemembering(desk, view),
  };
}

/** Holds all boxes of a flow that a frame touches; over none what was held stays. */
function pickIn(view: View, frame: Box): void {
  const touches = ({ x, y, width, height }: Placed) =>
    meets({ left: x, top: y, right: x + width, foot: y + height }, frame);
  const found = view.order.ids.filter((id) => {
    const box = view.boxes.get(id);
    return box !== undefined && touches(box);
  });
  if (found.length > 0) view.pickAll(found);
  view.reach();
}
