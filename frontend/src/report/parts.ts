import type { Completion } from '../measure/completion';
import type { Deadlines } from '../measure/deadlines';
import { kpisOf, type Kpis } from '../measure/kpis';
import { feltIn, VISION_METRICS } from '../measure/felt';
import { isIn, lastDays, type Window } from '../measure/window';
import { marksWords, type Mark } from '../outlook/feels';
import type { Aspect } from '../plan/aspects';
import { lackingIn } from '../plan/gaps';
import type { Whose } from '../plan/looking';
import { courseOf, valueOf } from '../plan/measure';
import type { Mirror } from '../plan/mirror.svelte';
import { inPlan } from '../plan/reach';
import { isActive, type Item } from '../plan/types';
import { recurs } from '../routine/log';
import { cellsOf, keptOf, routinesOf } from '../routine/record';
import { amountWords } from '../routine/words';
import { celebrationWords, choiceWords, setbackWords, waitWords } from '../said/words';
import { dayOf, plusDays, plusMonths, shortDay, type Day } from '../text/dates';
import { t, tn } from '../text/text';

/** What a report tells, in this order. Each part is left out where it has nothing to tell. */
export const PARTS = [
  'done',
  'kpis',
  'moved',
  'routines',
  'feels',
  'wins',
  'setbacks',
  'next',
  'waiting',
  'help',
] as const;
export type PartName = (typeof PARTS)[number];

