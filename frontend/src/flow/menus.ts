import { entryOf, type Groups } from '../ui/menu';
import type { Named } from './commands';
import type { Flow } from './flow';

/** The lines of a box's menu: whatever a drag or a key can do stands here too. */
export function groupsOf({ desk, view }: Flow, all: Named): Groups {
  const frame = ['today.pick', 'frame.move', 'frame.focus', 'frame.why'].flatMap(
    (id) => desk.commands.get(id) ?? [],
  );
  if (!view.isMember(view.active)) return [[all.into, all.outline].map(entryOf)];
  return [
    [all.next, all.between, all.beside],
    [all.waits, all.cut, all.earlier, all.later, all.less, all.more],
    [all.edit, all.toggle, all.into],
    [all.outline, ...frame, all.picture],
    [all.remove],
  ].map((group) => group.map(entryOf));
}
