import type { Mirror } from '../plan/mirror.svelte';
import { leadingTo, type Within } from '../plan/reach';
import { alignmentAmong, carriedIn, type Alignment } from '../plan/sight';
import { stuckIn, type Stuck } from '../plan/stuck';
import { isActive } from '../plan/types';
import type { Day } from '../text/dates';
import { deedsOf } from './deeds';
import { feltIn, wholeOf, type Felt } from './felt';
import { kpisFrom, type Kpis } from './kpis';
import { looksMade } from './looks';
import { occasionsIn } from './occasions';
import type { Window } from './window';

/** How one vision feels beside how much moves for it, in a window (R91). */
export interface Balance {
  readonly visionId: string;
  /** What the person said, 0 to 10 each; never mixed with what is counted. */
  readonly felt: Felt;
  /** The mean of it, 0 to 1; null while nothing was said in the window. */
  readonly feels: number | null;
  readonly kpis: Kpis;
  /** The check-ins in the window, on its plan, on it and on what leads to it. */
  readonly looks: number;
  /** Beside the rating of the same name: steps whose line of sight reaches a core value. */
  readonly alignment: Alignment;
  /** The goals that are still gone for. */
  readonly goals: number;
  /** Those where nothing was done for longer than usual. */
  readonly still: readonly Stuck[];
  /** Those with no step that could be begun. */
  readonly bare: readonly Stuck[];
  /**
   * How much moves, 0 to 1: the completion rate by first commitments or, where
   * nothing had a day, the share of goals that do not stand still. null = nobody can tell.
   */
  readonly moves: number | null;
}

/** The balance of each vision of a plan, in the order of the mirror. */
export function balancesOf(mirror: Mirror, planId: string, window: Window, now: Day): Balance[] {
  return balancesIn(mirror, planId, now)(window);
}

/** The same for many windows: the plan is gone through once. */
export function balancesIn(
  mirror: Mirror,
  planId: string,
  now: Day,
): (window: Window) => Balance[] {
  const all = [...mirror.items.values()];
  const visions = all.filter(
    (item) => item.kind === 'vision' && item.planId === planId && isActive(item),
  );
  const leads = leadingTo(
    mirror,
    visions.map(({ id }) => id),
  );
  const carried = carriedIn(mirror);
  const occasions = occasionsIn(mirror, now);
  const deeds = shared(deedsOf(mirror), ({ item }) => leads(item));
  const open = shared(all.filter(isActive), leads);
  const stuck = shared(stuckIn(mirror, planId, now), ({ goal }) => leads(goal));
  const of = (id: string, window: Window): Balance => {
    const within: Within = (item) => leads(item).includes(id);
    const kpis = kpisFrom(deeds.get(id) ?? [], occasions, window, now, within);
    const felt = feltIn(mirror, id, window);
    const looks = looksMade(mirror, window, (of) => {
      const item = mirror.item(of.itemId ?? '');
      return of.planId === planId || (item !== undefined && within(item));
    });
    const here = open.get(id) ?? [];
    const goals = here.filter(({ kind }) => kind === 'goal').length;
    const stands = stuck.get(id) ?? [];
    return {
      visionId: id,
      felt,
      feels: wholeOf(felt),
      kpis,
      looks,
      alignment: alignmentAmong(here, carried),
      goals,
      still: stands.filter(({ days }) => days !== null),
      bare: stands.filter(({ days }) => days === null),
      moves: kpis.completion.first.rate ?? (goals === 0 ? null : 1 - stands.length / goals),
    };
  };
  return (window) => visions.map(({ id }) => of(id, window));
}

/** Gives each one to all that it leads to. */
function shared<One>(
  all: readonly One[],
  leads: (one: One) => readonly string[],
): Map<string, One[]> {
  const to = new Map<string, One[]>();
  for (const one of all) {
    for (const id of leads(one)) {
      const others = to.get(id);
      if (others) others.push(one);
      else to.set(id, [one]);
    }
  }
  return to;
}

/** Where a vision lies: how clear and meaningful it feels against how much moves. */
export type Quarter = 'both' | 'clear' | 'moving' | 'neither';

/** From here on a vision feels clear. */
export const CLEAR = 0.6;
/** From here on it moves. */
export const MOVING = 0.5;

/** The quarter of a balance; null while one of the two is not known. */
export function quarterOf({ feels, moves }: Pick<Balance, 'feels' | 'moves'>): Quarter | null {
  if (feels === null || moves === null) return null;
  if (feels >= CLEAR) return moves >= MOVING ? 'both' : 'clear';
  return moves >= MOVING ? 'moving' : 'neither';
}
