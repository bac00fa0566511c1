import type { Aspects } from '../plan/aspects';
import type { Mirror } from '../plan/mirror.svelte';
import { isStep } from '../plan/ready';
import { isActive, type Item } from '../plan/types';
import { plusDays, type Day } from '../text/dates';

/** From which day to which, both of them in it. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The working minutes of a day; an estimate is as many days as it fills. */
const DAY_MIN = 8 * 60;

/** When an item is, by its own dates; null while it has none. A step with a due date only takes as long as its estimate. */
export function ownSpan(item: Item): Span | null {
  const { start, due, estimateMin } = item;
  if (start === '' && due === '') return null;
  if (start !== '' && due !== '') return { from: start, to: due };
  const more = Math.max(0, Math.ceil(estimateMin / DAY_MIN) - 1);
  if (start !== '') return { from: start, to: plusDays(start, more) };
  return { from: isStep(item) ? plusDays(due, -more) : due, to: due };
}

/** One line of the timeline. */
export interface Row {
  readonly item: Item;
  readonly depth: number;
  /** null = it has no date, and nothing below it has one. */
  readonly span: Span | null;
  readonly fold: 'leaf' | 'open' | 'shut';
}

/** The lines of a plan, or of a branch of it; what is open, ends there and has no date yet; and from when to when all of it is. */
export interface Lines {
  readonly rows: readonly Row[];
  readonly undated: readonly Item[];
  readonly span: Span | null;
}

/** A plan in time: goals, milestones and what has a date, in the order of the outline. */
export function linesOf(mirror: Mirror, branch: string, folded: ReadonlySet<string>): Lines {
  const { items, said, below: belowOf } = mirror; // asked for once, and not for each of ten thousand
  const rows: { -readonly [K in keyof Row]: Row[K] }[] = [];
  const undated: Item[] = [];

  /** Takes an item and all below it; when that is. */
  function take(id: string, depth: number, hidden: boolean): Span | null {
    const item = items.get(id);
    if (!item || item.kind === 'idea' || item.state === 'letgo') return null;
    const below = belowOf(id);
    if (item.kind === 'vision') return all(below, depth, hidden);
    const high = item.kind === 'goal' || item.kind === 'milestone';
    const own = rhythmSpan(said, item) ?? ownSpan(item) ?? decidedSpan(said, item);
    if (own === null && isActive(item) && lone(below, high)) undated.push(item);
    if (hidden || !(high || own !== null)) {
      const span = all(below, depth, hidden);
      return union(high ? reach(item, own, span) : own, span);
    }
    const shut = folded.has(id);
    const row: (typeof rows)[number] = { item, depth, span: own, fold: 'leaf' };
    const count = rows.push(row);
    const span = all(below, depth + 1, shut);
    if (high) row.span = reach(item, own, span);
    if (rows.length > count) row.fold = 'open';
    else if (shut && span !== null) row.fold = 'shut';
    return union(row.span, span);
  }

  /** Nothing below says when it is. */
  function lone(below: readonly string[], high: boolean): boolean {
    return high ? below.length === 0 : !below.some(isOpenStep);
  }

  function isOpenStep(id: string): boolean {
    const item = items.get(id);
    return item !== undefined && isStep(item) && isActive(item);
  }

  function all(ids: readonly string[], depth: number, hidden: boolean): Span | null {
    let span: Span | null = null;
    for (const id of ids) span = union(span, take(id, depth, hidden));
    return span;
  }

  const span = branch === '' ? all(mirror.children(''), 0, false) : take(branch, 0, false);
  return { rows, undated, span };
}

/** What recurs goes on from its first day to the one it is due, or without end. */
function rhythmSpan(said: Aspects, { id, due }: Item): Span | null {
  const { rule, from } = said.once('routine', id);
  return rule !== undefined && from !== undefined ? { from, to: due > from ? due : from } : null;
}

/** What was decided lasts until it is looked at again (R80, R83). */
function decidedSpan(said: Aspects, { id, kind }: Item): Span | null {
  if (kind !== 'decision') return null;
  const { decided, review } = said.once('choice', id);
  return decided !== undefined && review !== undefined && decided <= review
    ? { from: decided, to: review }
    : null;
}

/** A goal goes from what comes first below it to its own day, or to what comes last. */
function reach({ start, due }: Item, own: Span | null, below: Span | null): Span | null {
  if (!own) return below;
  if (!below) return own;
  const from = start || (below.from < own.from ? below.from : own.from);
  return { from, to: due || below.to };
}

function union(a: Span | null, b: Span | null): Span | null {
  if (!a || !b) return a ?? b;
  if (a.from <= b.from && a.to >= b.to) return a;
  return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to };
}
