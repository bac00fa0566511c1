import type { Aspects } from '../plan/aspects';
import { lackingIn } from '../plan/gaps';
import { courseOf, valueOf } from '../plan/measure';
import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Item } from '../plan/types';
import { recurs, type Record } from '../routine/log';
import { cellsOf, keptOf, routinesOf, weekSum } from '../routine/record';
import { amountWords } from '../routine/words';
import { choiceWords, waitWords } from '../said/words';
import { dayOf, longDay, plusDays, shortDay, type Day } from '../text/dates';
import { t, tn } from '../text/text';

/** How many days a report looks back, today among them, and how many ahead. */
const WEEK = 7;

/** What a measure was, and what it is. */
export interface Moved {
  readonly name: string;
  readonly unit: string;
  /** Before the week; undefined = nobody said. */
  readonly from: number | undefined;
  readonly to: number;
}

/** A routine in the week. */
export interface Kept {
  readonly record: Record;
  readonly days: number;
}

/** What happened in a plan in a week, and what comes next. */
export interface Report {
  readonly done: readonly Item[];
  readonly moved: readonly Moved[];
  /** What recurs, and on how many days of the week it was done. */
  readonly routines: readonly Kept[];
  readonly next: readonly Item[];
  readonly waiting: readonly Item[];
  /** What help is lacking for. */
  readonly help: readonly Item[];
}

/** The week of the plan shown, up to a day. */
export function weekOf(mirror: Mirror, now: Day): Report {
  const since = plusDays(now, 1 - WEEK);
  const items = [...mirror.items.values()].filter(({ planId }) => planId === mirror.planId);
  const steps = items.filter(({ kind }) => kind !== 'vision' && kind !== 'idea');
  const lacking = lackingIn(mirror)('help');
  return {
    done: steps
      .filter(({ doneAt }) => doneAt !== '' && dayOf(doneAt) >= since)
      .sort((a, b) => (a.doneAt < b.doneAt ? -1 : 1)),
    moved: items.flatMap(({ id }) => movedSince(mirror, id, since)),
    routines: routinesOf(mirror)
      .filter(({ item }) => item.planId === mirror.planId)
      .map((record) => ({ record, days: keptOf(cellsOf(record, since, now, now)).kept })),
    next: steps
      .filter((item) => isNext(item, plusDays(now, WEEK)) && !recurs(mirror, item))
      .sort(byDay),
    waiting: steps.filter(({ state }) => state === 'waiting'),
    help: items.filter((item) => lacking.has(item.id) && isActive(item)),
  };
}

/** Begun, or due until then; what one waits for is told by itself. */
function isNext({ state, due }: Item, until: Day): boolean {
  return state === 'doing' || (state === 'todo' && due !== '' && due <= until);
}

/** The earliest first; what has no day comes last. */
function byDay(a: Item, b: Item): number {
  return (a.due || '~') < (b.due || '~') ? -1 : 1;
}

function movedSince(mirror: Mirror, itemId: string, since: Day): Moved[] {
  const entries = mirror.said.list('entry', itemId);
  return mirror.said.list('measure', itemId).flatMap((measure) => {
    const course = courseOf(measure.id, entries);
    const before = course.filter(({ body }) => (body.on ?? '') < since);
    const to = course.at(-1)?.body.value;
    if (course.length === before.length || to === undefined) return [];
    const { name = '', unit = '' } = measure.body;
    return [{ name, unit, from: valueOf(measure, before), to }];
  });
}

/** A report in plain words, for somebody ('' = nobody in particular). */
export function wordsOf(
  report: Report,
  said: Aspects,
  plan: string,
  name: string,
  now: Day,
): string {
  const days = { from: shortDay(plusDays(now, 1 - WEEK), now), to: longDay(now, now) };
  const hello = name.trim() === '' ? t('report.hello') : t('report.hello.name', { name });
  const titles = (items: readonly Item[]) => items.map(({ title }) => title);
  return [
    `${hello}\n${t('report.week', { plan, ...days })}`,
    part(
      'done',
      report.done.map((item) => doneWords(item, said)),
    ) || t('report.nothing'),
    part('moved', report.moved.map(movedWords)),
    part(
      'routines',
      report.routines.map((kept) => keptWords(kept, now)),
    ),
    part(
      'next',
      report.next.map(({ title, due }) =>
        due === '' ? title : `${title} (${shortDay(due, now)})`,
      ),
    ),
    part(
      'waiting',
      report.waiting.map((item) => waitingWords(item, said)),
    ),
    part('help', titles(report.help)),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function part(
  name: 'done' | 'moved' | 'routines' | 'next' | 'waiting' | 'help',
  lines: string[],
): string {
  if (lines.length === 0) return '';
  return [t(`report.${name}`), ...lines.map((line) => `– ${line}`)].join('\n');
}

/** What is waited for, and whom. */
function waitingWords({ id, title }: Item, said: Aspects): string {
  const words = waitWords(said.once('wait', id));
  return words === '' ? title : `${title}, ${words}`;
}

/** What was done; of a decision, which way it went. */
function doneWords({ id, title }: Item, said: Aspects): string {
  const way = choiceWords(said, id);
  return way === '' ? title : t('report.decided', { title, way });
}

/** On how many days it was done, and how much that was. */
function keptWords({ record, days }: Kept, now: Day): string {
  const { item, routine } = record;
  const words = tn('report.routine', days, { title: item.title });
  const sum = weekSum(record, now);
  return sum === 0 ? words : `${words}, ${amountWords(sum, routine.unit)}`;
}

function movedWords({ name, unit, from, to }: Moved): string {
  const value = `${String(to)} ${unit}`.trim();
  return from === undefined
    ? t('report.measure', { name, value })
    : t('report.measure.from', { name, value, from });
}
