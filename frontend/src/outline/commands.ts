import type { Command, Group } from '../commands/command';
import { KINDS, STATES, type Kind, type State } from '../plan/types';
import type { Key } from '../text/text';
import { EVERYTHING } from './filter';
import { ICONS } from './icons';
import type { Outline } from './outline';
import type { View } from './view.svelte';

/** Everything the outline can do, by the name it has here. */
export type Named = ReturnType<typeof makeCommands>;

/** The commands of an outline, each once: keys, menus and buttons read the same objects. */
export function makeCommands(outline: Outline) {
  const { view, writing, acts } = outline;
  const some = () => view.active !== '';
  const picked = () => view.picked.has(view.active);
  const always = () => true;
  const laid = () => picked() && view.all.every((id) => view.tree.item(id)?.state === 'done');
  return {
    below: command('outline.below', ['Enter'], some, () => writing.addBelow()),
    above: command('outline.above', ['Shift+Enter'], some, () => writing.addAbove()),
    child: command('outline.child', ['Mod+Enter'], some, () => writing.addChild()),
    add: command('outline.add', [], always, () => writing.add()),
    edit: command('outline.edit', ['F2'], some, () => writing.begin(view.active, 'end')),
    indent: command('outline.indent', ['Tab', 'Alt+ArrowRight'], picked, () => acts.indent()),
    outdent: command('outline.outdent', ['Shift+Tab', 'Alt+ArrowLeft'], picked, () =>
      acts.outdent(),
    ),
    up: command('outline.up', ['Alt+ArrowUp'], picked, () => acts.up()),
    down: command('outline.down', ['Alt+ArrowDown'], picked, () => acts.down()),
    toggle: {
      ...command('outline.toggle', ['Space'], picked, () => acts.toggle()),
      get label() {
        return laid() ? ('outline.untoggle' as const) : ('outline.toggle' as const);
      },
    },
    draft: command('outline.draft', [], picked, () => acts.toggleDraft()),
    remove: command('outline.delete', ['Delete', 'Mod+Backspace'], picked, () => {
      void acts.remove();
    }),
    all: command(
      'outline.all',
      ['Mod+A'],
      some,
      () => view.pickAll(view.rows.map((r) => r.id)),
      'edit',
    ),
    cut: command('outline.cut', [], picked, () => document.execCommand('cut'), 'edit'),
    copy: command('outline.copy', [], picked, () => document.execCommand('copy'), 'edit'),
    paste: command(
      'outline.paste',
      [],
      () => outline.clip.full,
      () => outline.clip.paste(),
      'edit',
    ),
    fold: command(
      'outline.fold',
      [],
      () => foldable(view),
      () => foldRow(view),
      'view',
    ),
    foldAll: command('outline.foldAll', ['Mod+.'], some, () => foldAll(outline), 'view'),
    toGoals: command(
      'outline.toGoals',
      ['Mod+Shift+1'],
      some,
      () => fold(outline, BELOW_GOALS),
      'view',
    ),
    toMilestones: command(
      'outline.toMilestones',
      ['Mod+Shift+2'],
      some,
      () => fold(outline, BELOW_MILESTONES),
      'view',
    ),
    unfold: command('outline.unfold', ['Mod+Shift+0'], some, () => fold(outline, []), 'view'),
    filter: {
      ...command('outline.filter', ['Mod+F'], always, () => view.seek(), 'edit'),
      when: 'always',
    },
    drafts: {
      ...command('outline.drafts', ['Mod+Shift+D'], always, () => toggleDrafts(outline), 'view'),
      when: 'always',
      checked: () => view.filter.drafts,
    },
  } satisfies Record<string, Command>;
}

/** Makes the picked items a kind. */
export function kindCommand(outline: Outline, kind: Kind): Command {
  const keys = [`Mod+Alt+${KINDS.indexOf(kind) + 1}`];
  const picked = () => outline.view.picked.has(outline.view.active);
  return command(`outline.kind.${kind}`, keys, picked, () => outline.acts.setKind(kind));
}

/** Puts the picked items into a state. */
export function stateCommand(outline: Outline, state: State): Command {
  const picked = () => outline.view.picked.has(outline.view.active);
  return command(`outline.state.${state}`, [], picked, () => outline.acts.setState(state));
}

/** All commands of an outline. */
export function allCommands(outline: Outline, named: Named): Command[] {
  const states = STATES.map((state) => stateCommand(outline, state));
  return [...Object.values(named), ...kindCommands(outline), ...states];
}

/** Those that also work while a title is written. */
export function writingCommands(outline: Outline, named: Named): Command[] {
  const { above, child, indent, outdent, up, down } = named;
  return [above, child, indent, outdent, up, down, ...kindCommands(outline)];
}

function kindCommands(outline: Outline): Command[] {
  return KINDS.map((kind) => kindCommand(outline, kind));
}

/** What is folded when only goals are to be seen, and when milestones are too. */
const BELOW_MILESTONES: readonly Kind[] = ['milestone', 'step', 'decision', 'idea'];
const BELOW_GOALS: readonly Kind[] = ['goal', ...BELOW_MILESTONES];

function fold({ view, frame }: Outline, kinds: readonly Kind[]): void {
  frame.hold(view.active);
  view.foldKinds(kinds);
  const shown = nearestShown(view);
  if (shown !== view.hand.id) view.pick(shown);
  frame.show(shown);
  view.reach();
}

function foldable(view: View): boolean {
  const row = view.row(view.active);
  return row !== undefined && row.fold !== 'leaf' && row.id !== view.branch;
}

/** Folds the active row or unfolds it. */
function foldRow(view: View): void {
  view.fold(view.active, view.row(view.active)?.fold === 'open');
  view.reach();
}

/** Folds everything, or opens everything when all is folded. */
function foldAll(outline: Outline): void {
  const anyOpen = outline.view.rows.some((row) => row.fold === 'open' && row.depth === 0);
  fold(outline, anyOpen ? KINDS : []);
}

/** The row that stands for the active item once folds hide it: the lowest of its ancestors shown. */
function nearestShown(view: View): string {
  let id = view.hand.id;
  while (id !== '' && view.at(id) < 0) id = view.tree.item(id)?.parentId ?? '';
  return id || view.active;
}

/** All drafts of the plan and nothing else (R127), or everything again. */
function toggleDrafts({ view, frame }: Outline): void {
  frame.hold(view.active);
  if (view.filter.drafts) return view.stopSeeking();
  view.leaveBranch();
  view.ask({ ...EVERYTHING, drafts: true });
}

function command<Id extends Key>(
  id: Id,
  keys: readonly string[],
  enabled: () => boolean,
  run: () => void,
  group: Group = 'item',
): Command {
  return { id, label: id, icon: ICONS[id], group, keys, when: 'row', enabled, run };
}
