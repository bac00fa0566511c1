import type { Window, Part } from '../measure/window';
import { t, tn } from '../text/text';
import { partName } from './period';
import type { Line, Series } from './series';

/** A chart in a sentence or a few, for whoever cannot see it. */
export function chartWords({ title, lines, says, target }: Series): string {
  const [first, ...others] = lines;
  const known = first.values.filter((value) => value !== null);
  const [begin, end] = [known[0], known.at(-1)];
  if (begin === undefined || end === undefined) return `${title}. ${t('balance.chart.none')}`;
  const gaps = first.values.length - known.length;
  const told = [
    t('balance.chart', {
      title,
      first: says(begin),
      last: says(end),
      low: says(Math.min(...known)),
      high: says(Math.max(...known)),
    }),
    ...others.flatMap((line) => lastWords(line, says)),
    gaps > 0 ? tn('balance.chart.gaps', gaps) : '',
    target === undefined ? '' : t('balance.chart.target', { value: says(target) }),
  ];
  return told.filter(Boolean).join(' ');
}

function lastWords({ name, values }: Line, says: Series['says']): string[] {
  const last = values.findLast((value) => value !== null);
  return last === undefined || last === null
    ? []
    : [t('balance.chart.line', { name, last: says(last) })];
}

/** What a chart shows at one of its parts: "March 2026: 7 of 10". */
export function readWords(
  { lines, says }: Series,
  parts: readonly Window[],
  part: Part,
  at: number,
): string {
  const window = parts[at];
  if (!window) return '';
  const values = lines.map(({ values }) => {
    const value = values[at] ?? null;
    return value === null ? t('balance.silent') : says(value);
  });
  const isOne = new Set(values).size === 1;
  const told = isOne
    ? values.slice(0, 1)
    : lines.map(({ name }, i) => t('balance.reads.line', { name, value: values[i] ?? '' }));
  return t('balance.reads', { part: partName(window, part), value: told.join(', ') });
}
