import { hexOf } from './colours';
import type { Drawing, Path, Text } from './drawing';
import { stackOf, type FaceName, type Faces } from './faces';
import type { Bytes } from './woff';

/** Points of a px at 300 to the inch, as a printer wants them. */
const SHARP = 300 / 96;
/** No more points than A3 has at that: beyond it a picture takes more memory than a laptop likes to give. */
const MOST = 4961 * 3508;
/** And none of its sides has more: engines draw no larger canvas. */
const LONGEST = 16_384;

/** A drawing as a picture. The faces must be known to the page. */
export async function pngOf(drawing: Drawing, faces: Faces): Promise<Bytes> {
  const { width, height, shapes } = drawing;
  const fits = Math.min(Math.sqrt(MOST / (width * height)), LONGEST / Math.max(width, height));
  const scale = Math.min(SHARP, fits);
  const [canvas, context] = blank(Math.round(width * scale), Math.round(height * scale));
  context.fillStyle = hexOf({ role: 'sheet' });
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const shape of shapes) {
    if (shape.is === 'path') drawPath(context, shape, scale);
    else drawText(context, shape, scale, faces);
  }
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/png');
  });
  if (!blob) throw new Error('no picture');
  return new Uint8Array(await blob.arrayBuffer());
}

function blank(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  return [canvas, context];
}

function drawPath(context: CanvasRenderingContext2D, path: Path, scale: number): void {
  const way = new Path2D(path.d);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  if (path.fill) {
    context.fillStyle = hexOf(path.fill);
    context.fill(way);
  }
  if (!path.stroke) return;
  context.strokeStyle = hexOf(path.stroke);
  context.lineWidth = path.width ?? 1;
  context.lineCap = path.dash ? 'round' : 'butt';
  context.setLineDash([...(path.dash ?? [])]);
  context.stroke(way);
}

/** Sets words in the size that they have on the canvas: WebKit spaces letters by whole px before it scales them. */
function drawText(
  context: CanvasRenderingContext2D,
  { words, x, y, face, size, paint }: Text,
  scale: number,
  faces: Faces,
): void {
  context.resetTransform();
  context.fillStyle = hexOf(paint);
  context.font = fontOf(face, size * scale, faces);
  context.fillText(words, x * scale, y * scale);
}

function fontOf(name: FaceName, size: number, faces: Faces): string {
  const { style, weight } = faces[name];
  return `${style} ${String(weight)} ${String(size)}px ${stackOf(faces[name])}`;
}

/** Words as points, red, green, blue and opacity of each in turn; up and down are from their base, in px. */
export interface Snapshot {
  readonly pixels: ImageData;
  readonly width: number;
  readonly up: number;
  readonly down: number;
}

/** How many points a px of a snapshot has, and how far signs reach, for their size. */
const FINE = 4;
const REACH = 1.2;
const DEPTH = 0.5;

/** Words in whatever fonts this computer has, for what none of ours draws. */
export function snapshotOf(text: Text, faces: Faces): Snapshot {
  const { words, face, size } = text;
  const [, measure] = blank(1, 1);
  measure.font = fontOf(face, size * FINE, faces);
  const width = Math.max(1, measure.measureText(words).width / FINE);
  const [up, down] = [size * REACH, size * DEPTH];
  const [canvas, context] = blank(Math.ceil(width * FINE), Math.ceil((up + down) * FINE));
  drawText(context, { ...text, x: 0, y: up }, FINE, faces);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  return { pixels, width, up, down };
}
