import type { Command } from '../commands/command';
import { t } from '../text/text';
import { entryOf, nextMenu, type Entry, type Groups } from '../ui/menu';
import type { Named } from './commands';
import type { Flow } from './flow';

/** The lines of a box's menu: whatever a drag or a key can do stands here or in a next menu, so that it fits into a small window. */
export function groupsOf({ desk, view }: Flow, all: Named): Groups {
  if (!view.isMember(view.active)) return [[all.into, all.outline].map(entryOf)];
  const entries = (...commands: Command[]): Entry[] => commands.map(entryOf);
  const shared = (...ids: string[]) =>
    ids.flatMap((id) => desk.commands.get(id) ?? []).map(entryOf);
  const moves = entries(all.earlier, all.later, all.less, all.more);
  return [
    entries(all.next, all.between, all.beside),
    [...entries(all.toggle, all.into), ...shared('today.pick')],
    [
      nextMenu('arrows', t('flow.menu.arrows'), [entries(all.waits, all.arrow, all.cut)]),
      nextMenu('change', t('map.menu.change'), [
        entries(all.edit),
        [...moves, ...shared('frame.move')],
      ]),
      nextMenu('look', t('map.menu.look'), [
        [...entries(all.outline), ...shared('frame.focus', 'frame.why'), ...entries(all.picture)],
      ]),
    ],
    entries(all.remove),
  ];
}
