import { fullDay, longDay } from '../text/dates';
import { t } from '../text/text';
import { Axis } from './axis';
import { bend, line, stones, type Drawing, type Paint } from '../drawing/drawing';
import { leading, Pen, type Style } from '../drawing/pen';
import { colour, drawRoad, TAIL, type Drawn } from './road';
import type { Destination, Roadmap, Stretch, Undated } from './roads';
import type { Ruler } from '../drawing/words';

/** A4 across, in px of 1/96 inch. */
export const A4 = { width: 1122.52, height: 793.7 } as const;
/** A fuller plan takes a larger sheet, with type as large: from A3 to A0 across, or upright where that is not enough. */
const SHEETS = [
  A4,
  ...[1, 2, 3, 4].flatMap((above) => {
    const [long, short] = [A4.width, A4.height].map((side) => side * Math.SQRT2 ** above);
    if (long === undefined || short === undefined) return [];
    return [
      { width: long, height: short },
      { width: short, height: long },
    ];
  }),
];

const MARGIN = 56;
/** Where the visions stand, at the right, and the room in which the ways turn to them. */
const DESTINATION = 196;
const TURN = 70;
/** From the top of the page to the bases of its name, the years and the months, to the axis, to today and to the first road. */
const NAME_Y = MARGIN + 22;
const YEAR_Y = NAME_Y + 44;
const MONTH_Y = YEAR_Y + 17;
const AXIS_Y = MONTH_Y + 9;
const TODAY_Y = AXIS_Y + 16;
const ROADS_Y = TODAY_Y + 16;
/** Between two roads: at least, and where there is room; between two stretches so much more. */
const GAP = 20;
const MOST_GAP = 56;
const STRETCH_GAP = 28;
/** How far down a vision stands that no road leads to yet. */
const BARE = 30;
/** From a word to what stands beside it. */
const ASIDE = 6;
const STONES = 46;
/** A way is dotted like this. */
const WAY = { width: 1.8, dash: [0.1, 5] } as const;
const WAY_SHARE = 0.75;
const HAIR = 1;

const FOLD: Paint = { role: 'fold' };
const INK: Paint = { role: 'ink' };
const INK_2: Paint = { role: 'ink-2' };
const INK_3: Paint = { role: 'ink-3' };
const ACCENT: Paint = { role: 'accent' };

const NAME: Style = { face: 'title', size: 30, paint: INK };
const AS_OF: Style = { face: 'text', size: 12, paint: INK_3 };
const YEAR: Style = { face: 'title', size: 14, paint: INK_2 };
const MONTH: Style = { face: 'text', size: 11.5, paint: INK_3 };
const TODAY: Style = { face: 'strong', size: 11.5, paint: ACCENT };
const VISION: Style = { face: 'title', size: 21, paint: INK };
const VOICE: Style = { face: 'voice', size: 14.5, paint: INK_2 };
const WHEN: Style = { face: 'text', size: 12, paint: INK_3 };
const HEAD: Style = { face: 'strong', size: 12, paint: INK_2 };
const UNDATED: Style = { face: 'text', size: 12.5, paint: INK };

/** How many lines a vision and its sentence take at most. */
const VISION_LINES = 6;
const VOICE_LINES = 5;
/** What has no date yet is no wider, its lines stand so far apart, and it so far from the roads. */
const UNDATED_WIDTH = 250;
const UNDATED_LINE = 24;
const UNDATED_GAP = 22;
const MARK = 15;

/** A roadmap on one page: the smallest sheet that holds it, its room shared out among the roads. The largest one grows as high as it has to. */
export function layoutOf(map: Roadmap, ruler: Ruler): Drawing {
  const size =
    SHEETS.find((one) => new Sheet(map, ruler, one, GAP).left >= 0) ?? SHEETS.at(-1) ?? A4;
  const { left } = new Sheet(map, ruler, size, GAP);
  const count = map.stretches.reduce((sum, { roads }) => sum + roads.length, 0);
  const more = Math.max(0, Math.min(MOST_GAP - GAP, left / (count + 1)));
  const { width, height } = size;
  return new Sheet(map, ruler, { width, height: height - Math.min(left, 0) }, GAP + more).drawing;
}

