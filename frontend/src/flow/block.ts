import type { Order } from './order';
import { beforeOf } from './weaving';

/** Items of a flow that go together, whatever stands between them. */
export interface Block {
  /** They in their order. */
  readonly ids: readonly string[];
  readonly own: ReadonlySet<string>;
  /** What each of them comes after that goes along. */
  readonly inside: ReadonlyMap<string, readonly string[]>;
  /** Those that come after none of the others, and those that lead to none. */
  readonly first: readonly string[];
  readonly last: readonly string[];
}

export function blockOf(now: Order, held: readonly string[]): Block {
  const own = new Set(held);
  const ids = now.ids.filter((id) => own.has(id));
  const before = beforeOf(now);
  const inside = new Map(ids.map((id) => [id, past(id, before, (one) => own.has(one))]));
  const led = new Set([...inside.values()].flat());
  return {
    ids,
    own,
    inside,
    first: ids.filter((id) => inside.get(id)?.length === 0),
    last: ids.filter((id) => !led.has(id)),
  };
}

/** What an item comes after when only some stay: past all that do not. */
export function past(
  id: string,
  before: ReadonlyMap<string, readonly string[]>,
  stays: (id: string) => boolean,
): string[] {
  const seen = new Set(before.get(id));
  const found: string[] = [];
  for (const one of seen)
    if (stays(one)) found.push(one);
    else for (const up of before.get(one) ?? []) seen.add(up);
  return found;
}
