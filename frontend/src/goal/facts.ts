import type { Desk } from '../commands/desk';
import type { Item } from '../plan/types';
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
