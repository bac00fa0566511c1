import { tick } from 'svelte';
import type { Desk } from '../commands/desk';
import type { Column, State } from '../plan/types';
import { t } from '../text/text';
import { nameOf } from './order';
import type { Panes } from './panes';
import { NEEDED } from './scope';
import type { View } from './view.svelte';

/** What the hand does to columns: names, orders, limits, adds and deletes them. */
export class ColumnActs {
  constructor(
    readonly desk: Desk,
    readonly view: View,
    readonly panes: Panes,
  ) {}

  /** Gives a column a name; an empty one is that of its state. */
  rename(column: Column, typed: string): void {
    this.view.naming = '';
    const name = typed.trim();
    const usual = name === t(`plan.stateName.${column.state}`);
    this.#set(column, { name: usual ? '' : name });
  }

  /** How many cards a column should hold at most; 0 = any number. */
  limit(column: Column, limit: number): void {
    this.view.limiting = '';
    this.#set(column, { limit });
  }

  /** Folds a column to a strip, or unfolds it, and says so. The keyboard stays with it. */
  fold(column: Column, folded = !this.view.folds.has(column.id)): void {
    const { view } = this;
    view.folds.set(column.id, folded);
    const name = nameOf(column);
    view.say(t(folded ? 'board.column.folded' : 'board.column.unfolded', { column: name }));
    const here = view.here?.lane.column.id === column.id;
    // What cannot be seen any more is in no hand.
    if (folded && here) view.pick('');
    const card = here ? view.active : (view.lane(column.id)?.cards[0]?.id ?? '');
    if (folded || card === '') return void tick().then(() => this.panes.foot(column.id)?.focus());
    view.pick(card);
    view.reach();
  }

  /** What it means to lie in a column; its cards get that state too. */
  setState(column: Column, state: State): void {
    this.#set(column, { state });
  }

  /** Adds a column after another one, or after those of what is to do; its name is then written. */
  async add(after = this.view.columns.findLast(({ state }) => state === 'todo')): Promise<void> {
    const { edits, mirror } = this.desk;
    const { id: afterId = '', state = 'todo' } = after ?? {};
    const named = { planId: mirror.planId, name: t('board.column.new') };
    const changes = await edits.columns.add({ ...named, state, afterId });
    if (changes) this.view.naming = changes.focus;
  }

  /** Moves a column right after another one; '' = to the beginning. */
  async moveAfter(column: Column, afterId: string): Promise<void> {
    const { columns } = this.view;
    const before = columns[columns.indexOf(column) - 1]?.id ?? '';
    if (afterId === column.id || afterId === before) return;
    const moved = await this.desk.edits.columns.move(column.id, afterId);
    if (!moved) return;
    const at = this.view.columns.findIndex(({ id }) => id === column.id) + 1;
    const of = this.view.columns.length;
    this.view.say(t('board.column.moved', { column: nameOf(column), at, of }));
  }

  /** Moves a column one place to the left (-1) or right (1). */
  step(column: Column, step: -1 | 1): void {
    const { columns } = this.view;
    const at = columns.indexOf(column);
    void this.moveAfter(column, columns[step < 0 ? at - 2 : at + 1]?.id ?? '');
  }

  canStep(column: Column, step: -1 | 1): boolean {
    return this.view.columns[this.view.columns.indexOf(column) + step] !== undefined;
  }

  /** False for the last column of a state that a board always has. */
  canRemove({ id, state }: Column): boolean {
    const others = this.view.columns.some((other) => other.id !== id && other.state === state);
    return others || !NEEDED.includes(state);
  }

  /** False when another state would leave one that a board always has without a column. */
  canBecome(column: Column, state: State): boolean {
    return state === column.state || this.canRemove(column);
  }

  /** Deletes a column and says how to get it back; its cards go to another one of its state. */
  async remove(column: Column): Promise<void> {
    const { edits, mirror, notices } = this.desk;
    const deleted = await edits.columns.remove(column.id);
    if (!deleted) return;
    const mark = mirror.undo;
    const undo = () => {
      if (mirror.undo === mark) void edits.undo();
    };
    notices.tell(t('board.column.deleted', { column: nameOf(column) }), undo);
  }

  #set(column: Column, over: Partial<Pick<Column, 'name' | 'state' | 'limit'>>): void {
    const { id, name, state, limit } = { ...column, ...over };
    const same = name === column.name && state === column.state && limit === column.limit;
    if (!same) void this.desk.edits.columns.set({ id, name, state, limit });
  }
}
