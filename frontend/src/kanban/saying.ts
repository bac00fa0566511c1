import type { Mirror } from '../plan/mirror.svelte';
import { nameOf } from '../said/words';
import { t } from '../text/text';
import type { CardRow, HeadRow } from './lanes';
import type { Facts } from './parts';
import { afterAll, stillWords } from './told';

/** A card in words: its title and all that is drawn on it, also what the card above says already. */
export function sayCard({ item }: CardRow, facts: Facts): string {
  const { parts, next, due, at, wait, after, begins, promise, weeks, plan } = facts;
  return [
    t('board.card', { title: item.title, state: t(`plan.state.${item.state}`) }),
    item.draft && t('board.draftHint'),
    item.notes !== '' && t('plan.noted'),
    parts && t('board.parts.said', { done: parts.done, of: parts.of }),
    next && t('board.parts.today', { title: next.title }),
    plan,
    wait,
    after.length > 0 && afterAll(after),
    at?.title,
    begins,
    promise,
    stillWords(weeks),
    due && t('board.due', { date: due.words }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** What a heading says: the name of its group, or that its cards have none. */
export function headWords(mirror: Mirror, { by, group }: HeadRow): string {
  if (by === 'earlier') return t('board.earlier.head');
  if (group === '') return t(`board.without.${by}`);
  switch (by) {
    case 'goal':
      return mirror.item(group)?.title ?? '';
    case 'person':
      return nameOf(mirror.said, 'person', group);
    case 'area':
      return mirror.area(group)?.name ?? '';
  }
}
