import type { OpenedBoard, SavedBoard } from '../exchange/types';
import type {
  NewPieces,
  NewVisionBoard,
  PiecesEdit,
  PiecesPlaced,
  PiecesTied,
  VisionBoardEdit,
  Woken,
} from '../plan/pieces';
import type { Changes } from '../plan/types';

/** The part of the bridge that is about vision boards; in Go app/vision.go and app/exchange_board.go. */
export interface BoardBridge {
  /** The changes' focus is the board. */
  addVisionBoard(input: NewVisionBoard): Promise<Changes>;
  setVisionBoard(input: VisionBoardEdit): Promise<Changes>;
  moveVisionBoard(id: string, afterId: string): Promise<Changes>;
  removeVisionBoard(id: string): Promise<Changes>;
  /** Hangs pieces in front of all others; the changes' focus is the first. */
  addPieces(input: NewPieces): Promise<Changes>;
  placePieces(input: PiecesPlaced): Promise<Changes>;
  setPieces(input: PiecesEdit): Promise<Changes>;
  tiePieces(input: PiecesTied): Promise<Changes>;
  groupPieces(ids: string[], together: boolean): Promise<Changes>;
  lockPieces(ids: string[], locked: boolean): Promise<Changes>;
  /** In front of another piece; '' = at the very back. */
  orderPieces(ids: string[], afterId: string): Promise<Changes>;
  removePieces(ids: string[]): Promise<Changes>;
  /** Asks where and writes a board there as a canvas, its pictures beside it. */
  saveBoard(id: string): Promise<SavedBoard>;
  /** Asks for a canvas and makes a board of it. */
  openBoard(planId: string): Promise<OpenedBoard>;
  /** The changes' focus is the first step, if there is one. */
  wakeUp(input: Woken): Promise<Changes>;
}
