import type { Desk } from '../commands/desk';
import { Acts } from '../tree/acts';
import { Clipboard } from '../tree/clip';
import { Drag } from './drag.svelte';
import { lackingIn } from '../plan/gaps';
import { Drafts } from '../tree/drafts.svelte';
import { Frame } from './frame.svelte';
import { OutlineRemembering } from './remembering';
import { Turns } from '../plan/turns';
import { View } from './view.svelte';
import { Writing } from '../tree/writing';

/** The outline of the plan shown: what it sees, and everything the hand can do in it. */
export interface Outline {
  readonly desk: Desk;
  readonly view: View;
  readonly drafts: Drafts;
  readonly frame: Frame;
  readonly writing: Writing;
  readonly acts: Acts;
  readonly clip: Clipboard;
  readonly drag: Drag;
  readonly remembering: OutlineRemembering;
}

export function openOutline(desk: Desk): Outline {
  const { mirror, edits, hand } = desk;
  const drafts: Drafts = new Drafts(
    mirror,
    () => mirror.planId,
    async (input) => (await edits.addItem({ ...input, estimateMin: 0, columnId: '' }))?.focus,
    (draft, item) => view.rename(draft, item),
  );
  const view: View = new View(drafts, hand, lackingIn(desk.mirror));
  const frame = new Frame(view, (id) => drafts.key(id));
  const turns = new Turns();
  const writing = new Writing(desk, view, drafts);
  const acts = new Acts(desk, view, drafts, turns);
  const clip = new Clipboard(desk, view, drafts, turns);
  const drag = new Drag(view, frame, (_, drop) => acts.moveTo(drop));
  const remembering = new OutlineRemembering(desk, view, frame);
  return { desk, view, drafts, frame, writing, acts, clip, drag, remembering };
}
