import { caretIn } from '../gesture/caret';
import { EdgeScroll } from '../gesture/edge';
import { listenForPresses } from '../gesture/press';

/** What a drag does with the lines of a list. */
export interface Carrying {
  lift(id: string): void;
  /** The hand is so far down in the window. */
  to(y: number): void;
  drop(): void;
  cancel(): void;
}

/**
 * Mouse, pen and finger on lines that one puts in order. A drag carries a line
 * from wherever it was pressed, its words too; a press that stays where it is
 * writes in them. A field that is written in, and the buttons at the end of a
 * line, keep their presses. Listens until the function it returns is called.
 */
export function pointAt(list: HTMLElement, carrying: Carrying): () => void {
  let y = 0;
  let pressed: Element | null = null;
  const edge = new EdgeScroll(list.closest<HTMLElement>('.scroll') ?? list, () => carrying.to(y));
  const accepts = ({ target }: Event) => {
    pressed = target instanceof Element && carries(target) ? target : null;
    return pressed !== null;
  };
  const writing = (event: PointerEvent) => write(fieldOf(pressed), event);
  const stop = listenForPresses(list, accepts, {
    start: () => {
      const id = pressed?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? '';
      if (id !== '') carrying.lift(id);
      return id !== '';
    },
    move: (point) => {
      y = point.y;
      carrying.to(y);
      edge.at(y);
    },
    drop: () => (edge.stop(), carrying.drop()),
    cancel: () => (edge.stop(), carrying.cancel()),
    tap: writing,
    hold: writing,
  });
  list.addEventListener('mousedown', wait);
  return () => {
    edge.stop();
    list.removeEventListener('mousedown', wait);
    stop();
  };
}

function carries(target: Element): boolean {
  return target.closest('input, [data-ends]') === null && !writtenIn(target);
}

/** A field that nobody writes in takes its caret from the tap: until then the press may become a drag. */
function wait(event: MouseEvent): void {
  const { target, button } = event;
  if (button === 0 && fieldOf(target) && !writtenIn(target)) event.preventDefault();
}

function write(field: HTMLTextAreaElement | null, { clientX: x, clientY: y }: PointerEvent): void {
  if (!field) return;
  const caret = caretIn(field, { x, y });
  field.focus();
  field.setSelectionRange(caret, caret);
}

function writtenIn(target: EventTarget | null): boolean {
  return fieldOf(target) === document.activeElement;
}

function fieldOf(target: EventTarget | null): HTMLTextAreaElement | null {
  return target instanceof Element ? target.closest('textarea') : null;
}
