// The map as a drawing: what is printed and sent. It is laid out like the map
// in the window, with the fonts that every file brings along.

import { point, type Drawing, type Path } from '../drawing/drawing';
import { pebble } from '../drawing/pebble';
import { Pen, type Style } from '../drawing/pen';
import type { Ruler as Measure } from '../drawing/words';
import type { Mirror } from '../plan/mirror.svelte';
import type { Item } from '../plan/types';
import { stateOn } from '../routine/log';
import type { Day } from '../text/dates';
import { around, type Box } from '../gesture/camera';
import { visit, type Band, type Tree } from './bands';
import { Chart, type Side, type Wanted } from './chart';
import { Tints, type Tint } from './colours';
import { tiesOf, valuesOn, type Stone, type Tie } from './cross';
import { curvesOf, endOf, type Curve } from './curves';
import { factsOf } from './facts';
import { drawNode } from './nodes';
import { Ruler } from '../text/ruler';
import { printOf, TYPE } from './print';
import { set, type Rank } from './setting';
import { strokesIn, thickness, type Stroke } from './strokes';
import { boxOfValue } from './values';

/** What of a plan is drawn, and how. */
export interface Mapped {
  readonly mirror: Mirror;
  readonly day: Day;
  readonly wanted: Wanted;
  /** On which side of the middle branches grow. */
  readonly sides: ReadonlyMap<string, Side>;
  readonly branchColours: boolean;
  /** The values that the plan stands on lie at its foot. */
  readonly values: boolean;
}

/** White around the map, in px; what is folded is counted in it. */
const MARGIN = 56;
/** Ties are dotted like this. */
const TIE = { stroke: { role: 'edge' }, width: 1.4, dash: [0.1, 5] } as const;
const VALUE: Style = { face: 'title', size: 16, paint: { role: 'sheet' } };
/** How far the words of a value stay from its edge, as a share of its width. */
const INSIDE = 0.08;
const ALL: Box = { left: -Infinity, top: -Infinity, right: Infinity, foot: Infinity };

/** The map of a plan on a sheet as large as it needs, with the measures of the fonts that draw it. */
export function pictureOf(mapped: Mapped, measure: Measure): Drawing {
  return new Sheet(mapped, measure).drawing;
}

class Sheet {
  readonly drawing: Drawing;

  readonly #mapped: Mapped;
  readonly #pen: Pen;
  readonly #chart: Chart;
  readonly #tints: Tints;
  readonly #ties: readonly Tie[];
  readonly #values: readonly Stone[];
  /** From the map to the sheet. */
  readonly #dx: number;
  readonly #dy: number;

