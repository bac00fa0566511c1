import type { Trashed } from '../plan/types';
import { t, tn } from '../text/text';

/** How long what was deleted can be put back. */
export const KEPT_DAYS = 30;

/** Whole days until an entry leaves the trash; never less than 1 while it is listed. */
export function daysLeft(entry: Trashed, now: Date = new Date()): number {
  const gone = (now.getTime() - new Date(entry.trashedAt).getTime()) / 86_400_000;
  return Math.max(1, Math.ceil(KEPT_DAYS - gone));
}

/**
 * Where it was, how much it is, how long it stays; plan is the name of another
 * plan that it belongs to, else ''. It may break after a dot, never within a
 * number of days.
 */
export function toldOf(entry: Trashed, plan: string, now: Date = new Date()): string {
  const { count } = entry;
  const path = plan === '' ? entry.path : [plan, ...entry.path];
  return [
    ...(path.length > 0 ? [t('trash.from', { path: path.join(' › ') })] : []),
    ...(count > 1 ? [whole(tn('trash.count', count))] : []),
    whole(tn('trash.left', daysLeft(entry, now))),
  ].join('\u00a0· ');
}

function whole(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}
