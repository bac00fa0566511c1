import { shortDay } from '../text/dates';
import { t } from '../text/text';
import type { PreviewLine } from './types';

/** When an item is, in few words: "1 May to 13 May", "due 13 May at 09:00, repeats"; '' = no time is told. */
export function whenWords(line: PreviewLine): string {
  return [daysOf(line), line.repeats && t('exchange.repeats')].filter(Boolean).join(', ');
}

function daysOf({ start, due, time }: PreviewLine): string {
  if (due === '') return start && t('exchange.from', { day: shortDay(start) });
  const day = time ? t('said.promise.dayTime', { day: shortDay(due), time }) : shortDay(due);
  return start ? t('exchange.span', { from: shortDay(start), day }) : t('exchange.due', { day });
}
