import type { Mirror } from '../plan/mirror.svelte';
import type { Item, Kind } from '../plan/types';

/** What the details of a kind ask for besides title, date, area, tags and notes. */
export interface Fields {
  readonly state: boolean;
  /** How far one has come instead of a state to choose: a vision is no ticket. */
  readonly reached: boolean;
  /** What carries it, as a cairn. */
  readonly stands: boolean;
  /** Where it stands in the plan, where no cairn says it. */
  readonly path: boolean;
  readonly why: boolean;
  readonly what: boolean;
  readonly doneWhen: boolean;
  readonly takes: boolean;
  readonly smaller: boolean;
  readonly links: boolean;
  readonly promote: boolean;
  /** What is said of a goal beside its title. */
  readonly aim: boolean;
  /** The ways that a decision could go, and which it went. */
  readonly decision: boolean;
  /** How far it is, and how much it counts. */
  readonly headway: boolean;
  /** What may come in between, what it needs, who. */
  readonly beside: boolean;
}

const NONE: Fields = {
  state: true,
  reached: false,
  stands: true,
  path: false,
  why: false,
  what: false,
  doneWhen: false,
  takes: false,
  smaller: false,
  links: true,
  promote: false,
  aim: false,
  decision: false,
  headway: true,
  beside: true,
};

/**
 * Why and what belong to a vision and a goal (R12), a definition of done to a
 * goal and a milestone (R35), an estimate and "make it smaller" to a step
 * (R37); an idea asks for nothing but a place.
 */
export function fieldsOf(kind: Kind): Fields {
  switch (kind) {
    case 'vision':
      return {
        ...NONE,
        state: false,
        reached: true,
        stands: false,
        why: true,
        what: true,
        links: false,
      };
    case 'goal':
      return { ...NONE, why: true, what: true, doneWhen: true, aim: true };
    case 'milestone':
      return { ...NONE, doneWhen: true };
    case 'step':
      return { ...NONE, takes: true, smaller: true };
    case 'decision':
      return { ...NONE, takes: true, decision: true, headway: false };
    case 'idea':
      return {
        ...NONE,
        state: false,
        stands: false,
        path: true,
        links: false,
        promote: true,
        headway: false,
        beside: false,
      };
  }
}

/** What all items have in common, or undefined when they differ. */
export function common<Value>(
  items: readonly Item[],
  of: (item: Item) => Value,
): Value | undefined {
  const [first, ...rest] = items.map(of);
  return rest.every((value) => value === first) ? first : undefined;
}

/** Where the hand goes when an item is deleted: the next sibling, the one before, or what it stood below. */
export function neighbour(mirror: Mirror, item: Item): string {
  const siblings = mirror.children(item.parentId, item.planId);
  const at = siblings.indexOf(item.id);
  return siblings[at + 1] ?? siblings[at - 1] ?? item.parentId;
}
