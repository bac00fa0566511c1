import { courseOver, moodsOf, VISION_METRICS } from '../measure/felt';
import type { Kpis } from '../measure/kpis';
import { readingsOf } from '../measure/course';
import type { Window } from '../measure/window';
import { marksOf } from '../outlook/feels';
import type { Aspect, Gauge } from '../plan/aspects';
import type { Whose } from '../plan/looking';
import type { Mirror } from '../plan/mirror.svelte';
import type { Item } from '../plan/types';
import { t } from '../text/text';

/** One line of a chart; null is a gap, and stays one. */
export interface Line {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** How something went over the parts of a window. */
export interface Series {
  readonly id: string;
  readonly title: string;
  /** The first is the one that counts; a second stands beside it. */
  readonly lines: readonly [Line, ...Line[]];
  readonly low: number;
  readonly high: number;
  /** It is counted, and each part stands for itself: stones, and no line. */
  readonly counted?: true;
  /** What one wants to get to. */
  readonly target?: number | undefined;
  /** A value in words. */
  says(value: number): string;
  /** A value as it stands at the edge of the plot. */
  edge(value: number): string;
}

const outOfTen = (value: number) => t('balance.of.ten', { value });
const TEN = { low: 0, high: 10, says: outOfTen, edge: String } as const;
const percent = (value: number) => t('balance.percent', { value: Math.round(value * 100) });

/** The vision metrics (R89, R131) as the person says them, each by itself. */
export function feltSeries(
  rows: Pick<Mirror, 'said'>,
  visionId: string,
  parts: readonly Window[],
): Series[] {
  return VISION_METRICS.map((gauge) => gaugeSeries(rows, visionId, gauge, parts));
}

/** How a vision was rated in one way: how much it draws (R75) is told by itself, beside how the person was. */
export function gaugeSeries(
  { said }: Pick<Mirror, 'said'>,
  visionId: string,
  gauge: Gauge,
  parts: readonly Window[],
): Series {
  const title = t(`outlook.gauge.${gauge}`);
  const values = courseOver(marksOf(said.list('rated', visionId), gauge), parts);
  return { id: gauge, title, lines: [{ name: title, values }], ...TEN };
}

/** A stone of a count is at least one of so many high: one alone fills nothing. */
const FEW = 4;

/** How the person was at their check-ins, on a plan and on what is in it. */
export function moodSeries(
  rows: Pick<Mirror, 'said' | 'item'>,
  planId: string,
  parts: readonly Window[],
): Series[] {
  const here = (of: Whose) => of.planId === planId || rows.item(of.itemId ?? '')?.planId === planId;
  return (['mood', 'energy'] as const).map((what): Series => {
    const title = t(`balance.${what}`);
    const values = courseOver(moodsOf(rows, here, what), parts);
    return { id: what, title, lines: [{ name: title, values }], ...TEN };
  });
}

/** The action KPIs (R90), judged by what was committed to first, with what holds after re-planning beside it. */
export function kpiSeries(kpis: readonly Kpis[]): Series[] {
  const lines = (of: (kpi: Kpis, by: 'first' | 'after') => number | null): [Line, Line] => [
    { name: t('balance.first'), values: kpis.map((kpi) => of(kpi, 'first')) },
    { name: t('balance.after'), values: kpis.map((kpi) => of(kpi, 'after')) },
  ];
  const reached = kpis.map(({ milestones }) => milestones.first.count);
  return [
    {
      id: 'completion',
      title: t('balance.completion'),
      lines: lines(({ completion }, by) => completion[by].rate),
      low: 0,
      high: 1,
      says: percent,
      edge: percent,
    },
    {
      id: 'deadlines',
      title: t('balance.deadlines'),
      lines: lines(({ deadlines }, by) => deadlines[by].rate),
      low: 0,
      high: 1,
      says: percent,
      edge: percent,
    },
    {
      id: 'milestones',
      title: t('balance.milestones'),
      lines: [{ name: t('balance.milestones'), values: reached }],
      low: 0,
      high: Math.max(FEW, ...reached),
      counted: true,
      says: String,
      edge: String,
    },
  ];
}

/** A measure of a goal, upwards or downwards: what it was at the end of each part in which it was looked at. */
export function measureSeries(
  rows: Pick<Mirror, 'said'>,
  goal: Item,
  measure: Aspect<'measure'>,
  window: Window,
  parts: readonly Window[],
): Series | null {
  const readings = readingsOf(rows, measure, window);
  if (readings.length === 0) return null;
  const { name = '', unit = '', baseline, target } = measure.body;
  const known = [...readings.map(({ value }) => value), baseline, target];
  const all = known.filter((value) => value !== undefined);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return {
    id: measure.id,
    title: [goal.title, name].filter(Boolean).join(': '),
    lines: [{ name: name || goal.title, values: courseOver(readings, parts) }],
    low: low === high ? low - 1 : low,
    high,
    target,
    says: (value) => `${String(value)} ${unit}`.trim(),
    edge: String,
  };
}
