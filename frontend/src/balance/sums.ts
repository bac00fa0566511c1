import { looksUnder } from '../checkin/look';
import type { Desk } from '../commands/desk';
import { balancesIn, type Balance } from '../measure/balance';
import { deedsOf } from '../measure/deeds';
import { heatOf, type Warmth } from '../measure/heat';
import { kpisFrom, kpisOver, type Kpis } from '../measure/kpis';
import { occasionsIn, type Occasions } from '../measure/occasions';
import { before, lastYear, numbersIn, partsOf, type Part, type Window } from '../measure/window';
import { inPlan, reaching, type Within } from '../plan/reach';
import type { Item } from '../plan/types';
import { t } from '../text/text';
import { fedIn, type Fed } from './areas';
import { minutesIn } from './figures';
import {
  feltSeries,
  gaugeSeries,
  kpiSeries,
  measureSeries,
  moodSeries,
  type Series,
} from './series';
import { partIn } from './period';

/** What is looked at. */
export interface Asked {
  readonly planId: string;
  readonly scope: Item | undefined;
  readonly window: Window;
}

/** How a vision stood in a time that is over. */
export type Standing = Pick<Balance, 'feels' | 'moves'>;

/** All that the page tells of a time. */
export interface Sums {
  readonly balances: readonly Balance[];
  /** How each of them stood in the time of the same length before. */
  readonly earlier: ReadonlyMap<string, Standing>;
  /** The vision that the page speaks of: the one looked at, the one above it, or the first that somebody rated. */
  readonly balance: Balance | undefined;
  readonly part: Part;
  readonly parts: readonly Window[];
  readonly kpis: Kpis;
  /** The days of routines that are counted in it. */
  readonly routines: Occasions;
  readonly moves: readonly Series[];
  readonly felt: readonly Series[];
  readonly moods: readonly Series[];
  readonly metrics: readonly Series[];
  /** What was done for the vision took so many minutes. */
  readonly minutes: number;
  /** What each life area had, of all plans. */
  readonly areas: readonly Fed[];
  readonly heat: readonly Warmth[];
  /** What was estimated and timed and is done, the newest first. */
  readonly timed: readonly Item[];
}

/** Sums a time up. */
export function sumsOf(desk: Desk, { planId, scope, window }: Asked): Sums {
  const { mirror, now } = desk;
  const within: Within = scope ? reaching(mirror, [scope.id]) : inPlan(planId);
  const part = partIn(window);
  const parts = partsOf(window, part);
  const balancesOf = balancesIn(mirror, planId, now.day);
  const balances = balancesOf(window);
  const above = new Set([scope?.id, ...mirror.path(scope?.id ?? '').map(({ id }) => id)]);
  const balance =
    balances.find(({ visionId }) => above.has(visionId)) ??
    balances.find(({ feels }) => feels !== null) ??
    balances[0];
  const serves = reaching(mirror, balance ? [balance.visionId] : []);
  const all = deedsOf(mirror);
  const deeds = all.filter(({ item }) => within(item));
  const occasions = occasionsIn(mirror, now.day);
  const holds = numbersIn(window);
  return {
    balances,
    earlier: new Map(balancesOf(before(window)).map((one) => [one.visionId, standingOf(one)])),
    balance,
    part,
    parts,
    kpis: kpisFrom(deeds, occasions, window, now.day, within),
    routines: occasions(window, within),
    moves: kpiSeries(kpisOver(deeds, occasions, parts, now.day, within)),
    felt: balance ? feltSeries(mirror, balance.visionId, parts) : [],
    moods: [
      ...moodSeries(mirror, planId, parts),
      ...(balance ? [gaugeSeries(mirror, balance.visionId, 'inspiration', parts)] : []),
    ].filter(isSaid),
    metrics: metricsOf(desk, within, window, parts),
    minutes: minutesIn(
      all.filter(({ item }) => serves(item)),
      window,
    ),
    areas: fedIn(mirror, all, window),
    heat: heatOf(deeds, mirror, lastYear(yearTo(window, now.day)), within),
    timed: deeds
      .filter(({ item, done }) => item.estimateMin > 0 && item.spentMin > 0 && holds(done))
      .map(({ item }) => item)
      .sort((a, b) => (a.doneAt > b.doneAt ? -1 : 1)),
  };
}

/** Which goals stood still then nobody knows any more: only what had a day tells how much moved. */
function standingOf({ feels, kpis }: Balance): Standing {
  return { feels, moves: kpis.completion.first.rate };
}

/** The year of days ends where the window does, and not after today. */
function yearTo({ to }: Window, now: string): string {
  return to < now ? to : now;
}

function isSaid({ lines }: Series): boolean {
  return lines[0].values.some((value) => value !== null);
}

/** What was done of what was due, by what it was: steps, and days of routines. */
export function dueWords(all: { done: number; of: number }, routines: Occasions): string {
  const days = { done: routines.done, of: routines.done + routines.missed + routines.skipped };
  const steps = { done: all.done - days.done, of: all.of - days.of };
  if (days.of === 0) return t('balance.completion.steps', steps);
  if (steps.of === 0) return t('balance.completion.days', days);
  return t('balance.completion.both', {
    steps: t('balance.completion.steps', steps),
    days: t('balance.completion.days', days),
  });
}

function metricsOf(
  { mirror }: Desk,
  within: Within,
  window: Window,
  parts: readonly Window[],
): Series[] {
  return mirror.said.all('measure').flatMap((measure) => {
    const item = mirror.item(measure.itemId);
    if (!item || !within(item)) return [];
    return measureSeries(mirror, item, measure, window, parts) ?? [];
  });
}

/** True where there is nothing yet to tell of a plan, whatever the time. */
export function isBare({ mirror }: Pick<Desk, 'mirror'>, planId: string): boolean {
  const { said } = mirror;
  const here = inPlan(planId);
  if (looksUnder(mirror, planId).length > 0) return false;
  if ([...mirror.items.values()].some((item) => here(item) && item.doneAt !== '')) return false;
  return !(['rated', 'entry', 'log'] as const).some((kind) =>
    said.all(kind).some(({ itemId }) => mirror.item(itemId)?.planId === planId),
  );
}
