import type { Vague } from '../text/vague';
import { t } from '../text/text';
import { ending, type Axis } from './axis';
import { line, stones, type Paint, type Path } from '../drawing/drawing';
import { FLAG_GAP, lanesOf } from './flags';
import { leading, type Pen, type Style } from '../drawing/pen';
import type { Gate, Road } from './roads';

const INK: Paint = { role: 'ink' };
const INK_2: Paint = { role: 'ink-2' };
const INK_3: Paint = { role: 'ink-3' };
const SHEET: Paint = { role: 'sheet' };

const TITLE: Style = { face: 'title', size: 18, paint: INK };
const META: Style = { face: 'text', size: 12, paint: INK_3 };
const NAME: Style = { face: 'strong', size: 12.5, paint: INK };
const DATE: Style = { face: 'text', size: 12, paint: INK_2 };

/** A title is no wider, a milestone's name neither, in px; each takes two lines at most. */
const TITLE_WIDTH = 400;
const NAME_WIDTH = 122;
/** Where the next milestone stands close by, a name is set narrower, but no narrower than this. */
const NARROW = 78;
const LINES = 2;
/** Between a title and what is told beside it. */
const META_GAP = 10;
const META_WIDTH = 200;
/** From the base of a title to its road, and from the road to the first flags. */
const ABOVE = 20;
const BELOW = 12;
/** The pole stands so far before the words of its flag. */
const POLE = 6;
const LANE_GAP = 6;
const THICK = 4;
const THIN = 1.5;
const BAND = 14;
/** A road is never shorter than one sees. */
const SHORTEST = 10;
const STONE = 20;
const LAID = 24;
/** A goal's stones stand beside a milestone of the same day. */
const BESIDE = 18;
const HALO = 4;
/** What is still to go is this much of the colour, and a vague end fades to that, in so many parts. */
const TO_GO = 0.32;
const FADED = 0.06;
const PARTS = 16;

/** How much room the names at the end of a road need beyond the last day, in px. */
export const TAIL = NAME_WIDTH + POLE + 6;

/** Where a road was drawn. */
export interface Drawn {
  /** The height of its line, and where that leaves off. */
  readonly y: number;
  readonly end: number;
  /** Below it nothing was drawn. */
  readonly foot: number;
}

/** The colour of a life area; without one it is the ink's. */
export function colour(hue: string): Paint {
  return { role: hue === '' ? 'ink-3' : `a-${hue}` };
}

/** Draws a road with its title above and its milestones' names below, from a height on. */
export function drawRoad(pen: Pen, axis: Axis, road: Road, top: number, right: number): Drawn {
  const [from, to] = [axis.x(road.from), axis.x(ending(road.to))];
  const begin = Math.min(from, to - SHORTEST);
  const y = drawTitle(pen, axis, road, top, right);
  for (const { vague } of road.gates) if (vague) pen.draw(...band(axis, vague, y, road.hue));
  if (road.title === '')
    pen.draw(line(begin, y, to, y, { stroke: { role: 'ground' }, width: THIN }));
  else drawLine(pen, axis, road, begin, to, y);
  const foot = drawGates(pen, axis, road, y);
  if (road.title === '') return { y, end: to + BESIDE, foot };
  const last = road.gates.at(-1);
  const beside = last && to - axis.x(last.on) < BESIDE ? axis.x(last.on) + BESIDE : to;
  drawGoal(pen, beside, y, road.hue);
  const end = pen.write(road.when, beside + BESIDE - 4, y + 4, DATE);
  return { y, end: end + POLE, foot };
}

/** Writes what a road leads through; gives the height of its line. */
function drawTitle(pen: Pen, axis: Axis, road: Road, top: number, right: number): number {
  if (road.title === '') return top + ABOVE;
  const lines = pen.ruler.wrap(road.title, TITLE, TITLE_WIDTH, LINES);
  const meta = pen.ruler.cut(metaOf(road), META, META_WIDTH);
  const last = pen.ruler.width(lines.at(-1) ?? '', TITLE) + META_GAP;
  const widths = lines.map((one) => pen.ruler.width(one, TITLE));
  const width = Math.max(...widths, last + pen.ruler.width(meta, META));
  const x = Math.max(axis.left, Math.min(axis.x(road.from), right - width));
  const base = pen.writeAll(lines, x, top + TITLE.size, TITLE);
  pen.write(meta, x + last, base, META);
  return base + ABOVE;
}

/** The life area, and how far it has come. */
function metaOf({ area, share, laid }: Road): string {
  const come = laid
    ? t('roadmap.done')
    : share === null
      ? ''
      : `${String(Math.round(share * 100))} %`;
  return [area, come].filter(Boolean).join(' · ');
}

/** A line as long as the road: strong as far as it has come, pale on, faded where its end is vague. */
function drawLine(pen: Pen, axis: Axis, road: Road, from: number, to: number, y: number): void {
  const look = (share: number) => ({
    stroke: { ...colour(road.hue), share },
    width: THICK,
  });
  const vague = road.vague ? Math.max(from, axis.x(road.vague.start)) : to;
  if (vague > from) pen.draw(line(from, y, vague, y, look(TO_GO)));
  pen.draw(...fading(vague, to, y, look));
  const come = from + (to - from) * (road.laid ? 1 : (road.share ?? 0));
  if (come > from) pen.draw(line(from, y, come, y, look(1)));
}

