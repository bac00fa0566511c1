import { kept, text } from '../plan/kept';

/** What stands around a plan: what is kept for the next time (R127). */
export interface Memory {
  /** The view that is open; '' = nothing is kept. */
  readonly view: string;
  /** The item in focus; '' = the whole plan. */
  readonly branch: string;
  /** What stands at the side; '' = nothing, null = it is not kept. */
  readonly side: string | null;
}

export const NO_MEMORY: Memory = { view: '', branch: '', side: null };

export function writeMemory(memory: Memory): string {
  return JSON.stringify(memory);
}

/** Reads what writeMemory wrote; what is not understood is forgotten. */
export function readMemory(data: string): Memory {
  const found = kept(data);
  const side = typeof found['side'] === 'string' ? found['side'] : null;
  return { view: text(found['view']), branch: text(found['branch']), side };
}
