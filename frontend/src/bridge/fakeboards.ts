import type { Remark } from '../exchange/types';
import type { AspectEdit } from '../plan/aspects';
import type { NewPieces, Piece, VisionBoard } from '../plan/pieces';
import { byRank } from '../plan/siblings';
import type { Changes, Item, Place } from '../plan/types';
import type { BoardBridge } from './boards';
import { BridgeError } from './errors';

/** What the fake's boards need of the rest of it. */
export interface FakeHouse {
  /** The rows as they are now: whoever edits changes them in place. */
  rows(): Changes;
  edit(op: string, call: [string, ...unknown[]], change: () => string): Changes;
  id(prefix: string): string;
  say(input: Pick<AspectEdit, 'id' | 'itemId' | 'kind' | 'body'>): string;
  addStep(title: string, place: Place): Item;
}

/** The vision boards of a fake vault; they keep no rule but that what is spoken of is there. */
export class FakeBoards implements Omit<BoardBridge, 'saveBoard'> {
  /** What the canvas holds that the person chooses; without one they turn away. */
  canvas: { board: VisionBoard; pieces: Piece[]; remarks: Remark[] } | null = null;

  readonly #house: FakeHouse;

  constructor(house: FakeHouse) {
    this.#house = house;
  }

  addVisionBoard: BoardBridge['addVisionBoard'] = async (input) =>
    this.#edit('vision_board_add', ['addVisionBoard', input], (rows) => {
      const id = this.#house.id('b');
      rows.boards.push({ ...input, id, rank: id });
      return id;
    });
  setVisionBoard: BoardBridge['setVisionBoard'] = async (input) =>
    this.#edit('vision_board_set', ['setVisionBoard', input], (rows) => {
      rows.boards = rows.boards.map((one) => (one.id === input.id ? { ...one, ...input } : one));
    });
  moveVisionBoard: BoardBridge['moveVisionBoard'] = async (id, afterId) =>
    this.#edit('vision_board_move', ['moveVisionBoard', id, afterId], (rows) => {
      rows.boards = moved(rows.boards, [id], afterId);
    });
  removeVisionBoard: BoardBridge['removeVisionBoard'] = async (id) =>
    this.#edit('vision_board_remove', ['removeVisionBoard', id], (rows) => {
      rows.boards = rows.boards.filter((one) => one.id !== id);
      rows.pieces = rows.pieces.filter((one) => one.boardId !== id);
    });
  addPieces: BoardBridge['addPieces'] = async (input) =>
    this.#edit('piece_add', ['addPieces', input], (rows) => {
      const made = this.#made(input);
      rows.pieces = ranked([...rows.pieces.toSorted(byRank), ...made]);
      return made[0]?.id;
    });
  placePieces: BoardBridge['placePieces'] = async (input) =>
    this.#edit('piece_place', ['placePieces', input], (rows) => {
      const places = new Map(input.places.map((place) => [place.id, place]));
      rows.pieces = rows.pieces.map((one) => {
        const place = places.get(one.id);
        return place ? { ...one, ...place, body: said(one.body, input.body ?? {}) } : one;
      });
    });
  setPieces: BoardBridge['setPieces'] = async (input) =>
    this.#edit('piece_set', ['setPieces', input], () =>
      this.#change(input.ids, (one) => ({ body: said(one.body, input.body) })),
    );
  tiePieces: BoardBridge['tiePieces'] = async ({ ids, ...tie }) =>
    this.#edit('piece_tie', ['tiePieces', { ids, ...tie }], () => this.#change(ids, () => tie));
  groupPieces: BoardBridge['groupPieces'] = async (ids, together) =>
    this.#edit('piece_group', ['groupPieces', ids, together], () => {
      const groupId = together ? this.#house.id('group') : '';
      this.#change(ids, () => ({ groupId }));
    });
  lockPieces: BoardBridge['lockPieces'] = async (ids, locked) =>
    this.#edit('piece_lock', ['lockPieces', ids, locked], () =>
      this.#change(ids, () => ({ locked })),
    );
  orderPieces: BoardBridge['orderPieces'] = async (ids, afterId) =>
    this.#edit('piece_order', ['orderPieces', ids, afterId], (rows) => {
      rows.pieces = moved(rows.pieces, ids, afterId);
    });
  removePieces: BoardBridge['removePieces'] = async (ids) =>
    this.#edit('piece_remove', ['removePieces', ids], (rows) => {
      rows.pieces = rows.pieces.filter((one) => !ids.includes(one.id));
    });
  openBoard: BoardBridge['openBoard'] = async (planId) => ({
    changes: this.#edit('vision_board_take', ['openBoard', planId], (rows) => {
      const { board, pieces } = this.canvas ?? {};
      if (!board) return '';
      const id = this.#house.id('b');
      rows.boards.push({ ...board, planId, id, rank: id });
      rows.pieces = ranked([
        ...rows.pieces.toSorted(byRank),
        ...this.#made({ boardId: id, pieces: pieces ?? [] }),
      ]);
      return id;
    }),
    remarks: this.canvas?.remarks ?? [],
  });
  wakeUp: BoardBridge['wakeUp'] = async (input) =>
    this.#edit('wake', ['wakeUp', input], (rows) => {
      const card = rows.pieces.find((one) => one.id === input.pieceId);
      const board = rows.boards.find((one) => one.id === card?.boardId);
      const itemId = card?.itemId || board?.itemId || '';
      if (!card || itemId === '') throw new BridgeError('conflict', 'error.wake_untied');
      const { barrier, cue, response, step } = input;
      const body: Record<string, unknown> = {};
      const say = (kind: 'barrier' | 'strategy', words: object) =>
        this.#house.say({ id: '', itemId, kind, body: words });
      if (barrier !== '') body['barrierId'] = say('barrier', { what: barrier });
      if (response !== '') body['strategyId'] = say('strategy', { cue, response });
      const place = { planId: board?.planId ?? '', parentId: itemId, afterId: '' };
      if (step !== '') body['stepId'] = this.#house.addStep(step, place).id;
      this.#change([card.id], (one) => ({ body: said(one.body, body) }));
      return typeof body['stepId'] === 'string' ? body['stepId'] : '';
    });

  #edit(op: string, call: [string, ...unknown[]], change: (rows: Changes) => unknown): Changes {
    return this.#house.edit(op, call, () => {
      const focus = change(this.#house.rows());
      return typeof focus === 'string' ? focus : '';
    });
  }

  #change(ids: readonly string[], over: (one: Piece) => Partial<Piece>): void {
    const rows = this.#house.rows();
    for (const id of ids)
      if (!rows.pieces.some((one) => one.id === id))
        throw new BridgeError('not_found', 'error.piece_gone');
    rows.pieces = rows.pieces.map((one) => (ids.includes(one.id) ? { ...one, ...over(one) } : one));
  }

  /** New pieces: those of one group are one new group. */
  #made({ boardId, pieces }: NewPieces): Piece[] {
    const known = new Map<string, string>([['', '']]);
    const second = (id: string, prefix: string) => {
      if (!known.has(id)) known.set(id, this.#house.id(prefix));
      return known.get(id) ?? '';
    };
    return pieces.map((piece) => ({
      ...structuredClone(piece),
      id: piece.id === '' ? this.#house.id('x') : second(piece.id, 'x'),
      groupId: second(piece.groupId, 'group'),
      boardId,
    }));
  }
}

function said(body: object, over: Record<string, unknown>): Piece['body'] {
  const all = Object.entries({ ...body, ...over });
  return Object.fromEntries(all.filter(([, is]) => is !== null && is !== ''));
}

function ranked<Row extends { rank: string }>(rows: readonly Row[]): Row[] {
  return rows.map((one, i) => ({ ...one, rank: String(i + 1).padStart(6, '0') }));
}

function moved<Row extends Piece | VisionBoard>(
  rows: readonly Row[],
  ids: readonly string[],
  afterId: string,
): Row[] {
  const all = rows.toSorted(byRank);
  const rest = all.filter((one) => !ids.includes(one.id));
  const at = rest.findIndex((one) => one.id === afterId) + 1;
  return ranked(rest.toSpliced(at, 0, ...all.filter((one) => ids.includes(one.id))));
}
