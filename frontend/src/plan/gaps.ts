import { GAPS, type GapSort } from './aspects';
import type { Mirror } from './mirror.svelte';

/** What can be asked for: help, knowledge …, or anything. */
export const LACKS = ['any', ...GAPS] as const;
export type Lack = GapSort | 'any';

/** Which items lack something. */
export type Lacking = (lack: Lack) => ReadonlySet<string>;

/** The items with a gap of a sort that nothing has filled yet (R67, R70). */
export function lackingIn(mirror: Mirror): Lacking {
  return (lack) => {
    const open = mirror.said.all('gap').filter(({ body: { sort, stepId = '' } }) => {
      const filled = mirror.item(stepId)?.state === 'done';
      return !filled && (lack === 'any' || sort === lack);
    });
    return new Set(open.map(({ itemId }) => itemId));
  };
}
