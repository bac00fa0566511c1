import type { Command, Group } from '../commands/command';
import { KINDS, STATES, type Kind, type State } from '../plan/types';
import type { Key } from '../text/text';
import { spotAfter, spotBefore, spotIn, spotLast } from '../tree/place';
import { QUESTIONS, type Question } from './asking.svelte';
import { ICONS } from './icons';
import type { MindMap } from './map';
import { showPicture } from './pictured';
import { BELOW_GOALS, BELOW_MILESTONES, type View } from './view.svelte';

/** Everything the map can do, by the name it has here. */
export type Named = ReturnType<typeof makeCommands>;

/** How much one press of + or - leads nearer or farther. */
const STEP = 1.25;

/** The keys of the questions that can be put at a node. */
const ASKED: Readonly<Record<Question, string>> = {
  how: 'H',
  why: 'W',
  before: 'B',
  smaller: 'S',
  unknown: 'U',
};

/** The commands of a map, each once: keys, menus and buttons read the same objects. */
export function makeCommands(map: MindMap) {
  const { view, writing, acts, clip, asking } = map;
  const some = () => view.active !== '';
  const picked = () => view.picked.has(view.active);
  const movable = () => picked() && view.active !== view.centre;
  const always = () => true;
  const item = () => view.tree.item(view.active);
  const laid = () => picked() && view.all.every((id) => view.tree.item(id)?.state === 'done');
  return {
    child: command('map.child', ['Tab', 'Mod+Enter'], always, () => addChild(map)),
    below: command('map.below', ['Enter'], some, () => {
      if (view.active === view.centre) addChild(map);
      else writing.addBelow();
    }),
    above: command('map.above', ['Shift+Enter'], movable, () => writing.addAbove()),
    edit: command('map.edit', ['F2'], some, () => writing.begin(view.active, 'end')),
    toggle: {
      ...command('map.toggle', ['Space'], picked, () => acts.toggle()),
      get label() {
        return laid() ? ('map.untoggle' as const) : ('map.toggle' as const);
      },
    },
    draft: command('map.draft', [], picked, () => acts.toggleDraft()),
    up: command('map.up', ['Alt+ArrowUp'], movable, () => shift(map, -1)),
    down: command('map.down', ['Alt+ArrowDown'], movable, () => shift(map, 1)),
    left: command('map.left', ['Alt+ArrowLeft'], movable, () => across(map, -1)),
    right: command('map.right', ['Alt+ArrowRight'], movable, () => across(map, 1)),
    remove: command('map.delete', ['Delete', 'Mod+Backspace'], picked, () => void acts.remove()),
    all: command(
      'map.all',
      ['Mod+A'],
      some,
      () => view.pickAll(view.rows.map(({ id }) => id)),
      'edit',
    ),
    cut: command('map.cut', [], picked, () => document.execCommand('cut'), 'edit'),
    copy: command('map.copy', [], picked, () => document.execCommand('copy'), 'edit'),
    paste: command(
      'map.paste',
      [],
      () => clip.full,
      () => clip.paste(),
      'edit',
    ),
    fold: command(
      'map.fold',
      ['.'],
      () => foldable(view),
      () => foldOne(view),
      'view',
    ),
    foldAll: anywhere(
      command('map.foldAll', ['Mod+.'], some, () => folding(view, () => view.foldAll()), 'view'),
    ),
    toGoals: anywhere(
      command('map.toGoals', ['Mod+Shift+1'], some, () => foldTo(view, BELOW_GOALS), 'view'),
    ),
    toMilestones: anywhere(
      command(
        'map.toMilestones',
        ['Mod+Shift+2'],
        some,
        () => foldTo(view, BELOW_MILESTONES),
        'view',
      ),
    ),
    unfold: anywhere(command('map.unfold', ['Mod+Shift+0'], some, () => foldTo(view, []), 'view')),
    fit: command('map.fit', ['0'], always, () => view.fit(), 'view'),
    fitPicked: command('map.fitPicked', ['9'], picked, () => view.fitPicked(), 'view'),
    nearer: command('map.nearer', ['Plus', '='], always, () => view.frame.zoom(STEP), 'view'),
    farther: command('map.farther', ['-'], always, () => view.frame.zoom(1 / STEP), 'view'),
    read: command(
      'map.read',
      [],
      () => !view.readable,
      () => view.comeNear(),
      'view',
    ),
    oneSided: {
      ...command('map.oneSided', [], always, () => (view.oneSided = !view.oneSided), 'view'),
      checked: () => view.oneSided,
    },
    byBranch: {
      ...command(
        'map.byBranch',
        [],
        always,
        () => (view.colours = view.branchColours ? 'area' : 'branch'),
        'view',
      ),
      checked: () => view.branchColours,
    },
    picture: command(
      'map.export',
      [],
      () => !view.empty,
      () => showPicture(map),
      'file',
    ),
    open: command(
      'map.open',
      ['O'],
      () => canStayOpen(map),
      () => leaveOpen(map),
    ),
    ...asked((what) =>
      command(
        `map.ask.${what}`,
        [ASKED[what]],
        () => picked() && asking.can(what, item()),
        () => asking.ask(what, view.active),
      ),
    ),
  } satisfies Record<string, Command>;
}

