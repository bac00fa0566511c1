import type { BoardBridge } from '../bridge/boards';
import type { OpenedBoard, Remark, SavedBoard } from '../exchange/types';
import type { Through } from './coachedits';
import type {
  NewPieces,
  NewVisionBoard,
  PiecesEdit,
  PiecesPlaced,
  PiecesTied,
  VisionBoardEdit,
  Woken,
} from './pieces';

/** Every edit of vision boards: each is one undo step, in the order of all others. */
export class BoardEdits {
  readonly #bridge: BoardBridge;
  readonly #through: Pick<Through, 'edit' | 'ask'>;

  constructor(bridge: BoardBridge, through: Pick<Through, 'edit' | 'ask'>) {
    this.#bridge = bridge;
    this.#through = through;
  }

  /** Makes a board; the changes' focus is its id. */
  add(input: NewVisionBoard) {
    return this.#through.edit(() => this.#bridge.addVisionBoard(input));
  }
  set(input: VisionBoardEdit) {
    return this.#through.edit(() => this.#bridge.setVisionBoard(input));
  }
  move(id: string, afterId: string) {
    return this.#through.edit(() => this.#bridge.moveVisionBoard(id, afterId));
  }
  remove(id: string) {
    return this.#through.edit(() => this.#bridge.removeVisionBoard(id));
  }
  /** Hangs pieces in front of all others; the changes' focus is the first. */
  hang(input: NewPieces) {
    return this.#through.edit(() => this.#bridge.addPieces(input));
  }
  place(input: PiecesPlaced) {
    return this.#through.edit(() => this.#bridge.placePieces(input));
  }
  say(input: PiecesEdit) {
    return this.#through.edit(() => this.#bridge.setPieces(input));
  }
  tie(input: PiecesTied) {
    return this.#through.edit(() => this.#bridge.tiePieces(input));
  }
  group(ids: string[], together: boolean) {
    return this.#through.edit(() => this.#bridge.groupPieces(ids, together));
  }
  lock(ids: string[], locked: boolean) {
    return this.#through.edit(() => this.#bridge.lockPieces(ids, locked));
  }
  order(ids: string[], afterId: string) {
    return this.#through.edit(() => this.#bridge.orderPieces(ids, afterId));
  }
  takeDown(ids: string[]) {
    return this.#through.edit(() => this.#bridge.removePieces(ids));
  }
  /** Writes a board as a canvas where the person says; undefined when that was refused. */
  async save(id: string): Promise<SavedBoard | undefined> {
    let saved: SavedBoard | undefined;
    await this.#through.ask(async () => (saved = await this.#bridge.saveBoard(id)));
    return saved;
  }
  /**
   * Makes a board of a canvas that the person chooses; undefined when they turn
   * away, stop it, or it is refused. What they do meanwhile does not wait for it.
   */
  async open(planId: string): Promise<{ id: string; remarks: Remark[] } | undefined> {
    let opened: OpenedBoard | undefined;
    await this.#through.ask(async () => (opened = await this.#bridge.openBoard(planId)));
    if (!opened) return undefined;
    const { changes, remarks } = opened;
    if (changes.focus === '') return undefined;
    await this.#through.edit(() => Promise.resolve(changes));
    return { id: changes.focus, remarks };
  }
  /** Makes real what a wake-up card was answered; the changes' focus is the first step, if there is one. */
  wakeUp(input: Woken) {
    return this.#through.edit(() => this.#bridge.wakeUp(input));
  }
}
