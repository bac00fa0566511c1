import type { Mirror } from '../plan/mirror.svelte';
import type { Item } from '../plan/types';
import { daysBetween, plusDays, shortDay, type Day } from '../text/dates';
import { firstSentence } from '../text/sentence';
import { vagueName, type Vague } from '../text/vague';

/** A milestone on a road. */
export interface Gate {
  readonly id: string;
  readonly title: string;
  /** The day where it stands; of a vague date the middle. */
  readonly on: Day;
  readonly when: string;
  /** Where it lies somewhere; null = its day is known. */
  readonly vague: Vague | null;
  /** It is done. */
  readonly laid: boolean;
}

/** A goal in time, with its milestones in the order of their days. */
export interface Road {
  readonly id: string;
  /** '' for milestones that stand below no goal. */
  readonly title: string;
  /** The life area: its name and the name of its colour; '' = none. */
  readonly area: string;
  readonly hue: string;
  readonly from: Day;
  readonly to: Day;
  /** When it is due, in words; '' = only what lies below it has dates. */
  readonly when: string;
  /** Where its end lies somewhere; null = its day is known. */
  readonly vague: Vague | null;
  /** The share done, 0 to 1; null = there is nothing to count. */
  readonly share: number | null;
  readonly laid: boolean;
  readonly gates: readonly Gate[];
}

/** Where roads lead to. */
export interface Destination {
  readonly id: string;
  readonly title: string;
  /** The first sentence of the picture; '' = none is written. */
  readonly sentence: string;
  readonly when: string;
}

/** The roads that lead to one vision, or to none. */
export interface Stretch {
  readonly destination: Destination | null;
  readonly roads: readonly Road[];
}

/** A goal or milestone that has no date yet. */
export interface Undated {
  readonly id: string;
  readonly kind: 'goal' | 'milestone';
  readonly title: string;
  readonly hue: string;
}

/** A plan as vision, goals and milestones over time (R22). */
export interface Roadmap {
  readonly title: string;
  readonly now: Day;
  readonly stretches: readonly Stretch[];
  readonly undated: readonly Undated[];
}

/** A stretch and a road while they are gathered. */
interface Open {
  destination: Destination | null;
  roads: Road[];
  /** Milestones that stand below no goal. */
  loose: Gate[];
}

/** The roadmap of the plan shown. What is parked or let go lies beside the road, and is not drawn. */
export function roadmapOf(mirror: Mirror, now: Day): Roadmap {
  const stretches: Open[] = [];
  const undated: Undated[] = [];
  const bare: Open = { destination: null, roads: [], loose: [] };

  function walk(ids: readonly string[], stretch: Open, gates: Gate[]): void {
    for (const id of ids) {
      const item = mirror.item(id);
      if (item && isOnWay(item)) take(item, stretch, gates);
    }
  }

  function take(item: Item, stretch: Open, gates: Gate[]): void {
    const below = mirror.children(item.id);
    if (item.kind === 'vision') {
      const own: Open = { destination: destinationOf(item, now), roads: [], loose: [] };
      stretches.push(own);
      walk(below, own, own.loose);
    } else if (item.kind === 'goal') {
      const own: Gate[] = [];
      const at = stretch.roads.length;
      walk(below, stretch, own);
      const road = roadOf(mirror, item, own, now);
      if (road) stretch.roads.splice(at, 0, road);
      else leave(item, 'goal');
    } else {
      if (item.kind === 'milestone') {
        if (item.due === '') leave(item, 'milestone');
        else gates.push(gateOf(item, now));
      }
      walk(below, stretch, gates);
    }
  }

  function leave(item: Item, kind: Undated['kind']): void {
    if (item.state !== 'done')
      undated.push({ id: item.id, kind, title: item.title, hue: hueOf(mirror, item) });
  }

  walk(mirror.children(''), bare, bare.loose);
  return {
    title: mirror.plan?.name ?? '',
    now,
    stretches: [...stretches, bare].map(closed).filter(isThere),
    undated,
  };
}

