import type { Item } from '../plan/types';

/** What a plan holds: its goals, its steps and decisions, and how many of those are done. */
export interface Sum {
  readonly goals: number;
  readonly steps: number;
  readonly done: number;
}

export function sumOf(items: Iterable<Item>, planId: string): Sum {
  const sum = { goals: 0, steps: 0, done: 0 };
  for (const item of items) {
    if (item.planId !== planId) continue;
    const acts = item.kind === 'step' || item.kind === 'decision';
    if (item.kind === 'goal') sum.goals++;
    if (acts) sum.steps++;
    if (acts && item.state === 'done') sum.done++;
  }
  return sum;
}
