import type { Kind, State } from '../plan/types';
import { shortDay } from '../text/dates';
import { showMinutes } from '../text/estimate';
import { knows, say, t, tn } from '../text/text';
import type { Came, Difference, IncomingPlan, Line } from './types';

/** What only the program reads: nobody can choose by it. */
const UNREAD = ['at', 'zone', 'hash', 'picture', 'size', 'group_id', 'x', 'y', 'w', 'h', 'angle'];

const DAY = /^\d{4}-\d\d-\d\d$/;

/** What the two sides of a difference are called, and what is said of all. */
export interface Sides {
  ours: string;
  theirs: string;
  allOurs: string;
  allTheirs: string;
  plain: string;
  differ(count: number): string;
}

/** The sides of a vault that came back. */
export const vaultSides = (): Sides => ({
  ours: t('handover.ours'),
  theirs: t('handover.theirs'),
  allOurs: t('handover.all.ours'),
  allTheirs: t('handover.all.theirs'),
  plain: t('handover.differ.plain'),
  differ: (count) => tn('handover.differ', count),
});

/** Those of a bundle. */
export const bundleSides = (): Sides => ({
  ours: t('handover.bundle.ours'),
  theirs: t('handover.bundle.theirs'),
  allOurs: t('handover.bundle.ours.all'),
  allTheirs: t('handover.bundle.theirs.all'),
  plain: t('handover.bundle.plain'),
  differ: (count) => tn('handover.bundle.differ', count),
});

/** What is in a plan of a bundle, and whether it is here: "new here, 2 goals, 1 step". */
export function planWords({ here, goals, steps, pictures }: IncomingPlan): string {
  return [
    here ? t('handover.bundle.here') : t('handover.bundle.fresh'),
    goals > 0 && tn('handover.bundle.goals', goals),
    steps > 0 && tn('handover.bundle.steps', steps),
    pictures > 0 && tn('handover.bundle.pictures', pictures),
  ]
    .filter(Boolean)
    .join(', ');
}

/** How much came: "2 new, 1 changed"; theirs counts the differences in which they were chosen. */
export function cameWords({ new: made, changed, removed }: Came, theirs = 0): string {
  return [
    made > 0 && tn('handover.new', made),
    changed > 0 && tn('handover.changed', changed),
    removed > 0 && tn('handover.removed', removed),
    theirs > 0 && tn('handover.chosen', theirs),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What kind of thing differs: "step", "barrier", "column". */
export function kindWords(kind: string): string {
  for (const key of [`plan.kind.${kind}`, `handover.of.${kind}`, `op.kind.${kind}`])
    if (knows(key)) return say(key);
  return t('handover.of.other');
}

/** The lines that a person can read; at least one, that it was changed. */
export function linesOf({ lines }: Difference): Line[] {
  const read = lines.filter(({ field }) => !UNREAD.includes(field));
  return read.length > 0 ? read : [{ field: '', ours: '', theirs: '', before: '' }];
}

/** What a line is about; '' where its words say enough. */
export function fieldWords(kind: string, field: string): string {
  for (const key of [`handover.field.${field}`, `said.${kind}.${field}`])
    if (knows(key)) return say(key);
  return '';
}

/** How a line was before both changed it; with its name where there are several. */
export function beforeWords(difference: Difference, { field, before }: Line): string {
  const { kind } = difference;
  const words = valueWords(kind, field, before);
  const name = linesOf(difference).length > 1 ? fieldWords(kind, field) : '';
  return name ? t('handover.before.of', { field: name, words }) : t('handover.before', { words });
}

/** What is said on one side. */
export function valueWords(kind: string, field: string, value: string): string {
  switch (field) {
    case '':
      return t('handover.otherwise');
    case 'gone':
    case 'came':
      return value === 'gone' ? t('handover.gone') : t('handover.kept');
    case 'trashed_at':
      return value === 'gone' ? t('handover.trashed') : t('handover.kept');
    case 'state':
      return t(`plan.state.${value as State}`);
    case 'kind':
      return t(`plan.kind.${value as Kind}`);
    case 'below':
      return value || t('handover.top');
    case 'behind':
    case 'rank':
    case 'priority':
      return value ? t('handover.behind', { title: value }) : t('handover.first');
    case 'estimate_min':
    case 'spent_min':
      return value === '0' ? t('handover.nothing') : showMinutes(Number(value));
    case 'draft':
    case 'is_action':
    case 'locked':
      return value === '1' ? t('handover.yes') : t('handover.no');
    case 'due_kind':
      return t(`handover.due.${value === 'soft' || value === 'hard' ? value : 'plain'}`);
  }
  return plainWords(`said.${kind}.${field}.${value}`, value);
}

/** What has no words of its own: one of a few words of the program, a day, or what somebody wrote. */
function plainWords(key: string, value: string): string {
  if (value === '') return t('handover.nothing');
  if (value === 'true') return t('handover.yes');
  if (knows(key)) return say(key);
  return DAY.test(value) ? shortDay(value) : value;
}
