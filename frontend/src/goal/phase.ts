import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Item } from '../plan/types';

/** Where an endeavour is between a wish and looking back (S4 L13–17, R86). */
export const PHASES = ['deciding', 'planning', 'acting', 'reviewing'] as const;
export type Phase = (typeof PHASES)[number];

/**
 * The phase of a goal, by what is open below it: as long as something is to be
 * decided and nothing is being done it is deciding; with nothing that can be done,
 * planning; when all is done, reviewing.
 */
export function phaseOf(mirror: Mirror, goal: Item): Phase {
  const below = mirror.descendants(goal.id).flatMap((id) => mirror.item(id) ?? []);
  const open = below.filter(isActive);
  const steps = below.filter(({ kind }) => kind === 'step');
  const begun = steps.some(({ state }) => state === 'done' || state === 'doing');
  if (goal.state === 'done') return 'reviewing';
  if (open.some(({ kind }) => kind === 'decision') && !begun) return 'deciding';
  if (open.some(({ kind }) => kind === 'step')) return 'acting';
  return steps.some(({ state }) => state === 'done') ? 'reviewing' : 'planning';
}
