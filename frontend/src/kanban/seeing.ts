import type { Command } from '../commands/command';
import { t, type Key } from '../text/text';
import type { Board } from './board';
import { command } from './command';
import { EVERYTHING } from './filter';
import type { Grouping } from './groups';
import type { Saved } from './saved.svelte';

const always = () => true;

/** A command that one reaches from everywhere, and that has no keys of its own. */
function look<Id extends Key>(id: Id, run: () => void, enabled = always): Command {
  return { ...command(id, [], enabled, run, 'view'), when: 'always' };
}

/** The commands by which one sees more, less or otherwise; none of them changes the plan, but for the new column. */
export function seeingCommands(board: Board) {
  const { view } = board;
  const keep = () => board.filters.begin('');
  const addColumn = () => void board.columns.add();
  return {
    filter: {
      ...command('board.filter', ['Mod+F'], always, () => view.seek(), 'edit'),
      when: 'always',
    },
    keep: look('board.saved.keep', keep, () => canKeep(board)),
    drafts: {
      ...look('board.drafts', () => toggleDrafts(board)),
      keys: ['Mod+Shift+D'],
      checked: () => view.filter.drafts,
    },
    group: command('board.group', ['Mod+Shift+G'], always, () => toggleGroups(board), 'view'),
    fold: command('board.column.foldHere', ['F'], always, () => foldHere(board), 'view'),
    earlier: {
      ...look('board.earlier.show', () => view.showEarlier(!view.folds.earlier)),
      checked: () => view.folds.earlier,
    },
    allPlans: {
      ...look(
        'board.allPlans',
        () => toggleAll(board),
        () => manyPlans(board),
      ),
      checked: () => view.all,
    },
    column: command('board.column.add', [], () => !view.all, addColumn, 'view'),
  } satisfies Record<string, Command>;
}

/** Groups the cards by something, or by nothing. */
export function groupCommand(board: Board, by: Grouping): Command {
  const { view } = board;
  const run = () => groupBy(board, by);
  return { ...look(`board.group.${by}`, run), checked: () => view.grouping === by };
}

/** Asks for what a kept filter asks for, or for everything again. */
export function savedCommand({ view, filters }: Board, saved: Saved): Command {
  return {
    ...look('board.saved.show', () => filters.toggle(saved)),
    id: `board.saved ${saved.name}`,
    params: () => ({ name: saved.name }),
    checked: () => view.filtering && view.saved.of(view.filter) === saved,
  };
}

/** The present filter asks for something, and has no name yet. */
function canKeep({ view }: Board): boolean {
  return view.filtering && view.saved.of(view.filter) === undefined;
}

/** All drafts of the plan and nothing else (R127), or everything again. */
function toggleDrafts({ view, panes }: Board): void {
  if (view.filter.drafts) return view.stopSeeking();
  view.hand.branch = '';
  view.ask({ ...EVERYTHING, drafts: true });
  panes.rewind();
}

/** Folds or unfolds the column that the keyboard is in. */
function foldHere({ view, columns }: Board): void {
  const lane = document.activeElement?.closest<HTMLElement>('[data-lane]')?.dataset['lane'];
  const column = view.lane(lane ?? '')?.column ?? view.here?.lane.column ?? view.columns[0];
  if (column) columns.fold(column);
}

function manyPlans({ desk }: Board): boolean {
  return desk.mirror.plans.length > 1;
}

/** The cards of all plans on one board, or those of the plan shown. */
function toggleAll({ view, panes }: Board): void {
  view.all = !view.all;
  panes.rewind();
  view.say(t(view.all ? 'board.scope.all' : 'board.scope.plan'));
  view.reach();
}

/** Groups the cards of all columns, or takes the groups away. */
function groupBy({ view, panes }: Board, by: Grouping): void {
  view.groupBy(by);
  panes.rewind();
  view.say(t(`board.grouped.${by}`));
  view.reach();
}

function toggleGroups(board: Board): void {
  groupBy(board, board.view.grouping === 'none' ? board.view.lastGrouping : 'none');
}
