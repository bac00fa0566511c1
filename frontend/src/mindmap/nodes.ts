import { line, stones, type Look, type Paint } from '../drawing/drawing';
import { arc, disc, pebble } from '../drawing/pebble';
import type { Pen, Style } from '../drawing/pen';
import { stoneOf } from '../drawing/stone';
import type { Kind, State } from '../plan/types';
import { countOn, type Band } from './bands';
import type { Tint } from './colours';
import { percent, says, type Facts } from './facts';
import { baseOf, printOf, TYPE } from './print';
import { ABOVE, faceOf, FACTS, lookOf, SIDE, STONES, type Setting } from './setting';

/** A node as it is drawn, and where on the sheet its upper left corner lies. */
export interface Drawn {
  readonly of: Band;
  readonly setting: Setting;
  readonly x: number;
  readonly y: number;
  /** In the middle, or on a branch to one side of it. */
  readonly place: 'middle' | 'right' | 'left';
  readonly tint: Tint;
  readonly kind: Kind;
  readonly lies: State;
  readonly facts: Facts | null;
}

const { rem } = TYPE;
const INK: Paint = { role: 'ink' };
const INK_2: Paint = { role: 'ink-2' };
const INK_3: Paint = { role: 'ink-3' };
const SAID: Style = { face: 'text', size: FACTS.size * rem, paint: INK_3 };
const SHARE: Style = { ...SAID, paint: INK_2 };
const ASKED: Style = { ...SAID, paint: { role: 'ask' } };

/** How large the stones above the middle are, and a mark before words; in px, as all below. */
const HEAP = 24;
const GLYPH = 18;
const STONE = { width: 20, height: 17, below: 2 } as const;
const RING = { radius: 6, width: 2.5, room: 18 } as const;
/** Three lines say that there are notes. */
const NOTE = { lines: [9, 6, 7.5], apart: 3.2, before: 6, width: 1.2 } as const;
/** The pebble that says how much is folded into a node. */
const FOLD = { width: 24, height: 22, inside: 6, before: 4, edge: 1.5 } as const;
/** How far above its base what is let go is struck through, for its size. */
const STRUCK = 0.28;

/** Draws a node: its words on its line, what is said below, and what is folded into it. */
export function drawNode(pen: Pen, node: Drawn): void {
  drawTitle(pen, node);
  if (node.facts && says(node.facts)) drawFacts(pen, node, node.facts);
  const { place, of } = node;
  if (place !== 'middle' && !of.open && of.children.length > 0) drawFold(pen, node);
}

function drawTitle(pen: Pen, node: Drawn): void {
  const { setting, x, y, place, kind, lies, facts } = node;
  const look = lookOf(kind, place === 'middle' ? 'centre' : 'branch');
  const { font, leading } = faceOf(look, TYPE);
  const style: Style = { ...printOf(font), paint: inkOf(kind, lies) };
  const widths = setting.lines.map((words) => pen.ruler.width(words, style));
  const wide = Math.max(...widths);
  const mark = look.mark * rem;
  const left = begin(node, mark, wide + (facts?.noted ? FACTS.note * rem : 0));
  const top = y + (ABOVE + (place === 'middle' ? STONES : 0)) * rem;
  let base = top;
  setting.lines.forEach((words, i) => {
    base = baseOf(style, top + i * leading, leading);
    const from = left + slack(node, wide - (widths[i] ?? 0));
    const to = pen.write(words, from, base, style);
    const height = base - STRUCK * style.size;
    if (lies === 'letgo') pen.draw(line(from, height, to, height, { stroke: INK_3, width: 1 }));
  });
  if (facts?.noted) drawNote(pen, left + wide + NOTE.before, base);
  if (place === 'middle')
    drawKind(pen, kind, x + setting.width / 2, y + ABOVE * rem + HEAP / 2, HEAP);
  else if (mark > 0) drawMark(pen, node, left - mark, top);
}

/** Where words begin that are so wide, behind their mark. */
function begin({ place, x, setting }: Drawn, mark: number, width: number): number {
  const inside = SIDE * rem + 1;
  if (place === 'right') return x + inside + mark;
  if (place === 'left') return x + setting.width - inside - width;
  return x + (setting.width - width) / 2;
}

/** How far a line moves in that is so much shorter than the widest. */
function slack({ place }: Drawn, shorter: number): number {
  return place === 'right' ? 0 : place === 'left' ? shorter : shorter / 2;
}

