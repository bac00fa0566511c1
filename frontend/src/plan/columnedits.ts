import type { Bridge } from '../bridge/bridge';
import type { Through } from './coachedits';
import type { CardMove, ColumnEdit, NewColumn } from './types';

type ColumnBridge = Pick<
  Bridge,
  'moveCards' | 'addColumn' | 'setColumn' | 'moveColumn' | 'deleteColumn'
>;

/** Every edit of the kanban board's columns: each is one undo step, in the order of all others. */
export class ColumnEdits {
  readonly #bridge: ColumnBridge;
  readonly #through: Pick<Through, 'edit'>;

  constructor(bridge: ColumnBridge, through: Pick<Through, 'edit'>) {
    this.#bridge = bridge;
    this.#through = through;
  }

  /** Puts cards into a column, or elsewhere in theirs. */
  moveCards(input: CardMove) {
    return this.#through.edit(() => this.#bridge.moveCards(input));
  }
  /** Makes a column; the changes' focus is its id. */
  add(input: NewColumn) {
    return this.#through.edit(() => this.#bridge.addColumn(input));
  }
  set(input: ColumnEdit) {
    return this.#through.edit(() => this.#bridge.setColumn(input));
  }
  move(id: string, afterId: string) {
    return this.#through.edit(() => this.#bridge.moveColumn(id, afterId));
  }
  remove(id: string) {
    return this.#through.edit(() => this.#bridge.deleteColumn(id));
  }
}
