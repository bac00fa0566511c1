import { isOf, lookDue } from '../measure/looks';
import { readingsOf } from '../measure/course';
import type { Aspect } from '../plan/aspects';
import type { Whose } from '../plan/looking';
import { valueOf } from '../plan/measure';
import type { Mirror } from '../plan/mirror.svelte';
import { isActive, type Item } from '../plan/types';
import type { Record } from '../routine/log';
import { routinesOf } from '../routine/record';
import type { Day } from '../text/dates';

/** A measure that is asked for: what it was last, and when that was ('' = where it began). */
export interface Asked {
  readonly measure: Aspect<'measure'>;
  readonly item: Item;
  readonly value: number | undefined;
  readonly on: Day | '';
}

/** What one looks at in a check-in. */
export interface Sight {
  readonly measures: readonly Asked[];
  readonly routines: readonly Record[];
  readonly visions: readonly Item[];
}

/** What there is to look at, of a plan or of an item and all below it. */
export function sightOf(mirror: Mirror, of: Whose, now: Day): Sight {
  const here = within(mirror, of);
  const ids = new Set(here.map(({ id }) => id));
  const above = of.itemId === undefined ? [] : mirror.path(of.itemId);
  return {
    measures: here.filter(isActive).flatMap((item) => askedOf(mirror, item, now)),
    routines: routinesOf(mirror).filter(({ item }) => ids.has(item.id)),
    visions: [...above, ...here].filter((item) => item.kind === 'vision' && isActive(item)),
  };
}

/** All that lives in a plan, or an item and all below it, in the order of the outline. */
function within(mirror: Mirror, { planId, itemId }: Whose): Item[] {
  const tops = itemId === undefined ? mirror.children('', planId) : [itemId];
  return tops
    .flatMap((id) => [id, ...mirror.descendants(id)])
    .flatMap((id) => mirror.item(id) ?? []);
}

function askedOf({ said }: Mirror, item: Item, now: Day): Asked[] {
  const entries = said.list('entry', item.id);
  return said.list('measure', item.id).map((measure) => {
    const on = readingsOf({ said }, measure, { from: '', to: now }).at(-1)?.on ?? '';
    return { measure, item, value: valueOf(measure, entries), on };
  });
}

/**
 * What rests when a check-in pauses or lets go: a goal itself; of a plan or a vision
 * the goals that are still gone for and stand below no other one of them, as what is
 * below rests with them.
 */
export function restsOf(mirror: Mirror, of: Whose): Item[] {
  const here = within(mirror, of).filter((item) => item.kind === 'goal' && isActive(item));
  const ids = new Set(here.map(({ id }) => id));
  return here.filter(({ id }) => !mirror.path(id).some((above) => ids.has(above.id)));
}

/** The check-in of a day; undefined = there is none. */
export function lookOn({ said }: Mirror, of: Whose, day: Day): Aspect<'checkin'> | undefined {
  return looksAt(said.list('checkin', ''), of).find(({ body }) => body.on === day);
}

/** The last check-in before a day. */
export function lookBefore({ said }: Mirror, of: Whose, day: Day): Aspect<'checkin'> | undefined {
  return looksAt(said.list('checkin', ''), of).findLast(({ body }) => (body.on ?? '') < day);
}

/** The check-ins of one plan or item, the oldest first. */
export function looksAt(all: readonly Aspect<'checkin'>[], of: Whose): Aspect<'checkin'>[] {
  return all
    .filter(({ body }) => isOf(body, of))
    .sort((a, b) => ((a.body.on ?? '') < (b.body.on ?? '') ? -1 : 1));
}

/** All check-ins of a plan and of what is in it, the newest first. */
export function looksUnder(mirror: Mirror, planId: string): Aspect<'checkin'>[] {
  return mirror.said
    .list('checkin', '')
    .filter(({ body }) => (body.planId ?? mirror.item(body.itemId ?? '')?.planId) === planId)
    .toSorted((a, b) => ((a.body.on ?? '') > (b.body.on ?? '') ? -1 : 1));
}

/** Only what it is of: what is said besides in the body is left out. */
export function whose({ planId, itemId }: Whose): Whose {
  if (planId !== undefined) return { planId };
  return itemId === undefined ? {} : { itemId };
}

/** The id of a plan or an item. */
export function keyOf({ planId, itemId }: Whose): string {
  return planId ?? itemId ?? '';
}

/** What it is called; '' when it is not there any more. */
export function calledOf(mirror: Mirror, { planId, itemId = '' }: Whose): string {
  if (planId === undefined) return mirror.item(itemId)?.title ?? '';
  return mirror.plans.find(({ id }) => id === planId)?.name ?? '';
}

/** A moment to look that has come, of the plan shown or of what is in it. */
export interface Due {
  readonly of: Whose;
  readonly day: Day;
}

/** What it is time to look at, the plan first; what is over is not asked for. */
export function duesOf(mirror: Mirror, now: Day): Due[] {
  const { said, planId } = mirror;
  const moments = [...said.list('rhythm', ''), ...said.list('checkpoint', '')];
  const all = new Map(moments.map(({ body }) => [keyOf(body), whose(body)]));
  return [...all.values()]
    .filter((of) => isShown(mirror, of))
    .map((of) => ({ of, day: lookDue(mirror, of, now) }))
    .filter(({ day }) => day !== '')
    .sort((a, b) => Number(b.of.planId === planId) - Number(a.of.planId === planId));
}

function isShown(mirror: Mirror, of: Whose): boolean {
  if (of.planId !== undefined) return of.planId === mirror.planId;
  const item = mirror.item(of.itemId ?? '');
  return item !== undefined && item.planId === mirror.planId && isActive(item);
}
