// The board as one picture, at any size: drawn by the same hand as on the screen.

import type { Picture as File } from '../exchange/types';
import type { Box } from '../gesture/camera';
import { sheetOf } from '../drawing/paper';
import { EDGES, type Edge } from '../pictures/url';
import type { Album } from './album';
import { drawPiece } from './drawing';
import type { Easel, Hung } from './easel';
import { cropOf } from './crop';
import { drawPaper } from './stage';

/** Papers to print on, in mm, upright. */
export const SHEETS = { a4: [210, 297], a3: [297, 420], a2: [420, 594] } as const;
export type Sheet = keyof typeof SHEETS;

/** How a poster comes out: as large as the screen, 4K or 8K on its longer side, or on paper. */
export const POSTERS = ['screen', '4k', '8k', 'a4', 'a3', 'a2'] as const;
export type PosterSize = (typeof POSTERS)[number];

const LONG: Readonly<Record<'4k' | '8k', number>> = { '4k': 3840, '8k': 7680 };
/** Points of a mm of paper: at 200 to the inch one sees none of them. */
const FINE = 200 / 25.4;
/** White around the board, as a share of its longer side. */
const MARGIN = 0.03;

export interface Measures {
  readonly width: number;
  readonly height: number;
  readonly part: Box;
  readonly scale: number;
}

/** How many points a poster has, which part of the board it shows, and how large. */
export function measuresOf(
  bounds: Box,
  size: PosterSize,
  screen: { width: number; height: number },
): Measures {
  const by = Math.max(bounds.right - bounds.left, bounds.foot - bounds.top) * MARGIN;
  const board = { w: bounds.right - bounds.left + 2 * by, h: bounds.foot - bounds.top + 2 * by };
  const [width, height] = pointsOf(board.w / board.h, size, screen);
  const scale = Math.min(width / board.w, height / board.h);
  const [midX, midY] = [(bounds.left + bounds.right) / 2, (bounds.top + bounds.foot) / 2];
  const [w, h] = [width / scale / 2, height / scale / 2];
  return {
    width,
    height,
    scale,
    part: { left: midX - w, top: midY - h, right: midX + w, foot: midY + h },
  };
}

function pointsOf(
  ratio: number,
  size: PosterSize,
  screen: { width: number; height: number },
): [number, number] {
  if (size === 'screen') return [Math.round(screen.width), Math.round(screen.height)];
  if (size === '4k' || size === '8k') {
    const long = LONG[size];
    return ratio >= 1 ? [long, Math.round(long / ratio)] : [Math.round(long * ratio), long];
  }
  const [short, long] = SHEETS[size].map((mm) => Math.round(mm * FINE)) as [number, number];
  return ratio >= 1 ? [long, short] : [short, long];
}

/** Draws a part of the board on a canvas of its own, every picture in the size that it needs. */
export async function posterOf(
  hung: readonly Hung[],
  easel: Easel,
  paper: string,
  measures: Measures,
): Promise<HTMLCanvasElement> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [measures.width, measures.height];
  const context = canvas.getContext('2d', { alpha: false });
  if (!context || !holds(context, measures)) throw new Error('no canvas');
  const { scale, part } = measures;
  context.setTransform(scale, 0, 0, scale, -part.left * scale, -part.top * scale);
  drawPaper(context, part, scale, paper, easel.colours);
  for (const one of hung) {
    const own = await albumFor(one, easel.album, scale);
    drawPiece(context, one, scale, { ...easel, album: own });
  }
  return canvas;
}

/** Whether the engine has room for so many points: one that has none draws nothing, and does not say so. */
function holds(context: CanvasRenderingContext2D, { width, height }: Measures): boolean {
  context.fillStyle = 'white';
  context.fillRect(width - 1, height - 1, 1, 1);
  return context.getImageData(width - 1, height - 1, 1, 1).data[0] === 255;
}

/** One picture at a time is in memory in its largest size. */
async function albumFor({ piece, place }: Hung, album: Album, scale: number): Promise<Album> {
  if (piece.picture === '') return album;
  const crop = cropOf(piece.body);
  const need = Math.max(place.w / crop.w, place.h / crop.h) * scale;
  const edge: Edge = EDGES.find((one) => one >= need * 0.8) ?? EDGES[2];
  return album.only(piece.picture, await album.fetch(piece.picture, edge));
}

/** A poster as a file: a PNG, or on paper a PDF. */
export async function posterFile(
  canvas: HTMLCanvasElement,
  size: PosterSize,
  name: string,
): Promise<File> {
  const paper = size === 'a4' || size === 'a3' || size === 'a2';
  const bytes = await bytesOf(canvas, paper ? 'image/jpeg' : 'image/png');
  if (!paper) return { name, format: 'png', data: bytes };
  const { width, height } = canvas;
  const [short, long] = SHEETS[size];
  const turned = width > height ? ([long, short] as const) : ([short, long] as const);
  const data = await sheetOf({ jpeg: bytes, width, height }, turned, name);
  return { name, format: 'pdf', data };
}

/** As good as a photograph on paper. */
const QUALITY = 0.93;

async function bytesOf(canvas: HTMLCanvasElement, type: string): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, type, QUALITY);
  });
  if (!blob) throw new Error('no picture');
  return new Uint8Array(await blob.arrayBuffer());
}
