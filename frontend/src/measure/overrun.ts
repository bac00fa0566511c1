import { factorOf } from '../plan/effort';
import type { Deed } from './deeds';
import { numbersIn, type Window } from './window';

/** What steps were thought to take, and what they took, in minutes. */
export interface Overrun {
  readonly steps: number;
  readonly estimated: number;
  readonly spent: number;
  /** spent ÷ estimated, "you usually need 1.6 ×"; null while too few steps tell (ENOUGH in plan/effort.ts). */
  readonly factor: number | null;
}

/** The personal overrun factor of what was done in a window: of steps that were estimated and timed. */
export function overrunIn(deeds: readonly Deed[], window: Window): Overrun {
  const holds = numbersIn(window);
  let [steps, estimated, spent] = [0, 0, 0];
  for (const { item, done } of deeds) {
    if (item.estimateMin === 0 || item.spentMin === 0 || !holds(done)) continue;
    steps++;
    estimated += item.estimateMin;
    spent += item.spentMin;
  }
  return { steps, estimated, spent, factor: factorOf(steps, estimated, spent) };
}
