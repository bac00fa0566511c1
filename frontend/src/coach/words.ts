import type { Bodies } from '../plan/aspects';
import { longDay } from '../text/dates';
import { showMinutes } from '../text/estimate';
import { t } from '../text/text';

/** A line of the log of hours. */
export function hoursWords({ on = '', minutes, paid, present, note }: Bodies['hours']): string {
  const parts = [
    on && longDay(on),
    minutes === undefined ? '' : showMinutes(minutes),
    t(paid ? 'coach.hours.paid' : 'coach.hours.unpaid'),
    present ? t('coach.hours.present') : '',
    note ?? '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** What is to be thought about or done, and by when. */
export function assignmentWords({ words = '', due, done }: Bodies['assignment']): string {
  const when = done
    ? t('coach.between.done', { day: longDay(done) })
    : due && t('coach.between.due', { day: longDay(due) });
  return [words, when].filter(Boolean).join(' · ');
}
