import { rowAt } from '../gesture/window';
import type { Board } from './board';
import type { Lane } from './lanes';

/**
 * What a key without a command means on a card: arrows walk, Esc leaves. True
 * when it meant something and is used up.
 */
export function walk(board: Board, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === 'Escape') return back(board);
  const across = acrossBy(event.key);
  if (across !== 0) return toColumn(board, board.view.active, across, event.shiftKey);
  const to = within(board, event.key);
  if (to === null) return false;
  go(board, to, event.shiftKey);
  return true;
}

/** From the foot of a column without cards, or of a folded one, an arrow leads on to the columns beside it. */
export function walkFromFoot(board: Board, columnId: string, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const { lanes } = board.view;
  const lane = board.view.lane(columnId);
  if (!lane) return false;
  if (event.key === 'ArrowUp' && lane.cards.length > 0 && !board.view.folds.has(columnId)) {
    go(board, lane.cards.at(-1)?.id ?? '', false);
    return true;
  }
  const to = lanes[lanes.indexOf(lane) + acrossBy(event.key)];
  if (!to || to === lane) return false;
  enter(board, to, 0, false);
  return true;
}

function acrossBy(key: string): number {
  return key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
}

/** The card of the same column that a key leads to; null when it leads to none. */
function within({ view, panes }: Board, key: string): string | null {
  const spot = view.spot(view.active);
  if (!spot) return null;
  const { cards, column } = spot.lane;
  const id = (index: number) => cards[Math.min(Math.max(index, 0), cards.length - 1)]?.id ?? null;
  const frame = panes.pane(column.id)?.frame;
  const page = frame ? Math.max(1, pageOf(frame.offsets, spot.row, frame.height)) : 1;
  switch (key) {
    case 'ArrowDown':
      return id(spot.card + 1);
    case 'ArrowUp':
      return id(spot.card - 1);
    case 'Home':
      return id(0);
    case 'End':
      return id(cards.length - 1);
    case 'PageDown':
      return id(spot.card + page);
    case 'PageUp':
      return id(spot.card - page);
    default:
      return null;
  }
}

/** How many rows a page has from a row on. */
function pageOf(offsets: Float64Array, row: number, height: number): number {
  return rowAt(offsets, (offsets[row] ?? 0) + height * 0.9) - row;
}

/** Goes to the column beside that of a card, to what lies beside the card there. */
function toColumn(board: Board, id: string, step: number, extend: boolean): boolean {
  const { view, panes } = board;
  const spot = view.spot(id);
  const lane = spot && view.lanes[view.lanes.indexOf(spot.lane) + step];
  if (!lane) return spot !== undefined;
  const span = panes.pane(spot.lane.column.id)?.frame.span(id);
  enter(board, lane, (span?.top ?? 0) + (span?.height ?? 0) / 2, extend);
  return true;
}

/** Enters a column at a height, in px from where columns begin in the window; where it has no cards, at its foot. */
function enter(board: Board, lane: Lane, y: number, extend: boolean): void {
  const { panes } = board;
  const frame = panes.pane(lane.column.id)?.frame;
  if (lane.cards.length === 0 || !frame) return panes.foot(lane.column.id)?.focus();
  const row = Math.max(0, rowAt(frame.offsets, frame.top + y));
  const card = lane.rows.slice(row).find(({ what }) => what === 'card') ?? lane.cards.at(-1);
  go(board, card?.id ?? '', extend);
}

function go({ view }: Board, id: string, extend: boolean): void {
  if (extend) view.extend(id);
  else view.pick(id);
  view.reach();
}

/** Esc: from several cards to one, then out of the filter, then out of the branch in focus. */
function back({ view }: Board): boolean {
  if (view.picked.size > 1) view.pick(view.active);
  else if (view.filtering || view.sought > 0) view.stopSeeking();
  else if (view.hand.branch !== '') view.hand.branch = '';
  else return false;
  view.reach();
  return true;
}
