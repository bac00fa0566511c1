import { knows } from '../text/text';

/** What can help when a vault cannot be opened. */
export type Help = 'again' | 'choose' | 'beside' | 'folder' | 'salvage';

const KNOWN = [
  'missing',
  'empty',
  'foreign',
  'newer',
  'damaged',
  'readonly',
  'full',
  'failing',
  'locked',
  'denied',
] as const;

/** The problems that have a sentence of their own. */
export type Problem = (typeof KNOWN)[number] | 'unknown';

/** A problem by its code; one that this page does not know is told plainly. */
export function problemOf(code: string): Problem {
  return KNOWN.find((known) => known === code && knows(`start.${known}.title`)) ?? 'unknown';
}

/** What helps with a problem, the likeliest first. */
export function helpFor(problem: Problem): readonly Help[] {
  switch (problem) {
    case 'missing':
      return ['again', 'choose', 'beside', 'folder'];
    case 'damaged':
      return ['salvage', 'choose', 'beside', 'folder', 'again'];
    case 'empty':
    case 'foreign':
      return ['choose', 'beside', 'folder', 'again'];
    case 'newer':
      return ['choose', 'folder', 'again', 'beside'];
    case 'readonly':
    case 'full':
    case 'failing':
    case 'denied':
    case 'unknown':
      return ['again', 'choose', 'folder', 'beside'];
    case 'locked':
      return ['again', 'choose', 'folder'];
  }
}