function asked(make: (what: Question) => Command): Record<Question, Command> {
  const [how, why, before, smaller, unknown] = QUESTIONS;
  return {
    [how]: make(how),
    [why]: make(why),
    [before]: make(before),
    [smaller]: make(smaller),
    [unknown]: make(unknown),
  };
}

/** Makes the picked items a kind, with one key. */
export function kindCommand({ view, acts }: MindMap, kind: Kind): Command {
  const at = String(KINDS.indexOf(kind) + 1);
  const picked = () => view.picked.has(view.active);
  const make = command(`outline.kind.${kind}`, [at, `Mod+Alt+${at}`], picked, () =>
    acts.setKind(kind),
  );
  return { ...make, id: `map.kind.${kind}` };
}

/** Puts the picked items into a state. */
export function stateCommand({ view, acts }: MindMap, state: State): Command {
  const picked = () => view.picked.has(view.active);
  const make = command(`outline.state.${state}`, [], picked, () => acts.setState(state));
  return { ...make, id: `map.state.${state}` };
}

/** All commands of a map. */
export function allCommands(map: MindMap, named: Named): Command[] {
  const kinds = KINDS.map((kind) => kindCommand(map, kind));
  const states = STATES.map((state) => stateCommand(map, state));
  return [...Object.values(named), ...kinds, ...states];
}

/** Those that also work while a title is written. */
export function writingCommands(
  map: MindMap,
  { child, above, up, down, left, right }: Named,
): Command[] {
  const out = command(
    'outline.outdent',
    ['Shift+Tab'],
    () => true,
    () => map.acts.outdent(),
  );
  const kinds = KINDS.map((kind) => ({ ...kindCommand(map, kind), keys: kindKeys(kind) }));
  return [child, out, above, up, down, left, right, ...kinds];
}

/** While one writes, a digit is a digit. */
function kindKeys(kind: Kind): string[] {
  return [`Mod+Alt+${String(KINDS.indexOf(kind) + 1)}`];
}

/** A branch on the active node; where there is none, the first of the plan. */
function addChild({ view, writing }: MindMap): void {
  if (view.rows.length === 0) writing.start();
  else writing.addChild();
}

function foldTo(view: View, kinds: readonly Kind[]): void {
  folding(view, () => view.foldKinds(kinds));
}

/** Folds; the hand goes to what still stands for it. */
function folding(view: View, fold: () => void): void {
  fold();
  let id = view.hand.id;
  while (id !== '' && !view.shows(id)) id = view.tree.item(id)?.parentId ?? '';
  if (id !== view.hand.id) view.pick(id);
  view.reach();
}

function foldable(view: View): boolean {
  return view.active !== view.centre && view.tree.children(view.active).length > 0;
}

function foldOne(view: View): void {
  view.fold(view.active, !view.folded.has(view.active));
  view.reach();
}

/** One place up or down among those on the same side; at the ends, to the family beside. */
function shift({ view, acts, drafts }: MindMap, step: 1 | -1): void {
  view.hold(view.centre);
  const own = view.ids[step === 1 ? view.ids.length - 1 : 0] ?? '';
  const of = view.chart.band(own);
  const row = of?.parent?.children ?? [];
  const beside = of && row[row.indexOf(of) + step]?.id;
  if (beside) acts.moveTo(step === 1 ? spotAfter(drafts, beside) : spotBefore(drafts, beside));
  else if (step === 1) acts.down();
  else acts.up();
}

/** Outwards into the node above, inwards behind what it stands on; a branch of the middle goes to the other side. */
function across({ view, acts, drafts }: MindMap, way: 1 | -1): void {
  const of = view.chart.band(view.active);
  if (!of?.parent || view.chart.treeOf(of) === view.chart.free) return;
  view.hold(view.centre);
  if (view.wayOf(of) === way) return into(view, acts, drafts);
  if (!view.chart.isRoot(of.parent)) return acts.outdent();
  if (view.oneSided) return;
  view.turn(view.ids, way === 1 ? 'right' : 'left');
  view.reach();
}

function into(view: View, acts: MindMap['acts'], drafts: MindMap['drafts']): void {
  const of = view.chart.band(view.ids[0] ?? '');
  const row = of?.parent?.children ?? [];
  const before = of && row[row.indexOf(of) - 1]?.id;
  const spot = before ? spotLast(drafts, before) : spotIn(drafts, view.ids);
  if (spot) acts.moveTo(spot);
}

/** An end that is left open on purpose (R42): the steps are not known yet, and it says so. */
function canStayOpen({ view, desk }: MindMap): boolean {
  const item = view.tree.item(view.active);
  if (!item || item.kind === 'idea' || view.tree.has(item.id)) return false;
  return desk.mirror.said.list('gap', item.id).length === 0;
}

function leaveOpen({ view, desk }: MindMap): void {
  const itemId = view.active;
  const body = { sort: 'knowledge' as const };
  void desk.edits.setAspect({ id: '', itemId, kind: 'gap', body, edit: '' });
}

/** What is seen of the map can be said wherever the keyboard is. */
function anywhere(one: Command): Command {
  return { ...one, when: 'always' };
}

function command<Id extends Key>(
  label: Id,
  keys: readonly string[],
  enabled: () => boolean,
  run: () => void,
  group: Group = 'item',
): Command {
  return { id: label, label, icon: ICONS[label], group, keys, when: 'row', enabled, run };
}
