import type { Desk } from '../commands/desk';
import type { Item } from '../plan/types';
import { t } from '../text/text';

/** Parks a goal, which is an honourable end: that is said, and can be taken back. */
export async function park({ edits, notices }: Desk, { id, title }: Item): Promise<void> {
  if (!(await edits.setState([id], 'parked'))) return;
  notices.tell(t('goal.parked', { title }), () => void edits.undo());
}
