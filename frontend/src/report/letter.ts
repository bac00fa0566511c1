// A report as it leaves: what was chosen of it, in words.

import { plainDay, type Day } from '../text/dates';
import { t, type Key } from '../text/text';
import { isTold, type Choice } from './choice';
import { windowOf, type Part, type Period } from './parts';

/** What somebody gets to read, whichever way it goes to them. */
export interface Letter {
  /** What the plan is called. */
  readonly plan: string;
  /** What they are greeted with; '' = nobody is. */
  readonly greeting: string;
  /** What it is, and of which days. */
  readonly about: string;
  readonly sections: readonly Section[];
  readonly day: Day;
}

export interface Section {
  readonly head: string;
  readonly lines: readonly string[];
}

/** The letter that is made of the parts of a report, by what was chosen for somebody. */
export function letterOf(
  parts: readonly Part[],
  choice: Choice,
  { plan, greeting, period, now }: { plan: string; greeting: string; period: Period; now: Day },
): Letter {
  const { from, to } = windowOf(period, now);
  const about = t(`report.${period}`, { plan, from: plainDay(from, now), to: plainDay(to, now) });
  const sections = parts
    .map((part) => ({
      head: t(`report.${part.name}` as Key),
      lines: part.lines
        .filter((line) => isTold(choice, part.name, line.id))
        .map(({ words }) => words.replace(/\s+/g, ' ').trim()),
    }))
    .filter(({ lines }) => lines.length > 0);
  const quiet = parts.some(({ name }) => name === 'done')
    ? ''
    : ` ${t(`report.${period}.nothing`)}`;
  return { plan, greeting: greeting.trim(), about: about + quiet, sections, day: now };
}

/** In plain words, to be pasted into a mail. */
export function wordsOf({ greeting, about, sections }: Letter): string {
  const first = [greeting, about].filter(Boolean).join('\n');
  const parts = sections.map(({ head, lines }) =>
    [`${head}:`, ...lines.map((line) => `– ${line}`)].join('\n'),
  );
  return [first, ...parts].join('\n\n');
}

/** As Markdown; what a person wrote stays words and becomes no markup. */
export function markdownOf({ plan, greeting, about, sections }: Letter): string {
  const blocks = [
    `# ${escaped(plan)}`,
    ...greeting.split('\n').filter(Boolean).map(escaped),
    escaped(about),
    ...sections.map(
      ({ head, lines }) => `## ${head}\n\n${lines.map((line) => `- ${escaped(line)}`).join('\n')}`,
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function escaped(words: string): string {
  return words
    .replace(/[\\`*_[\]<>]/g, '\\$&')
    .replace(/^([#+-])(?=\s)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
}
