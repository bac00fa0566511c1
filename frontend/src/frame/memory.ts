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
  const found = parsed(data);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const side = typeof found['side'] === 'string' ? found['side'] : null;
  return { view: text(found['view']), branch: text(found['branch']), side };
}

function parsed(data: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
