import type { Aspect, Bodies } from '../plan/aspects';
import type { Edits } from '../plan/edit.svelte';
import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Changes, type Item, type State } from '../plan/types';
import type { Day } from '../text/dates';

// What each view needs of routines. When they come is in record.ts, whose rules
// no view has to load that only lays stones.

/** How a step recurs, and what is meant each time. */
export type Routine = Bodies['routine'];
/** What was done of a routine on a day. */
export type Log = Bodies['log'];

/** A routine, with what was done of it. */
export interface Record {
  readonly item: Item;
  readonly routine: Routine;
  readonly logs: ReadonlyMap<Day, Aspect<'log'>>;
}

/** True for a step that recurs. */
export function recurs(mirror: Mirror, { id }: Item): boolean {
  return mirror.said.once('routine', id).rule !== undefined;
}

export function recordOf({ said }: Pick<Mirror, 'said'>, item: Item): Record {
  const logs = said.list('log', item.id);
  return {
    item,
    routine: said.once('routine', item.id),
    logs: new Map(logs.map((log) => [log.body.on ?? '', log])),
  };
}

/** True when it is done on a day, be it only the least. */
export function isDone(record: Record, day: Day): boolean {
  const log = record.logs.get(day)?.body;
  return log !== undefined && log.skipped !== true;
}

/** How the stone of an item lies on a day: a routine's by that day. */
export function stateOn(mirror: Mirror, item: Item, day: Day): State {
  if (!isActive(item) || !recurs(mirror, item)) return item.state;
  return isDone(recordOf(mirror, item), day) ? 'done' : 'todo';
}

interface Logging {
  readonly mirror: Mirror;
  readonly edits: Edits;
}

/** Lays the stones of items, or takes them up again when all are laid: of a routine that of the day, and it goes on. */
export async function lay(
  desk: Logging,
  items: readonly Item[],
  day: Day,
): Promise<Changes | undefined> {
  const { mirror, edits } = desk;
  const laid = items.every((item) => stateOn(mirror, item, day) === 'done');
  const daily = items.filter((item) => isActive(item) && recurs(mirror, item));
  const others = items.filter((item) => !daily.includes(item)).map(({ id }) => id);
  let changes = await (others.length > 0 && edits.setState(others, laid ? 'todo' : 'done'));
  for (const item of daily) {
    // What was written down of the day already stays as it is.
    if (!laid && stateOn(mirror, item, day) === 'done') continue;
    const { target } = mirror.said.once('routine', item.id);
    const asMeant = target === undefined ? {} : { amount: target };
    changes = await (laid ? forget(desk, item, day) : log(desk, item, day, asMeant));
  }
  return changes || undefined;
}

/** Keeps the minutes that were spent on an item: with the day, of a routine that counts them. */
export function spend(desk: Logging, item: Item, day: Day, minutes: number) {
  const { mirror, edits } = desk;
  const { unit = '' } = mirror.said.once('routine', item.id);
  if (!recurs(mirror, item) || !unit.startsWith('min'))
    return edits.setSpent([item.id], item.spentMin + minutes);
  const { amount = 0 } = recordOf(mirror, item).logs.get(day)?.body ?? {};
  return log(desk, item, day, { amount: amount + minutes });
}

/** Says what was done of a routine on a day, in place of what was said of it before. */
export function log({ edits }: Logging, { id }: Item, day: Day, said: Log) {
  const body = { amount: null, least: null, skipped: null, ...said, on: day };
  return edits.setAspect({ id: '', itemId: id, kind: 'log', body, edit: '' });
}

/** Nothing is said of a day any more. */
export async function forget({ mirror, edits }: Logging, item: Item, day: Day) {
  const known = recordOf(mirror, item).logs.get(day);
  return known ? edits.removeAspect(known.id) : undefined;
}
