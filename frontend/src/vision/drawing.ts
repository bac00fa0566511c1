// Draws one piece on a canvas: the board, a poster and a presentation are drawn by
// the same hand. Sizes are board units; scale is how many points of the canvas
// one of them has.

import type { Piece, PieceBodies } from '../plan/pieces';
import { GLYPHS } from '../ui/kinds';
import { edgeFor, EDGES, type Album, type Edge } from './album';
import { cropOf } from './crop';
import { faceOf, META } from './faces';
import { tieName, toldOf, wokeOf, type Told } from './facts';
import type { Colours } from './inks';
import type { Place } from './piece';
import { startsRight, MARK, PAD, type Line, type Setter, type Setting } from './setting';
import { formPath, STONE_D, swatchPath } from './forms';

/** What a piece is drawn with. */
export interface Easel extends Setter {
  readonly colours: Colours;
  readonly album: Album;
  /** The largest size that a picture is asked for. */
  readonly finest: Edge;
}

type Ink = CanvasRenderingContext2D;

/** A piece that hangs somewhere, and how its words are set. */
export interface Hung {
  readonly piece: Piece;
  readonly place: Place;
  readonly setting: Setting;
}

/** Draws a piece where it hangs; the words in hidden are being written by hand now. */
export function drawPiece(
  context: Ink,
  { piece, place, setting }: Hung,
  scale: number,
  easel: Easel,
  hidden = false,
): void {
  context.save();
  context.translate(place.x + place.w / 2, place.y + place.h / 2);
  if (place.angle !== 0) context.rotate((place.angle * Math.PI) / 180);
  context.translate(-place.w / 2, -place.h / 2);
  body(context, piece, place, scale, easel);
  if (!hidden)
    for (const line of setting.lines)
      write(context, line, colourOf(piece, line, easel.colours), scale, easel);
  tie(context, piece, place, scale, easel);
  context.restore();
}

function body(context: Ink, piece: Piece, place: Place, scale: number, easel: Easel): void {
  switch (piece.kind) {
    case 'picture':
      return picture(context, piece as Piece<'picture'>, place, scale, easel);
    case 'note':
      return slip(context, piece.body as PieceBodies['note'], place, scale, easel.colours);
    case 'swatch':
      return swatch(context, piece.body as PieceBodies['swatch'], place, easel.colours);
    case 'shape':
      return shape(context, piece.body as PieceBodies['shape'], place, scale, easel.colours);
    case 'line':
      return line(context, piece.body as PieceBodies['line'], place, easel.colours);
    case 'frame':
      return frame(context, piece.body as PieceBodies['frame'], place, scale, easel);
    case 'card':
      return card(context, piece as Piece<'card'>, place, scale, easel);
    case 'wake':
      return wake(context, piece as Piece<'wake'>, place, easel);
    case 'quote':
  }
}

/** Words in the size that they have on the canvas: engines space letters by whole points before they scale them. */
export function write(
  context: Ink,
  { words, x, base, voice, size }: Line,
  colour: string,
  scale: number,
  { type }: Setter,
): void {
  if (size * scale < 2.5) return;
  context.save();
  context.translate(x, base);
  context.scale(1 / scale, 1 / scale);
  context.font = faceOf(voice, size, type, scale).font;
  context.direction = startsRight(words) ? 'rtl' : 'ltr';
  context.textAlign = 'left';
  context.fillStyle = colour;
  context.fillText(words, 0, 0);
  context.restore();
}

function colourOf(piece: Piece, { quiet }: Line, colours: Colours): string {
  switch (piece.kind) {
    case 'quote': {
      const { colour } = piece.body as PieceBodies['quote'];
      return colour && !quiet ? colours.ink(colour) : colours.bare(quiet);
    }
    case 'note':
      return colours.onInk((piece.body as PieceBodies['note']).colour ?? 'note');
    case 'shape': {
      const { fill } = piece.body as PieceBodies['shape'];
      return fill ? colours.onInk(fill) : colours.bare();
    }
    case 'card': {
      const { colour } = piece.body as PieceBodies['card'];
      return colour ? colours.onInk(colour) : colours.of(quiet ? 'ink-3' : 'ink');
    }
    default:
      return colours.bare(quiet);
  }
}

function shadowed(context: Ink, scale: number, colours: Colours, draw: () => void): void {
  context.save();
  context.shadowColor = colours.of('scrim');
  context.shadowBlur = 10 * scale;
  context.shadowOffsetY = 3 * scale;
  draw();
  context.restore();
}

function rounded(w: number, h: number, radius: number): Path2D {
  const path = new Path2D();
  path.roundRect(0, 0, w, h, Math.min(radius, w / 2, h / 2));
  return path;
}

