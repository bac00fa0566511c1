import type { Desk } from '../commands/desk';
import { Turns } from '../plan/turns';
import { Acts } from './acts';
import { Carry } from './carry.svelte';
import { ColumnActs } from './columns';
import { Drag } from './drag.svelte';
import { FilterActs } from './filters';
import { Room } from './frame.svelte';
import { Panes } from './panes';
import { BoardRemembering } from './remembering';
import { View } from './view.svelte';
import { Writing } from './writing';

/** The board of the plan shown: what it sees, and everything the hand can do on it. */
export interface Board {
  readonly desk: Desk;
  readonly view: View;
  readonly room: Room;
  readonly panes: Panes;
  readonly writing: Writing;
  readonly acts: Acts;
  readonly columns: ColumnActs;
  readonly filters: FilterActs;
  readonly drag: Drag;
  readonly carry: Carry;
  readonly remembering: BoardRemembering;
}

export function openBoard(desk: Desk): Board {
  const view = new View(desk.mirror, desk.hand, desk.now);
  const room = new Room();
  const panes = new Panes();
  const turns = new Turns();
  const writing = new Writing(desk, view);
  const acts: Acts = new Acts(desk, view, turns, () => drag);
  const columns = new ColumnActs(desk, view, panes);
  const filters = new FilterActs(desk, view, panes);
  const drag: Drag = new Drag(view, panes, (ids, drop) => turns.take(() => acts.drop(ids, drop)));
  const carry = new Carry(view, panes, (id, afterId) => {
    const column = view.columns.find((one) => one.id === id);
    if (column) void columns.moveAfter(column, afterId);
  });
  const remembering = new BoardRemembering(desk, view, panes);
  return { desk, view, room, panes, writing, acts, columns, filters, drag, carry, remembering };
}
