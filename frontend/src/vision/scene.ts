// The board on its canvas. What was drawn once is kept as a raster: moving about
// copies it and draws only what comes in at the edge, nearer and farther scales
// it and draws it sharp when it rests, and what is in the hand is drawn over a
// raster without it. No frame ever draws all pictures anew while a hand moves.

import { meets, seen, type Box, type Camera, type Size } from '../gesture/camera';

/** What a scene is made of: draws all that touches a part of the board, but for what is held. */
export interface Stage {
  /** Clears and draws a part; the context is clipped to it and counts in board units. */
  draw(
    context: CanvasRenderingContext2D,
    part: Box,
    scale: number,
    held: ReadonlySet<string>,
  ): void;
  /** Draws what is in the hand, where it is now. */
  drawHeld(context: CanvasRenderingContext2D, scale: number): void;
}

/** A snapshot is drawn no more blurred than by this factor. */
const BLUR = 1.5;
/** How long the eye rests before it is drawn sharp, in ms. */
const REST = 90;
const NONE: ReadonlySet<string> = new Set();

export class Scene {
  readonly #front: CanvasRenderingContext2D;
  readonly #back: CanvasRenderingContext2D;
  readonly #stage: Stage;
  /** Where the raster was drawn from; null = it is to be drawn anew. */
  #at: Camera | null = null;
  #held: ReadonlySet<string> = NONE;
  #stale: Box[] = [];
  #rest: ReturnType<typeof setTimeout> | undefined;
  #again: () => void;

  constructor(canvas: HTMLCanvasElement, stage: Stage, again: () => void) {
    this.#front = contextOf(canvas);
    this.#back = contextOf(document.createElement('canvas'));
    this.#stage = stage;
    this.#again = again;
  }

  /** Everything is drawn anew. */
  renew(): void {
    this.#at = null;
    this.#stale = [];
  }

  /** A part of the board is drawn anew. */
  touch(box: Box): void {
    if (this.#at) this.#stale.push(box);
  }

  end(): void {
    clearTimeout(this.#rest);
  }

  /** Shows the board from a camera, with what is held drawn over it. */
  show(camera: Camera, size: Size, ratio: number, held: ReadonlySet<string>): void {
    clearTimeout(this.#rest);
    this.#resize(size, ratio);
    if (!same(held, this.#held)) {
      this.#held = held;
      this.renew();
    }
    const at = this.#at;
    if (!at || Math.abs(Math.log(camera.s / at.s)) > Math.log(BLUR)) this.#all(camera, ratio);
    else if (camera.s === at.s) this.#shift(at, camera, ratio);
    else return this.#blurred(at, camera, ratio);
    this.#mend(ratio);
    this.#copy();
    this.#over(camera, ratio);
  }

  #resize({ width, height }: Size, ratio: number): void {
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    const both = [this.#front.canvas, this.#back.canvas];
    if (both.every((canvas) => canvas.width === w && canvas.height === h)) return;
    for (const canvas of both) [canvas.width, canvas.height] = [w, h];
    this.renew();
  }

  #all(camera: Camera, ratio: number): void {
    this.#at = onPoints(camera, ratio);
    this.#stale = [];
    const { width, height } = this.#back.canvas;
    this.#part(0, 0, width, height, ratio);
  }

  /** Moves the raster by whole points, and draws what comes in at its edges. */
  #shift(at: Camera, camera: Camera, ratio: number): void {
    const next = onPoints(camera, ratio);
    const dx = Math.round((next.x - at.x) * ratio);
    const dy = Math.round((next.y - at.y) * ratio);
    if (dx === 0 && dy === 0) return;
    const { width, height } = this.#back.canvas;
    if (Math.abs(dx) >= width || Math.abs(dy) >= height) return this.#all(camera, ratio);
    this.#at = next;
    const back = this.#back;
    back.setTransform(1, 0, 0, 1, 0, 0);
    back.globalCompositeOperation = 'copy';
    back.drawImage(back.canvas, dx, dy);
    back.globalCompositeOperation = 'source-over';
    if (dx !== 0) this.#part(dx > 0 ? 0 : width + dx, 0, Math.abs(dx), height, ratio);
    if (dy !== 0) this.#part(0, dy > 0 ? 0 : height + dy, width, Math.abs(dy), ratio);
  }

  /** The raster, larger or smaller than it was drawn; sharp when it rests. */
  #blurred(at: Camera, camera: Camera, ratio: number): void {
    const front = this.#front;
    const factor = camera.s / at.s;
    const { width, height } = front.canvas;
    front.setTransform(1, 0, 0, 1, 0, 0);
    if (factor < 1) {
      front.drawImage(this.#back.canvas, 0, 0, 1, 1, 0, 0, width, height);
    }
    const x = (camera.x - at.x * factor) * ratio;
    const y = (camera.y - at.y * factor) * ratio;
    front.setTransform(factor, 0, 0, factor, x, y);
    front.drawImage(this.#back.canvas, 0, 0);
    this.#over(camera, ratio);
    this.#rest = setTimeout(() => {
      this.renew();
      this.#again();
    }, REST);
  }

  #mend(ratio: number): void {
    const at = this.#at;
    const stale = this.#stale;
    if (!at || stale.length === 0) return;
    this.#stale = [];
    const { width, height } = this.#back.canvas;
    if (stale.length > 12) return this.#part(0, 0, width, height, ratio);
    const inSight = seen(at, { width: width / ratio, height: height / ratio });
    for (const box of stale) {
      if (!meets(box, inSight)) continue;
      const x = Math.floor((box.left * at.s + at.x) * ratio) - 2;
      const y = Math.floor((box.top * at.s + at.y) * ratio) - 2;
      const w = Math.ceil((box.right - box.left) * at.s * ratio) + 4;
      const h = Math.ceil((box.foot - box.top) * at.s * ratio) + 4;
      this.#part(x, y, w, h, ratio);
    }
  }

  /** Draws one rectangle of the raster, in points. */
  #part(x: number, y: number, w: number, h: number, ratio: number): void {
    const at = this.#at;
    if (!at) return;
    const back = this.#back;
    const scale = at.s * ratio;
    back.save();
    back.setTransform(1, 0, 0, 1, 0, 0);
    back.beginPath();
    back.rect(x, y, w, h);
    back.clip();
    back.setTransform(scale, 0, 0, scale, at.x * ratio, at.y * ratio);
    const left = (x / ratio - at.x) / at.s;
    const top = (y / ratio - at.y) / at.s;
    const part = { left, top, right: left + w / scale, foot: top + h / scale };
    this.#stage.draw(back, part, scale, this.#held);
    back.restore();
  }

  #copy(): void {
    this.#front.setTransform(1, 0, 0, 1, 0, 0);
    this.#front.drawImage(this.#back.canvas, 0, 0);
  }

  #over(camera: Camera, ratio: number): void {
    if (this.#held.size === 0) return;
    const scale = camera.s * ratio;
    this.#front.setTransform(scale, 0, 0, scale, camera.x * ratio, camera.y * ratio);
    this.#stage.drawHeld(this.#front, scale);
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas');
  return context;
}

/** A camera whose raster lies on whole points. */
function onPoints({ x, y, s }: Camera, ratio: number): Camera {
  return { x: Math.round(x * ratio) / ratio, y: Math.round(y * ratio) / ratio, s };
}

function same(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const one of a) if (!b.has(one)) return false;
  return true;
}
