import type { Repair } from './types';

/** What can be added to a title, in the order in which one says it. */
export const PARTS = ['what', 'amount', 'where', 'when'] as const;
export type Part = (typeof PARTS)[number];

/** What was filled in; '' = nothing. */
export type Parts = Readonly<Record<Part, string>>;

export const NO_PARTS: Parts = { what: '', amount: '', where: '', when: '' };

export function isPart(repair: Repair): repair is Part {
  return (PARTS as readonly Repair[]).includes(repair);
}

/** The title with what was filled in; what one would do takes the place of what was said. */
export function filled(title: string, parts: Parts): string {
  const { what, amount, where, when } = parts;
  const said = [what.trim() || title, amount, where, when].map((part) => part.trim());
  return said.filter((part) => part !== '').join(', ');
}

/** A noun with a verb before or behind it, by an opening such as "Call …" or "… anrufen". */
export function opened(title: string, opening: string): string {
  return opening.replace('…', title.trim());
}

/** An action of leaving off, and what is done in its stead. */
export function replaced(title: string, instead: string): string {
  return `${title.trim()}: ${instead.trim()}`;
}
