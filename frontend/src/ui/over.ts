import type * as Over from './over/index';

let fetched: Promise<typeof Over> | undefined;

/**
 * Fetches what lies over the page. It is a quarter of all script, and no first
 * view needs it: the program fetches it as soon as it has drawn itself.
 */
export function over(): Promise<typeof Over> {
  return (fetched ??= import('./over/index'));
}
