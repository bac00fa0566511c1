import type { Command } from '../commands/command';
import { KINDS, STATES, type Column } from '../plan/types';
import { plusDays, weekday } from '../text/dates';
import { t } from '../text/text';
import { entryOf, type Entry, type Groups } from '../ui/menu';
import type { Board } from './board';
import { kindCommand, showInOutline, stateCommand, type Named } from './commands';
import { GROUPINGS } from './groups';
import { nameOf } from './order';
import type { Saved } from './saved.svelte';
import { groupCommand } from './seeing';

/** Which menu of a card is open: its own, or a choice behind it. */
export type CardMenu = 'card' | 'move' | 'state' | 'kind' | 'due';

/** The lines of a card's menu: whatever a drag or a key can do stands here too. */
export function groupsOf(
  board: Board,
  commands: Named,
  menu: CardMenu,
  open: (menu: CardMenu) => void,
): Groups {
  switch (menu) {
    case 'card':
      return cardGroups(board, commands, open);
    case 'move':
      return moveGroups(board, commands);
    case 'state':
      return [STATES.map((state) => stateEntry(board, state))];
    case 'kind':
      return [KINDS.map((kind) => kindEntry(board, kind))];
    case 'due':
      return dueGroups(board);
  }
}

function cardGroups({ desk }: Board, all: Named, open: (menu: CardMenu) => void): Groups {
  const frame = ['today.pick', 'today.pin', 'frame.move', 'frame.focus', 'frame.why'].flatMap(
    (id) => desk.commands.get(id) ?? [],
  );
  const pictures = ['pictures.cover', 'pictures.uncover'].flatMap(
    (id) => desk.commands.get(id) ?? [],
  );
  const entries = (...commands: Command[]) => commands.map(entryOf);
  const choice = (menu: Exclude<CardMenu, 'card'>): Entry => ({
    id: menu,
    label: t(`board.menu.${menu}`),
    run: () => open(menu),
  });
  return [
    [choice('move'), choice('state'), choice('kind'), choice('due')],
    entries(all.edit, all.toggle, all.draft),
    entries(all.add, all.outline, ...frame, all.goal),
    entries(...pictures),
    entries(all.remove),
  ];
}

function moveGroups({ view, acts }: Board, all: Named): Groups {
  const here = view.spot(view.active)?.lane.column.id;
  const columns = view.columns.map((column): Entry => ({
    id: column.id,
    label: nameOf(column),
    chosen: column.id === here,
    mark: { state: column.state },
    run: () => {
      if (column.id !== here) acts.toColumn(column.id);
    },
  }));
  return [columns, [all.left, all.right, all.top, all.up, all.down, all.bottom].map(entryOf)];
}

function stateEntry(board: Board, state: (typeof STATES)[number]): Entry {
  const chosen = board.desk.mirror.item(board.view.active)?.state === state;
  const label = t(`plan.stateName.${state}`);
  return { ...entryOf(stateCommand(board, state)), label, chosen, mark: { state } };
}

function kindEntry(board: Board, kind: (typeof KINDS)[number]): Entry {
  const chosen = board.desk.mirror.item(board.view.active)?.kind === kind;
  const label = t(`plan.kindName.${kind}`);
  return { ...entryOf(kindCommand(board, kind)), label, chosen, mark: { kind } };
}

/** The days one means most often; the details know all others. */
function dueGroups({ view, acts, desk }: Board): Groups {
  const now = desk.now.day;
  const due = desk.mirror.item(view.active)?.due;
  const line = (id: 'today' | 'tomorrow' | 'week' | 'none', day: string): Entry => ({
    id,
    label: t(`board.due.${id}`),
    chosen: due === day,
    run: () => acts.setDue(day),
  });
  const monday = plusDays(now, 7 - weekday(now));
  return [
    [line('today', now), line('tomorrow', plusDays(now, 1)), line('week', monday)],
    [line('none', '')],
  ];
}

/** What cards can be grouped by. */
export function groupings(board: Board): Groups {
  return [
    GROUPINGS.map((by) => ({
      ...entryOf(groupCommand(board, by)),
      chosen: board.view.grouping === by,
    })),
  ];
}

/** What can be done with a kept filter. */
export function savedGroups({ filters }: Board, saved: Saved): Groups {
  const line = (id: 'rename' | 'remove', run: () => void): Entry => ({
    id,
    label: t(`board.saved.${id}`),
    run,
  });
  return [
    [line('rename', () => filters.begin(saved.name)), line('remove', () => filters.remove(saved))],
  ];
}

/** The lines of the menu of a group's heading, whose goal is in hand then. */
export function headGroups({ desk, writing }: Board, columnId: string): Groups {
  const { commands, hand } = desk;
  const frame = ['frame.focus', 'frame.why'].flatMap((id) => commands.get(id) ?? []);
  const line = (id: 'board.outline' | 'board.add', run: () => void): Entry => ({
    id,
    label: t(id),
    run,
  });
  return [
    frame.map(entryOf),
    [
      line('board.outline', () => showInOutline(desk, hand.id)),
      line('board.add', () => writing.open(columnId)),
    ],
  ];
}

/** The lines of a column's menu; states = what it means to lie in it is chosen. */
export function columnGroups(
  { view, columns }: Board,
  column: Column,
  menu: 'column' | 'states',
  open: (menu: 'states') => void,
): Groups {
  if (menu === 'states') return [STATES.map((state) => columnState(columns, column, state))];
  const line = (id: ColumnLine, run: () => void, disabled = false): Entry => ({
    id,
    label: t(`board.column.${id}`),
    disabled,
    run,
  });
  const fold = { ...line('fold', () => columns.fold(column)), keys: 'F' };
  if (view.all) return [[fold]];
  return [
    [
      line('rename', () => (view.naming = column.id)),
      line('limit', () => (view.limiting = column.id)),
      line('state', () => open('states')),
    ],
    [
      line('right', () => void columns.add(column)),
      line('moveLeft', () => columns.step(column, -1), !columns.canStep(column, -1)),
      line('moveRight', () => columns.step(column, 1), !columns.canStep(column, 1)),
      fold,
    ],
    [line('delete', () => void columns.remove(column), !columns.canRemove(column))],
  ];
}

type ColumnLine =
  'fold' | 'rename' | 'limit' | 'state' | 'right' | 'moveLeft' | 'moveRight' | 'delete';

function columnState(
  columns: Board['columns'],
  column: Column,
  state: (typeof STATES)[number],
): Entry {
  return {
    id: state,
    label: t(`plan.stateName.${state}`),
    chosen: column.state === state,
    disabled: !columns.canBecome(column, state),
    mark: { state },
    run: () => columns.setState(column, state),
  };
}
