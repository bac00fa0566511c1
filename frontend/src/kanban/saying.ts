import { t } from '../text/text';
import type { CardRow } from './lanes';
import type { Facts } from './parts';

/** A card in words: its title and all that is drawn on it, also what the card above says already. */
export function sayCard({ item }: CardRow, { parts, next, due, at }: Facts): string {
  return [
    t('board.card', { title: item.title, state: t(`plan.state.${item.state}`) }),
    item.draft && t('board.draftHint'),
    item.notes !== '' && t('plan.noted'),
    parts && t('board.parts.said', { done: parts.done, of: parts.of }),
    next && t('board.parts.today', { title: next.title }),
    at?.title,
    due && t('board.due', { date: due.words }),
  ]
    .filter(Boolean)
    .join(', ');
}
