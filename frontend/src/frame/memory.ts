import { kept, number, text } from '../plan/kept';

/** What stands around a plan: what is kept for the next time (R127). */
export interface Memory {
  /** The view that is open; '' = nothing is kept. */
  readonly view: string;
  /** The item in focus; '' = the whole plan. */
  readonly branch: string;
  /** What stands at the side; '' = nothing, null = it is not kept. */
  readonly side: string | null;
  /** The style in which the plan was last drawn, and when that was chosen, in ms; '' and 0 = it never was. */
  readonly style: string;
  readonly since: number;
}

export const NO_MEMORY: Memory = { view: '', branch: '', side: null, style: '', since: 0 };

export function writeMemory(memory: Memory): string {
  return JSON.stringify(memory);
}

/** Reads what writeMemory wrote; what is not understood is forgotten. */
export function readMemory(data: string): Memory {
  const found = kept(data);
  const side = typeof found['side'] === 'string' ? found['side'] : null;
  const style = text(found['style']);
  const since = style === '' ? 0 : number(found['since']);
  return { view: text(found['view']), branch: text(found['branch']), side, style, since };
}

/** The style that was chosen last in any of some plans; '' = none ever was. */
export function lastStyle(memories: readonly Memory[]): string {
  return memories.reduce((last, one) => (one.since > last.since ? one : last), NO_MEMORY).style;
}
