// The flow as a drawing: what is printed and sent. It lies as in the window,
// and is set in the fonts that every file brings along.

import { box, line, stones, type Drawing, type Paint, type Path } from '../drawing/drawing';
import { Pen, type Style } from '../drawing/pen';
import { stoneOf } from '../drawing/stone';
import type { Ruler } from '../drawing/words';
import { isStep } from '../plan/ready';
import { t } from '../text/text';
import { MOST_OPTIONS, type Face } from './faces';
import type { Layout, Placed, Way } from './layout';
import { headOf, lineOf } from './path';
import type { Drawn } from './view.svelte';

/** A flow as it lies: px of a page whose text is so large. */
export interface Flowing {
  readonly layout: Layout;
  readonly drawn: readonly Drawn[];
  readonly faces: ReadonlyMap<string, Face>;
  readonly way: Way;
  /** How many px a rem has where it was laid out. */
  readonly rem: number;
  /** Whose steps they are; it stands above them. */
  readonly title: string;
}

/** All sizes in px of a page that nobody enlarged. */
const REM = 16;
const MARGIN = 48;
const HEAD = 56;
const INSIDE = 12;
const MARK = 20;
const POST = 60;
const DIAMOND = 104;
const OPTION = 20;

const INK: Paint = { role: 'ink' };
const QUIET: Paint = { role: 'ink-3' };
const TITLE: Style = { face: 'title', size: 22, paint: INK };
const WORDS: Style = { face: 'text', size: 14, paint: INK };
const GATE: Style = { ...WORDS, face: 'strong' };
const GOAL: Style = { face: 'title', size: 15, paint: INK };
const FOOT: Style = { face: 'text', size: 13, paint: QUIET };
const EDGE = { stroke: { role: 'edge' }, width: 1.25 } as const;

/** The flow on a sheet as large as it needs. */
export function pictureOf(flow: Flowing, ruler: Ruler): Drawing {
  const scale = REM / flow.rem;
  const pen = new Pen(ruler);
  pen.write(ruler.cut(flow.title, TITLE, 900), MARGIN, MARGIN + TITLE.size, TITLE);
  for (const { course, sort } of flow.drawn) drawArrow(pen, course.points, sort, flow.way, scale);
  for (const placed of flow.layout.boxes) {
    const face = flow.faces.get(placed.id);
    if (face) drawBox(pen, onSheet(placed, scale), face);
  }
  const wide = Math.max(flow.layout.width * scale, ruler.width(flow.title, TITLE));
  const width = Math.min(wide, Math.max(flow.layout.width * scale, 900)) + 2 * MARGIN;
  const height = flow.layout.height * scale + HEAD + 2 * MARGIN;
  return { width, height, shapes: pen.shapes };
}

/** Where a box lies on the sheet. */
interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function onSheet({ x, y, width, height }: Placed, scale: number): Spot {
  return {
    x: MARGIN + x * scale,
    y: MARGIN + HEAD + y * scale,
    width: width * scale,
    height: height * scale,
  };
}

function drawArrow(
  pen: Pen,
  points: readonly { x: number; y: number }[],
  sort: Drawn['sort'],
  way: Way,
  scale: number,
): void {
  const moved = points.map(({ x, y }) => ({
    x: MARGIN + x * scale,
    y: MARGIN + HEAD + y * scale,
  }));
  const stroke: Paint = { role: sort === 'own' ? 'ink-2' : 'edge' };
  const dash = sort === 'order' || sort === 'outside' ? ([0.1, 5] as const) : undefined;
  pen.behind({
    is: 'path',
    d: spaced(lineOf(moved, way)),
    stroke,
    width: 1.4,
    ...(dash && { dash }),
  });
  pen.behind({ is: 'path', d: spaced(headOf(moved, way)), stroke, width: 1.4 });
}

/** A path whose letters and numbers are all parted by spaces. */
function spaced(d: string): string {
  return d.replace(/[MLC]/g, ' $& ').replace(/\s+/g, ' ').trim();
}

function drawBox(pen: Pen, spot: Spot, face: Face): void {
  switch (face.shape) {
    case 'diamond':
      return drawDiamond(pen, spot, face);
    case 'gate':
      return drawGate(pen, spot, face);
    default:
      return drawSheet(pen, spot, face);
  }
}

