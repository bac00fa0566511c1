/** What may be written down of an error: the name of its kind, and where in our scripts it was. */
export interface Noted {
  readonly name: string;
  /** "index-B1x9.js:12:345", the innermost first. */
  readonly places: string[];
}

const PLACE = /([\w.-]+\.(?:js|ts|svelte))(?:\?[\w=.&-]*)?:(\d+):(\d+)/g;

/** Of an error only its kind and its places: its message may quote what a person wrote. */
export function noted(thrown: unknown): Noted {
  if (!(thrown instanceof Error)) return { name: typeof thrown, places: [] };
  const stack = (thrown.stack ?? '').replace(thrown.message, '');
  const places = [...stack.matchAll(PLACE)].map(([, file, line, column]) =>
    [file, line, column].join(':'),
  );
  return { name: thrown.constructor.name, places };
}
