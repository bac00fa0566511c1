import type { Command, Group } from '../commands/command';
import type { Key } from '../text/text';

/** A command of the board: its keys work where one does not type. */
export function command<Id extends Key>(
  id: Id,
  keys: readonly string[],
  enabled: () => boolean,
  run: () => void,
  group: Group = 'item',
): Command {
  return { id, label: id, group, keys, when: 'row', enabled, run };
}
