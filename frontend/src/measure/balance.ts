import type { Mirror } from '../plan/mirror.svelte';
import { reaching } from '../plan/reach';
import { alignmentIn, type Alignment } from '../plan/sight';
import { stuckIn, type Stuck } from '../plan/stuck';
import { isActive } from '../plan/types';
import type { Day } from '../text/dates';
import { deedsOf, type Deed } from './deeds';
import { feltIn, wholeOf, type Felt } from './felt';
import { kpisFrom, type Kpis } from './kpis';
import type { Window } from './window';

/** How one vision feels beside how much moves for it, in a window (R91). */
export interface Balance {
  readonly visionId: string;
  /** What the person said, 0 to 10 each; never mixed with what is counted. */
  readonly felt: Felt;
  /** The mean of it, 0 to 1; null while nothing was said in the window. */
  readonly feels: number | null;
  readonly kpis: Kpis;
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
  const deeds = deedsOf(mirror);
  const stuck = stuckIn(mirror, planId, now);
  const visions = [...mirror.items.values()].filter(
    (item) => item.kind === 'vision' && item.planId === planId && isActive(item),
  );
  return visions.map(({ id }) => balanceOf(mirror, id, deeds, stuck, window, now));
}

function balanceOf(
  mirror: Mirror,
  visionId: string,
  deeds: readonly Deed[],
  stuck: readonly Stuck[],
  window: Window,
  now: Day,
): Balance {
  const within = reaching(mirror, [visionId]);
  const own = deeds.filter(({ item }) => within(item));
  const kpis = kpisFrom(own, mirror, window, now, within);
  const felt = feltIn(mirror, visionId, window);
  const here = stuck.filter(({ goal }) => within(goal));
  const goals = [...mirror.items.values()].filter(
    (item) => item.kind === 'goal' && isActive(item) && within(item),
  ).length;
  return {
    visionId,
    felt,
    feels: wholeOf(felt),
    kpis,
    alignment: alignmentIn(mirror, within),
    goals,
    still: here.filter(({ days }) => days !== null),
    bare: here.filter(({ days }) => days === null),
    moves: kpis.completion.first.rate ?? (goals === 0 ? null : 1 - here.length / goals),
  };
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
