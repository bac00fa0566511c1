import type { Desk } from '../commands/desk';
import type { Bodies } from '../plan/aspects';
import type { Item } from '../plan/types';
import { longDay } from '../text/dates';
import { t } from '../text/text';
import { isSeen, type GoalFacts } from './letters';

/** All that is known of a goal now. */
export function factsOf({ mirror, lens }: Desk, item: Item): GoalFacts {
  const aim = mirror.said.once('aim', item.id);
  return {
    item,
    aim,
    measures: mirror.said.list('measure', item.id).map(({ body }) => body),
    seen: isSeen(mirror, item),
    vague: lens.read(aim.statement ?? '')?.kind === 'vague',
  };
}

/** What was said of a goal besides its own words, measures and date, a line each. */
export function answersOf(aim: Bodies['aim']): string[] {
  const { judge, reachable, hours, confidence, importance, wish, wished, check, readjust } = aim;
  return [
    judge && t('goal.answer.judge', { text: judge }),
    reachable && t('goal.answer.reachable', { text: reachable }),
    confidence !== undefined && t('goal.answer.confidence', { value: confidence }),
    importance !== undefined && t('goal.answer.importance', { value: importance }),
    wish && t('goal.answer.wish', { wish: t(`goal.wish.${wish}`) }),
    wished && t('goal.answer.wished', { day: longDay(wished) }),
    hours !== undefined && t('goal.answer.hours', { hours }),
    check && t('goal.answer.check', { day: longDay(check) }),
    readjust && t('goal.answer.readjust', { text: readjust }),
  ].filter((line) => typeof line === 'string' && line !== '') as string[];
}
