import { EdgeScroll } from '../gesture/edge';
import { listenForPresses, type Point } from '../gesture/press';
import type { Flow } from './flow';

/** What a press landed on. */
type Pressed =
  | { readonly what: 'box' | 'words' | 'stone' | 'into' | 'handle'; readonly id: string }
  | { readonly what: 'arrow'; readonly key: string }
  | { readonly what: 'ground' };

/**
 * Mouse, pen and finger in a flow: a press picks a box, on the title of the
 * picked one it begins to edit; a drag moves the box, draws an arrow from its
 * handle, or on the ground the whole flow. Listens until the function it
 * returns is called.
 */
export function pointAt(
  flow: Flow,
  pane: HTMLElement,
  onmenu: (id: string, at: Point) => void,
): () => void {
  const { drag, acts, view } = flow;
  const scrolls = (['x', 'y'] as const).map(
    (axis) => [axis, new EdgeScroll(pane, () => drag.again(), axis)] as const,
  );
  let pressed: Pressed | null = null;
  let ground: { at: Point; left: number; top: number } | null = null;
  const end = () => {
    scrolls.forEach(([, edge]) => edge.stop());
    ground = null;
  };
  return listenForPresses(pane, (event) => (pressed = pressedBy(event)) !== null, {
    start: (event) => {
      const point = pointOf(event);
      if (pressed && 'id' in pressed)
        return drag.start(pressed.id, pressed.what === 'handle' ? 'arrow' : 'item', point);
      ground = { at: point, left: pane.scrollLeft, top: pane.scrollTop };
      return true;
    },
    move: (point) => {
      if (ground) {
        pane.scrollLeft = ground.left - (point.x - ground.at.x);
        pane.scrollTop = ground.top - (point.y - ground.at.y);
        return;
      }
      scrolls.forEach(([axis, edge]) => edge.at(point[axis]));
      drag.to(point);
    },
    drop: () => {
      if (!ground) drag.drop();
      end();
    },
    cancel: () => {
      drag.cancel();
      end();
    },
    tap: () => pressed && tap(flow, pressed),
    hold: (event) => {
      if (pressed && 'id' in pressed) onmenu(pressed.id, pointOf(event));
    },
  });

  function tap({ desk }: Flow, on: Pressed): void {
    if (on.what === 'ground') {
      acts.leave();
      view.arrow = '';
    } else if (on.what === 'arrow') view.arrow = on.key;
    else if (on.what === 'stone') void acts.toggle(on.id);
    else if (on.what === 'into') acts.into(on.id);
    else if (on.what === 'words' && desk.hand.id === on.id && view.isMember(on.id))
      acts.edit(on.id);
    else {
      acts.leave();
      view.pick(on.id);
      view.reach();
    }
  }
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
