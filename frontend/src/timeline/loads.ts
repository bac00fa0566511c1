import type { Mirror } from '../plan/mirror.svelte';
import { isOpenLeaf } from '../plan/ready';
import { plusDays, weekday, type Day } from '../text/dates';

/** The weeks, by their Mondays, whose open steps need more minutes than there are (R30, R69), over all plans. */
export function loads(mirror: Mirror, minutes: number): Map<Day, number> {
  const sums = new Map<Day, number>();
  for (const item of mirror.items.values()) {
    if (item.due === '' || item.estimateMin === 0 || !isOpenLeaf(mirror, item)) continue;
    const monday = plusDays(item.due, -weekday(item.due));
    sums.set(monday, (sums.get(monday) ?? 0) + item.estimateMin);
  }
  return new Map([...sums].filter(([, sum]) => sum > minutes));
}