type Size = Pick<Drawing, 'width' | 'height'>;

/** One page of a size. */
class Sheet {
  readonly drawing: Drawing;
  /** How much of its height is left; less than none = it does not hold all. */
  readonly left: number;

  readonly #pen: Pen;
  readonly #axis: Axis;
  readonly #width: number;
  /** Where today lies. */
  readonly #today: number;
  /** Between two roads. */
  readonly #gap: number;
  /** Where the words of the roads end, and where the visions begin. */
  readonly #right: number;
  readonly #vision: number;

  constructor(map: Roadmap, ruler: Ruler, { width, height }: Size, gap: number) {
    this.#pen = new Pen(ruler);
    this.#width = width;
    this.#gap = gap;
    const leads = map.stretches.some(({ destination }) => destination !== null);
    this.#vision = width - MARGIN - (leads ? DESTINATION : 0);
    this.#right = this.#vision - (leads ? TURN : 0);
    this.#axis = new Axis(map, MARGIN, this.#right - TAIL);
    this.#today = this.#axis.x(map.now);
    this.#head(map);
    let foot = ROADS_Y;
    map.stretches.forEach((stretch, i) => {
      if (i > 0) foot = this.#part(foot);
      foot = this.#stretch(stretch, foot);
    });
    const rest = this.#undated(map.undated);
    this.left = height - MARGIN - rest.height - foot;
    this.#grid(map, Math.max(foot, foot + this.left - STRETCH_GAP));
    rest.write(height - MARGIN - rest.height);
    this.drawing = { width, height, shapes: this.#pen.shapes };
  }

  #head({ title, now }: Roadmap): void {
    const asOf = t('roadmap.asOf', { day: fullDay(now) });
    const right = this.#width - MARGIN;
    const at = right - this.#pen.ruler.width(asOf, AS_OF);
    const name = this.#pen.ruler.cut(title, NAME, at - MARGIN - STRETCH_GAP);
    this.#pen.write(name, MARGIN, NAME_Y, NAME);
    this.#pen.write(asOf, at, NAME_Y, AS_OF);
  }

  /** The axis with its months and years, and today, down to where the roads leave off. */
  #grid({ now }: Roadmap, foot: number): void {
    const pen = this.#pen;
    const hair = { stroke: FOLD, width: HAIR };
    pen.behind(line(MARGIN, AXIS_Y, this.#right, AXIS_Y, hair));
    for (const { x, words, year } of this.#axis.ticks(this.#right - TAIL / 2)) {
      pen.behind(line(x, AXIS_Y, x, foot, hair));
      pen.write(year, x, words === '' ? MONTH_Y : YEAR_Y, YEAR);
      pen.write(words, x, MONTH_Y, MONTH);
    }
    const today = this.#today;
    pen.behind(line(today, AXIS_Y, today, foot, { stroke: ACCENT, width: HAIR }));
    pen.write(t('roadmap.today', { day: longDay(now, now) }), today + ASIDE, TODAY_Y, TODAY);
  }

  /** A hairline between two stretches. */
  #part(foot: number): number {
    const y = foot + STRETCH_GAP;
    this.#pen.behind(line(MARGIN, y, this.#width - MARGIN, y, { stroke: FOLD, width: HAIR }));
    return y + STRETCH_GAP / 2;
  }

