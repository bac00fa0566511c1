import { afterAll, describe, expect, test } from 'vitest';
import type { Mirror } from '../plan/mirror.svelte';
import { inPlan, reaching, type Within } from '../plan/reach';
import { alignmentIn } from '../plan/sight';
import { stuckIn } from '../plan/stuck';
import type { Item } from '../plan/types';
import { daysBetween, plusDays, plusMonths, weekday, type Day } from '../text/dates';
import { deedsOf } from './deeds';
import { heatOf } from './heat';
import { freeDays, hoursOf } from './hours';
import { Chance, tenYears, type Span } from './house';
import { kpisOf } from './kpis';
import { beatsOf } from './looks';
import { partsOf, type Window } from './window';

// Each formula of product.md, told a second time as plainly as it can be: one day
// after the other, one item after the other, nothing remembered. Both tell the same
// of histories that chance made up, wherever one is.

const home = process.env['TZ'];

function travel(zone: string | undefined): void {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
}
afterAll(() => travel(home));

const ZONES = ['UTC', 'America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kathmandu', 'Africa/Cairo'];

/** The day of an instant in the zone that it is in now, asked of the engine and not of us. */
function here(instant: string): Day {
  const zone = process.env['TZ'] ?? 'UTC';
  let wall = walls.get(zone);
  if (!wall) walls.set(zone, (wall = new Intl.DateTimeFormat('en-CA', { timeZone: zone })));
  return wall.format(new Date(instant));
}

/** To make one takes the engine longer than to ask it. */
const walls = new Map<string, Intl.DateTimeFormat>();

function* days({ from, to }: Window): Generator<Day> {
  for (let day = from; day <= to; day = plusDays(day, 1)) yield day;
}

/** A plan as the plain formulas see it. */
class Plain {
  readonly mirror: Mirror;
  readonly now: Day;
  readonly begun: Day;

  readonly all: readonly Item[];
  readonly done: ReadonlyMap<string, Day>;

  constructor(mirror: Mirror, span: Span) {
    this.mirror = mirror;
    this.all = [...mirror.items.values()];
    const ended = this.all.filter(({ doneAt }) => doneAt !== '');
    this.done = new Map(ended.map(({ id, doneAt }) => [id, here(doneAt)]));
    this.begun = plusDays(span.from, -40);
    this.now = plusDays(span.from, span.days - 1);
  }

  ups(item: Item): Item[] {
    const up = this.mirror.items.get(item.parentId);
    return up ? [up, ...this.ups(up)] : [];
  }

  active({ state }: Item): boolean {
    return ['todo', 'doing', 'waiting'].includes(state);
  }

  /** Asked for: it is active, and so is all above. */
  open(item: Item): boolean {
    return [item, ...this.ups(item)].every((one) => this.active(one));
  }

  recurs({ id }: Item): boolean {
    return this.mirror.said.once('routine', id).rule !== undefined;
  }

  /** Steps and decisions that count on their days. */
  acts(within: Within): Item[] {
    return this.all.filter(
      (one) => ['step', 'decision'].includes(one.kind) && !this.recurs(one) && within(one),
    );
  }

  doneOn(item: Item, day: Day): boolean {
    return this.done.get(item.id) === day;
  }

  /** True for what serves one of some items, by all ways that lead up. */
  serves(from: Item, ids: readonly string[], seen: readonly string[] = []): boolean {
    if (ids.includes(from.id)) return true;
    if (seen.includes(from.id)) return false;
    const linked = this.mirror.links.filter(
      ({ kind, fromId }) => kind === 'serves' && fromId === from.id,
    );
    return [from.parentId, ...linked.map(({ toId }) => toId)].some((id) => {
      const up = this.mirror.items.get(id);
      return up !== undefined && this.serves(up, ids, [...seen, from.id]);
    });
  }

  completion(window: Window, within: Within, by: 'firstDue' | 'due') {
    const sum = this.occasions(window, within);
    const acts = this.acts(within);
    for (const day of days(window)) {
      for (const act of acts) {
        if (act[by] !== day) continue;
        let done = false;
        for (const then of days({ from: this.begun, to: window.to }))
          done ||= then <= this.now && this.doneOn(act, then);
        if (done) sum.done++;
        else if (day < this.now && (this.open(act) || act.doneAt !== '')) sum.missed++;
      }
    }
    const of = sum.done + sum.missed + sum.skipped;
    return { ...sum, rate: of === 0 ? null : sum.done / of };
  }

