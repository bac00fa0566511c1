import type { Aspect, AspectKind, Bodies } from '../plan/aspects';
import { Mirror } from '../plan/mirror.svelte';
import { changes, item, seeded } from '../plan/sample';
import type { Item, Link, State } from '../plan/types';
import { plusDays, type Day } from '../text/dates';

// Histories as they could have been lived, for tests: made up by chance, and the
// same on every run.

/** Something that is said, under an id of its own. */
export function said<K extends AspectKind>(
  id: string,
  kind: K,
  itemId: string,
  body: Bodies[K],
): Aspect<K> {
  return { id, itemId, kind, rank: id, body };
}

/** One item serves another by a link. */
export function serves(fromId: string, toId: string, weight = 1): Link {
  return { id: `${fromId}>${toId}`, fromId, toId, kind: 'serves', weight, lag: 0 };
}

/** One item waits for another. */
export function waits(fromId: string, toId: string): Link {
  return { ...serves(fromId, toId), id: `${fromId}~${toId}`, kind: 'after' };
}

/** A mirror of one plan, p1, and of what stands in p2. */
export function mirrorOf(items: Item[], aspects: Aspect[] = [], links: Link[] = []): Mirror {
  const mirror = new Mirror();
  const plans = ['p1', 'p2'].map((id) => ({ id, name: id, subject: 'me' as const, rank: id }));
  mirror.replace(changes({ plans, items, aspects, links, show: 'p1' }));
  return mirror;
}

/** How long and how full a history is. */
export interface Span {
  readonly from: Day;
  readonly days: number;
  readonly steps: number;
}

const STATES: readonly State[] = ['todo', 'todo', 'doing', 'waiting', 'parked', 'letgo'];
const RULES = ['FREQ=DAILY', 'FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY;BYDAY=MO,TH'] as const;

/** Makes up histories. */
export class Chance {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  /** A whole number below another. */
  below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  /** True so many times of a hundred. */
  is(percent: number): boolean {
    return this.below(100) < percent;
  }

