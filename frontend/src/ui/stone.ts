import type { State } from '../plan/types';

/** The three stones of tokens.css, so that no heap looks stamped. */
export type Pebble = 'a' | 'b' | 'c';

/** One and the same id always lies as the same stone. */
export function pebble(id: string): Pebble {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) >>> 0;
  return (['a', 'b', 'c'] as const)[sum % 3] ?? 'a';
}

/** The state that a click or the space bar leads to: done, or back to open. */
export function toggled(state: State): State {
  return state === 'done' ? 'todo' : 'done';
}