  occasions(window: Window, within: Within) {
    const sum = { done: 0, missed: 0, skipped: 0 };
    const routines = this.all.filter((item) => this.recurs(item) && within(item));
    for (const item of routines) {
      if (item.doneAt === '' && !this.open(item)) continue;
      for (const day of days(window)) {
        if (day > this.now || (item.doneAt !== '' && day > here(item.doneAt))) continue;
        const log = this.mirror.said.list('log', item.id).find(({ body }) => body.on === day)?.body;
        const last = this.doneOn(item, day) || day === this.now;
        if (log && !log.skipped) sum.done++;
        else if (log && !log.note) sum.skipped++;
        else if (!log && !last && this.meant(item, day)) sum.missed++;
      }
    }
    return sum;
  }

  meant({ id }: Item, day: Day): boolean {
    const { rule = '', from = '', paused, back = '9' } = this.mirror.said.once('routine', id);
    if (day < from || (paused !== undefined && day >= paused && day < back)) return false;
    if (rule.includes('BYDAY=MO,TH')) return [0, 3].includes(weekday(day));
    return daysBetween(from, day) % (rule.includes('INTERVAL=3') ? 3 : 1) === 0;
  }

  /** Lives through all days: a deadline is decided when it is done in time, or on the day after. */
  deadlines(window: Window, within: Within, by: 'firstDue' | 'due') {
    let [met, of] = [0, 0];
    const undecided = new Set(this.acts(within).filter((act) => act[by] !== ''));
    for (const day of days({ from: this.begun, to: this.now })) {
      for (const act of undecided) {
        const inTime = this.doneOn(act, day) && day <= act[by];
        const late = day === plusDays(act[by], 1) && (this.open(act) || act.doneAt !== '');
        if (!inTime && !late) continue;
        undecided.delete(act);
        const decided = inTime ? day : act[by];
        if (decided < window.from || decided > window.to) continue;
        of++;
        if (inTime) met++;
      }
    }
    return { met, of, rate: of === 0 ? null : met / of };
  }

  milestones(window: Window, within: Within, by: 'firstDue' | 'due') {
    const sum = { count: 0, dated: 0, inTime: 0 };
    for (const day of days(window)) {
      for (const one of this.all) {
        if (one.kind !== 'milestone' || !within(one) || !this.doneOn(one, day)) continue;
        sum.count++;
        if (one[by] !== '') sum.dated++;
        if (one[by] !== '' && day <= one[by]) sum.inTime++;
      }
    }
    return { ...sum, share: sum.dated === 0 ? null : sum.inTime / sum.dated };
  }

  /** What was done on a day, routines too. */
  stones(day: Day, within: Within): number {
    const kinds = ['step', 'decision', 'milestone'];
    const own = this.all.filter((one) => within(one));
    const laid = own.filter((one) => kinds.includes(one.kind) && !this.recurs(one));
    const logs = own
      .filter((one) => this.recurs(one))
      .flatMap(({ id }) => this.mirror.said.list('log', id))
      .filter(({ body }) => body.on === day && !body.skipped);
    return laid.filter((one) => this.doneOn(one, day)).length + logs.length;
  }

  overrun(window: Window, within: Within): number | null {
    const told = this.all.filter(
      (one) =>
        ['step', 'decision', 'milestone'].includes(one.kind) &&
        !this.recurs(one) &&
        within(one) &&
        one.estimateMin > 0 &&
        one.spentMin > 0 &&
        [...days(window)].some((day) => this.doneOn(one, day)),
    );
    const sum = (of: (item: Item) => number) => told.reduce((all, one) => all + of(one), 0);
    return told.length < 5 ? null : sum((one) => one.spentMin) / sum((one) => one.estimateMin);
  }

  /** Goals that stand still, by their ids, with their days; null = nothing can be begun. */
  stuck(planId: string): Record<string, number | null> {
    const found: Record<string, number | null> = {};
    const goals = this.all.filter((one) => one.kind === 'goal' && one.planId === planId);
    for (const goal of goals) {
      if (!this.open(goal)) continue;
      if (this.all.some((one) => one.kind === 'goal' && this.ups(one).includes(goal))) continue;
      const steps = this.all.filter(
        (one) => ['step', 'decision'].includes(one.kind) && this.serves(one, [goal.id]),
      );
      if (!steps.some((one) => this.ready(one))) {
        found[goal.id] = null;
        continue;
      }
      const still = this.still(goal, steps);
      if (still !== null) found[goal.id] = still;
    }
    return found;
  }