/** Paper is cut nearly square. */
const CUT = 3;

function picture(
  context: Ink,
  piece: Piece<'picture'>,
  { w, h }: Place,
  scale: number,
  easel: Easel,
): void {
  const { round = 0, shadow } = piece.body;
  const path = rounded(w, h, Math.max(CUT, (round * Math.min(w, h)) / 2));
  const ground = () => {
    context.fillStyle = easel.colours.of('fold');
    context.fill(path);
  };
  if (shadow) shadowed(context, scale, easel.colours, ground);
  const crop = cropOf(piece.body);
  const edge = Math.min(edgeFor(Math.max(w / crop.w, h / crop.h) * scale), easel.finest) as Edge;
  const image = easel.album.get(piece.picture, edge);
  if (!image) return ground();
  context.save();
  context.clip(path);
  const { naturalWidth: wide, naturalHeight: high } = image;
  context.drawImage(image, crop.x * wide, crop.y * high, crop.w * wide, crop.h * high, 0, 0, w, h);
  context.restore();
}

function slip(
  context: Ink,
  { colour, shadow }: PieceBodies['note'],
  { w, h }: Place,
  scale: number,
  colours: Colours,
): void {
  const fill = () => {
    context.fillStyle = colours.ink(colour ?? 'note');
    context.fill(rounded(w, h, 1));
  };
  if (shadow) shadowed(context, scale, colours, fill);
  else fill();
}

function swatch(
  context: Ink,
  { colours: names = '' }: PieceBodies['swatch'],
  { w, h }: Place,
  colours: Colours,
): void {
  const all = names.split(' ').filter(Boolean);
  all.forEach((ink, i) => {
    context.fillStyle = colours.ink(ink);
    context.fill(swatchPath(i, all.length, w, h));
  });
}

function shape(
  context: Ink,
  body: PieceBodies['shape'],
  { w, h }: Place,
  scale: number,
  colours: Colours,
): void {
  const path = formPath(body.form ?? 'box', w, h, ((body.round ?? 0) * Math.min(w, h)) / 2);
  const { fill, edge, shadow } = body;
  if (fill) {
    context.fillStyle = colours.ink(fill);
    if (shadow) shadowed(context, scale, colours, () => context.fill(path));
    else context.fill(path);
  }
  if (!edge && fill) return;
  context.strokeStyle = edge ? colours.ink(edge) : colours.bare(true);
  context.lineWidth = 2;
  context.stroke(path);
}

const HEAD = 7;

function line(context: Ink, body: PieceBodies['line'], { w, h }: Place, colours: Colours): void {
  const y = h / 2;
  const thick = body.bold ? 4 : 2;
  const head = HEAD * (body.bold ? 1.5 : 1);
  const { form = 'plain' } = body;
  context.strokeStyle = context.fillStyle = body.colour
    ? colours.ink(body.colour)
    : colours.bare(true);
  context.lineWidth = thick;
  context.lineCap = 'round';
  context.setLineDash(body.dashed ? [thick * 2, thick * 3] : []);
  const from = form === 'both' ? head : 0;
  const to = form === 'plain' ? w : w - head;
  context.beginPath();
  context.moveTo(from, y);
  context.lineTo(to, y);
  context.stroke();
  context.setLineDash([]);
  if (form !== 'plain') arrowHead(context, w, y, -head);
  if (form === 'both') arrowHead(context, 0, y, head);
}

function arrowHead(context: Ink, x: number, y: number, back: number): void {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + back * 1.6, y - Math.abs(back) * 0.8);
  context.lineTo(x + back * 1.6, y + Math.abs(back) * 0.8);
  context.fill();
}

function frame(
  context: Ink,
  { name, colour }: PieceBodies['frame'],
  { w, h }: Place,
  scale: number,
  easel: Easel,
): void {
  const { colours } = easel;
  const path = rounded(w, h, 5);
  context.globalAlpha = colour ? 0.3 : 0.5;
  context.fillStyle = colour ? colours.ink(colour) : colours.of('hover');
  context.fill(path);
  context.globalAlpha = 1;
  context.strokeStyle = colour ? colours.ink(colour) : colours.bare(true);
  context.lineWidth = 1;
  context.stroke(path);
  if (!name) return;
  const label: Line = { words: name, x: 2, base: -8, voice: 'label', size: META, quiet: true };
  write(context, label, colours.bare(true), scale, easel);
}

