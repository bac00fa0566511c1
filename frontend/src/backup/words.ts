import { clock, dayOf, longDay } from '../text/dates';
import { t, tn } from '../text/text';
import type { BackupPlan } from './types';

/** When a backup was made: "Sat 28 Nov 2026, 14:05". */
export function momentWords(instant: string): string {
  return t('backup.moment', { day: longDay(dayOf(instant)), time: clock(new Date(instant)) });
}

const KB = 1024;

/** How large something is: "34 kB", "3.4 MB", "1.2 GB". */
export function sizeWords(bytes: number): string {
  const mb = bytes / KB / KB;
  if (mb < 1) return t('backup.size.kb', { n: Math.max(1, Math.round(bytes / KB)) });
  if (mb < 1000) return t('backup.size.mb', { n: round(mb) });
  return t('backup.size.gb', { n: round(mb / 1000) });
}

function round(n: number): string {
  return String(n < 10 ? Math.round(n * 10) / 10 : Math.round(n));
}

/** What is in a plan: "12 items: 2 goals, 7 steps, 3 done". */
export function planWords({ items, goals, steps, done }: BackupPlan): string {
  const parts = [
    goals > 0 ? tn('backup.goals', goals) : '',
    steps > 0 ? tn('backup.steps', steps) : '',
    done > 0 ? tn('backup.done', done) : '',
  ].filter(Boolean);
  const all = tn('backup.items', items);
  return parts.length > 0 ? t('backup.plan', { all, parts: parts.join(', ') }) : all;
}
