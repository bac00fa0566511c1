import { onMac } from '../commands/keys';
import { caretAt } from '../gesture/caret';
import { listenForPresses, type Point } from '../gesture/press';
import type { Outline } from './outline';

/** What was pressed: a row, and where in its title; null beside the words. */
interface Pressed {
  readonly id: string;
  readonly caret: number | null;
}

/**
 * Mouse, pen and finger on the rows: a press picks, on the words of a title it
 * begins to edit there, a drag moves, a finger that rests opens the menu.
 * Listens until the function it returns is called.
 */
export function pointAt(
  outline: Outline,
  surface: HTMLElement,
  onmenu: (id: string, at: Point) => void,
): () => void {
  let pressed: Pressed | null = null;
  const accepts = (event: PointerEvent) => (pressed = pressedBy(event)) !== null;
  return listenForPresses(surface, accepts, {
    start: (event) =>
      pressed !== null &&
      outline.drag.start(pressed.id, { x: event.clientX, y: event.clientY }, surface),
    move: (point) => outline.drag.to(point, surface),
    drop: () => outline.drag.end(),
    cancel: () => outline.drag.cancel(),
    tap: (event) => pressed && tap(outline, pressed, event),
    hold: (event) => pressed && onmenu(pressed.id, { x: event.clientX, y: event.clientY }),
  });
}

function tap({ view, writing }: Outline, pressed: Pressed, event: PointerEvent): void {
  if (event.shiftKey) view.extend(pressed.id);
  else if (onMac() ? event.metaKey : event.ctrlKey) view.toggle(pressed.id);
  else if (pressed.caret !== null) return writing.begin(pressed.id, pressed.caret);
  else view.pick(pressed.id);
  view.reach();
}

/** Where a press landed; null on a button, in a field or beside the rows. */
function pressedBy(event: PointerEvent): Pressed | null {
  const target = event.target instanceof Element ? event.target : null;
  if (!target || target.closest('button, textarea, input')) return null;
  const id = target.closest<HTMLElement>('[data-row]')?.dataset.row;
  if (id === undefined) return null;
  const words = target.closest('[data-words]') !== null;
  return { id, caret: words ? (caretAt(event) ?? 0) : null };
}
