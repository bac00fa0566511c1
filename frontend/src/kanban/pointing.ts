import { onMac } from '../commands/keys';
import { listenForPresses, type Point } from '../gesture/press';
import type { Board } from './board';

/** What was pressed: a card, and whether on the words of its title; or the head of a column. */
type Pressed =
  | { readonly what: 'card'; readonly id: string; readonly words: boolean }
  | { readonly what: 'head'; readonly id: string };

/**
 * Mouse, pen and finger on the board: a press picks a card, on the title of the
 * picked one it begins to edit, a drag moves cards or a column, a finger that
 * rests opens the menu. Listens until the function it returns is called.
 */
export function pointAt(
  board: Board,
  surface: HTMLElement,
  onmenu: (id: string, at: Point) => void,
): () => void {
  const { drag, carry } = board;
  let pressed: Pressed | null = null;
  return listenForPresses(surface, (event) => (pressed = pressedBy(event)) !== null, {
    start: (event) => {
      if (pressed?.what === 'card') return drag.start(pressed.id, pointOf(event));
      return pressed !== null && carry.start(pressed.id, pointOf(event));
    },
    move: (point) => (carry.active ? carry.to(point) : drag.to(point)),
    drop: () => (carry.active ? carry.end() : void drag.end()),
    cancel: () => (carry.active ? carry.cancel() : drag.cancel()),
    tap: (event) => pressed?.what === 'card' && tap(board, pressed, event),
    hold: (event) => pressed?.what === 'card' && onmenu(pressed.id, pointOf(event)),
  });
}

function tap(
  { view, writing }: Board,
  { id, words }: { id: string; words: boolean },
  event: PointerEvent,
): void {
  const alone = view.picked.size === 1 && view.picked.has(id);
  if (event.shiftKey) view.extend(id);
  else if (onMac() ? event.metaKey : event.ctrlKey) view.toggle(id);
  else if (words && alone) return writing.begin(id, 'end');
  else view.pick(id);
  view.reach();
}

/** What a press landed on; null on a button, in a field or beside cards and heads. */
function pressedBy(event: PointerEvent): Pressed | null {
  const target = event.target instanceof Element ? event.target : null;
  if (!target || target.closest('button, textarea, input')) return null;
  const card = target.closest<HTMLElement>('[data-card]')?.dataset['card'];
  if (card !== undefined)
    return { what: 'card', id: card, words: target.closest('[data-words]') !== null };
  const head = target.closest<HTMLElement>('[data-head]')?.dataset['head'];
  return head === undefined ? null : { what: 'head', id: head };
}

function pointOf({ clientX: x, clientY: y }: PointerEvent): Point {
  return { x, y };
}
