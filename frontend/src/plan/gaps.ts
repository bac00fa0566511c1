import { GAPS, type Aspect, type GapSort } from './aspects';
import type { Mirror } from './mirror.svelte';

/** What can be asked for: help, knowledge …, or anything. */
export const LACKS = ['any', ...GAPS] as const;
export type Lack = GapSort | 'any';

/** Which items lack something. */
export type Lacking = (lack: Lack) => ReadonlySet<string>;

/** The items with a gap of a sort that nothing has filled yet (R67, R70). */
export function lackingIn(mirror: Mirror): Lacking {
  return (lack) => {
    const open = mirror.said
      .all('gap')
      .filter((gap) => isOpen(mirror, gap) && (lack === 'any' || gap.body.sort === lack));
    return new Set(open.map(({ itemId }) => itemId));
  };
}

/** What an item lacks, by its first gap that nothing has filled yet; null = nothing. */
export function lackOf(mirror: Mirror, itemId: string): Lack | null {
  const gap = mirror.said.list('gap', itemId).find((one) => isOpen(mirror, one));
  return gap ? (gap.body.sort ?? 'any') : null;
}

function isOpen(mirror: Mirror, { body: { stepId = '' } }: Aspect<'gap'>): boolean {
  return mirror.item(stepId)?.state !== 'done';
}
