import type { Vision } from './vision';
import { STEP } from './handles';
import type { Arrow } from './order';

/** How far an arrow moves a piece, and with Shift, in board units. */
const NUDGE = 1;
const FAR = 10;

/**
 * What a key without a command means on the board: Tab walks the pieces, arrows
 * move what is picked, with Ctrl they make it larger, with Alt they turn it;
 * Enter goes into it, Esc leaves. True when it meant something and is used up.
 */
export function walk(vision: Vision, event: KeyboardEvent, enter: (id: string) => void): boolean {
  const { view } = vision;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'ArrowUp':
    case 'ArrowDown':
      return arrow(vision, event, event.key);
    case 'Tab':
      return !event.ctrlKey && !event.altKey && next(vision, event.shiftKey ? -1 : 1);
    case 'Home':
      return pick(vision, view.order[0]);
    case 'End':
      return pick(vision, view.order.at(-1));
    case 'Enter':
      if (event.ctrlKey || event.metaKey || event.altKey) return false;
      if (view.tool !== 'select') vision.put(null);
      else if (view.active === '') return false;
      else enter(view.active);
      return true;
    case 'Escape':
      return leave(vision);
    default:
      return false;
  }
}

function arrow({ view, acts }: Vision, event: KeyboardEvent, key: Arrow): boolean {
  if (view.picked.size === 0) return moveBoard(view, key);
  const by = event.shiftKey ? FAR : NUDGE;
  const x = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  const y = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
  if (event.ctrlKey || event.metaKey) acts.grow(x * FAR, y * FAR);
  else if (event.altKey) acts.turn((x + y) * (event.shiftKey ? STEP : 1));
  else acts.nudge(x * by, y * by);
  return true;
}

/** With nothing picked the arrows move the board itself. */
const WINDOW = 80;

function moveBoard(view: Vision['view'], key: Arrow): boolean {
  const x = key === 'ArrowLeft' ? 1 : key === 'ArrowRight' ? -1 : 0;
  const y = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0;
  view.move(x * WINDOW, y * WINDOW);
  return true;
}

/** The next piece as one reads them; past the last one the key leads out of the board. */
function next(vision: Vision, step: 1 | -1): boolean {
  const { view } = vision;
  const at = view.order.indexOf(view.active);
  if (at < 0 && step === -1) return false;
  const id = view.order[at + step];
  return id !== undefined && pick(vision, id);
}

function pick({ view }: Vision, id: string | undefined): boolean {
  if (id === undefined) return false;
  view.inside = view.lying(id)?.piece.groupId ?? '';
  view.pick([id]);
  view.bring(id);
  view.reach();
  return true;
}

function leave({ view }: Vision): boolean {
  if (view.tool !== 'select') view.tool = 'select';
  else if (view.cropping !== '') view.cropping = '';
  else if (!view.letGo()) return false;
  view.reach();
  return true;
}