/** A step, a goal, or what stands outside: a sheet with its mark before the words. */
function drawSheet(pen: Pen, spot: Spot, face: Face): void {
  const { x, y, width, height } = spot;
  const outside = face.shape === 'outside';
  const edge = outside ? { ...EDGE, dash: [4, 4] as const } : EDGE;
  pen.behind(box(x, y, width, height, { fill: { role: 'sheet' }, ...edge }));
  if (face.hue && !outside) pen.behind(bar(x + 1.5, y, x + 1.5, y + height, face.hue, 3));
  const style = face.shape === 'goal' ? GOAL : WORDS;
  const left = x + INSIDE + MARK + 8;
  const middle = y + height / 2;
  pen.draw(...markOf(face, x + INSIDE, middle));
  writeIn(pen, face, style, { left, width: x + width - INSIDE - left, middle, centred: false });
}

function markOf({ item, state }: Face, x: number, middle: number): Path[] {
  if (isStep(item)) return stoneOf(state, { x, y: middle - 8.5, width: MARK, height: 17 });
  const { kind } = item;
  if (kind === 'decision' || kind === 'idea') return [];
  return stones(kind, x + 9, middle, 18, () => ({ fill: { role: 'ink-2' } }));
}

/** A milestone: two standing stones, and the ground between them in the colour of its area. */
function drawGate(pen: Pen, spot: Spot, face: Face): void {
  const { x, y, width, height } = spot;
  const foot = y + height - 1;
  pen.behind(bar(x, foot, x + width, foot, face.hue, 2));
  pen.draw(...[x + 12, x + width - 12].map((at) => post(at, foot)));
  const [left, right] = [x + 30, x + width - 30];
  const place = { left, width: right - left, middle: y + height / 2, centred: true };
  writeIn(pen, face, GATE, place);
}

/** A standing stone, slender as those in the window. */
function post(x: number, foot: number): Path {
  const at = (dx: number, up: number) => `${(x + dx).toFixed(1)} ${(foot - up).toFixed(1)}`;
  const left = `C ${at(-9, 20)} ${at(-7, POST - 2)} ${at(0.5, POST)}`;
  const right = `C ${at(7, POST - 3)} ${at(9, 20)} ${at(8, 1)}`;
  return { is: 'path', d: `M ${at(-8, 1)} ${left} ${right} Z`, fill: { role: 'ink-2' } };
}

/** A decision: a diamond, and below it the ways it could go. */
function drawDiamond(pen: Pen, spot: Spot, face: Face): void {
  const { x, y, width } = spot;
  const [half, middle] = [x + width / 2, y + DIAMOND / 2];
  const corners = [
    [x, middle],
    [half, y],
    [x + width, middle],
    [half, y + DIAMOND],
  ] as const;
  const d = corners.map(
    ([px, py], i) => `${i === 0 ? 'M' : 'L'} ${px.toFixed(1)} ${py.toFixed(1)}`,
  );
  pen.behind({ is: 'path', d: `${d.join(' ')} Z`, fill: { role: 'sheet' }, ...EDGE });
  const place = { left: x + 52, width: width - 104, middle, centred: true };
  writeIn(pen, { ...face, foot: [] }, WORDS, place);
  const below = [
    ...face.foot,
    ...face.options.slice(0, MOST_OPTIONS).map(({ what, taken }) => `${taken ? '◆' : '◇'} ${what}`),
  ];
  const more = face.options.length - MOST_OPTIONS;
  if (more > 0) below.push(t('flow.options.more', { count: more }));
  below.forEach((words, i) => {
    const cut = pen.ruler.cut(words, FOOT, width);
    const left = half - pen.ruler.width(cut, FOOT) / 2;
    pen.write(cut, left, y + DIAMOND + (i + 0.8) * OPTION, FOOT);
  });
}

/** Where words stand in a box. */
interface Place {
  readonly left: number;
  readonly width: number;
  readonly middle: number;
  readonly centred: boolean;
}

/** The title in two lines at most, and what is said below it in one. */
function writeIn(pen: Pen, { item, foot }: Face, style: Style, place: Place): void {
  const rest = item.state === 'done' || item.state === 'parked' || item.state === 'letgo';
  const ink = rest ? { ...style, paint: QUIET } : style;
  const lines = pen.ruler.wrap(item.title, ink, place.width, 2);
  const said = foot.length > 0 ? pen.ruler.cut(foot.join(' · '), FOOT, place.width) : '';
  const leading = ink.size * 1.3;
  const tall = lines.length * leading + (said === '' ? 0 : 18);
  const top = place.middle - tall / 2;
  const begin = (words: string, of: Style) =>
    place.centred ? place.left + (place.width - pen.ruler.width(words, of)) / 2 : place.left;
  lines.forEach((words, i) => pen.write(words, begin(words, ink), top + (i + 0.76) * leading, ink));
  pen.write(said, begin(said, FOOT), top + lines.length * leading + 13, FOOT);
}

function bar(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  hue: string | undefined,
  width: number,
): Path {
  return line(x1, y1, x2, y2, { stroke: { role: hue ? `a-${hue}` : 'ground' }, width });
}