  still(goal: Item, steps: readonly Item[]): number | null {
    const done = steps
      .filter(({ doneAt }) => doneAt !== '')
      .map(({ doneAt }) => here(doneAt))
      .sort();
    const gaps: number[] = [];
    for (let i = 1; i < done.length; i++) gaps.push(daysBetween(done[i - 1]!, done[i]!));
    const usual = gaps.slice(-10).sort((a, b) => a - b);
    const [low, high] = [usual[(usual.length - 1) >> 1] ?? 0, usual[usual.length >> 1] ?? 0];
    const since = daysBetween(done[done.length - 1] ?? here(goal.createdAt), this.now);
    return since > Math.max(14, low + high) ? since : null;
  }

  ready(item: Item): boolean {
    const waitsFor = this.mirror.links.filter(
      ({ kind, fromId }) => kind === 'after' && fromId === item.id,
    );
    const holding = waitsFor.flatMap(({ toId }) => this.mirror.items.get(toId) ?? []);
    const parts = this.all.filter(
      (one) => one.parentId === item.id && ['step', 'decision'].includes(one.kind),
    );
    return (
      this.open(item) &&
      item.state !== 'waiting' &&
      ![...holding, ...parts].some((one) => this.active(one))
    );
  }

  /** How far an item is, 0 to 1; null = it is in no denominator. */
  progress(item: Item): number | null {
    if (item.kind === 'idea' || item.state === 'parked' || item.state === 'letgo') return null;
    if (item.state === 'done') return 1;
    const { own } = this.mirror.said.once('headway', item.id);
    if (own !== undefined) return own / 100;
    const measured = item.kind === 'goal' ? this.measured(item.id) : null;
    if (measured !== null) return measured;
    let parts = this.parts(item);
    if (parts.some(([one]) => one.kind !== 'decision'))
      parts = parts.filter(([one]) => one.kind !== 'decision');
    const shares = parts.map(([one, weight]) => [this.progress(one), weight] as const);
    const known = shares.filter(([share, weight]) => share !== null && weight > 0);
    const whole = known.reduce((sum, [, weight]) => sum + weight, 0);
    if (whole === 0) return 0;
    return known.reduce((sum, [share, weight]) => sum + (share ?? 0) * weight, 0) / whole;
  }

  parts(item: Item): [Item, number][] {
    const below = this.all
      .filter(({ parentId }) => parentId === item.id)
      .map((one): [Item, number] => [one, this.mirror.said.once('headway', one.id).weight ?? 1]);
    const inSteps = [item, ...this.ups(item)].some(({ kind }) =>
      ['step', 'decision'].includes(kind),
    );
    const lent = inSteps ? [] : this.mirror.links.filter((link) => link.toId === item.id);
    const loans = lent.flatMap(({ kind, fromId, weight }): [Item, number][] => {
      const from = this.mirror.items.get(fromId);
      const lends = kind === 'serves' && from && ['step', 'decision'].includes(from.kind);
      return lends && !this.ups(from).includes(item) ? [[from, weight]] : [];
    });
    return [...below, ...loans];
  }

  measured(id: string): number | null {
    const [measure] = this.mirror.said.list('measure', id);
    const { baseline, target, direction } = measure?.body ?? {};
    if (baseline === undefined || target === undefined) return null;
    let value = baseline;
    for (const day of days({ from: this.begun, to: this.now }))
      for (const { body } of this.mirror.said.list('entry', id))
        if (body.on === day) value = body.value ?? value;
    const there = direction === 'down' ? value <= target : value >= target;
    return there ? 1 : Math.max(0, (value - baseline) / (target - baseline));
  }
}

const SPANS: readonly Span[] = [
  // Over the changes of clocks of both halves of the earth, and over a leap day.
  { from: '2026-01-20', days: 100, steps: 60 },
  { from: '2027-09-10', days: 200, steps: 90 },
  { from: '2024-02-10', days: 60, steps: 40 },
  { from: '2026-10-01', days: 40, steps: 0 },
];

