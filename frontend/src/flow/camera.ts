import { tick } from 'svelte';
import type { Placed, Point } from './layout';
import { FARTHEST, NEAREST, type View } from './view.svelte';

/** How much nearer one step goes. */
const STEP = 1.25;
/** How much of the pane stays free around what is shown, in px. */
const EDGE = 40;

/** How a flow lay: what is compared when something has got another place. */
type Lay = Pick<View, 'boxes' | 'zoom' | 'margin' | 'way' | 'rem'>;

/** What is seen of the flow through its pane: scrolls, goes nearer, and holds still what the hand is on. */
export class Camera {
  pane: HTMLElement | undefined;
  /** What was held still last, and where it lay. */
  #held: { id: string; x: number; y: number; zoom: number; margin: Point } | null = null;
  /** How the flow lay last. */
  #lay: Lay | null = null;

  constructor(readonly view: View) {}

  /** After each change: what the hand was on lies where it lay on the screen, and what lies elsewhere comes there. */
  hold(): void {
    const { view, pane } = this;
    const { boxes, zoom, margin } = view;
    const before = this.#held;
    const from = pane && { x: pane.scrollLeft, y: pane.scrollTop };
    const box = before && boxes.get(before.id);
    if (pane && before && box && before.zoom === zoom) {
      pane.scrollLeft += (box.x - before.x) * zoom + margin.x - before.margin.x;
      pane.scrollTop += (box.y - before.y) * zoom + margin.y - before.margin.y;
    }
    const id = view.adding?.from || view.active;
    const now = boxes.get(id);
    this.#held = now ? { id, x: now.x, y: now.y, zoom, margin } : null;
    if (pane && from) this.#come(pane, from);
  }

  /** Tells each box that has got another place in the window from where it comes. */
  #come(pane: HTMLElement, from: Point): void {
    const { view } = this;
    const { boxes, zoom, margin, way, rem } = view;
    const last = this.#lay;
    this.#lay = { boxes, zoom, margin, way, rem };
    const same = last?.zoom === zoom && last.way === way && last.rem === rem;
    if (!same || last.boxes === boxes) return;
    const by = {
      x: last.margin.x - margin.x + pane.scrollLeft - from.x,
      y: last.margin.y - margin.y + pane.scrollTop - from.y,
    };
    const comes = new Map<string, Point>();
    for (const { id, x, y } of boxes.values()) {
      const was = last.boxes.get(id);
      const way = was && { x: was.x - x + by.x / zoom, y: was.y - y + by.y / zoom };
      if (way && Math.hypot(way.x, way.y) > 1) comes.set(id, way);
    }
    view.comes = comes;
    void tick().then(() => (view.comes = new Map()));
  }

  /** Another flow is shown: nothing is held any more. */
  release(): void {
    this.#held = null;
    this.#lay = null;
  }

  /** Goes nearer or farther; what lies at a point of the window stays there, else the middle of the pane. */
  async zoomBy(factor: number, at?: Point): Promise<void> {
    const { view, pane } = this;
    if (!pane) return;
    const zoom = Math.min(NEAREST, Math.max(FARTHEST, view.zoom * factor));
    const frame = pane.getBoundingClientRect();
    const fixed = at
      ? { x: at.x - frame.left, y: at.y - frame.top }
      : { x: view.width / 2, y: view.height / 2 };
    const { margin } = view;
    const meant = {
      x: (pane.scrollLeft + fixed.x - margin.x) / view.zoom,
      y: (pane.scrollTop + fixed.y - margin.y) / view.zoom,
    };
    view.zoom = zoom;
    await tick();
    pane.scrollLeft = meant.x * zoom + margin.x - fixed.x;
    pane.scrollTop = meant.y * zoom + margin.y - fixed.y;
    this.hold();
  }

  step(way: 1 | -1): void {
    void this.zoomBy(way === 1 ? STEP : 1 / STEP);
  }

  /** The whole flow in sight, or only these of it, never larger than it is. */
  async fit(ids?: readonly string[]): Promise<void> {
    const { view } = this;
    const { layout, width, height } = view;
    const box = ids ? this.#around(ids) : { x: 0, y: 0, ...layout };
    const room = { x: width - 2 * EDGE, y: height - 2 * EDGE };
    const zoom = Math.min(1, room.x / box.width, room.y / box.height);
    view.zoom = Math.max(FARTHEST, zoom);
    await tick();
    if (ids) this.#centre(box);
    else this.home();
  }

  #around(ids: readonly string[]): Pick<Placed, 'x' | 'y' | 'width' | 'height'> {
    const boxes = ids.flatMap((id) => this.view.boxes.get(id) ?? []);
    const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
    const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
    return { x, y, width, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
  }

  #centre({ x, y, width, height }: Pick<Placed, 'x' | 'y' | 'width' | 'height'>): void {
    const { view, pane } = this;
    if (!pane) return;
    pane.scrollLeft = view.margin.x + (x + width / 2) * view.zoom - view.width / 2;
    pane.scrollTop = view.margin.y + (y + height / 2) * view.zoom - view.height / 2;
    this.hold();
  }

  /** Where one begins: the flow in the middle, or its beginning where it is larger than the pane. */
  home(): void {
    const { view, pane } = this;
    if (!pane) return;
    const { layout, zoom, width, height, margin, way } = view;
    const free = { x: width - layout.width * zoom, y: height - layout.height * zoom };
    const start = (room: number) => (room > 2 * EDGE ? room / 2 : EDGE);
    const across = (room: number) => (room > 0 ? room / 2 : EDGE);
    pane.scrollLeft = margin.x - (way === 'right' ? start(free.x) : across(free.x));
    pane.scrollTop = margin.y - (way === 'down' ? start(free.y) : across(free.y));
    this.hold();
  }

  /** Puts a point of the flow into the corner of the pane, as it was kept. */
  corner({ x, y }: Point): void {
    const { pane, view } = this;
    if (!pane) return;
    pane.scrollLeft = x + view.margin.x;
    pane.scrollTop = y + view.margin.y;
    this.hold();
  }

  /** Brings a box into sight, no farther than needed. */
  show(box: Placed): void {
    const { pane, view } = this;
    if (!pane) return;
    const { zoom, margin, width, height } = view;
    const edge = EDGE / 2;
    const x = box.x * zoom + margin.x;
    const y = box.y * zoom + margin.y;
    pane.scrollLeft = within(pane.scrollLeft, x - edge, x + box.width * zoom + edge - width);
    pane.scrollTop = within(pane.scrollTop, y - edge, y + box.height * zoom + edge - height);
  }

  /** The point of the flow below a point of the window. */
  pointAt({ x, y }: Point): Point {
    const { pane, view } = this;
    const frame = pane?.getBoundingClientRect();
    const { zoom, margin } = view;
    return {
      x: (x - (frame?.left ?? 0) + (pane?.scrollLeft ?? 0) - margin.x) / zoom,
      y: (y - (frame?.top ?? 0) + (pane?.scrollTop ?? 0) - margin.y) / zoom,
    };
  }
}

/** A number at most as large as one bound and at least as large as the other; the first bound wins. */
function within(value: number, most: number, least: number): number {
  return Math.min(most, Math.max(value, least));
}
