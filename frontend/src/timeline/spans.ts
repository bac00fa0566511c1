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

/** The lines of a plan, or of a branch of it, and what is open, ends there and has no date yet. */
export interface Lines {
  readonly rows: readonly Row[];
  readonly undated: readonly Item[];
}

/** A plan in time: goals, milestones and what has a date, in the order of the outline. */
export function linesOf(mirror: Mirror, branch: string, folded: ReadonlySet<string>): Lines {
  const rows: Row[] = [];
  const undated: Item[] = [];

  /** Takes an item and all below it; when that is. */
  function take(id: string, depth: number, hidden: boolean): Span | null {
    const item = mirror.item(id);
    if (!item || item.kind === 'idea' || item.state === 'letgo') return null;
    if (item.kind === 'vision') return all(id, depth, hidden);
    const at = rows.length;
    const high = item.kind === 'goal' || item.kind === 'milestone';
    const own = rhythmSpan(mirror, item) ?? ownSpan(item) ?? decidedSpan(mirror, item);
    if (own === null && isActive(item) && lone(item, high)) undated.push(item);
    const shown = !hidden && (high || own !== null);
    const shut = folded.has(id);
    if (shown) rows.push({ item, depth, span: own, fold: 'leaf' });
    const below = all(id, shown ? depth + 1 : depth, hidden || (shown && shut));
    const span = high ? reach(item, own, below) : own;
    if (shown) {
      const inner = rows.length > at + 1 || (shut && below !== null);
      rows[at] = { item, depth, span, fold: inner ? (shut ? 'shut' : 'open') : 'leaf' };
    }
    return union(span, below);
  }

  /** Nothing below it says when it is. */
  function lone({ id }: Item, high: boolean): boolean {
    return high ? mirror.children(id).length === 0 : !hasSteps(mirror, id);
  }

  function all(parentId: string, depth: number, hidden: boolean): Span | null {
    let span: Span | null = null;
    for (const id of mirror.children(parentId)) span = union(span, take(id, depth, hidden));
    return span;
  }

  if (branch === '') all('', 0, false);
  else take(branch, 0, false);
  return { rows, undated };
}

/** What recurs goes on from its first day to the one it is due, or without end. */
function rhythmSpan(mirror: Mirror, { id, due }: Item): Span | null {
  const { rule, from } = mirror.said.once('routine', id);
  return rule !== undefined && from !== undefined ? { from, to: due > from ? due : from } : null;
}

/** What was decided lasts until it is looked at again (R80, R83). */
function decidedSpan(mirror: Mirror, { id, kind }: Item): Span | null {
  if (kind !== 'decision') return null;
  const { decided, review } = mirror.said.once('choice', id);
  return decided !== undefined && review !== undefined && decided <= review
    ? { from: decided, to: review }
    : null;
}

function hasSteps(mirror: Mirror, id: string): boolean {
  return mirror.children(id).some((child) => {
    const item = mirror.item(child);
    return item !== undefined && isStep(item) && isActive(item);
  });
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