function card(
  context: Ink,
  piece: Piece<'card'>,
  { w, h }: Place,
  scale: number,
  easel: Easel,
): void {
  const { colours } = easel;
  const { colour } = piece.body;
  const path = rounded(w, h, 5);
  context.save();
  context.shadowColor = colours.of('scrim');
  context.shadowBlur = 2 * scale;
  context.shadowOffsetY = scale;
  context.fillStyle = colour ? colours.ink(colour) : colours.of('sheet');
  context.fill(path);
  context.restore();
  context.strokeStyle = colours.of('fold');
  context.lineWidth = 1;
  context.stroke(path);
  const told = toldOf(easel.mirror, piece, easel.day);
  if (told.item)
    glyph(
      context,
      told,
      PAD,
      PAD + 1,
      18,
      colour ? colours.onInk(colour) : colours.of('ink-2'),
      colours,
    );
  else if (told.value) stone(context, PAD, PAD + 4, 18, 12, colours.of('ink-2'));
  if (told.share !== null) ring(context, PAD + 9, h - PAD - 10, 7.5, told.share, colours);
}

/** The stones of a kind, so high. */
function glyph(
  context: Ink,
  { item }: Told,
  x: number,
  y: number,
  size: number,
  colour: string,
  colours: Colours,
): void {
  if (!item) return;
  const { paths, line: drawn } = GLYPHS[item.kind];
  context.save();
  context.translate(x, y);
  context.scale(size / 18, size / 18);
  paths.forEach((d, i) => {
    const path = new Path2D(d);
    const shines = item.kind === 'vision' && i === paths.length - 1;
    context.fillStyle = context.strokeStyle = shines ? colours.of('accent') : colour;
    context.lineWidth = 1.4;
    if (drawn) context.stroke(path);
    else context.fill(path);
  });
  context.restore();
}

function stone(context: Ink, x: number, y: number, w: number, h: number, colour: string): void {
  context.save();
  context.translate(x, y);
  context.scale(w, h);
  context.fillStyle = colour;
  context.fill(new Path2D(STONE_D));
  context.restore();
}

function ring(
  context: Ink,
  x: number,
  y: number,
  radius: number,
  share: number,
  colours: Colours,
): void {
  context.lineWidth = radius * 0.42;
  context.lineCap = 'butt';
  context.strokeStyle = colours.of('ground');
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
  if (share <= 0) return;
  context.strokeStyle = colours.of('accent');
  context.beginPath();
  context.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * Math.min(1, share));
  context.stroke();
}

function wake(context: Ink, piece: Piece<'wake'>, { w, h }: Place, easel: Easel): void {
  const { colours } = easel;
  const woke = wokeOf(easel.mirror, piece, easel.day);
  const path = rounded(w, h, 3);
  context.strokeStyle = colours.bare(true);
  context.lineWidth = 1;
  context.setLineDash(woke.asks ? [4, 3] : []);
  context.stroke(path);
  context.setLineDash([]);
  if (woke.step) stepStone(context, PAD, h - PAD - 18, woke.step.state === 'done', colours);
}

function stepStone(context: Ink, x: number, y: number, done: boolean, colours: Colours): void {
  context.save();
  context.translate(x, y);
  const path = new Path2D();
  path.addPath(new Path2D(STONE_D), new DOMMatrix().scale(18, 15));
  context.strokeStyle = context.fillStyle = done ? colours.of('laid') : colours.bare(true);
  context.lineWidth = 1.4;
  if (done) context.fill(path);
  else context.stroke(path);
  if (done) {
    context.strokeStyle = colours.of('laid-mark');
    context.beginPath();
    context.moveTo(5.5, 7.5);
    context.lineTo(8, 10);
    context.lineTo(12.5, 4.5);
    context.stroke();
  }
  context.restore();
}

/** The sign at the corner of a piece that stands for something: how that is going. */
export const SIGN = 22;

function tie(context: Ink, piece: Piece, { w, h }: Place, scale: number, easel: Easel): void {
  if (piece.kind === 'card' || piece.kind === 'wake' || Math.min(w, h) * scale < 48) return;
  const told = toldOf(easel.mirror, piece, easel.day);
  if (tieName(told) === '') return;
  const { colours } = easel;
  const bare = piece.kind === 'quote' || piece.kind === 'line';
  const [x, y] = bare ? [-SIGN - 4, 2] : [8, h - SIGN - 8];
  context.fillStyle = colours.of('sheet');
  context.beginPath();
  context.arc(x + SIGN / 2, y + SIGN / 2, SIGN / 2, 0, 2 * Math.PI);
  context.fill();
  if (told.share !== null && told.item?.kind !== 'step')
    return ring(context, x + SIGN / 2, y + SIGN / 2, 6.5, told.share, colours);
  if (told.item) glyph(context, told, x + 4, y + 4, SIGN - 8, colours.of('ink-2'), colours);
  else stone(context, x + 4, y + 7, SIGN - 8, 9, colours.of('ink-2'));
}

/** The largest size there is of a picture. */
export const FINEST = EDGES[2];