  /** The roads of a stretch below each other, and what they lead to beside them; gives where that leaves off. */
  #stretch({ destination, roads }: Stretch, top: number): number {
    const drawn: Drawn[] = [];
    let foot = top;
    for (const road of roads) {
      const one = drawRoad(this.#pen, this.#axis, road, foot, this.#right);
      drawn.push(one);
      foot = one.foot + this.#gap;
    }
    if (!destination) return foot;
    const [first, last] = [drawn[0]?.y ?? top + BARE, drawn.at(-1)?.y ?? top + BARE];
    const words = this.#wordsOf(destination);
    const y = Math.max(top + STONES / 2, (first + last - words.height) / 2);
    this.#arrive(y);
    words.write(y + STONES / 2);
    drawn.forEach(({ y: from, end }, i) => {
      this.#way(end, from, y, roads[i]?.hue ?? '');
    });
    if (drawn.length === 0) this.#way(this.#today, y, y, '');
    return Math.max(foot, y + STONES / 2 + words.height + this.#gap);
  }

  /** The dotted way from the end of a road to the vision. */
  #way(x: number, from: number, to: number, hue: string): void {
    const look = { ...WAY, stroke: { ...colour(hue), share: WAY_SHARE } };
    if (x < this.#right) this.#pen.behind(line(x, from, this.#right, from, look));
    this.#pen.behind(bend(Math.max(x, this.#right), from, this.#vision - ASIDE, to, look));
  }

  /** The three stones of a vision. */
  #arrive(y: number): void {
    const look = (i: number) => ({ fill: i === 2 ? ACCENT : INK });
    this.#pen.draw(...stones('vision', this.#vision + STONES / 2, y, STONES, look));
  }

  /** What a vision says, and how much room that takes. */
  #wordsOf({ title, sentence, when }: Destination) {
    const { ruler } = this.#pen;
    const parts = [
      { style: VISION, lines: ruler.wrap(title, VISION, DESTINATION, VISION_LINES) },
      { style: VOICE, lines: ruler.wrap(sentence, VOICE, DESTINATION, VOICE_LINES) },
      { style: WHEN, lines: [ruler.cut(when, WHEN, DESTINATION)].filter(Boolean) },
    ].filter(({ lines }) => lines.length > 0);
    const high = parts.reduce((sum, { style, lines }) => sum + lines.length * leading(style), 0);
    const write = (top: number) => {
      let y = top;
      for (const { style, lines } of parts) {
        y = this.#pen.writeAll(lines, this.#vision, y + ASIDE + leading(style), style);
      }
    };
    return { height: high + (parts.length + 1) * ASIDE, write };
  }

  /** What has no date yet, in as few lines as hold it, and how high they are together. */
  #undated(all: readonly Undated[]) {
    const { ruler } = this.#pen;
    const head = t('roadmap.undated');
    const left = MARGIN + ruler.width(head, HEAD) + STRETCH_GAP;
    const spots: { one: Undated; words: string; x: number; row: number }[] = [];
    let [x, row] = [left, 0];
    for (const one of all) {
      const words = ruler.cut(one.title, UNDATED, UNDATED_WIDTH);
      const width = MARK + ASIDE + ruler.width(words, UNDATED);
      if (x > left && x + width > this.#width - MARGIN) [x, row] = [left, row + 1];
      spots.push({ one, words, x, row });
      x += width + STRETCH_GAP;
    }
    const height = all.length === 0 ? 0 : UNDATED_GAP + (row + 1) * UNDATED_LINE;
    const write = (top: number) => {
      if (all.length === 0) return;
      const hair = { stroke: FOLD, width: HAIR };
      this.#pen.behind(line(MARGIN, top, this.#width - MARGIN, top, hair));
      const base = top + UNDATED_GAP + HEAD.size;
      this.#pen.write(head, MARGIN, base, HEAD);
      for (const spot of spots) this.#spot(spot, base + spot.row * UNDATED_LINE);
    };
    return { height, write };
  }

  #spot({ one, words, x }: { one: Undated; words: string; x: number }, base: number): void {
    const y = base - UNDATED.size / 3;
    const look = { fill: colour(one.hue) };
    this.#pen.draw(...stones(one.kind, x + MARK / 2, y, MARK, () => look));
    this.#pen.write(words, x + MARK + ASIDE, base, UNDATED);
  }
}