  constructor(mapped: Mapped, measure: Measure) {
    const { mirror, wanted, sides, branchColours } = mapped;
    this.#mapped = mapped;
    this.#pen = new Pen(measure);
    const ruler = new Ruler((words, font) => measure.width(words, printOf(font)));
    this.#chart = new Chart(mirror, (item, rank) => this.#set(item, rank, ruler));
    this.#chart.sides = new Map(sides);
    this.#chart.draw(mirror, wanted);
    this.#tints = new Tints({ mirror, tree: mirror, chart: this.#chart, branchColours });
    this.#ties = tiesOf(mirror);
    this.#values = mapped.values ? valuesOn(mirror, this.#ties) : [];
    const box = this.#values
      .flatMap(({ id }) => this.#boxOfValue(id) ?? [])
      .reduce(around, this.#chart.box);
    this.#dx = MARGIN - box.left;
    this.#dy = MARGIN - box.top;
    this.#lines();
    this.#curves();
    this.#nodes();
    this.#stones();
    const width = box.right - box.left + 2 * MARGIN;
    const height = box.foot - box.top + 2 * MARGIN;
    this.drawing = { width, height, shapes: this.#pen.shapes };
  }

  #set(item: Item | null, rank: Rank, ruler: Ruler) {
    const { mirror, day } = this.#mapped;
    const plan = { title: mirror.plan?.name ?? '', kind: 'vision' } as const;
    return set(item ?? plan, rank, item && factsOf(mirror, item, day), ruler, TYPE);
  }

  /** Lines of one colour and thickness are one path. */
  #lines(): void {
    const paths = new Map<string, { d: string[]; role: Tint; width: number }>();
    const { trees, free } = this.#chart;
    for (const tree of trees)
      strokesIn(tree, ALL, (stroke) => {
        if (tree === free && stroke.depth === 0) return;
        const [role, width] = [this.#tints.of(stroke.to), thickness(stroke.depth)];
        const key = `${role} ${String(width)}`;
        const path = paths.get(key) ?? { d: [], role, width };
        path.d.push(this.#bend(stroke));
        paths.set(key, path);
      });
    for (const { d, role, width } of paths.values())
      this.#pen.behind({ is: 'path', d: d.join(' '), stroke: { role }, width });
  }

  #bend({ x1, y1, x2, y2, x3 }: Stroke): string {
    const half = (x1 + x2) / 2;
    const curve = [this.#at(half, y1), this.#at(half, y2), this.#at(x2, y2)];
    return `M ${this.#at(x1, y1)} C ${curve.join(' ')} L ${this.#at(x3, y2)}`;
  }

  #curves(): void {
    const { mirror } = this.#mapped;
    const boxOfEnd = (id: string) =>
      this.#boxOfValue(id) ?? endOf(mirror, id, (end) => this.#boxOf(end));
    const curves = curvesOf(this.#ties, boxOfEnd, '');
    this.#pen.behind(...curves.map((curve) => this.#tie(curve)));
  }

  #tie({ x1, y1, cx1, cy1, cx2, cy2, x2, y2 }: Curve): Path {
    const curve = [this.#at(cx1, cy1), this.#at(cx2, cy2), this.#at(x2, y2)];
    return { is: 'path', d: `M ${this.#at(x1, y1)} C ${curve.join(' ')}`, ...TIE };
  }

  #nodes(): void {
    const chart = this.#chart;
    const { x, y } = chart.corner(chart.middle);
    this.#node(chart.middle, null, x, y);
    for (const tree of chart.trees)
      visit(tree, ALL, (of, x, y) => {
        if (!chart.isRoot(of)) this.#node(of, tree, x, y);
      });
  }

  /** A node of a tree, or the one in the middle. */
  #node(of: Band, tree: Tree | null, x: number, y: number): void {
    const { mirror, day } = this.#mapped;
    const setting = this.#chart.setting(of);
    const item = mirror.item(of.id);
    if (!setting) return;
    drawNode(this.#pen, {
      of,
      setting,
      x: x + this.#dx,
      y: y + this.#dy,
      place: tree === null ? 'middle' : tree.way === 1 ? 'right' : 'left',
      tint: tree === null ? 'ink-3' : this.#tints.of(of),
      kind: item?.kind ?? 'vision',
      lies: item ? stateOn(mirror, item, day) : 'todo',
      facts: item ? factsOf(mirror, item, day) : null,
    });
  }

  /** The values, as flat stones. */
  #stones(): void {
    for (const { id, name } of this.#values) {
      const box = this.#boxOfValue(id);
      if (!box) continue;
      const [width, height] = [box.right - box.left, box.foot - box.top];
      const [x, y] = [box.left + this.#dx, box.top + this.#dy];
      this.#pen.draw(pebble({ x, y, width, height }, { fill: { role: 'k-value' } }));
      const words = this.#pen.ruler.cut(name, VALUE, width * (1 - 2 * INSIDE));
      const wide = this.#pen.ruler.width(words, VALUE);
      this.#pen.write(words, x + (width - wide) / 2, y + height / 2 + VALUE.size / 3, VALUE);
    }
  }

  #boxOfValue(id: string): Box | undefined {
    return boxOfValue({ type: TYPE, chart: this.#chart }, this.#values, id);
  }

  #boxOf(id: string): Box | undefined {
    const chart = this.#chart;
    const of = chart.band(id);
    if (!of || (of !== chart.middle && !chart.shows(id))) return undefined;
    const { x, y } = chart.corner(of);
    return { left: x, top: y, right: x + of.width, foot: y + of.height };
  }

  #at(x: number, y: number): string {
    return point(x + this.#dx, y + this.#dy);
  }
}
