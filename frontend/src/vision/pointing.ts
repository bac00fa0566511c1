import { onMac } from '../commands/keys';
import { listenForPresses, type Point } from '../gesture/press';
import { listenForRoaming } from '../gesture/roam';
import type { Vision } from './vision';
import { HANDLES, type Handle } from './handles';

/** So soon after the first a second press belongs to it. */
const AGAIN_MS = 500;

/** What was pressed: a handle, a piece, or the bare board; at is on the board. */
interface Pressed {
  readonly handle: Handle | 'turn' | null;
  readonly id: string;
  readonly at: Point;
}

/** What a press leads to that the board alone cannot do. */
export interface Wishes {
  menu(at: Point): void;
  /** Two presses on a piece. */
  enter(id: string): void;
}

/**
 * Mouse, pen and finger on a board: a press picks, a drag moves, on the bare
 * board it draws a box, two presses go into a piece, a finger that rests opens
 * the menu. Listens until the function it returns is called.
 */
export function pointAt(vision: Vision, surface: HTMLElement, wishes: Wishes): () => void {
  const ends = [press(vision, surface, wishes), roam(vision, surface)];
  return () => ends.forEach((end) => end());
}

function press(vision: Vision, surface: HTMLElement, wishes: Wishes): () => void {
  const { view, drag, writing } = vision;
  let pressed: Pressed | null = null;
  let last = { id: '', at: 0 };
  const at = (point: Point) => onBoard(vision, surface, point);
  const accepts = (event: PointerEvent) => {
    pressed = view.grabbing ? null : pressedBy(vision, surface, event);
    return pressed !== null;
  };
  return listenForPresses(surface, accepts, {
    atOnce: () =>
      pressed !== null &&
      (pressed.handle !== null || view.picked.has(pressed.id) || view.tool !== 'select'),
    start: (event) => {
      if (!pressed) return false;
      writing.leave();
      if (pressed.handle) return drag.takeHandle(pressed.handle, pressed.at);
      if (view.tool !== 'select') return drag.startDrawing(pressed.at);
      if (view.cropping !== '' && view.cropping === pressed.id) return drag.takeCrop(pressed.at);
      view.cropping = '';
      const lying = view.lying(pressed.id);
      if (lying && !lying.piece.locked) return drag.takeUp(pressed.id, pressed.at);
      return drag.startBox(pressed.at, event.shiftKey ? [...view.picked] : []);
    },
    move: (stroke) => drag.to(at(stroke), stroke),
    drop: (stroke) => void drag.end(at(stroke)),
    cancel: () => drag.cancel(),
    tap: (event) => {
      if (!pressed || pressed.handle) return;
      const again = last.id === pressed.id && event.timeStamp - last.at < AGAIN_MS;
      last = { id: pressed.id, at: event.timeStamp };
      tap(vision, pressed, event, again, wishes);
    },
    hold: (event) => {
      if (pressed && pressed.id !== '' && !view.picked.has(pressed.id)) view.pick([pressed.id]);
      wishes.menu({ x: event.clientX, y: event.clientY });
    },
  });
}

function tap(
  vision: Vision,
  { id, at }: Pressed,
  event: PointerEvent,
  again: boolean,
  wishes: Wishes,
): void {
  const { view, writing } = vision;
  writing.leave();
  if (view.tool !== 'select') return vision.put(at);
  if (view.cropping !== id) view.cropping = '';
  if (id === '') {
    view.inside = '';
    if (!event.shiftKey) view.pick([]);
  } else if (event.shiftKey || (onMac() ? event.metaKey : event.ctrlKey)) view.toggle(id);
  else if (again) return wishes.enter(id);
  else {
    if (view.lying(id)?.piece.groupId !== view.inside) view.inside = '';
    view.pick([id], id);
  }
  view.reach();
}

function roam({ view, drag }: Vision, surface: HTMLElement): () => void {
  return listenForRoaming(surface, {
    grabs: (event) => event.button === 1 || (event.button === 0 && view.grabbing),
    busy: () => drag.active,
    move: (dx, dy) => view.move(dx, dy),
    zoom: (factor, { x, y }) => {
      const { left, top } = surface.getBoundingClientRect();
      view.zoom(factor, x - left, y - top);
    },
  });
}

/** Where a press landed; null on a button, in a field or on what floats over the board. */
function pressedBy(vision: Vision, surface: HTMLElement, event: PointerEvent): Pressed | null {
  const target = event.target instanceof Element ? event.target : null;
  if (!target || target.closest('button, textarea, input, form, [data-apart]')) return null;
  const at = onBoard(vision, surface, { x: event.clientX, y: event.clientY });
  const name = target.closest<HTMLElement>('[data-handle]')?.dataset['handle'];
  const handle = name === 'turn' ? 'turn' : (HANDLES.find((one) => one === name) ?? null);
  return { handle, id: vision.view.under(at)?.piece.id ?? '', at };
}

export function onBoard({ view }: Vision, surface: Element, { x, y }: Point): Point {
  const { left, top } = surface.getBoundingClientRect();
  return view.toBoard({ x: x - left, y: y - top });
}
