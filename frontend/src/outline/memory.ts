import { LACKS } from '../plan/gaps';
import { kept, number, record, text } from '../plan/kept';
import { KINDS, STATES } from '../plan/types';
import { EVERYTHING, type Filter } from './filter';

/** Where the hand was in the outline of a plan: what is kept for the next time (R127). */
export interface Memory {
  readonly active: string;
  readonly folded: readonly string[];
  readonly filter: Filter;
  /** The first row in sight and how far above it the view began, in px. */
  readonly top: { readonly id: string; readonly delta: number };
}

export const NO_MEMORY: Memory = {
  active: '',
  folded: [],
  filter: EVERYTHING,
  top: { id: '', delta: 0 },
};

export function writeMemory(memory: Memory): string {
  return JSON.stringify(memory);
}

/** Reads what writeMemory wrote; what is not understood is forgotten. */
export function readMemory(data: string): Memory {
  const found = kept(data);
  const top = record(found.top);
  return {
    active: text(found.active),
    folded: Array.isArray(found.folded) ? found.folded.filter((id) => typeof id === 'string') : [],
    filter: readFilter(record(found.filter)),
    top: { id: text(top.id), delta: number(top.delta) },
  };
}

function readFilter(found: Record<string, unknown>): Filter {
  return {
    text: text(found.text),
    kind: KINDS.find((kind) => kind === found.kind) ?? '',
    state: [...STATES, 'open' as const].find((state) => state === found.state) ?? '',
    tag: text(found.tag),
    lack: LACKS.find((lack) => lack === found.lack) ?? '',
    drafts: found.drafts === true,
  };
}