/** Windows of any length, one day and none of the history among them. */
function windowsOf(chance: Chance, { from, days: length }: Span): Window[] {
  const any = Array.from({ length: 4 }, () => {
    const first = plusDays(from, chance.below(length));
    return { from: first, to: plusDays(first, chance.below(45)) };
  });
  const day = plusDays(from, chance.below(length));
  return [
    ...any,
    { from: day, to: day },
    { from: '2024-02-26', to: '2024-03-03' },
    { from: '2026-03-23', to: '2026-03-29' },
    { from: plusDays(from, -400), to: plusDays(from, -300) },
    { from: plusDays(from, length), to: plusDays(from, length + 30) },
    { from: plusDays(from, -50), to: plusDays(from, length - 1) },
  ];
}

/** Each span in some of the zones, each time another history. */
const CASES = ZONES.flatMap((zone, i) =>
  SPANS.filter((span, j) => span.steps > 0 && (i + j) % 2 === 0).map(
    (span, j) => [zone, span.from, 100 * i + j, span] as const,
  ),
);

describe.each(CASES)('in %s from %s on', (zone, _, seed, span) => {
  const begin = () => {
    travel(zone);
    const chance = new Chance(seed);
    const mirror = chance.history(span);
    const goal = chance.one([...mirror.items.values()].filter(({ kind }) => kind === 'goal'));
    return { chance, mirror, goal, plain: new Plain(mirror, span) };
  };

  test('the KPIs of all plans, of one and of a goal are as one lives through them', () => {
    const { chance, mirror, goal, plain } = begin();
    const scopes: [Within | undefined, Within][] = [
      [undefined, () => true],
      [inPlan('p1'), ({ planId }) => planId === 'p1'],
      [reaching(mirror, [goal.id]), (item) => plain.serves(item, [goal.id])],
    ];
    for (const window of windowsOf(chance, span)) {
      for (const [within, plainly] of scopes) {
        const kpis = kpisOf(mirror, window, plain.now, within);
        expect(kpis.completion).toEqual({
          first: plain.completion(window, plainly, 'firstDue'),
          after: plain.completion(window, plainly, 'due'),
        });
        expect(kpis.deadlines).toEqual({
          first: plain.deadlines(window, plainly, 'firstDue'),
          after: plain.deadlines(window, plainly, 'due'),
        });
        expect(kpis.milestones).toEqual({
          first: plain.milestones(window, plainly, 'firstDue'),
          after: plain.milestones(window, plainly, 'due'),
        });
        expect(kpis.overrun.factor).toBe(plain.overrun(window, plainly));
      }
    }
  });

  test('the days are as warm as there are stones', () => {
    const { chance, mirror, plain } = begin();
    const within = inPlan('p1');
    for (const window of windowsOf(chance, span).slice(0, 6)) {
      const heat = heatOf(deedsOf(mirror, within), mirror, window, within);
      const plainly = [...days(window)].map((day) => ({ day, count: plain.stones(day, within) }));
      expect(heat).toEqual(plainly);
    }
  });

  test('what stands still, what is in line and how far all is come out alike', () => {
    const { mirror, plain } = begin();
    for (const planId of ['p1', 'p2']) {
      const stuck = stuckIn(mirror, planId, plain.now).map(({ goal, days }) => [goal.id, days]);
      expect(Object.fromEntries(stuck)).toEqual(plain.stuck(planId));
    }
    const acts = plain.all.filter(
      (one) => ['step', 'decision'].includes(one.kind) && plain.active(one),
    );
    const core = mirror.said.all('worth').filter(({ body }) => body.valueId !== 'order');
    const ids = core.map(({ itemId }) => itemId);
    expect(alignmentIn(mirror, () => true)).toEqual({
      reach: acts.filter((one) => plain.serves(one, ids)).length,
      of: acts.length,
    });
    for (const item of plain.all) {
      const share = mirror.progress(item.id);
      if (share !== null) expect(share, item.id).toBeCloseTo(plain.progress(item) ?? -1, 12);
    }
  });
});

