import type { Column } from '../plan/types';
import { t } from '../text/text';
import type { Target } from './drop';
import type { Lane } from './lanes';
import type { View } from './view.svelte';

/** The name of a column: its own, or that of its state. */
export function nameOf({ name, state }: Column): string {
  return name || t(`plan.stateName.${state}`);
}

/** A column without some cards; before tells how many of its rows lie above a card. */
export function restOf(
  lane: Lane,
  ids: readonly string[],
): Target & { before(id: string): number } {
  const out = new Set(ids);
  const stays = ({ id }: { id: string }) => !out.has(id);
  const before = (id: string) => {
    const at = lane.rows.findIndex((row) => row.id === id);
    return lane.rows.slice(0, Math.max(at, 0)).filter(stays).length;
  };
  return { rows: lane.rows.filter(stays), all: lane.all.filter(stays), before };
}

/** True when cards would lie as they lie now. */
export function staysSo({ all }: Lane, ids: readonly string[], afterId: string): boolean {
  const order = all.map(({ id }) => id);
  if (!ids.every((id) => order.includes(id))) return false;
  const rest = order.filter((id) => !ids.includes(id));
  const next = rest.toSpliced(rest.indexOf(afterId) + 1, 0, ...ids);
  return next.every((id, i) => id === order[i]);
}

/** The card that the hand finds when some leave: the next one of their column that stays, else the one before. */
export function neighbour(view: View, leaving: readonly string[]): string {
  const out = new Set(leaving);
  const lane = view.spot(view.active)?.lane;
  const cards = lane?.cards ?? [];
  const last = cards.findLastIndex(({ id }) => out.has(id));
  const next = cards.slice(last + 1).find(({ id }) => !out.has(id));
  const before = cards.slice(0, Math.max(last, 0)).findLast(({ id }) => !out.has(id));
  return (next ?? before)?.id ?? '';
}
