import { choosable, type Choosable } from '../plan/choosable';
import type { Mirror } from '../plan/mirror.svelte';
import type { Item, Kind, Link } from '../plan/types';

/** Whose steps are shown: where one has looked, what the hand holds, and what is in focus. */
interface Looking {
  readonly mirror: Mirror;
  /** The item whose flow was chosen; null = none was. */
  readonly kept: string | null;
  /** The item in hand; '' = none. */
  readonly held: string;
  /** The item in focus; '' = the whole plan. */
  readonly branch: string;
}

/** Whose steps make a flow by themselves, without being asked. */
const FLOWS: readonly Kind[] = ['goal', 'milestone'];

/**
 * The item whose steps are shown; '' = the top of the plan. It stays while it
 * holds what the hand holds; else it is the nearest goal or milestone at or
 * above that, then what is in focus, then the first goal of the plan.
 */
export function scopeOf({ mirror, kept, held, branch }: Looking): string {
  const inside = (id: string) =>
    branch === '' || id === branch || mirror.path(id).some((up) => up.id === branch);
  const here = mirror.item(held)?.planId === mirror.planId ? mirror.item(held) : undefined;
  const stays = kept !== null && isHere(mirror, kept) && inside(kept);
  if (stays && (!here || here.id === kept || here.parentId === kept)) return kept;
  const near = here && [...mirror.path(here.id), here].findLast(({ kind }) => FLOWS.includes(kind));
  if (near && inside(near.id)) return near.id;
  if (stays && kept !== '') return kept;
  return branch || first(mirror);
}

function isHere(mirror: Mirror, id: string): boolean {
  return id === '' || mirror.item(id)?.planId === mirror.planId;
}

/** The first goal of the plan, or its first milestone; '' = it has neither. */
function first(mirror: Mirror): string {
  for (const kind of FLOWS) {
    const found = seek(mirror, mirror.children(''), kind);
    if (found !== '') return found;
  }
  return '';
}

function seek(mirror: Mirror, ids: readonly string[], kind: Kind): string {
  for (const id of ids) {
    const item = mirror.item(id);
    if (item?.kind === kind) return id;
    const below = seek(mirror, mirror.children(id), kind);
    if (below !== '') return below;
  }
  return '';
}

/** What a flow consists of, in its order: everything right below but thoughts that are not placed. */
export function membersOf(mirror: Mirror, scope: string): Item[] {
  return mirror.children(scope).flatMap((id) => {
    const item = mirror.item(id);
    return item && item.kind !== 'idea' ? [item] : [];
  });
}

/** A link of a flow, from member to member, or from or to something outside. */
export interface Tie {
  readonly link: Link;
  /** The member that waits, or that what waits stands below; or something outside that waits. */
  readonly after: string;
  /** What is waited for: a member, or that it stands below, or something outside. */
  readonly before: string;
  /**
   * own: between two members themselves. deep: one of its ends stands below a
   * member. outside: one of its ends stands elsewhere in the plan.
   */
  readonly sort: 'own' | 'deep' | 'outside';
  /** The end that stands elsewhere; '' = both are here. */
  readonly outside: string;
}

/** Every link by which something in a flow waits, or is waited for. */
export function tiesOf(mirror: Mirror, members: readonly Item[]): Tie[] {
  const ids = new Set(members.map(({ id }) => id));
  const home = (id: string) =>
    ids.has(id) ? id : (mirror.path(id).find((up) => ids.has(up.id))?.id ?? '');
  return mirror.links.flatMap((link): Tie[] => {
    if (link.kind !== 'after' || !mirror.item(link.toId) || !mirror.item(link.fromId)) return [];
    const { fromId, toId } = link;
    const [after, before] = [home(fromId), home(toId)];
    if (after === before) return [];
    if (after === '' || before === '') {
      const outside = after === '' ? fromId : toId;
      return [{ link, after: after || fromId, before: before || toId, sort: 'outside', outside }];
    }
    const own = after === fromId && before === toId;
    return [{ link, after, before, sort: own ? 'own' : 'deep', outside: '' }];
  });
}

/** The items whose steps one may want to see: visions, goals, milestones, and whatever has steps of its own. */
export function scopes(mirror: Mirror): Choosable[] {
  return choosable(
    mirror,
    ({ id, kind }) =>
      kind === 'vision' ||
      FLOWS.includes(kind) ||
      (kind !== 'idea' && mirror.children(id).length > 0),
  );
}

/** True for what an item may wait for: not what it stands below or above, nor what it waits for already. */
export function waitable(mirror: Mirror, id: string): (other: Item) => boolean {
  const near = new Set([id, ...mirror.path(id).map((up) => up.id), ...mirror.descendants(id)]);
  for (const link of mirror.links)
    if (link.kind === 'after' && link.fromId === id) near.add(link.toId);
  return (other) => !near.has(other.id) && other.kind !== 'idea';
}
