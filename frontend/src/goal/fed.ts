import type { Aspect } from '../plan/aspects';
import type { Mirror } from '../plan/mirror.svelte';
import { t } from '../text/text';

/** The measures of all that an item is for: of the goals that it stands below, the nearest first, and of those that it also serves. */
export function fedBy(mirror: Mirror, id: string): Aspect<'measure'>[] {
  const above = mirror.path(id).toReversed();
  const served = mirror.links.filter(({ kind, fromId }) => kind === 'serves' && fromId === id);
  const goals = new Set([...above.map((item) => item.id), ...served.map(({ toId }) => toId)]);
  return [...goals].flatMap((goal) => mirror.said.list('measure', goal));
}

/** What an entry came with: a check-in, or the title of the step or routine; '' = somebody just said it, or it is gone. */
export function cameWith(mirror: Mirror, { body: { fromId } }: Aspect<'entry'>): string {
  if (fromId === undefined) return '';
  const item = mirror.item(fromId);
  if (item) return t('goal.entry.with', { title: item.title });
  return mirror.said.list('checkin', '').some(({ id }) => id === fromId)
    ? t('goal.entry.checkin')
    : '';
}
