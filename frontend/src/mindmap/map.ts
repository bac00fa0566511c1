import type { Desk } from '../commands/desk';
import { Turns } from '../plan/turns';
import { Acts } from '../tree/acts';
import { Clipboard } from '../tree/clip';
import { Drafts } from '../tree/drafts.svelte';
import { Writing } from '../tree/writing';
import { Asking } from './asking.svelte';
import { Drag } from './drag.svelte';
import { MapRemembering } from './remembering';
import { pageRuler } from '../text/ruler';
import { View } from './view.svelte';

/** The plan shown as a map: what one sees of it, and everything the hand can do in it. */
export interface MindMap {
  readonly desk: Desk;
  readonly view: View;
  readonly drafts: Drafts;
  readonly writing: Writing;
  readonly acts: Acts;
  readonly clip: Clipboard;
  readonly drag: Drag;
  readonly asking: Asking;
  readonly remembering: MapRemembering;
}

export function openMap(desk: Desk): MindMap {
  const { mirror, edits, hand, now } = desk;
  const drafts: Drafts = new Drafts(
    mirror,
    () => mirror.planId,
    async (input) => (await edits.addItem({ ...input, estimateMin: 0, columnId: '' }))?.focus,
    (draft, item) => view.rename(draft, item),
  );
  const view: View = new View(mirror, drafts, hand, now, pageRuler());
  const turns = new Turns();
  const writing = new Writing(desk, view, drafts);
  const acts = new Acts(desk, view, drafts, turns);
  const clip = new Clipboard(desk, view, drafts, turns);
  // What is dropped goes to the pointer; the map stays where it is.
  const drag = new Drag(view, (ids, { parentId, afterId, side }) => {
    view.hold(view.centre);
    if (side) view.turn(ids, side);
    acts.moveTo({ parentId, afterId });
  });
  const asking = new Asking(desk, view);
  const remembering = new MapRemembering(desk, view);
  return { desk, view, drafts, writing, acts, clip, drag, asking, remembering };
}
