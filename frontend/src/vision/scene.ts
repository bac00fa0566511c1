// The board on its canvas. What was drawn once is kept as a raster, larger than
// the window: moving about moves the raster itself and draws only what comes in
// at its edges, now and then; nearer and farther scales it and draws it sharp when
// it rests. What is in the hand lies on a canvas of its own over a raster without
// it. No frame draws all pictures anew while a hand moves.

import { meets, type Box, type Camera, type Size } from '../gesture/camera';

/** What a scene is made of: the board without what is in the hand, and that. */
export interface Stage {
  /** Clears and draws a part; the context is clipped to it and counts in board units. */
  draw(context: CanvasRenderingContext2D, part: Box, scale: number): void;
  /** What is in the hand; null = nothing. */
  held(): Held | null;
  drawHeld(context: CanvasRenderingContext2D, scale: number): void;
}

/** All that is drawn of what is in the hand, and how it looks wherever it is. */
export interface Held {
  readonly box: Box;
  readonly look: string;
}

/** So much more than the window is drawn on each side, in px. */
const MARGIN = 128;
/** A raster is shown no more blurred than by this factor. */
const BLUR = 1.5;
/** How long the eye rests before it is drawn sharp, in ms. */
const REST = 90;
/** How long a frame draws pictures that have come, in ms. */
const SPARE = 6;
/** With more parts to mend than these, all is drawn anew. */
const MANY = 12;
/** A hand holds so many windows at most; of what is larger, only what one sees is drawn. */
const WIDEST = 1.5;