/** How far a report looks back, today among it, and ahead. */
export const PERIODS = ['week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** One line of a report; by its id it is known that it was left out. */
export interface Line {
  readonly id: string;
  readonly words: string;
}

export interface Part {
  readonly name: PartName;
  readonly lines: readonly Line[];
}

/** What a report looks at: a plan, in days gone by and days to come. */
interface Sight {
  readonly mirror: Mirror;
  /** The items of the plan. */
  readonly items: readonly Item[];
  readonly window: Window;
  /** The last of the days to come. */
  readonly until: Day;
  readonly now: Day;
}

/** The days that a report of a period tells of. */
export function windowOf(period: Period, now: Day): Window {
  if (period === 'week') return lastDays(now, 7);
  return { from: plusDays(plusMonths(now, -1), 1), to: now };
}

/** All that there is to tell of the plan shown. No private note, no mark and no hour of a coach is ever among it. */
export function partsOf(mirror: Mirror, period: Period, now: Day): Part[] {
  const items = [...mirror.items.values()].filter(({ planId }) => planId === mirror.planId);
  const until = period === 'week' ? plusDays(now, 7) : plusMonths(now, 1);
  const sight = { mirror, items, window: windowOf(period, now), until, now };
  return PARTS.map((name) => ({ name, lines: LINES[name](sight) })).filter(
    ({ lines }) => lines.length > 0,
  );
}

const LINES: Readonly<Record<PartName, (sight: Sight) => Line[]>> = {
  done: ({ mirror, items, window }) =>
    items
      .filter((item) => isAct(item) && item.doneAt !== '' && isIn(window, dayOf(item.doneAt)))
      .sort((a, b) => (a.doneAt < b.doneAt ? -1 : 1))
      .map((item) => ({ id: item.id, words: doneWords(item, mirror) })),
  kpis: ({ mirror, window, now }) => kpiLines(kpisOf(mirror, window, now, inPlan(mirror.planId))),
  moved: ({ mirror, items, window }) => items.flatMap(({ id }) => movedIn(mirror, id, window)),
  routines: ({ mirror, window, now }) =>
    routinesOf(mirror)
      .filter(({ item }) => item.planId === mirror.planId)
      .map((record) => {
        const days = keptOf(cellsOf(record, window.from, window.to, now)).kept;
        const words = tn('report.routine', days, { title: record.item.title });
        const sum = sumIn([...record.logs.values()], window);
        const amount = amountWords(sum, record.routine.unit);
        return { id: record.item.id, words: sum === 0 ? words : `${words}, ${amount}` };
      }),
  feels: (sight) => [...moodLines(sight), ...feltLines(sight)],
  wins: (sight) => [
    ...checkinsIn(sight).flatMap(({ id, body }) =>
      body.win ? [{ id: `win ${id}`, words: body.win }] : [],
    ),
    ...sight.items.flatMap(({ id, title }) =>
      sight.mirror.said
        .list('celebration', id)
        .filter(({ body }) => isIn(sight.window, body.on ?? ''))
        .map((one) => ({ id: one.id, words: celebratedWords(title, one) })),
    ),
  ],
  setbacks: (sight) => {
    const own = sight.mirror.said
      .all('setback')
      .filter(({ itemId, body }) => isOfPlan(sight, body, itemId))
      .filter(({ body }) => isIn(sight.window, body.on ?? ''));
    return [
      ...checkinsIn(sight).flatMap(({ id, body: { setback: what = '', learned, changed } }) => {
        const words = setbackWords({
          what,
          ...(learned && { learned }),
          ...(changed && { changed }),
        });
        return words === '' ? [] : [{ id: `setback ${id}`, words }];
      }),
      ...own.map(({ id, body }) => ({ id, words: setbackWords(body) })),
    ];
  },
  next: ({ mirror, items, until, now }) =>
    items
      .filter((item) => isAct(item) && isNext(item, until) && !recurs(mirror, item))
      .sort(byDay)
      .map(({ id, title, due }) => ({
        id,
        words: due === '' ? title : t('report.due', { title, day: shortDay(due, now) }),
      })),
  waiting: ({ mirror, items }) =>
    items
      .filter((item) => isAct(item) && item.state === 'waiting')
      .map(({ id, title }) => {
        const words = waitWords(mirror.said.once('wait', id));
        return { id, words: words === '' ? title : `${title}, ${words}` };
      }),
  help: ({ mirror, items }) => {
    const lacking = lackingIn(mirror)('help');
    return items
      .filter((item) => lacking.has(item.id) && isActive(item))
      .map(({ id, title }) => ({ id, words: helpWords(mirror, id, title) }));
  },
};

function isAct({ kind }: Item): boolean {
  return kind !== 'vision' && kind !== 'idea';
}

/** Begun, or due until then; what one waits for is told by itself. */
function isNext({ state, due }: Item, until: Day): boolean {
  return state === 'doing' || (state === 'todo' && due !== '' && due <= until);
}

/** The earliest first; what has no day comes last. */
function byDay(a: Item, b: Item): number {
  return (a.due || '~') < (b.due || '~') ? -1 : 1;
}

/** What was done; of a decision, which way it went. */
function doneWords({ id, title }: Item, { said }: Mirror): string {
  const way = choiceWords(said, id);
  return way === '' ? title : t('report.decided', { title, way });
}

/** The three KPIs in words, each by the first commitment and, where that differs, after re-planning. */
function kpiLines({ completion, deadlines, milestones }: Kpis): Line[] {
  const lines: Line[] = [];
  const [first, after] = [dueOf(completion.first), dueOf(completion.after)];
  if (first.of > 0) {
    const words = tn('report.kpi.completion', first.of, { done: first.part });
    lines.push({ id: 'completion', words: words + afterWords(first, after) });
  }
  const [met, then] = [metOf(deadlines.first), metOf(deadlines.after)];
  if (met.of > 0) {
    const words = tn('report.kpi.deadlines', met.of, { met: met.part });
    lines.push({ id: 'deadlines', words: words + afterWords(met, then) });
  }
  const { count, dated, inTime } = milestones.first;
  if (count > 0) {
    const told = dated === 0 ? '' : ` ${t('report.kpi.inTime', { inTime, dated })}`;
    lines.push({ id: 'milestones', words: tn('report.kpi.milestones', count) + told });
  }
  return lines;
}

/** So many of so many. */
interface Share {
  readonly part: number;
  readonly of: number;
}

function dueOf({ done, missed, skipped }: Completion): Share {
  return { part: done, of: done + missed + skipped };
}

function metOf({ met, of }: Deadlines): Share {
  return { part: met, of };
}

function afterWords(first: Share, after: Share): string {
  const same = after.of === 0 || (after.part === first.part && after.of === first.of);
  return same ? '' : ` ${t('report.kpi.after', { part: after.part, of: after.of })}`;
}

/** Where a measure stands, if somebody said it in the window, and what it was before. */
function movedIn(mirror: Mirror, itemId: string, { from, to }: Window): Line[] {
  const entries = mirror.said.list('entry', itemId);
  return mirror.said.list('measure', itemId).flatMap((measure) => {
    const course = courseOf(measure.id, entries).filter(({ body }) => (body.on ?? '') <= to);
    const before = course.filter(({ body }) => (body.on ?? '') < from);
    const now = course.at(-1)?.body.value;
    if (course.length === before.length || now === undefined) return [];
    const { name = '', unit = '' } = measure.body;
    const was = valueOf(measure, before);
    const value = `${String(now)} ${unit}`.trim();
    const words =
      was === undefined
        ? t('report.measure', { name, value })
        : t('report.measure.from', { name, value, from: was });
    return [{ id: measure.id, words }];
  });
}

function sumIn(logs: readonly Aspect<'log'>[], window: Window): number {
  return logs
    .filter(({ body }) => isIn(window, body.on ?? ''))
    .reduce((sum, { body }) => sum + (body.amount ?? 0), 0);
}

/** True for what is said of the plan that a report is of, or of an item in it. */
function isOfPlan({ mirror }: Sight, { planId, itemId = '' }: Whose, on = ''): boolean {
  return (mirror.item(itemId || on)?.planId ?? planId) === mirror.planId;
}

/** The check-ins of the days gone by, the oldest first. */
function checkinsIn(sight: Sight): Aspect<'checkin'>[] {
  return sight.mirror.said
    .all('checkin')
    .filter(({ body }) => isIn(sight.window, body.on ?? '') && isOfPlan(sight, body))
    .sort((a, b) => ((a.body.on ?? '') < (b.body.on ?? '') ? -1 : 1));
}

function moodLines(sight: Sight): Line[] {
  const looks = checkinsIn(sight);
  return (['mood', 'energy'] as const).flatMap((what) => {
    const marks = looks.flatMap(({ body }): Mark[] => {
      const value = body[what];
      return body.on !== undefined && value !== undefined ? [{ on: body.on, value }] : [];
    });
    if (marks.length === 0) return [];
    return [{ id: what, words: t(`report.${what}`, { marks: marksWords(marks) }) }];
  });
}

/** How each vision felt when it was last rated in the days gone by. */
function feltLines({ mirror, items, window }: Sight): Line[] {
  return items
    .filter(({ kind }) => kind === 'vision')
    .flatMap(({ id, title }) => {
      const felt = feltIn(mirror, id, window);
      const said = VISION_METRICS.flatMap((metric) => {
        const value = felt[metric];
        return value === null ? [] : [t(`report.felt.${metric}`, { value })];
      });
      if (said.length === 0) return [];
      return [{ id, words: t('report.felt', { title, felt: said.join(', ') }) }];
    });
}

function celebratedWords(title: string, { body: { note, reward } }: Aspect<'celebration'>): string {
  const words = celebrationWords({ ...(note && { note }), ...(reward && { reward }) });
  return words === '' ? title : t('report.celebrated', { title, words });
}

/** What help is lacking for, and which; what has been found is lacking no more. */
function helpWords(mirror: Mirror, id: string, title: string): string {
  const gaps = mirror.said
    .list('gap', id)
    .filter(({ body }) => body.sort === 'help' && mirror.item(body.stepId ?? '')?.state !== 'done');
  const what = gaps.flatMap(({ body }) => body.what ?? []).join(', ');
  return what === '' ? title : t('report.helped', { title, what });
}
