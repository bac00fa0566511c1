// Draws one piece on a canvas: the board, a poster and a presentation are drawn by
// the same hand. Sizes are board units; scale is how many points of the canvas
// one of them has.

import type { Piece, PieceBodies } from '../plan/pieces';
import { edgeFor } from '../pictures/url';
import { asks, card, tie, wake } from './cards';
import { cropOf } from './crop';
import type { Easel, Hung, Ink } from './easel';
import { faceOf, META } from './faces';
import { formPath, rounded, swatchPath } from './forms';
import type { Colours } from './inks';
import type { Place } from './piece';
import { startsRight, type Line, type Setter } from './setting';

/** Draws a piece where it hangs; the words in hidden are being written by hand now. */
export function drawPiece(
  context: Ink,
  hung: Hung,
  scale: number,
  easel: Easel,
  hidden = false,
): void {
  const { piece, place, setting } = hung;
  if (easel.dreams && asks(piece, easel)) return;
  context.save();
  context.translate(place.x + place.w / 2, place.y + place.h / 2);
  if (place.angle !== 0) context.rotate((place.angle * Math.PI) / 180);
  context.translate(-place.w / 2, -place.h / 2);
  body(context, hung, scale, easel);
  tie(context, piece, place, scale, easel);
  if (setting.below > 0) context.translate(0, place.h); // a caption stands below its piece
  if (!hidden)
    for (const line of setting.lines.filter(({ voice }) => !easel.dreams || !tells(piece, voice)))
      write(context, line, colourOf(piece, line, easel.colours), scale, easel);
  context.restore();
}

/** How it is going, in words: on a card of the plan, what does not stand in its title. */
function tells({ kind }: Piece, voice: Line['voice']): boolean {
  return kind === 'card' && voice !== 'title';
}

function body(context: Ink, hung: Hung, scale: number, easel: Easel): void {
  const { piece, place } = hung;
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
      return card(context, hung as Hung<'card'>, scale, easel);
    case 'wake':
      return wake(context, hung as Hung<'wake'>, easel);
    case 'quote':
  }
}

/**
 * Words in the size that they have on the canvas: engines space letters by whole
 * points before they scale them. A size has letters of its own (the font is wider
 * when it is small), so each line is brought to the width that it was set in.
 */
export function write(
  context: Ink,
  { words, x, base, voice, size, width }: Line,
  colour: string,
  scale: number,
  { type }: Setter,
): void {
  if (size * scale < 2.5) return;
  context.save();
  context.translate(x, base);
  context.font = faceOf(voice, size, type, scale).font;
  context.direction = startsRight(words) ? 'rtl' : 'ltr';
  context.textAlign = 'left';
  context.fillStyle = colour;
  const drawn = context.measureText(words).width;
  context.scale(drawn > 0 ? width / drawn : 1 / scale, 1 / scale);
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

/** Nobody sees that a picture has a little fewer points than the screen. */
const ENOUGH = 0.8;
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
  const edge = edgeFor(Math.max(w / crop.w, h / crop.h) * scale * ENOUGH);
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
  const width = easel.ruler.width(name, faceOf('label', META, easel.type));
  const label: Line = {
    words: name,
    x: 2,
    base: -8,
    voice: 'label',
    size: META,
    quiet: true,
    width,
  };
  write(context, label, colours.bare(true), scale, easel);
}