test('the histories have what the formulas are about', () => {
  travel('Pacific/Auckland');
  let [moved, late, skipped, resting, downward, lent] = [0, 0, 0, 0, 0, 0];
  for (const [, , seed, span] of CASES) {
    const mirror = new Chance(seed).history(span);
    const deeds = deedsOf(mirror);
    moved += deeds.filter(({ first, due }) => first !== 0 && due !== 0 && first !== due).length;
    late += deeds.filter(({ first, done }) => first !== 0 && done > first).length;
    resting += deeds.filter(({ open, done }) => !open && done === 0).length;
    skipped += mirror.said.all('log').filter(({ body }) => body.note).length;
    downward += mirror.said.all('measure').filter(({ body }) => body.direction === 'down').length;
    lent += mirror.links.filter(({ kind }) => kind === 'serves').length;
  }
  for (const count of [moved, late, resting, skipped, downward, lent])
    expect(count).toBeGreaterThan(CASES.length / 3);
});

test('months add up to their year, whatever zone one has moved to', () => {
  const span = SPANS[1]!;
  for (const zone of ZONES) {
    travel(zone);
    const mirror = new Chance(7).history(span);
    const now = plusDays(span.from, span.days - 1);
    const year = { from: '2027-08-01', to: '2028-07-31' };
    const whole = kpisOf(mirror, year, now);
    const parts = partsOf(year, 'month').map((month) => kpisOf(mirror, month, now));
    const sum = (of: (kpis: typeof whole) => number) =>
      parts.reduce((all, part) => all + of(part), 0);
    expect(whole.deadlines.first.of).toBeGreaterThan(20);
    expect(sum(({ deadlines }) => deadlines.first.of)).toBe(whole.deadlines.first.of);
    expect(sum(({ deadlines }) => deadlines.after.met)).toBe(whole.deadlines.after.met);
    expect(sum(({ milestones }) => milestones.first.count)).toBe(whole.milestones.first.count);
    expect(sum(({ done }) => done)).toBe(whole.done);
  }
});

test('ten years of days are counted as they are lived, too', () => {
  travel('America/Los_Angeles');
  const mirror = tenYears(400);
  const [span, window] = [
    { from: '2016-03-01', days: 3652, steps: 400 },
    { from: '2016-03-01', to: '2026-02-28' },
  ];
  const plain = new Plain(mirror, span);
  const { completion, deadlines, milestones } = kpisOf(mirror, window, plain.now);
  const all = () => true;
  expect(completion.first.done).toBeGreaterThan(400);
  expect(completion.after).toEqual(plain.completion(window, all, 'due'));
  expect(deadlines.first).toEqual(plain.deadlines(window, all, 'firstDue'));
  expect(milestones.first).toEqual(plain.milestones(window, all, 'firstDue'));
});

test('hours are those of the days that are not off, and one does not need an empty period', () => {
  const chance = new Chance(11);
  for (let i = 0; i < 200; i++) {
    const from = plusDays('2028-02-01', chance.below(60));
    const to = plusDays(from, chance.below(50) - 5);
    const offs = Array.from({ length: chance.below(4) }, () => {
      const first = plusDays('2028-02-01', chance.below(90));
      return { name: '', from: first, to: plusDays(first, chance.below(12)) };
    }).sort((a, b) => (a.from < b.from ? -1 : 1));
    const free = [...days({ from, to })].filter(
      (day) => !offs.some((off) => day >= off.from && day <= off.to),
    );
    expect(freeDays(from, to, offs)).toBe(free.length);
  }
  const mirror = new Chance(3).history(SPANS[3]!);
  const goal = mirror.item('goal0')!;
  expect(hoursOf(mirror, goal, '2026-10-20')).toMatchObject({ needed: 0, there: null });
});

test('a rhythm beats as one counts it, over leap days and the ends of months', () => {
  const chance = new Chance(5);
  for (let i = 0; i < 120; i++) {
    const from = plusDays('2028-01-25', chance.below(40));
    const every = 1 + chance.below(4);
    const unit = chance.one(['days', 'weeks', 'months'] as const);
    const first = plusDays('2027-12-01', chance.below(800));
    const window = { from: first, to: plusDays(first, chance.below(200)) };
    const counted: Day[] = [];
    for (let day = from, n = 0; day <= window.to; n += every) {
      day = unit === 'months' ? plusMonths(from, n) : plusDays(from, unit === 'weeks' ? 7 * n : n);
      if (day >= window.from && day <= window.to) counted.push(day);
    }
    expect(beatsOf({ from, every, unit }, window)).toEqual(counted);
  }
});
