import type { Aspect, Aspects } from '../plan/aspects';
import type { Area } from '../plan/types';
import type { Day } from '../text/dates';

/** How far a rating goes. */
export const MOST = 10;
/** The wheel: its middle, and how far out 10 lies, in units of its drawing. */
export const MIDDLE = 200;
export const RIM = 130;

/** One spoke: an area, and how it was on a day; undefined = nobody said. */
export interface Spoke {
  readonly area: Area;
  readonly today: number | undefined;
  readonly desired: number | undefined;
}

/** How each area stood on a day: by the last that was said of it until then. */
export function spokesOn(said: Aspects, areas: readonly Area[], day: Day): Spoke[] {
  const ratings = ratingsBy(said).filter(({ body }) => (body.on ?? '') <= day);
  return areas.map((area) => {
    const own = ratings.filter(({ body }) => body.areaId === area.id);
    return {
      area,
      today: own.findLast(({ body }) => body.today !== undefined)?.body.today,
      desired: own.findLast(({ body }) => body.desired !== undefined)?.body.desired,
    };
  });
}

/** The days on which something was rated, the newest first. */
export function daysRated(said: Aspects): Day[] {
  return [...new Set(ratingsBy(said).flatMap(({ body }) => body.on ?? []))].reverse();
}

/** What an area was over time, the oldest first. */
export function marksOf(said: Aspects, areaId: string): { on: Day; value: number }[] {
  return ratingsBy(said).flatMap(({ body }) =>
    body.areaId === areaId && body.on !== undefined && body.today !== undefined
      ? [{ on: body.on, value: body.today }]
      : [],
  );
}

function ratingsBy(said: Aspects): Aspect<'rating'>[] {
  return said
    .list('rating', '')
    .toSorted((a, b) => ((a.body.on ?? '') < (b.body.on ?? '') ? -1 : 1));
}

/** The place so far out on a turn of the wheel, from 0 (above) to 1. */
export function at(turn: number, far: number): { x: number; y: number } {
  const angle = (turn - 0.25) * 2 * Math.PI;
  return { x: round(MIDDLE + Math.cos(angle) * far), y: round(MIDDLE + Math.sin(angle) * far) };
}

/** The piece of the wheel that an area fills: the i-th of so many, as far out as it is rated. */
export function piece(i: number, of: number, value: number): string {
  const far = (value / MOST) * RIM;
  const [from, to] = [at(i / of, far), at((i + 1) / of, far)];
  return `M ${MIDDLE} ${MIDDLE} L ${from.x} ${from.y} ${arc(far, of)} ${to.x} ${to.y} Z`;
}

/** The edge alone: how it should be, or how it was. */
export function edge(i: number, of: number, value: number): string {
  const far = (value / MOST) * RIM;
  const [from, to] = [at(i / of, far), at((i + 1) / of, far)];
  return `M ${from.x} ${from.y} ${arc(far, of)} ${to.x} ${to.y}`;
}

/** More than half a turn goes the long way round. */
function arc(far: number, of: number): string {
  return `A ${round(far)} ${round(far)} 0 ${of < 2 ? 1 : 0} 1`;
}

/** So many letters of a name stand beside the wheel in a line. */
const LETTERS = 14;

/** The name of an area in one line or two; what is longer is cut, as the table has all of it. */
export function nameLines(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.trim().split(/\s+/)) {
    const longer = [...lines.slice(-1), word].join(' ');
    if (lines.length > 0 && longer.length <= LETTERS) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  const [first = '', ...rest] = lines;
  return [first, rest.join(' ')].filter(Boolean).map(cut);
}

function cut(line: string): string {
  const letters = [...line];
  return letters.length > LETTERS ? `${letters.slice(0, LETTERS - 1).join('')}…` : line;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
