import { KINDS, STATES } from '../plan/types';
import { t } from '../text/text';
import { entryOf, nextMenu, type Entry, type Groups } from '../ui/menu';
import { QUESTIONS } from './asking.svelte';
import { kindCommand, stateCommand, type Named } from './commands';
import type { MindMap } from './map';

/** The lines of a node's menu: whatever a drag or a key can do stands here or in a next menu, so that it fits into a small window. */
export function groupsOf(map: MindMap, all: Named): Groups {
  const kinds = KINDS.map((kind) => kindEntry(map, kind));
  const states = STATES.map((state) => stateEntry(map, state));
  const asked = [...QUESTIONS.map((what) => all[what]), all.open].filter((one) => one.enabled());
  const moves = [all.up, all.down, all.left, all.right].map(entryOf);
  const shared = (...ids: string[]) => sharedBy(map, ids);
  return [
    [all.child, all.below].map(entryOf),
    [
      entryOf(all.toggle),
      nextMenu('kind', t('outline.menu.kind'), [kinds]),
      nextMenu('state', t('outline.menu.state'), [states]),
    ],
    [
      ...(asked.length > 0 ? [nextMenu('ask', t('map.menu.ask'), [asked.map(entryOf)])] : []),
      ...shared('today.pick'),
    ],
    [
      nextMenu('change', t('map.menu.change'), [
        [entryOf(all.edit)],
        [...moves, ...shared('frame.move')],
        clipEntries(all),
      ]),
      nextMenu('look', t('map.menu.look'), [
        [foldEntry(map, all), ...shared('frame.focus', 'frame.why')],
      ]),
    ],
    [entryOf(all.remove)],
  ];
}

/** The system's own keys work for these without a command; the menu names them. */
function clipEntries({ cut, copy, paste }: Named): Entry[] {
  return [
    { ...entryOf(cut), keys: 'Mod+X' },
    { ...entryOf(copy), keys: 'Mod+C' },
    { ...entryOf(paste), keys: 'Mod+V' },
  ];
}

function foldEntry({ view }: MindMap, { fold }: Named): Entry {
  const label = t(view.folded.has(view.active) ? 'outline.open' : 'outline.fold.short');
  return { ...entryOf(fold), label };
}

/** What every view can do with an item: the commands are the frame's. */
function sharedBy({ desk }: MindMap, ids: readonly string[]): Entry[] {
  return ids.flatMap((id) => desk.commands.get(id) ?? []).map(entryOf);
}

function kindEntry(map: MindMap, kind: (typeof KINDS)[number]): Entry {
  const chosen = map.view.tree.item(map.view.active)?.kind === kind;
  const label = t(`plan.kindName.${kind}`);
  return { ...entryOf(kindCommand(map, kind)), label, chosen, mark: { kind } };
}

function stateEntry(map: MindMap, state: (typeof STATES)[number]): Entry {
  const chosen = map.view.tree.item(map.view.active)?.state === state;
  const label = t(`plan.stateName.${state}`);
  return { ...entryOf(stateCommand(map, state)), label, chosen, mark: { state } };
}

/** How the map is shown: folds, sides, colours, how near, and as a picture. */
export function lookGroups(all: Named): Groups {
  return [
    [all.toGoals, all.toMilestones, all.unfold].map(entryOf),
    [all.nearer, all.farther, all.fitPicked].map(entryOf),
    [all.oneSided, all.byBranch].map(entryOf),
    [entryOf(all.picture)],
  ];
}
