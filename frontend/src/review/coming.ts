// What the days to come hold already, as one weighs what else to take.

import type { Desk } from '../commands/desk';
import type { Item } from '../plan/types';
import { dayFor, weekFrom, type DayOf } from '../routine/week';
import { plusDays, type Day } from '../text/dates';
import { showMinutes } from '../text/estimate';
import { t, tn } from '../text/text';

/** A week has room for about so many. */
export const HANDFUL = 5;

export interface Coming {
  /** The seven days from tomorrow on. */
  readonly week: readonly DayOf[];
  /** Those of the steps offered that have one of these days. */
  readonly taken: readonly Item[];
  /** How many they are and how long they take, of all that is meant for these days. */
  readonly words: string;
  /** The day of the week to come that a step has; '' = none of them. */
  onOf(item: Item): Day;
}

/** What the week to come holds of the steps offered; the hours are a hint and no border. */
export function comingOf({ mirror, now }: Desk, offered: readonly Item[]): Coming {
  const week = weekFrom(mirror, plusDays(now.day, 1), '', now.day);
  const onOf = (item: Item) => {
    const day = dayFor(mirror, mirror.item(item.id) ?? item);
    return week.some((one) => one.day === day) ? day : '';
  };
  const taken = offered.filter((item) => onOf(item) !== '');
  const sum = tn('review.next.sum', taken.length, {
    time: minutesOf(taken.map(({ estimateMin }) => estimateMin)),
    all: minutesOf(week.map(({ minutes }) => minutes)),
  });
  const { hours } = mirror.said.once('week', '');
  const words =
    hours === undefined
      ? sum
      : t('review.next.sum.of', { sum, hours: showMinutes(hours * 60) || '0' });
  return { week, taken, words, onOf };
}

function minutesOf(all: readonly number[]): string {
  return showMinutes(all.reduce((sum, minutes) => sum + minutes, 0)) || '0';
}
