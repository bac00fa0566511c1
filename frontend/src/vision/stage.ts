import { around, meets, type Box } from '../gesture/camera';
import { drawPiece } from './drawing';
import type { Easel, Hung } from './easel';
import type { Crop } from './crop';
import type { Colours } from './inks';
import { reachOf, type View } from './view.svelte';
import type { Held, Stage } from './scene';

/** Between two dots or lines of a paper that has some, in board units. */
const CELL = 24;
/** From farther away they would only be grey. */
const FINE = 7;

/** Draws the board of a view, for its scene. */
export class BoardStage implements Stage {
  constructor(
    readonly view: View,
    readonly easel: Easel,
    /** The crop that is being changed. */
    readonly crop: () => Crop | null,
  ) {}

  draw(context: CanvasRenderingContext2D, part: Box, scale: number): void {
    const { view, easel } = this;
    drawPaper(context, part, scale, view.board?.paper ?? '', easel.colours);
    for (const one of view.grid.in(part)) {
      if (view.moving.has(one.piece.id) || !meets(reachOf(one), part)) continue;
      drawPiece(context, one, scale, easel, this.#isWritten(one));
    }
  }

  held(): Held | null {
    const all = [...this.#moving()];
    const [first, ...others] = all.map(reachOf);
    if (!first) return null;
    const box = others.reduce(around, first);
    return { box, look: all.map((one) => lookIn(one, box)).join(' ') };
  }

  drawHeld(context: CanvasRenderingContext2D, scale: number): void {
    for (const one of this.#moving()) drawPiece(context, one, scale, this.easel);
  }

  *#moving(): Iterable<Hung> {
    const { view } = this;
    for (const one of view.moving.values()) {
      const crop = view.cropping === one.piece.id ? this.crop() : null;
      yield crop ? withCrop(one, crop) : one;
    }
  }

  #isWritten({ piece }: Hung): boolean {
    return this.view.written?.id === piece.id && this.view.written.field === 'words';
  }
}

/** How a piece lies in a box and what it looks like, wherever the box is. */
function lookIn({ piece, place, setting }: Hung, { left, top }: Box): string {
  const { x, y, w, h, angle } = place;
  const tenths = [x - left, y - top, w, h, angle].map((value) => Math.round(value * 10));
  return [piece.id, ...tenths, setting.lines.length, JSON.stringify(piece.body)].join();
}

function withCrop(one: Hung, { x, y, w, h }: Crop): Hung {
  const body = { ...one.piece.body, cropX: x, cropY: y, cropW: w, cropH: h };
  return { ...one, piece: { ...one.piece, body } };
}

/** What the board lies on. */
export function drawPaper(
  context: CanvasRenderingContext2D,
  part: Box,
  scale: number,
  paper: string,
  colours: Colours,
): void {
  const { left, top, right, foot } = part;
  context.fillStyle = colours.ground;
  context.fillRect(left, top, right - left, foot - top);
  if (paper === '' || CELL * scale < FINE) return;
  if (paper === 'dots') dots(context, part, colours);
  else if (paper === 'grid') lines(context, part, CELL, colours.of('fold'), 1 / scale);
  else if (paper === 'linen') lines(context, part, CELL / 6, colours.of('hover'), 1);
  else if (paper === 'kraft') flecks(context, part, colours);
}

function dots(
  context: CanvasRenderingContext2D,
  { left, top, right, foot }: Box,
  colours: Colours,
): void {
  context.fillStyle = colours.of('ground');
  for (let x = Math.ceil(left / CELL) * CELL; x <= right; x += CELL)
    for (let y = Math.ceil(top / CELL) * CELL; y <= foot; y += CELL)
      context.fillRect(x - 0.75, y - 0.75, 1.5, 1.5);
}

function lines(
  context: CanvasRenderingContext2D,
  { left, top, right, foot }: Box,
  cell: number,
  colour: string,
  thick: number,
): void {
  context.fillStyle = colour;
  for (let x = Math.floor(left / cell) * cell; x <= right; x += cell)
    context.fillRect(x, top, thick, foot - top);
  for (let y = Math.floor(top / cell) * cell; y <= foot; y += cell)
    context.fillRect(left, y, right - left, thick);
}

/** Fibres in brown paper: the same ones at the same place. */
function flecks(
  context: CanvasRenderingContext2D,
  { left, top, right, foot }: Box,
  colours: Colours,
): void {
  context.fillStyle = colours.of('hover');
  for (let x = Math.floor(left / CELL); x <= right / CELL; x++)
    for (let y = Math.floor(top / CELL); y <= foot / CELL; y++) {
      const seed = Math.abs(Math.sin(x * 127.1 + y * 311.7) * 43758.5453) % 1;
      context.fillRect((x + seed) * CELL, (y + ((seed * 7) % 1)) * CELL, 3 + 6 * seed, 1);
    }
}