function inkOf(kind: Kind, lies: State): Paint {
  if (lies === 'done' || lies === 'parked' || lies === 'letgo') return INK_3;
  return kind === 'idea' ? INK_2 : INK;
}

/** A step's stone, or the sign of a kind that the words alone do not tell. */
function drawMark(pen: Pen, { kind, lies }: Drawn, x: number, top: number): void {
  const y = top + STONE.below;
  if (kind === 'step' || lies === 'done')
    pen.draw(...stoneOf(lies, { x, y, width: STONE.width, height: STONE.height }));
  else drawKind(pen, kind, x + GLYPH / 2, y + GLYPH / 2, GLYPH);
}

function drawKind(pen: Pen, kind: Kind, x: number, y: number, size: number): void {
  const paint: Paint = { role: `k-${kind}` };
  const look = (index: number): Look => {
    if (kind === 'decision') return { stroke: paint, width: 1.4 };
    if (kind === 'idea') return { stroke: paint, width: 1.4, dash: [1.6, 2.4] };
    // The stone on top is the one that shines in the app's mark.
    return { fill: kind === 'vision' && index === 2 ? { role: 'accent' } : paint };
  };
  pen.draw(...stones(kind, x, y, size, look));
}

function drawNote(pen: Pen, x: number, base: number): void {
  NOTE.lines.forEach((width, i) => {
    const y = base - (NOTE.lines.length - i - 0.5) * NOTE.apart;
    pen.draw(line(x, y, x + width, y, { stroke: INK_3, width: NOTE.width }));
  });
}

/** A piece of what is said below the line. */
interface Piece {
  readonly words: string;
  readonly style: Style;
  readonly width: number;
}

/** The ring with its share, what is missing, the day, the tags: as much of it as the node is wide. */
function drawFacts(pen: Pen, node: Drawn, facts: Facts): void {
  const { share } = facts;
  const look = lookOf(node.kind, node.place === 'middle' ? 'centre' : 'branch');
  const mark = node.place === 'middle' ? 0 : look.mark * rem;
  const ring = share === null ? 0 : RING.room;
  const room = node.setting.width - 2 * (SIDE * rem + 1) - mark - ring;
  const pieces = fitting(pen, facts, room);
  const gaps = Math.max(0, pieces.length - 1) * FACTS.gap * rem;
  const width = ring + pieces.reduce((sum, piece) => sum + piece.width, gaps);
  let x = begin(node, mark, width);
  const top = node.y + node.setting.height - 1 - FACTS.height * rem;
  if (share !== null)
    drawRing(pen, share, x + RING.radius + RING.width / 2, top + (FACTS.height * rem) / 2);
  x += ring;
  for (const { words, style, width: wide } of pieces) {
    pen.write(words, x, baseOf(style, top, FACTS.height * rem), style);
    x += wide + FACTS.gap * rem;
  }
}

function fitting({ ruler }: Pen, { share, ask, words }: Facts, room: number): Piece[] {
  const told = [
    { words: share === null ? '' : percent(share), style: SHARE },
    { words: ask, style: ASKED },
    ...words.map((word) => ({ words: word, style: SAID })),
  ].filter((piece) => piece.words !== '');
  const pieces: Piece[] = [];
  let left = room;
  for (const { words, style } of told) {
    const cut = ruler.cut(words, style, left);
    const width = ruler.width(cut, style);
    if (width > left) break;
    pieces.push({ words: cut, style, width });
    left -= width + FACTS.gap * rem;
  }
  return pieces;
}

function drawRing(pen: Pen, share: number, x: number, y: number): void {
  const { radius, width } = RING;
  pen.draw(disc(x, y, radius, { stroke: { role: 'ground' }, width }));
  if (share > 0) pen.draw(arc(x, y, radius, share, { stroke: { role: 'accent' }, width }));
}

/** How many items are folded away, on a pebble at the end of the line. */
function drawFold(pen: Pen, { of, place, x, y, setting, tint }: Drawn): void {
  const words = String(countOn(of));
  const wide = pen.ruler.width(words, SHARE);
  const width = Math.max(FOLD.width, wide + 2 * FOLD.inside);
  const left = place === 'right' ? x + setting.width + FOLD.before : x - FOLD.before - width;
  const top = y + setting.line - FOLD.height / 2;
  const look: Look = { fill: { role: 'sheet' }, stroke: { role: tint }, width: FOLD.edge };
  pen.draw(pebble({ x: left, y: top, width, height: FOLD.height }, look));
  pen.write(words, left + (width - wide) / 2, baseOf(SHARE, top, FOLD.height), SHARE);
}
