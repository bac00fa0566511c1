/** What the caller can do about a refusal; see internal/plan/error.go. */
export type Code = 'invalid' | 'not_found' | 'conflict' | 'internal';

/** A refusal from Go: key names the sentence in the catalogue, params fill it. */
export class BridgeError extends Error {
  readonly code: Code;
  readonly key: string;
  readonly params: Record<string, string>;

  constructor(code: Code, key: string, params: Record<string, string> = {}) {
    super(code + ': ' + key);
    this.name = 'BridgeError';
    this.code = code;
    this.key = key;
    this.params = params;
  }
}

const CODES: readonly string[] = ['invalid', 'not_found', 'conflict', 'internal'] satisfies Code[];

/** Whatever was thrown, as a BridgeError; what Go did not shape is a fault of ours. */
export function asBridgeError(thrown: unknown): BridgeError {
  if (thrown instanceof BridgeError) return thrown;
  const said = spoken(thrown);
  return isShaped(said)
    ? new BridgeError(said.code, said.key, said.params ?? {})
    : new BridgeError('internal', 'error.internal');
}

/** Wails makes an Error of every answer, so a refusal is the JSON in its message. */
function spoken(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  try {
    return JSON.parse(thrown.message) as unknown;
  } catch {
    return thrown;
  }
}

interface Shaped {
  code: Code;
  key: string;
  params?: Record<string, string>;
}

function isShaped(thrown: unknown): thrown is Shaped {
  if (typeof thrown !== 'object' || thrown === null) return false;
  const { code, key } = thrown as Partial<Record<'code' | 'key', unknown>>;
  return typeof code === 'string' && CODES.includes(code) && typeof key === 'string';
}