export class Scene {
  readonly #raster: CanvasRenderingContext2D;
  readonly #hand: CanvasRenderingContext2D;
  readonly #stage: Stage;
  readonly #again: () => void;
  /** Where the raster was drawn from; null = it is to be drawn anew. */
  #at: Camera | null = null;
  /** What was drawn of what is in the hand. */
  #drawn = '';
  #size: Size = { width: 0, height: 0 };
  #ratio = 1;
  #stale: Box[] = [];
  /** Where a picture has come that nobody waits for with a hand. */
  #late: Box[] = [];
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: HTMLCanvasElement, stage: Stage, again: () => void) {
    this.#raster = contextOf(canvas, false);
    this.#hand = contextOf(document.createElement('canvas'), true);
    canvas.after(this.#hand.canvas);
    this.#stage = stage;
    this.#again = again;
  }

  /** Everything is drawn anew. */
  renew(): void {
    this.#at = null;
    this.#drawn = '';
    this.#stale = [];
    this.#late = [];
  }

  /** A part of the board is drawn anew. */
  touch(box: Box): void {
    if (this.#at) this.#stale.push(box);
    this.#drawn = '';
  }

  /** A picture has come: that part is drawn anew, in this frame or one of the next in which no hand holds anything. */
  came(box: Box): void {
    if (this.#at) this.#late.push(box);
    this.#drawn = '';
  }

  end(): void {
    clearTimeout(this.#rest);
    this.#hand.canvas.remove();
  }

  /** Shows the board from a camera, with ratio points to a px. */
  show(camera: Camera, size: Size, ratio: number): void {
    clearTimeout(this.#rest);
    this.#resize(size, ratio);
    const at = this.#at;
    if (!at || Math.abs(Math.log(camera.s / at.s)) > Math.log(BLUR)) this.#all(camera);
    else if (camera.s === at.s) this.#shift(at, camera);
    const held = this.#stage.held();
    if (this.#at?.s === camera.s) {
      this.#mend();
      if (!held) this.#add(); // the hand comes first
    } else this.#sharpen();
    this.#lay(camera);
    this.#over(camera, held);
  }

  #resize(size: Size, ratio: number): void {
    const [width, height] = [size.width, size.height].map((px) => px + 2 * MARGIN) as [
      number,
      number,
    ];
    [this.#size, this.#ratio] = [size, ratio];
    if (sized(this.#raster.canvas, width, height, ratio)) this.renew();
  }

  #all(camera: Camera): void {
    this.#at = onPoints(camera, this.#ratio);
    this.#stale = [];
    this.#late = [];
    const { width, height } = this.#raster.canvas;
    this.#part(0, 0, width, height);
  }

  /** Once the window has left the raster: moves it by whole points, and draws what comes in at its edges. */
  #shift(at: Camera, camera: Camera): void {
    if (Math.abs(camera.x - at.x) <= MARGIN && Math.abs(camera.y - at.y) <= MARGIN) return;
    const next = onPoints(camera, this.#ratio);
    const dx = Math.round((next.x - at.x) * this.#ratio);
    const dy = Math.round((next.y - at.y) * this.#ratio);
    const raster = this.#raster;
    const { width, height } = raster.canvas;
    if (Math.abs(dx) >= width || Math.abs(dy) >= height) return this.#all(camera);
    this.#at = next;
    raster.setTransform(1, 0, 0, 1, 0, 0);
    raster.globalCompositeOperation = 'copy';
    raster.drawImage(raster.canvas, dx, dy);
    raster.globalCompositeOperation = 'source-over';
    if (dx !== 0) this.#part(dx > 0 ? 0 : width + dx, 0, Math.abs(dx), height);
    if (dy !== 0) this.#part(0, dy > 0 ? 0 : height + dy, width, Math.abs(dy));
  }

  #sharpen(): void {
    this.#rest = setTimeout(() => {
      this.renew();
      this.#again();
    }, REST);
  }

  #mend(): void {
    const stale = this.#stale;
    this.#stale = [];
    const { width, height } = this.#raster.canvas;
    if (stale.length > MANY) return this.#part(0, 0, width, height);
    for (const box of stale) this.#anew(box);
  }

  /** Draws the pictures that have come, as many as a frame has time for. */
  #add(): void {
    const end = performance.now() + SPARE;
    for (let box = this.#late.shift(); box; box = this.#late.shift()) {
      this.#anew(box);
      if (performance.now() > end && this.#late.length > 0) return this.#again();
    }
  }

  #anew(box: Box): void {
    const { width, height } = this.#raster.canvas;
    if (!meets(box, this.#boxOf(0, 0, width, height))) return;
    const { x, y, scale } = this.#points();
    const [left, top] = [Math.floor(box.left * scale + x) - 2, Math.floor(box.top * scale + y) - 2];
    const w = Math.ceil((box.right - box.left) * scale) + 4;
    const h = Math.ceil((box.foot - box.top) * scale) + 4;
    this.#part(left, top, w, h);
  }

  /** Draws one rectangle of the raster, in points. */
  #part(x: number, y: number, w: number, h: number): void {
    const raster = this.#raster;
    const at = this.#points();
    raster.save();
    raster.setTransform(1, 0, 0, 1, 0, 0);
    raster.beginPath();
    raster.rect(x, y, w, h);
    raster.clip();
    raster.setTransform(at.scale, 0, 0, at.scale, at.x, at.y);
    this.#stage.draw(raster, this.#boxOf(x, y, w, h), at.scale);
    raster.restore();
  }

  /** Where the board begins on the raster, and how many points a unit has. */
  #points(): { x: number; y: number; scale: number } {
    const { x, y, s } = this.#at ?? { x: 0, y: 0, s: 1 };
    const ratio = this.#ratio;
    return { x: (x + MARGIN) * ratio, y: (y + MARGIN) * ratio, scale: s * ratio };
  }

  /** A rectangle of the raster, on the board. */
  #boxOf(x: number, y: number, w: number, h: number): Box {
    const at = this.#points();
    const [left, top] = [(x - at.x) / at.scale, (y - at.y) / at.scale];
    return { left, top, right: left + w / at.scale, foot: top + h / at.scale };
  }

  /** Lays the raster so that each point of the board is where the camera sees it. */
  #lay(camera: Camera): void {
    const at = this.#at;
    if (!at) return;
    const factor = camera.s / at.s;
    const { x, y } = factor === 1 ? onPoints(camera, this.#ratio) : camera;
    lay(this.#raster.canvas, x - (at.x + MARGIN) * factor, y - (at.y + MARGIN) * factor, factor);
  }

  /** What is in the hand: drawn when it looks another way, else only moved. */
  #over(camera: Camera, held: Held | null): void {
    const hand = this.#hand;
    if (hand.canvas.hidden !== (held === null)) hand.canvas.hidden = held === null;
    if (!held) return void (this.#drawn = '');
    const { width, height } = this.#size;
    const own = inPx(held.box, camera);
    const fits = own.w <= width * WIDEST && own.h <= height * WIDEST;
    const { x, y, w, h } = fits ? own : { x: 0, y: 0, w: width, h: height };
    lay(hand.canvas, x, y, 1);
    const drawn = fits ? `${held.look} ${String(camera.s)} ${String(this.#ratio)}` : '';
    if (drawn !== '' && drawn === this.#drawn) return;
    this.#drawn = drawn;
    sized(hand.canvas, w, h, this.#ratio);
    const scale = camera.s * this.#ratio;
    hand.setTransform(1, 0, 0, 1, 0, 0);
    hand.clearRect(0, 0, hand.canvas.width, hand.canvas.height);
    hand.setTransform(
      scale,
      0,
      0,
      scale,
      (camera.x - x) * this.#ratio,
      (camera.y - y) * this.#ratio,
    );
    this.#stage.drawHeld(hand, scale);
  }
}

function contextOf(canvas: HTMLCanvasElement, alpha: boolean): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha });
  if (!context) throw new Error('no canvas');
  Object.assign(canvas.style, {
    position: 'absolute',
    left: '0',
    top: '0',
    pointerEvents: 'none',
    transformOrigin: '0 0',
    willChange: 'transform',
  });
  return context;
}

/** Makes a canvas so large, in px; true when it was not. */
function sized(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): boolean {
  const [w, h] = [Math.ceil(width * ratio), Math.ceil(height * ratio)];
  if (canvas.width === w && canvas.height === h) return false;
  [canvas.width, canvas.height] = [w, h];
  canvas.style.width = `${String(w / ratio)}px`;
  canvas.style.height = `${String(h / ratio)}px`;
  return true;
}

function lay(canvas: HTMLCanvasElement, x: number, y: number, factor: number): void {
  canvas.style.transform = `translate(${String(x)}px, ${String(y)}px) scale(${String(factor)})`;
}

/** A camera whose raster lies on whole points. */
function onPoints({ x, y, s }: Camera, ratio: number): Camera {
  return { x: Math.round(x * ratio) / ratio, y: Math.round(y * ratio) / ratio, s };
}

/** A box of the board in the window. */
function inPx({ left, top, right, foot }: Box, { x, y, s }: Camera) {
  return { x: left * s + x, y: top * s + y, w: (right - left) * s, h: (foot - top) * s };
}
