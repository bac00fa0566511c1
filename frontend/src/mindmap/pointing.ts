import { onMac } from '../commands/keys';
import { listenForPresses, type Point } from '../gesture/press';
import { listenForRoaming } from '../gesture/roam';
import { meets, seen, type Box } from '../gesture/camera';
import type { Lasso } from '../ui/lasso.svelte';
import { visit } from './bands';
import type { MindMap } from './map';
import type { View } from './view.svelte';

/** So soon after the first a second press belongs to it. */
const AGAIN_MS = 500;

/** What was pressed: a node, and whether its words were. */
interface Pressed {
  readonly id: string;
  readonly words: boolean;
}

/**
 * Mouse, pen and finger on the map: a press picks, two on the words edit
 * them, a drag moves a branch, on the ground it moves the map, with Shift
 * it picks what it goes round, a finger that rests opens the menu. Listens
 * until the function it returns is called.
 */
export function pointAt(
  map: MindMap,
  lasso: Lasso,
  surface: HTMLElement,
  onmenu: (id: string, at: Point) => void,
): () => void {
  const ends = [
    pressNodes(map, surface, onmenu),
    pressGround(map, lasso, surface),
    roam(map, surface),
  ];
  return () => ends.forEach((end) => end());
}

function pressNodes(
  map: MindMap,
  surface: HTMLElement,
  onmenu: (id: string, at: Point) => void,
): () => void {
  let pressed: Pressed | null = null;
  let last = { id: '', at: 0 };
  const accepts = (event: PointerEvent) => (pressed = pressedBy(event)) !== null;
  return listenForPresses(surface, accepts, {
    start: (event) =>
      pressed !== null && map.drag.start(pressed.id, { x: event.clientX, y: event.clientY }),
    move: (point) => map.drag.to(point, surface),
    drop: () => map.drag.end(),
    cancel: () => map.drag.cancel(),
    tap: (event) => {
      if (!pressed) return;
      const again = last.id === pressed.id && event.timeStamp - last.at < AGAIN_MS;
      last = { id: pressed.id, at: event.timeStamp };
      tap(map, pressed, event, again);
    },
    hold: (event) => pressed && onmenu(pressed.id, { x: event.clientX, y: event.clientY }),
  });
}

/** Shift and a drag on the ground picks what it goes round; a tap there lets go of all. */
function pressGround({ view, writing }: MindMap, lasso: Lasso, surface: HTMLElement): () => void {
  const accepts = (event: PointerEvent) => isGround(event);
  return listenForPresses(surface, accepts, {
    start: (event) => lasso.start(event),
    move: (point) => lasso.to(point),
    drop: () => lasso.end(),
    cancel: () => lasso.cancel(),
    tap: () => {
      writing.leave();
      if (view.picked.size > 1) view.pick(view.active);
      view.reach();
    },
    hold: () => undefined,
  });
}

function roam({ view, drag }: MindMap, surface: HTMLElement): () => void {
  return listenForRoaming(surface, {
    grabs: (event) =>
      event.button === 1 || (event.button === 0 && isGround(event) && !event.shiftKey),
    busy: () => drag.active,
    move: (dx, dy) => view.frame.move(dx, dy),
    zoom: (factor, { x, y }) => {
      const { left, top } = surface.getBoundingClientRect();
      view.frame.zoom(factor, x - left, y - top);
    },
  });
}

/** Two presses on the words begin to write in them. */
function tap(
  { view, writing }: MindMap,
  pressed: Pressed,
  event: PointerEvent,
  again: boolean,
): void {
  if (event.shiftKey) view.extend(pressed.id);
  else if (onMac() ? event.metaKey : event.ctrlKey) view.toggle(pressed.id);
  else if (again && pressed.words) return writing.begin(pressed.id, 'end');
  else view.pick(pressed.id);
  view.reach();
}

/** Where a press landed; null on a button, in a field or beside the nodes. */
function pressedBy(event: PointerEvent): Pressed | null {
  const target = event.target instanceof Element ? event.target : null;
  if (!target || target.closest('button, textarea, input, form')) return null;
  const id = target.closest<HTMLElement>('[data-node]')?.dataset['node'];
  return id === undefined || id === ''
    ? null
    : { id, words: target.closest('[data-words]') !== null };
}

function isGround(event: PointerEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return (
    target !== null && !target.closest('[data-node], [data-apart], button, textarea, input, form')
  );
}

/** Picks all nodes that a frame drawn on the surface touches; over none what was picked stays. */
export function pickIn(view: View, { left, top, right, foot }: Box): void {
  const { chart, frame } = view;
  const { x, y, s } = frame.camera;
  const part = seen({ x: x - left, y: y - top, s }, { width: right - left, height: foot - top });
  const found: string[] = [];
  for (const tree of chart.trees)
    visit(tree, part, (of, nodeX, nodeY) => {
      const own = { left: nodeX, top: nodeY, right: nodeX + of.width, foot: nodeY + of.height };
      if (!chart.isRoot(of) && meets(own, part)) found.push(of.id);
    });
  if (found.length > 0) view.pickAll(found);
  view.reach();
}
