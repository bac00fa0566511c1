// How the pieces that live with the plan are drawn.

import type { Piece } from '../plan/pieces';
import { GLYPHS } from '../ui/kinds';
import type { Easel, Hung, Ink } from './easel';
import { tieName, toldOf, wokeOf, type Told } from './facts';
import { rounded, STONE_D } from './forms';
import type { Colours } from './inks';
import type { Place } from './piece';
import { PAD } from './setting';

/** A card of the plan: what it is called, and how far it has come. */
export function card(
  context: Ink,
  { piece, place: { w, h }, setting }: Hung<'card'>,
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
  if (told.share !== null && !easel.dreams)
    ring(context, PAD + 9, setting.high - PAD - 10, 7.5, told.share, colours);
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

/** True of a wake-up card that nobody has answered. */
export function asks(piece: Piece, { mirror, day }: Easel): boolean {
  return piece.kind === 'wake' && wokeOf(mirror, piece as Piece<'wake'>, day).asks;
}

/** A card that asks, or what its answers have led to. */
export function wake(
  context: Ink,
  { piece, place: { w, h }, setting }: Hung<'wake'>,
  easel: Easel,
): void {
  const { colours } = easel;
  const woke = wokeOf(easel.mirror, piece, easel.day);
  const path = rounded(w, h, 3);
  context.strokeStyle = colours.bare(true);
  context.lineWidth = 1;
  context.setLineDash(woke.asks ? [4, 3] : []);
  context.stroke(path);
  context.setLineDash([]);
  if (woke.step)
    stepStone(context, PAD, setting.high - PAD - 18, woke.step.state === 'done', colours);
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
const SIGN = 22;

/** Draws that sign. */
export function tie(
  context: Ink,
  piece: Piece,
  { w, h }: Place,
  scale: number,
  easel: Easel,
): void {
  if (easel.dreams || piece.kind === 'card' || piece.kind === 'wake') return;
  if (Math.min(w, h) * scale < 48) return;
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