/** A line that fades from one place to another: the palest part lies below all others, so that no seam shows. */
function fading(
  from: number,
  to: number,
  y: number,
  look: (share: number) => { stroke: Paint; width: number },
): Path[] {
  if (to === from) return [];
  const part = (to - from) / PARTS;
  return Array.from({ length: PARTS }, (_, i) => {
    const share = FADED + ((TO_GO - FADED) * (i + 0.5)) / PARTS;
    return line(from, y, from + (PARTS - i) * part, y, look(share));
  });
}

/** The milestones and their names; gives where they leave off. */
function drawGates(pen: Pen, axis: Axis, road: Road, y: number): number {
  const flags = road.gates.map((gate, i) => flagOf(pen, axis, gate, road.gates[i + 1]));
  const lanes = lanesOf(flags);
  const heights = flags.reduce<number[]>((all, { height }, i) => {
    const lane = lanes[i] ?? 0;
    all[lane] = Math.max(all[lane] ?? 0, height);
    return all;
  }, []);
  const tops = heights.map((_, lane) =>
    heights.slice(0, lane).reduce((sum, height) => sum + height + LANE_GAP, y + BELOW),
  );
  flags.forEach((flag, i) => drawFlag(pen, flag, y, tops[lanes[i] ?? 0] ?? y));
  for (const gate of road.gates) drawGate(pen, axis, gate, y, road.hue);
  return Math.max(y + BELOW, ...tops.map((top, lane) => top + (heights[lane] ?? 0)));
}

interface Hanging {
  readonly gate: Gate;
  readonly x: number;
  readonly end: number;
  readonly lines: readonly string[];
  readonly date: string;
  readonly height: number;
}

function flagOf(pen: Pen, axis: Axis, gate: Gate, next: Gate | undefined): Hanging {
  const x = axis.x(gate.on);
  const free = next ? axis.x(next.on) - x - POLE - FLAG_GAP : NAME_WIDTH;
  const lines = linesOf(pen, gate.title, free);
  const date = pen.ruler.cut(gate.when, DATE, NAME_WIDTH);
  const width = Math.max(
    pen.ruler.width(date, DATE),
    ...lines.map((one) => pen.ruler.width(one, NAME)),
  );
  const height = lines.length * leading(NAME) + leading(DATE);
  return { gate, x, end: x + POLE + width, lines, date, height };
}

/** A name in the room before the next pole, if it is whole there. */
function linesOf(pen: Pen, name: string, free: number): string[] {
  const close = free >= NARROW && pen.ruler.wrap(name, NAME, Math.min(free, NAME_WIDTH), LINES + 1);
  return close && close.length <= LINES ? close : pen.ruler.wrap(name, NAME, NAME_WIDTH, LINES);
}

function drawFlag(
  pen: Pen,
  { gate, x, lines, date, height }: Hanging,
  y: number,
  top: number,
): void {
  pen.behind(line(x, y, x, top + height, { stroke: { role: 'fold' }, width: 1 }));
  const name = { ...NAME, paint: gate.laid ? INK_2 : INK };
  const base = pen.writeAll(lines, x + POLE, top + NAME.size, name);
  pen.write(date, x + POLE, base + leading(DATE), { ...DATE, paint: INK_3 });
}

/** One standing stone; where it is done, one that lies, with its tick. */
function drawGate(pen: Pen, axis: Axis, gate: Gate, y: number, hue: string): void {
  const x = axis.x(gate.on);
  if (!gate.laid) {
    const look = { fill: SHEET, stroke: colour(hue), width: 1.6 };
    pen.draw(...stones('milestone', x, y, STONE, () => look));
    return;
  }
  const look = { fill: { role: 'laid' }, stroke: SHEET, width: 2 } as const;
  pen.draw(...stones('step', x, y, LAID, () => look), tick(x, y));
}

/** The time in which a milestone lies somewhere, behind its road, fading to both its sides. */
function band(axis: Axis, { start, due }: Vague, y: number, hue: string): Path[] {
  const [from, to] = [axis.x(start), axis.x(ending(due))];
  const middle = (from + to) / 2;
  const look = (share: number) => ({ stroke: { ...colour(hue), share }, width: BAND });
  return [...fading(middle, from, y, look), ...fading(middle, to, y, look)];
}

function tick(x: number, y: number): Path {
  const d = `M ${String(x - 3)} ${String(y)} L ${String(x - 0.6)} ${String(y + 2.4)} L ${String(x + 3.4)} ${String(y - 2.4)}`;
  return { is: 'path', d, stroke: { role: 'laid-mark' }, width: 1.4 };
}

/** The two stones of a goal, on the end of its road. */
function drawGoal(pen: Pen, x: number, y: number, hue: string): void {
  const halo = { fill: SHEET, stroke: SHEET, width: HALO };
  pen.draw(...stones('goal', x, y, STONE, () => halo));
  pen.draw(...stones('goal', x, y, STONE, () => ({ fill: colour(hue) })));
}
