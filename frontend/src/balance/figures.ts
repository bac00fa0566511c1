import type { Balance } from '../measure/balance';
import type { Deed } from '../measure/deeds';
import { numbersIn, type Window } from '../measure/window';
import { showMinutes } from '../text/estimate';
import { t } from '../text/text';

/** How a vision stands, or stood. */
type Standing = Pick<Balance, 'feels' | 'moves'>;

/** What was done in a time took so many minutes, as far as somebody noted it. */
export function minutesIn(deeds: readonly Deed[], window: Window): number {
  const holds = numbersIn(window);
  return deeds.reduce((sum, { item, done }) => sum + (holds(done) ? item.spentMin : 0), 0);
}

/**
 * The figures behind the sentence: how it feels, how much moved, each beside how it
 * was in the time before, and what it took. '' = there is none to tell.
 */
export function figuresOf(now: Standing, before: Standing | undefined, minutes: number): string {
  const told = [
    figure('feels', now.feels, before?.feels, (share) => String(Math.round(share * 10))),
    figure('moves', now.moves, before?.moves, (share) =>
      t('balance.percent', { value: Math.round(share * 100) }),
    ),
    minutes > 0 ? t('balance.figures.took', { time: showMinutes(minutes) }) : '',
  ];
  return told.filter(Boolean).join(' ');
}

function figure(
  name: 'feels' | 'moves',
  now: number | null,
  before: number | null | undefined,
  says: (share: number) => string,
): string {
  if (now === null) return '';
  const value = says(now);
  if (before === null || before === undefined) return t(`balance.figures.${name}`, { value });
  const was = says(before);
  return was === value
    ? t(`balance.figures.${name}.same`, { value })
    : t(`balance.figures.${name}.before`, { value, was });
}
