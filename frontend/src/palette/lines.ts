import CornerDownRight from '@lucide/svelte/icons/corner-down-right';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import Inbox from '@lucide/svelte/icons/inbox';
import PlanIcon from '@lucide/svelte/icons/map';
import type { Command } from '../commands/command';
import { fullName } from '../commands/names';
import type { Mirror } from '../plan/mirror.svelte';
import { KINDS, STATES, type Item, type Plan } from '../plan/types';
import { t, tn } from '../text/text';
import type { Line } from '../ui/finder';
import { finds } from '../ui/found';
import type { Sign } from '../ui/menu';

/** What choosing a line does. */
export type Act =
  | { readonly do: 'go'; readonly item: Item }
  | { readonly do: 'open'; readonly plan: Plan }
  /** Runs a command; with an item, on that item. */
  | { readonly do: 'run'; readonly command: Command; readonly item?: Item }
  | { readonly do: 'keep'; readonly title: string }
  /** Searches all that is written, at the side. */
  | { readonly do: 'search'; readonly command: Command; readonly words: string }
  /** Shows all that was found instead of the best of it. */
  | { readonly do: 'widen' };

/** A line of the palette. */
export interface Choice extends Line {
  readonly act: Act;
}

/** An item to go to. A step or whatever is done lies as its stone, as in the outline. */
export function itemLine(mirror: Mirror, item: Item, typed: string): Choice {
  const { id, kind, state, title } = item;
  return {
    id: `item ${id}`,
    words: title,
    found: finds(title, typed),
    beside: beside(mirror, item),
    struck: state === 'letgo',
    sign: kind === 'step' || state === 'done' ? { state, seed: id } : { kind },
    act: { do: 'go', item },
  };
}

/** Where an item stands; one that was let go says so first. */
function beside(mirror: Mirror, item: Item): string {
  const place = placeOf(mirror, item);
  return item.state === 'letgo' ? `${t('plan.state.letgo')} · ${place}` : place;
}

/** A far one says how far it is, a near one what it serves. */
function placeOf(mirror: Mirror, item: Item): string {
  if (item.planId !== mirror.planId) return mirror.elsewhere(item.planId);
  const parent = mirror.item(item.parentId);
  if (parent && item.kind !== 'goal') return parent.title;
  const share = mirror.children(item.id).length > 0 ? mirror.progress(item.id) : null;
  const percent = share === null ? '' : `${String(Math.round(share * 100))} %`;
  return [t(`plan.kind.${item.kind}`), percent].filter(Boolean).join(' · ');
}

/** Another plan to open. */
export function planLine(plan: Plan, typed: string): Choice {
  const { id, name } = plan;
  return {
    id: `plan ${id}`,
    words: name,
    found: finds(name, typed),
    beside: t('palette.plan'),
    sign: { icon: PlanIcon },
    act: { do: 'open', plan },
  };
}

/** A command to run. */
export function commandLine(command: Command, typed: string): Choice {
  const words = fullName(command);
  return {
    id: `do ${command.id}`,
    words,
    found: finds(words, typed),
    keys: command.keys?.[0],
    sign: signOf(command),
    act: { do: 'run', command },
  };
}

/** What a command makes of an item, or its own icon; most have neither. */
function signOf({ label, icon }: Command): Sign | undefined {
  const last = label.slice(label.lastIndexOf('.') + 1);
  const kind = KINDS.find((one) => one === last);
  const state = STATES.find((one) => one === last);
  if (kind) return { kind };
  if (state) return { state };
  return icon && { icon };
}

/** A command to run on an item that was found, under the name it has there. */
export function commandOfLine(command: Command, item: Item, words: string, typed: string): Choice {
  const line = commandLine(command, typed);
  const act = { do: 'run', command, item } as const;
  return { ...line, id: `${line.id} of`, words, found: finds(words, typed), act };
}

/** The way to an item, as the first thing one can do with it. */
export function goLine(item: Item): Choice {
  return {
    id: 'go',
    words: t('palette.go'),
    sign: { icon: CornerDownRight },
    act: { do: 'go', item },
  };
}

/** What was typed, kept as an idea. */
export function keepLine(typed: string): Choice {
  const title = typed.trim();
  const words = t('palette.keep', { title });
  return { id: 'keep', words, sign: { icon: Inbox }, act: { do: 'keep', title } };
}

/** What was typed, searched in all that is written. */
export function searchLine(command: Command, typed: string): Choice {
  const words = typed.trim();
  return {
    id: 'search',
    words: t('search.everything', { words }),
    keys: command.keys?.[0],
    sign: signOf(command),
    act: { do: 'search', command, words },
  };
}

/** The rest of what was found. */
export function moreLine(count: number): Choice {
  const words = tn('palette.more', count);
  return { id: 'more', words, sign: { icon: Ellipsis }, act: { do: 'widen' } };
}
