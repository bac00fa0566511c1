import { type Box, type Camera, seen, type Size } from '../gesture/camera';
import { visit, type Band } from './bands';
import { Tints } from './colours';
import type { Curve } from './curves';
import { strokesIn, thickness, type Stroke } from './strokes';
import type { View } from './view.svelte';

/** Sub-trees thinner than so many px on the screen are drawn as one stroke. */
const THIN_PX = 3;
/** From afar lines lead to bands that are so tall on the screen. */
const LINE_PX = 7;
/** How much of its colour the bar has that stands for words. */
const WASH = 0.55;
/** How far from the node its line has become level, as a share of the way. */
const HALF = 0.5;

/** The colours of roles, as the page has them now. */
export class Palette {
  readonly #style: CSSStyleDeclaration;
  readonly #known = new Map<string, string>();

  constructor(element: Element) {
    this.#style = getComputedStyle(element);
  }

  of(role: string): string {
    let colour = this.#known.get(role);
    if (colour === undefined) {
      colour = this.#style.getPropertyValue('--' + role).trim();
      this.#known.set(role, colour);
    }
    return colour;
  }
}

/** Draws what is no text: the lines of the map, and in the distance its nodes too. */
export class Painter {
  readonly #context: CanvasRenderingContext2D;
  readonly #view: View;
  #tints: Tints;
  #palette: Palette;

  constructor(
    readonly canvas: HTMLCanvasElement,
    view: View,
  ) {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    this.#context = context;
    this.#view = view;
    this.#tints = new Tints(view);
    this.#palette = new Palette(canvas);
  }

  /** Something on the map is another one. */
  renew(): void {
    this.#tints = new Tints(this.#view);
  }

  /** The page has other colours. */
  recolour(): void {
    this.#palette = new Palette(this.canvas);
  }

  /** Draws the map as it is seen now, with these curves across it. */
  paint(curves: readonly Curve[]): void {
    const { readable } = this.#view;
    const { camera, size } = this.#view.frame;
    const ratio = window.devicePixelRatio || 1;
    this.#resize(size, ratio);
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.setTransform(
      camera.s * ratio,
      0,
      0,
      camera.s * ratio,
      camera.x * ratio,
      camera.y * ratio,
    );
    const box = seen(camera, size);
    if (!readable) this.#words(box, camera);
    this.#lines(box, readable ? 0 : LINE_PX / camera.s);
    this.#curves(curves, camera);
  }

  #resize({ width, height }: Size, ratio: number): void {
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== w) this.canvas.width = w;
    if (this.canvas.height !== h) this.canvas.height = h;
  }

  /** All lines of one colour and thickness are drawn at once. */
  #lines(box: Box, thin: number): void {
    const paths = new Map<string, { path: Path2D; role: string; thick: number }>();
    for (const tree of this.#view.chart.trees)
      strokesIn(
        tree,
        box,
        (stroke) => {
          if (tree === this.#view.chart.free && stroke.depth === 0) return;
          const role = this.#tints.of(stroke.to);
          const thick = thickness(stroke.depth);
          const key = `${role} ${String(thick)}`;
          let one = paths.get(key);
          if (!one) paths.set(key, (one = { path: new Path2D(), role, thick }));
          bend(one.path, stroke, box);
        },
        thin,
      );
    const context = this.#context;
    context.lineCap = 'round';
    context.setLineDash([]);
    for (const { path, role, thick } of paths.values()) {
      context.strokeStyle = this.#palette.of(role);
      context.lineWidth = thick;
      context.stroke(path);
    }
  }

  /** From afar the words of a node are a bar in a wash of its colour. */
  #words(box: Box, { s }: Camera): void {
    const bars = new Map<string, Path2D>();
    const least = 1.5 / s;
    const tell = (of: Band, x: number, y: number) => {
      if (of.width === 0) return;
      const role = this.#tints.of(of);
      let path = bars.get(role);
      if (!path) bars.set(role, (path = new Path2D()));
      const height = Math.max(least, 0.6 * of.line);
      path.rect(x, y + of.line - height - least, of.width, height);
    };
    for (const tree of this.#view.chart.trees) visit(tree, box, tell, THIN_PX / s);
    const { middle } = this.#view.chart;
    const context = this.#context;
    context.fillStyle = this.#palette.of('ink');
    context.fillRect(-middle.width / 2, -middle.line / 2, middle.width, middle.line);
    context.globalAlpha = WASH;
    for (const [role, path] of bars) {
      context.fillStyle = this.#palette.of(role);
      context.fill(path);
    }
    context.globalAlpha = 1;
  }

  /** Ties beside the tree: dotted, and clearer where the hand is at one of their ends. */
  #curves(curves: readonly Curve[], { s }: Camera): void {
    const context = this.#context;
    context.lineCap = 'round';
    for (const held of [false, true]) {
      context.beginPath();
      for (const one of curves) {
        if (one.held !== held) continue;
        context.moveTo(one.x1, one.y1);
        context.bezierCurveTo(one.cx1, one.cy1, one.cx2, one.cy2, one.x2, one.y2);
      }
      context.strokeStyle = this.#palette.of(held ? 'accent' : 'edge');
      context.lineWidth = (held ? 1.8 : 1.4) / Math.min(1, s);
      context.setLineDash([0.1, 5 / Math.min(1, s)]);
      context.stroke();
    }
  }
}

/** From the line of one node to that of another, level at both ends, and on below its words. */
function bend(path: Path2D, { x1, y1, x2, y2, x3 }: Stroke, box: Box): void {
  const from = near(y1, box);
  const to = near(y2, box);
  const half = x1 + (x2 - x1) * HALF;
  path.moveTo(x1, from);
  path.bezierCurveTo(half, from, half, to, x2, to);
  path.lineTo(x3, to);
}

/** What lies far out of sight need not be drawn from there: engines are slow with long lines. */
function near(y: number, { top, foot }: Box): number {
  const beyond = 2 * (foot - top);
  return Math.max(top - beyond, Math.min(y, foot + beyond));
}
