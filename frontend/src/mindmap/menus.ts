import type { Command } from '../commands/command';
import { KINDS, STATES } from '../plan/types';
import { t } from '../text/text';
import { entryOf, nextMenu, type Entry, type Groups } from '../ui/menu';
import { QUESTIONS } from './asking.svelte';
import { kindCommand, stateCommand, type Named } from './commands';
import type { MindMap } from './map';

/** The lines of a node's menu: whatever a drag or a key can do stands here too. */
export function groupsOf(map: MindMap, all: Named): Groups {
  const entries = (...commands: Command[]) => commands.map(entryOf);
  const questions = QUESTIONS.map((what) => all[what]).filter((one) => one.enabled());
  const choices = [
    nextMenu('kind', t('outline.menu.kind'), [KINDS.map((kind) => kindEntry(map, kind))]),
    nextMenu('state', t('outline.menu.state'), [STATES.map((state) => stateEntry(map, state))]),
  ];
  return [
    entries(all.child, all.below, all.edit),
    [...entries(all.toggle), ...choices],
    [...questions, all.open].filter((one) => one.enabled()).map(entryOf),
    [nextMenu('move', t('map.menu.move'), [entries(all.up, all.down, all.left, all.right)])],
    clipEntries(all),
    [foldEntry(map, all), ...shared(map)],
    entries(all.remove),
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
function shared({ desk }: MindMap): Entry[] {
  const ids = ['today.pick', 'frame.move', 'frame.focus', 'frame.why'];
  const commands = ids.map((id) => desk.commands.get(id));
  return commands.filter((command) => command !== undefined).map(entryOf);
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
