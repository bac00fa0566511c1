import type { Stretch } from './found';
import type { Sign } from './menu';

/** One line that a finder offers. */
export interface Line {
  readonly id: string;
  readonly words: string;
  /** Where in the words stands what was typed. */
  readonly found?: readonly Stretch[];
  /** Said at the end of the line: where it stands. */
  readonly beside?: string;
  /** The chord as written in a command. */
  readonly keys?: string | undefined;
  readonly sign?: Sign | undefined;
  /** It was let go: its words are struck through. */
  readonly struck?: boolean;
}

/** Lines that belong together, under a heading; without one they stand alone. */
export interface Section<L extends Line> {
  readonly title: string;
  readonly lines: readonly L[];
}

/** The sections that have lines, each with the number of its first line. */
export function numbered<L extends Line>(
  sections: readonly Section<L>[],
): (Section<L> & { from: number })[] {
  let from = 0;
  return sections.flatMap((section) => {
    if (section.lines.length === 0) return [];
    const here = { ...section, from };
    from += section.lines.length;
    return [here];
  });
}
