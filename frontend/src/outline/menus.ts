import type { Command } from '../commands/command';
import { KINDS, STATES } from '../plan/types';
import { t } from '../text/text';
import { entryOf, nextMenu, type Entry, type Groups } from '../ui/menu';
import { kindCommand, stateCommand, type Named } from './commands';
import type { Outline } from './outline';

/** The lines of a row's menu: whatever a drag or a key can do stands here too. */
export function groupsOf(outline: Outline, all: Named): Groups {
  const entries = (...commands: Command[]) => commands.map(entryOf);
  const kinds = KINDS.map((kind) => kindEntry(outline, kind));
  const states = STATES.map((state) => stateEntry(outline, state));
  const choices = [
    nextMenu('kind', t('outline.menu.kind'), [kinds]),
    nextMenu('state', t('outline.menu.state'), [states]),
  ];
  return [
    entries(all.below, all.child, all.edit),
    [...entries(all.toggle), ...choices, ...entries(all.draft)],
    entries(all.up, all.down, all.indent, all.outdent),
    clipEntries(all),
    [foldEntry(outline, all), ...shared(outline)],
    entries(all.remove),
  ];
}

/** The lines of the menu of a row that is still empty: what it is to be, and where. */
export function emptyGroups(outline: Outline, { indent, outdent }: Named): Groups {
  return [KINDS.map((kind) => kindEntry(outline, kind)), [entryOf(indent), entryOf(outdent)]];
}

/** The system's own keys work for these without a command; the menu names them. */
function clipEntries({ cut, copy, paste }: Named): Entry[] {
  return [
    { ...entryOf(cut), keys: 'Mod+X' },
    { ...entryOf(copy), keys: 'Mod+C' },
    { ...entryOf(paste), keys: 'Mod+V' },
  ];
}

/** On the row itself the arrows fold. */
function foldEntry({ view }: Outline, { fold }: Named): Entry {
  const shut = view.row(view.active)?.fold === 'shut';
  const label = t(shut ? 'outline.open' : 'outline.fold.short');
  return { ...entryOf(fold), label, keys: shut ? 'ArrowRight' : 'ArrowLeft' };
}

/** What every view can do with an item: the commands are the frame's. */
function shared({ desk }: Outline): Entry[] {
  const ids = ['today.pick', 'today.pin', 'frame.move', 'frame.focus', 'frame.why'];
  const commands = ids.map((id) => desk.commands.get(id));
  return commands.filter((command) => command !== undefined).map(entryOf);
}

function kindEntry(outline: Outline, kind: (typeof KINDS)[number]): Entry {
  const chosen = outline.view.tree.item(outline.view.active)?.kind === kind;
  const label = t(`plan.kindName.${kind}`);
  return { ...entryOf(kindCommand(outline, kind)), label, chosen, mark: { kind } };
}

function stateEntry(outline: Outline, state: (typeof STATES)[number]): Entry {
  const chosen = outline.view.tree.item(outline.view.active)?.state === state;
  const label = t(`plan.stateName.${state}`);
  return { ...entryOf(stateCommand(outline, state)), label, chosen, mark: { state } };
}

/** The folds that one reaches from the bar. */
export function foldGroups({ toGoals, toMilestones, unfold }: Named): Groups {
  return [[toGoals, toMilestones, unfold].map(entryOf)];
}
