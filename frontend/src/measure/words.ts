import { t, tn, type CountKey, type Key } from '../text/text';
import { quarterOf, type Balance, type Quarter } from './balance';
import { VISION_METRICS, type VisionMetric } from './felt';

// The one sentence that stands above a balance: what stands out, and where to look.
// The rules are read from the top, and the first that holds speaks. None of them
// judges the person; each names one thing that can be done next.

/** A rule: when it holds, and what it says then. */
interface Rule {
  readonly holds: (balance: Balance, quarter: Quarter | null) => boolean;
  readonly says: Saying;
}

/** A text as it is; or one that comes for a count of something, one and many. */
type Saying =
  | { readonly key: Key; readonly params?: (balance: Balance) => Record<string, string> }
  | { readonly stem: CountKey; readonly count: (balance: Balance) => number };

/** So many times what was estimated is worth a word. */
const OVER = 1.3;
/** So far apart are the rates by first days and by those that hold now, when days move on and on. */
const APART = 0.2;
/** From so many steps on it says something that few of them reach a value. */
const ENOUGH_STEPS = 3;

export const RULES: readonly Rule[] = [
  {
    holds: ({ feels, kpis, looks }) => feels === null && kpis.done === 0 && looks > 0,
    says: { stem: 'measure.says.looked', count: ({ looks }) => looks },
  },
  {
    holds: ({ feels, goals, kpis }) => feels === null && goals === 0 && kpis.done === 0,
    says: { key: 'measure.says.nothing' },
  },
  {
    holds: ({ feels, kpis }) => feels === null && kpis.done > 0,
    says: { stem: 'measure.says.unrated', count: ({ kpis }) => kpis.done },
  },
  { holds: ({ feels }) => feels === null, says: { key: 'measure.says.silent' } },
  {
    holds: ({ moves, kpis }) => moves === null && kpis.done === 0,
    says: { key: 'measure.says.goalless' },
  },
  { holds: ({ moves }) => moves === null, says: { key: 'measure.says.loose' } },
  {
    holds: (balance, quarter) => quarter === 'both' && astray(balance) > 0,
    says: { stem: 'measure.says.astray', count: astray },
  },
  {
    holds: (balance, quarter) => quarter === 'both' && isHopeful(balance),
    says: {
      key: 'measure.says.hopeful',
      params: ({ kpis }) => ({ times: times(kpis.overrun.factor) }),
    },
  },
  { holds: (_, quarter) => quarter === 'both', says: { key: 'measure.says.both' } },
  {
    holds: ({ bare }, quarter) => quarter === 'clear' && bare.length > 0,
    says: { stem: 'measure.says.bare', count: ({ bare }) => bare.length },
  },
  {
    holds: ({ still }, quarter) => quarter === 'clear' && still.length > 0,
    says: { stem: 'measure.says.still', count: ({ still }) => still.length },
  },
  { holds: (_, quarter) => quarter === 'clear', says: { key: 'measure.says.late' } },
  {
    holds: (balance, quarter) => quarter === 'moving' && lowest(balance) === 'clarity',
    says: { key: 'measure.says.unclear' },
  },
  {
    holds: (balance, quarter) => quarter === 'moving' && lowest(balance) === 'alignment',
    says: { key: 'measure.says.unaligned' },
  },
  { holds: (_, quarter) => quarter === 'moving', says: { key: 'measure.says.small' } },
];

/** What is said of a balance: one sentence, or two short ones. */
export function sentenceOf(balance: Balance): string {
  const says = sayingOf(balance);
  if (!says) return t('measure.says.neither');
  return 'stem' in says ? tn(says.stem, says.count(balance)) : t(says.key, says.params?.(balance));
}

/** The name of what is said: its key, or what its count is put behind. */
export function ruleOf(balance: Balance): string {
  const says = sayingOf(balance);
  if (!says) return 'measure.says.neither';
  return 'stem' in says ? says.stem : says.key;
}

function sayingOf(balance: Balance): Saying | undefined {
  const quarter = quarterOf(balance);
  return RULES.find(({ holds }) => holds(balance, quarter))?.says;
}

/** How many steps have no line of sight to a core value, where that is more than half of them. */
function astray({ alignment: { reach, of } }: Balance): number {
  return of >= ENOUGH_STEPS && reach / of < 0.5 ? of - reach : 0;
}

/** True when days are moved again and again, and steps take longer than they were thought to. */
function isHopeful({ kpis: { completion, overrun } }: Balance): boolean {
  const [first, after] = [completion.first.rate, completion.after.rate];
  if (first === null || after === null || overrun.factor === null) return false;
  return after - first >= APART && overrun.factor >= OVER;
}

/** "1.6" */
function times(factor: number | null): string {
  return (factor ?? 1).toFixed(1);
}

/** What of a vision was rated lowest; of the same, what one would look at first. */
function lowest({ felt }: Balance): VisionMetric | null {
  const rated = VISION_METRICS.filter((metric) => felt[metric] !== null);
  const value = (metric: VisionMetric) => felt[metric] ?? Infinity;
  return rated.reduce<VisionMetric | null>(
    (least, metric) => (least === null || value(metric) < value(least) ? metric : least),
    null,
  );
}
