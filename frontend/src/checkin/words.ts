import type { Aspect, Bodies } from '../plan/aspects';
import { datedDay, daysBetween, longDay, type Day } from '../text/dates';
import { t, tn } from '../text/text';

/** From so many days on one counts in weeks. */
const IN_WEEKS = 14;

/** How long ago a day is: "today", "yesterday", "5 days ago", "3 weeks ago". */
export function agoWords(day: Day, now: Day): string {
  const days = daysBetween(day, now);
  if (days < 1) return t('checkin.ago.today');
  if (days < IN_WEEKS) return tn('checkin.ago.days', days);
  return tn('checkin.ago.weeks', Math.floor(days / 7));
}

/** What was said in a check-in, a line each; what was not said is not there. */
export function lookWords(look: Bodies['checkin']): string[] {
  const { mood, energy, win, setback, learned, changed, ending } = look;
  const feels = [
    mood === undefined ? '' : t('checkin.mood.says', { value: mood }),
    energy === undefined ? '' : t('checkin.energy.says', { value: energy }),
  ];
  return [
    feels.filter(Boolean).join(', '),
    win ? t('checkin.win.says', { text: win }) : '',
    setback ? t('checkin.setback.says', { text: setback }) : '',
    learned ? t('checkin.learned.says', { text: learned }) : '',
    changed ? t('checkin.changed.says', { text: changed }) : '',
    ending ? t('checkin.ending.says', { ending: t(`checkin.ending.${ending}`) }) : '',
  ].filter(Boolean);
}

/** How often one looks, and since when: "Every 2 weeks, from Mon 3 Mar 2031". */
export function rhythmWords({ every = 1, unit = 'weeks', from = '' }: Bodies['rhythm']): string {
  return t('checkin.rhythm.says', {
    often: tn(`checkin.every.${unit}`, every),
    day: longDay(from),
  });
}

/** A checkpoint: "13 March: half of the chapters?". */
export function pointWords({ body: { on = '', words = '' } }: Aspect<'checkpoint'>): string {
  return words === ''
    ? t('checkin.point.plain', { day: datedDay(on) })
    : t('checkin.point.says', { day: datedDay(on), words });
}