  one<T>(all: readonly T[]): T {
    const found = all[this.below(all.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  /** Any second of a day in Greenwich. */
  instant(day: Day): string {
    return new Date(Date.parse(day) + this.below(86_400) * 1000).toISOString();
  }

  /** A client with two plans: visions, goals, milestones, steps that were re-planned, done, put away or left. */
  history({ from, days, steps }: Span): Mirror {
    const day = (least = 0) => plusDays(from, least + this.below(days - least));
    const items: Item[] = [];
    const tops = ['v1', 'v2', 'v3'].map((id) =>
      item(id, { kind: 'vision', planId: id === 'v3' ? 'p2' : 'p1', rank: id }),
    );
    items.push(...tops);
    for (let i = 0; i < 8; i++) items.push(this.#goal(i, items, this.instant(day())));
    for (let i = 0; i < steps; i++) items.push(this.#step(i, items, from, days));
    return mirrorOf(items, this.#says(items, from, days), this.#links(items));
  }

  #goal(i: number, items: readonly Item[], createdAt: string): Item {
    const kind = i < 5 ? 'goal' : 'milestone';
    const up = this.one(items.filter((one) => one.kind === 'vision' || one.kind === 'goal'));
    const state = this.is(15) ? 'parked' : 'todo';
    const dates = kind === 'milestone' ? this.#dates(createdAt.slice(0, 10)) : {};
    return item(`${kind}${i}`, {
      kind,
      parentId: up.id,
      planId: up.planId,
      state,
      createdAt,
      ...dates,
    });
  }

  /** A first day, and the one that holds now: the same, moved, or none any more. */
  #dates(near: Day): Pick<Item, 'firstDue' | 'due'> {
    if (this.is(25)) return { firstDue: '', due: '' };
    const firstDue = plusDays(near, this.below(40));
    const moved = this.is(35) ? plusDays(firstDue, this.below(60) - 10) : firstDue;
    return { firstDue, due: this.is(5) ? '' : moved };
  }

  #step(i: number, items: readonly Item[], from: Day, days: number): Item {
    const up = this.one(items.filter(({ kind }) => kind !== 'decision'));
    const kind = this.is(8) ? 'milestone' : this.is(8) ? 'decision' : 'step';
    const begun = plusDays(from, this.below(days));
    const dates = this.#dates(begun);
    const done = this.is(60);
    const end = plusDays(dates.firstDue || begun, this.below(24) - 12);
    // East of Greenwich that is the last day of all.
    const last = plusDays(from, days - 2);
    return item(`s${String(i).padStart(4, '0')}`, {
      kind: up.kind === 'step' ? 'step' : kind,
      parentId: this.is(4) ? '' : up.id,
      planId: up.planId,
      state: done ? 'done' : this.one(STATES),
      createdAt: this.instant(begun),
      doneAt: done ? this.instant(end < from ? from : end > last ? last : end) : '',
      estimateMin: this.is(50) ? 10 + this.below(90) : 0,
      spentMin: this.is(50) ? 10 + this.below(120) : 0,
      ...dates,
    });
  }

  #links(items: readonly Item[]): Link[] {
    const acts = items.filter(({ kind }) => kind === 'step' || kind === 'decision');
    const goals = items.filter(({ kind }) => kind === 'goal');
    const links: Link[] = [];
    for (const { id } of acts) {
      if (this.is(15)) links.push(serves(id, this.one(goals).id, 1 + this.below(3)));
      if (this.is(10)) links.push(waits(id, this.one(acts).id));
    }
    return links.filter((link, i) => links.findIndex(({ id }) => id === link.id) === i);
  }

  #says(items: readonly Item[], from: Day, days: number): Aspect[] {
    const steps = items.filter(({ kind }) => kind === 'step');
    const goals = items.filter(({ kind }) => kind === 'goal');
    const day = () => plusDays(from, this.below(days));
    const all: Aspect[] = ['calm', 'play', 'order'].map((name) =>
      said(name, 'value', '', name === 'order' ? { name } : { name, core: true }),
    );
    for (const name of ['calm', 'order'])
      all.push(said(`w-${name}`, 'worth', this.one(items).id, { valueId: name }));
    for (const { id } of goals.slice(0, 2)) all.push(...this.#measure(id, day));
    for (const { id } of items)
      if (this.is(15)) all.push(said(`h-${id}`, 'headway', id, this.#headway()));
    if (steps.length > 0)
      RULES.forEach((rule, i) => {
        const { id } = this.one(
          steps.filter((one) => !all.some(({ itemId }) => itemId === one.id)),
        );
        all.push(...this.#routine(i, id, rule, plusDays(from, this.below(30)), days));
      });
    return all;
  }

  #headway(): Bodies['headway'] {
    return this.is(30) ? { own: this.below(101) } : { weight: this.below(6) };
  }

  /** A measure that goes down or up, and what was entered for it. */
  #measure(goalId: string, day: () => Day): Aspect[] {
    const down = this.is(50);
    const [baseline, target] = down ? [90, 80] : [0, 12];
    const direction = down ? 'down' : 'up';
    const id = `m-${goalId}`;
    const entries = Array.from({ length: this.below(6) }, (_, i) =>
      said(`e${i}-${goalId}`, 'entry', goalId, {
        measureId: id,
        on: day(),
        value: Math.min(baseline, target) + this.below(13),
      }),
    );
    return [said(id, 'measure', goalId, { baseline, target, direction }), ...entries];
  }

  #routine(i: number, id: string, rule: string, from: Day, days: number): Aspect[] {
    const rest = this.is(50) ? { paused: plusDays(from, 20), back: plusDays(from, 35) } : {};
    const logs: Aspect[] = [];
    for (let at = 0; at < days - 30; at++) {
      if (!this.is(40)) continue;
      const on = plusDays(from, at);
      const how = this.one<Bodies['log']>([{}, { least: true }, { skipped: true }]);
      const note = how.skipped && this.is(50) ? { note: 'ill' } : {};
      logs.push(said(`l${i}-${on}`, 'log', id, { on, ...how, ...note }));
    }
    return [said(`r${i}`, 'routine', id, { rule, from, ...rest }), ...logs];
  }
}

/** Ten years of a diligent person: so many steps that were done, one in forty beside them still open. */
export function tenYears(done: number): Mirror {
  const chance = new Chance(20261128);
  const from = '2016-03-01';
  const days = 3652;
  const items: Item[] = [];
  const add = (id: string, over: Partial<Item>) => items.push(item(id, over));
  for (let i = 0; i < 10; i++) add(`v${i}`, { kind: 'vision' });
  for (let i = 0; i < 100; i++)
    add(`g${i}`, { kind: 'goal', parentId: `v${i % 10}`, createdAt: chance.instant(from) });
  const whens = (i: number, every: number) => plusDays(from, Math.floor((i * days) / every));
  for (let i = 0; i < 1000; i++) {
    const firstDue = whens(i, 1000);
    const ended = i % 10 === 0 ? {} : { state: 'done' as const, doneAt: chance.instant(firstDue) };
    const kind = 'milestone';
    add(`m${i}`, { kind, parentId: `g${i % 100}`, firstDue, due: firstDue, ...ended });
  }
  for (let i = 0; i < done; i++) {
    const firstDue = whens(i, done);
    const due = chance.is(30) ? plusDays(firstDue, chance.below(30)) : firstDue;
    const doneAt = chance.instant(plusDays(firstDue, chance.below(20) - 10));
    const times = { estimateMin: 10 + chance.below(90), spentMin: chance.below(120) };
    const parentId = `m${i % 1000}`;
    add(`s${i}`, { parentId, state: 'done', firstDue, due, doneAt, ...times });
    if (i % 40 === 0) add(`o${i}`, { parentId: `m${(i / 4) % 1000}`, firstDue, due });
  }
  add('r', { parentId: 'g0' });
  const links = items
    .filter(({ kind }, i) => kind === 'step' && i % 50 === 0)
    .map(({ id }, i) => serves(id, `g${i % 100}`));
  return mirrorOf(items, saidOver(chance, from, days), links);
}

/** What is said in ten years: a routine of each day with its logs, and how visions felt each month. */
function saidOver(chance: Chance, from: Day, days: number): Aspect[] {
  const all: Aspect[] = [
    said('calm', 'value', '', { name: 'calm', core: true }),
    said('w', 'worth', 'v1', { valueId: 'calm' }),
    said('r', 'routine', 'r', { rule: 'FREQ=DAILY', from }),
  ];
  for (let at = 0; at < days; at++) {
    const on = plusDays(from, at);
    if (chance.is(70)) all.push(said(`l${at}`, 'log', 'r', { on, amount: 10 }));
    if (at % 30 > 0) continue;
    for (let i = 0; i < 10; i++) {
      const [clarity, impact] = [chance.below(11), chance.below(11)];
      all.push(said(`f${i}-${at}`, 'rated', `v${i}`, { on, clarity, impact }));
    }
  }
  return all;
}
