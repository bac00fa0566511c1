import { horizonWords } from '../outlook/horizon';
import type { Mirror } from '../plan/mirror.svelte';
import { readyIn } from '../plan/ready';
import { isActive, type Item } from '../plan/types';
import { nameOf, promiseWords } from '../said/words';
import { longDay, plusDays, type Day } from '../text/dates';
import { t, tn } from '../text/text';

/** The rows of the seed's table of comparison (S0), filled with what the person said (R24). */
export const ROWS = ['focus', 'timeframe', 'purpose', 'outcome', 'tools', 'example'] as const;
export type RowName = (typeof ROWS)[number];

/** One row: what the vision says, what the action; a line each, none where nothing was said. */
export interface Row {
  readonly name: RowName;
  readonly vision: readonly string[];
  readonly action: readonly string[];
}

/** A cell holds no more lines than these, so that a page holds all. */
const FEW = 3;
/** What counts as soon, in days. */
const SOON = 14;

export function sheetOf(mirror: Mirror, vision: Item, today: Day): Row[] {
  const below = mirror.descendants(vision.id).flatMap((id) => mirror.item(id) ?? []);
  const act = new Action(mirror, below, today);
  const outlook = mirror.said.once('outlook', vision.id);
  const horizon = vision.due ? t('foundations.sheet.by', { day: longDay(vision.due) }) : '';
  return [
    { name: 'focus', vision: said(vision.what || vision.title), action: act.focus() },
    { name: 'timeframe', vision: said(horizonWords(outlook), horizon), action: act.timeframe() },
    { name: 'purpose', vision: said(vision.why), action: act.purpose() },
    { name: 'outcome', vision: said(outlook.success, outlook.identity), action: act.outcome() },
    { name: 'tools', vision: toolsOf(mirror, vision), action: act.tools() },
    { name: 'example', vision: said(vision.title), action: act.example() },
  ];
}

function said(...lines: (string | undefined)[]): string[] {
  return lines.filter((line): line is string => line !== undefined && line.trim() !== '');
}

function toolsOf(mirror: Mirror, { id, title }: Item): string[] {
  const own = mirror.boards.filter(({ itemId }) => itemId === id);
  const boards = own.map(({ name }) => name || title);
  const values = mirror.said
    .list('worth', id)
    .map(({ body }) => nameOf(mirror.said, 'value', body.valueId))
    .filter(Boolean);
  return said(
    boards.length > 0 ? t('foundations.sheet.boards', { names: boards.join(', ') }) : '',
    values.length > 0 ? t('foundations.sheet.values', { names: values.join(', ') }) : '',
  );
}

/** What is planned below a vision, as the sheet tells it. */
class Action {
  readonly #open: readonly Item[];

  constructor(
    readonly mirror: Mirror,
    readonly below: readonly Item[],
    readonly today: Day,
  ) {
    this.#open = below.filter(isActive);
  }

  focus(): string[] {
    return this.#of('goal').map(({ title }) => title);
  }

  timeframe(): string[] {
    const until = plusDays(this.today, SOON);
    const soon = this.#open.filter(
      ({ kind, due }) => kind === 'step' && due !== '' && due <= until,
    );
    if (soon.length === 0) return [];
    return [tn('foundations.sheet.soon', soon.length, { day: longDay(until) })];
  }

  purpose(): string[] {
    return this.#open
      .flatMap(({ id, title }) => {
        const words = promiseWords(this.mirror.said.once('promise', id));
        return words ? [t('foundations.sheet.promise', { title, words })] : [];
      })
      .slice(0, FEW);
  }

  outcome(): string[] {
    return this.#of('milestone').map(({ title, doneWhen, due }) => {
      const what = doneWhen || title;
      return due ? t('foundations.sheet.until', { what, day: longDay(due) }) : what;
    });
  }

  tools(): string[] {
    const { said: all } = this.mirror;
    const many = (kind: 'routine' | 'measure') =>
      this.#open.reduce((sum, { id }) => sum + all.list(kind, id).length, 0);
    const steps = this.#open.filter(({ kind }) => kind === 'step').length;
    return said(
      steps > 0 ? tn('foundations.sheet.steps', steps) : '',
      many('routine') > 0 ? tn('foundations.sheet.routines', many('routine')) : '',
      many('measure') > 0 ? tn('foundations.sheet.measures', many('measure')) : '',
    );
  }

  example(): string[] {
    return said(this.#open.find(readyIn(this.mirror))?.title);
  }

  #of(kind: Item['kind']): Item[] {
    return this.#open.filter((item) => item.kind === kind).slice(0, FEW);
  }
}
