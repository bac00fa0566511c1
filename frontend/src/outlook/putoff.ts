import type { Item } from '../plan/types';
import { daysBetween } from '../text/dates';

/** From so many days behind its first day on, a step counts as put off again and again. */
const PUT_OFF = 14;

/**
 * True for a step whose day lies far behind the first that it ever had. How
 * often it was moved is kept nowhere but in the undo journal, which forgets; how
 * far it has come is always known.
 */
export function isPutOff({ kind, due, firstDue }: Item): boolean {
  if ((kind !== 'step' && kind !== 'decision') || due === '' || firstDue === '') return false;
  return daysBetween(firstDue, due) >= PUT_OFF;
}
