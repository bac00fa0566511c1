import { EdgeScroll } from '../gesture/edge';
import { listenForPresses, type Point } from '../gesture/press';
import type { Acts } from './acts';
import type { Grip } from './moves';
import type { View } from './view.svelte';

/** So near its end a bar is stretched, in px; one that is narrower than three of these only at its very end. */
const EDGE = 8;

/** Mouse, pen and finger on the bars: a drag moves or stretches them. Listens until the function it returns is called. */
export function pointAt(view: View, acts: Acts, pane: HTMLElement): () => void {
  let held: { id: string; grip: Grip; x: number; left: number } | null = null;
  let at: Point = { x: 0, y: 0 };
  const edges = new EdgeScroll(pane, pull, 'x');

  function pull(): void {
    if (!held) return;
    const { perDay, snap } = view.scale;
    const px = at.x - held.x + pane.scrollLeft - held.left;
    acts.hold(held.id, held.grip, Math.round(px / perDay / snap) * snap);
  }

  return listenForPresses(pane, (event) => barOf(event) !== null, {
    start: (event) => {
      const bar = barOf(event);
      if (!bar) return false;
      const id = bar.dataset['bar'] ?? '';
      held = { id, grip: gripOf(bar, event.clientX), x: event.clientX, left: pane.scrollLeft };
      view.hand.pick([id]);
      return true;
    },
    move: (point) => {
      at = point;
      edges.at(point.x);
      pull();
    },
    drop: () => {
      end();
      void acts.drop();
    },
    cancel: () => {
      end();
      acts.leave();
    },
    tap: (event) => {
      const id = barOf(event)?.dataset['bar'];
      if (id !== undefined) view.hand.pick([id]);
    },
    hold: () => undefined,
  });

  function end(): void {
    edges.stop();
    held = null;
  }
}

function barOf(event: PointerEvent): HTMLElement | null {
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest<HTMLElement>('[data-bar]') ?? null;
}

function gripOf(bar: HTMLElement, x: number): Grip {
  if (bar.dataset['gate'] !== undefined) return 'end';
  const { left, right, width } = bar.getBoundingClientRect();
  if (bar.dataset['stiff'] !== undefined) return 'whole';
  if (width < 3 * EDGE) return x > right - 2 ? 'end' : 'whole';
  if (x < left + EDGE) return 'start';
  return x > right - EDGE ? 'end' : 'whole';
}

/** Drags a step from the tray onto a day; onmove tells which day lies below it, null = none. */
export function pointAtTray(
  tray: HTMLElement,
  day: { over: (x: number, y: number) => string | null; set: (id: string, day: string) => void },
  onmove: (point: Point | null, id: string, day: string | null) => void,
): () => void {
  let id = '';
  const undated = (event: PointerEvent) =>
    event.target instanceof Element
      ? event.target.closest<HTMLElement>('[data-undated]')?.dataset['undated']
      : undefined;
  return listenForPresses(tray, (event) => undated(event) !== undefined, {
    start: (event) => {
      id = undated(event) ?? '';
      return id !== '';
    },
    move: (point) => onmove(point, id, day.over(point.x, point.y)),
    drop: (point) => {
      const on = day.over(point.x, point.y);
      onmove(null, id, null);
      if (on !== null) day.set(id, on);
    },
    cancel: () => onmove(null, id, null),
    tap: () => undefined,
    hold: () => undefined,
  });
}
