import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { KINDS, STATES, type Item, type Kind, type State } from '../plan/types';
import { t } from '../text/text';
import type { Board } from './board';
import { command } from './command';
import { GROUPINGS } from './groups';
import { groupCommand, seeingCommands } from './seeing';

/** Everything the board can do, by the name it has here. */
export type Named = ReturnType<typeof makeCommands>;

/** The commands of a board, each once: keys, menus and buttons read the same objects. */
export function makeCommands(board: Board) {
  const { view, writing, acts } = board;
  const some = () => view.active !== '';
  const picked = () => view.picked.has(view.active);
  const beside = (step: number) => () => {
    const lane = view.spot(view.active)?.lane;
    return (
      picked() && lane !== undefined && view.lanes[view.lanes.indexOf(lane) + step] !== undefined
    );
  };
  const laid = () =>
    picked() && view.ids.every((id) => board.desk.mirror.item(id)?.state === 'done');
  const always = () => true;
  return {
    edit: command('board.edit', ['Enter', 'F2'], some, () => writing.begin(view.active, 'end')),
    toggle: {
      ...command('board.toggle', ['Space'], picked, () => acts.toggle()),
      get label() {
        return laid() ? ('board.untoggle' as const) : ('board.toggle' as const);
      },
    },
    add: command('board.add', ['N', 'Mod+Enter'], always, () => addHere(board)),
    right: command('board.right', ['Alt+ArrowRight'], beside(1), () => acts.across(1)),
    left: command('board.left', ['Alt+ArrowLeft'], beside(-1), () => acts.across(-1)),
    up: command('board.up', ['Alt+ArrowUp'], picked, () => acts.up()),
    down: command('board.down', ['Alt+ArrowDown'], picked, () => acts.down()),
    top: command('board.top', ['Alt+Home'], picked, () => acts.top()),
    bottom: command('board.bottom', ['Alt+End'], picked, () => acts.bottom()),
    draft: command('board.draft', [], picked, () => acts.toggleDraft()),
    outline: command('board.outline', [], picked, () => showInOutline(board.desk, view.active)),
    goal: command(
      'board.goal',
      [],
      () => goalOf(board.desk, view.active) !== undefined,
      () => focusGoal(board),
    ),
    remove: command('board.delete', ['Delete', 'Mod+Backspace'], picked, () => {
      void acts.remove();
    }),
    all: command('board.all', ['Mod+A'], some, () => view.pickMore(), 'edit'),
    ...seeingCommands(board),
  } satisfies Record<string, Command>;
}

/** Makes the picked cards a kind. */
export function kindCommand({ view, acts }: Board, kind: Kind): Command {
  const keys = [`Mod+Alt+${String(KINDS.indexOf(kind) + 1)}`];
  const picked = () => view.picked.has(view.active);
  return command(`board.kind.${kind}`, keys, picked, () => acts.setKind(kind));
}

/** Puts the picked cards into a state. */
export function stateCommand({ view, acts }: Board, state: State): Command {
  const picked = () => view.picked.has(view.active);
  return command(`board.state.${state}`, [], picked, () => acts.setState(state));
}

/** All commands of a board. */
export function allCommands(board: Board, named: Named): Command[] {
  const kinds = KINDS.map((kind) => kindCommand(board, kind));
  const states = STATES.map((state) => stateCommand(board, state));
  const groups = GROUPINGS.map((by) => groupCommand(board, by));
  return [...Object.values(named), ...kinds, ...states, ...groups];
}

/** Adds a step in the column of the active card; without one in the first column. */
function addHere({ view, writing }: Board): void {
  const lane = view.spot(view.active)?.lane ?? view.lanes[0];
  if (lane) writing.open(lane.column.id);
}

/** Shows an item where it stands in the plan. */
export function showInOutline({ commands, hand }: Desk, id: string): void {
  commands.get('frame.view.outline')?.run();
  hand.find(id);
}

/** Shows only what belongs to the goal of the active card. */
function focusGoal({ desk, view }: Board): void {
  const goal = goalOf(desk, view.active);
  if (!goal) return;
  view.hand.branch = goal.id;
  desk.notices.whisper(t('frame.focused', { title: goal.title }));
  view.reach();
}

/** The goal that a card stands below; undefined for none, and for the one in focus. */
function goalOf({ mirror, hand }: Desk, id: string): Item | undefined {
  const goal = mirror.path(id).findLast(({ kind }) => kind === 'goal');
  return goal?.id === hand.branch ? undefined : goal;
}
