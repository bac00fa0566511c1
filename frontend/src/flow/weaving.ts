import type { Wait } from '../plan/types';
import { gathered, orderOf, type Arrow, type Order, type Waiting } from './order';

/** The id of an item that is still to be made. */
export const NEW = '';

/** A flow as it should be: another order, and what some items should come after. */
export interface Wish {
  /** The items that are woven, which stand together in the order; [NEW] = one to be made. */
  readonly held: readonly string[];
  readonly ids: readonly string[];
  /** What an item should come after, where that changes. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  /** Those of them whose own arrows are links, even where the order would do. */
  readonly firm: readonly string[];
}

/** What has to be written so that a wish comes true. */
export interface Woven {
  /** What the items stand behind in the order; '' = they are the first. */
  readonly afterId: string;
  readonly waits: readonly Wait[];
  readonly cut: readonly string[];
}

/**
 * What to write for a wish: no more links than needed. What follows by its
 * order alone stays so wherever the new order says the same; what is a link
 * stays a link; and everything not named by the wish keeps what it comes after.
 */
export function woven(links: readonly Waiting[], now: Order, wish: Wish): Woven {
  const wanted = wantedBy(now, wish);
  const own = gathered(now.arrows.flatMap((arrow) => (arrow.link ? [[arrow.after, arrow]] : [])));
  const cut = now.arrows.flatMap(({ before, after, link }) =>
    link && !wanted.get(after)?.includes(before) ? [{ ...link, fromId: after, toId: before }] : [],
  );
  const gone = new Set(cut.map(({ id }) => id));
  const waits: Wait[] = [];
  const lagOf = (id: string) =>
    Math.max(0, ...cut.filter(({ fromId }) => fromId === id).map(({ lag }) => lag));
  const join = (fromId: string) => {
    const there = (own.get(fromId) ?? []).map(({ before }) => before);
    for (const toId of wanted.get(fromId) ?? [])
      if (!there.includes(toId) && !waits.some((w) => w.fromId === fromId && w.toId === toId))
        waits.push({ fromId, toId, lag: lagOf(fromId) });
  };
  for (const id of wish.ids) if (own.has(id) || wish.firm.includes(id)) join(id);
  const kept = links.filter(({ id }) => !gone.has(id));
  for (;;) {
    const made = waits.map((wait, i) => ({ id: `new ${String(i)}`, ...wait }));
    const then = gathered(
      orderOf(wish.ids, [...kept, ...made]).arrows.map((arrow) => [arrow.after, arrow]),
    );
    const wrong = wish.ids.filter((id) => !says(then.get(id) ?? [], wanted.get(id) ?? []));
    const before = waits.length;
    // What comes after several needs links; with them the order may say the rest.
    const several = wrong.filter((id) => (wanted.get(id) ?? []).length > 1);
    (several.length > 0 ? several : wrong).forEach(join);
    if (waits.length === before) break;
  }
  const at = wish.ids.indexOf(wish.held[0] ?? NEW);
  return { afterId: wish.ids[at - 1] ?? '', waits, cut: [...gone] };
}

function wantedBy(now: Order, wish: Wish): Map<string, readonly string[]> {
  const before = beforeOf(now);
  return new Map(wish.ids.map((id) => [id, wish.before.get(id) ?? before.get(id) ?? []]));
}

/** True where arrows say nothing but what is wanted, or what the order cannot help saying. */
function says(arrows: readonly Arrow[], wanted: readonly string[]): boolean {
  if (wanted.length === 0 || arrows.some(({ link }) => link !== null)) return true;
  return wanted.length === 1 && arrows[0]?.before === wanted[0];
}

/** What each item of a flow comes after. */
export function beforeOf({ arrows }: Order): Map<string, string[]> {
  return gathered(arrows.map(({ before, after }) => [after, before]));
}

/** What each item of a flow leads to, in its order. */
export function afterOf({ arrows }: Order): Map<string, string[]> {
  return gathered(arrows.map(({ before, after }) => [before, after]));
}