/** Ideas, and what was set down or let go, stand on no road. */
function isOnWay({ kind, state }: Item): boolean {
  return kind !== 'idea' && state !== 'parked' && state !== 'letgo';
}

function isThere({ destination, roads }: Stretch): boolean {
  return destination !== null || roads.length > 0;
}

function closed({ destination, roads, loose }: Open): Stretch {
  const [first, last] = ends(loose);
  if (first === undefined || last === undefined) return { destination, roads };
  const way: Road = {
    id: first.id + '-way',
    title: '',
    area: '',
    hue: '',
    from: first.on,
    to: last.on,
    when: '',
    vague: null,
    share: null,
    laid: false,
    gates: inOrder(loose),
  };
  return { destination, roads: [...roads, way] };
}

function ends(gates: readonly Gate[]): [Gate?, Gate?] {
  const sorted = inOrder(gates);
  return [sorted[0], sorted.at(-1)];
}

function inOrder(gates: readonly Gate[]): Gate[] {
  return [...gates].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function destinationOf(vision: Item, now: Day): Destination {
  const sentence = firstSentence(vision.what);
  return {
    id: vision.id,
    title: vision.title,
    sentence: sentence === vision.title ? '' : sentence,
    when: whenOf(vision, now),
  };
}

function gateOf(item: Item, now: Day): Gate {
  const vague = vagueOf(item);
  return {
    id: item.id,
    title: item.title,
    on: vague ? middle(vague) : item.due,
    when: whenOf(item, now),
    vague,
    laid: item.state === 'done',
  };
}

/** A goal from what comes first below it to its own day, or to what comes last; null while nothing has a date. */
function roadOf(mirror: Mirror, goal: Item, gates: readonly Gate[], now: Day): Road | null {
  const days = mirror
    .descendants(goal.id)
    .flatMap((id) => daysOf(mirror.item(id)))
    .sort();
  const vague = vagueOf(goal);
  const to = latest([goal.due || days.at(-1), ...gates.map(({ on }) => on)]);
  if (to === undefined) return null;
  const begin = (vague ? '' : goal.start) || days[0] || now;
  const area = areaOf(mirror, goal);
  return {
    id: goal.id,
    title: goal.title,
    area: area?.name ?? '',
    hue: area?.hue ?? '',
    from: begin < to ? begin : to,
    to,
    when: whenOf(goal, now),
    vague,
    share: mirror.progress(goal.id),
    laid: goal.state === 'done',
    gates: inOrder(gates),
  };
}

function latest(days: readonly (Day | undefined)[]): Day | undefined {
  return days
    .filter((day) => day !== undefined && day !== '')
    .sort()
    .at(-1);
}

/** The days that an item names, if it is on the way. */
function daysOf(item: Item | undefined): Day[] {
  if (!item || !isOnWay(item)) return [];
  return [item.start, item.due].filter((day) => day !== '');
}

function vagueOf({ start, due, dueKind }: Item): Vague | null {
  return dueKind === 'soft' && start !== '' && start < due ? { start, due } : null;
}

function middle({ start, due }: Vague): Day {
  return plusDays(start, Math.floor(daysBetween(start, due) / 2));
}

/** When something is due, in words; '' without a date. */
function whenOf(item: Item, now: Day): string {
  if (item.due === '') return '';
  return (item.dueKind === 'soft' && vagueName(item)) || shortDay(item.due, now);
}

function hueOf(mirror: Mirror, item: Item): string {
  return areaOf(mirror, item)?.hue ?? '';
}

/** The life area of an item: its own, or that of what it stands below. */
function areaOf(mirror: Mirror, item: Item) {
  const up = [item, ...mirror.path(item.id).reverse()].find(({ areaId }) => areaId !== '');
  return up && mirror.area(up.areaId);
}
