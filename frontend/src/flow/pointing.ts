import { onMac } from '../commands/keys';
import { EdgeScroll } from '../gesture/edge';
import { listenForPresses, type Point } from '../gesture/press';
import type { Flow } from './flow';

/** What a press landed on. */
type Pressed =
  | { readonly what: 'box' | 'words' | 'stone' | 'into' | 'handle'; readonly id: string }
  | { readonly what: 'arrow'; readonly key: string }
  | { readonly what: 'ground' };

/** What a drag does: it drags boxes or an arrow, moves the whole flow, or draws a frame round boxes. */
type Does = 'drags' | 'moves' | 'frames';

/**
 * Mouse, pen and finger in a flow: a press picks a box, on the title of the
 * picked one it begins to edit; a drag moves what is picked, draws an arrow
 * from a handle, or on the ground moves the whole flow, with Shift it picks
 * what it goes round. Listens until the function it returns is called.
 */
export function pointAt(
  flow: Flow,
  pane: HTMLElement,
  onmenu: (id: string, at: Point) => void,
): () => void {
  const { drag, lasso } = flow;
  const scrolls = (['x', 'y'] as const).map(
    (axis) => [axis, new EdgeScroll(pane, () => drag.again(), axis)] as const,
  );
  let pressed: Pressed | null = null;
  let does: Does = 'moves';
  let ground = { at: { x: 0, y: 0 }, left: 0, top: 0 };
  const end = () => scrolls.forEach(([, edge]) => edge.stop());
  return listenForPresses(pane, (event) => (pressed = pressedBy(event)) !== null, {
    start: (event) => {
      const at = pointOf(event);
      if (pressed && 'id' in pressed) {
        does = 'drags';
        return drag.start(pressed.id, pressed.what === 'handle' ? 'arrow' : 'item', at);
      }
      does = lasso.start(event) ? 'frames' : 'moves';
      ground = { at, left: pane.scrollLeft, top: pane.scrollTop };
      return true;
    },
    move: (point) => {
      if (does === 'frames') return lasso.to(point);
      if (does === 'moves') {
        pane.scrollLeft = ground.left - (point.x - ground.at.x);
        pane.scrollTop = ground.top - (point.y - ground.at.y);
        return;
      }
      scrolls.forEach(([axis, edge]) => edge.at(point[axis]));
      drag.to(point);
    },
    drop: () => {
      if (does === 'drags') drag.drop();
      else lasso.end();
      end();
    },
    cancel: () => {
      drag.cancel();
      lasso.cancel();
      end();
    },
    tap: (event) => pressed && tap(flow, pressed, event),
    hold: (event) => {
      if (pressed && 'id' in pressed) onmenu(pressed.id, pointOf(event));
    },
  });
}

/** A press picks, with Shift or Mod it picks more; on the title of what alone is picked it begins to edit. */
function tap(flow: Flow, on: Pressed, event: PointerEvent): void {
  const { acts, view } = flow;
  if (on.what === 'ground') {
    acts.leave();
    letGo(flow);
  } else if (on.what === 'arrow') view.arrow = on.key;
  else if (on.what === 'stone') void acts.toggle(view.held.includes(on.id) ? view.held : [on.id]);
  else if (on.what === 'into') acts.into(on.id);
  else if (on.what === 'words' && isAlone(flow, on.id) && !picksMore(event)) acts.edit(on.id);
  else {
    acts.leave();
    if (!view.isMember(on.id) || !picksMore(event)) view.pick(on.id);
    else if (event.shiftKey) view.extend(on.id);
    else view.toggle(on.id);
    view.reach();
  }
}

/** A press on the ground lets go of an arrow, and of all but one. */
function letGo({ view }: Flow): void {
  view.arrow = '';
  if (view.held.length > 1) view.pick(view.active);
}

function isAlone({ view, desk }: Flow, id: string): boolean {
  return desk.hand.id === id && view.isMember(id) && view.held.length === 1;
}

function picksMore(event: PointerEvent): boolean {
  return event.shiftKey || (onMac() ? event.metaKey : event.ctrlKey);
}

/** What a press landed on; null on a button or in a field. */
function pressedBy(event: PointerEvent): Pressed | null {
  const target = event.target instanceof Element ? event.target : null;
  if (!target || target.closest('button, textarea, input')) return null;
  const id = target.closest<HTMLElement>('[data-box]')?.dataset['box'];
  if (id !== undefined) {
    const part = target.closest<HTMLElement>('[data-part]')?.dataset['part'];
    const what = PARTS.find((one) => one === part) ?? 'box';
    return { what, id };
  }
  const key = target.closest<SVGElement>('[data-arrow]')?.dataset['arrow'];
  return key === undefined ? { what: 'ground' } : { what: 'arrow', key };
}

const PARTS = ['words', 'stone', 'into', 'handle'] as const;

function pointOf({ clientX: x, clientY: y }: PointerEvent): Point {
  return { x, y };
}
