import type { Trashed } from '../plan/types';

/** How long what was deleted can be put back. */
export const KEPT_DAYS = 30;

/** Whole days until an entry leaves the trash; never less than 1 while it is listed. */
export function daysLeft(entry: Trashed, now: Date = new Date()): number {
  const gone = (now.getTime() - new Date(entry.trashedAt).getTime()) / 86_400_000;
  return Math.max(1, Math.ceil(KEPT_DAYS - gone));
}
