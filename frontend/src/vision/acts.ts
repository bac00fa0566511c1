import type { Desk } from '../commands/desk';
import type { Point } from '../gesture/press';
import type { Piece, PieceBodies, PieceKind, PiecePlace } from '../plan/pieces';
import { Turns } from '../plan/turns';
import { token } from '../plan/typing';
import { t, tn } from '../text/text';
import {
  boxAround,
  fitted,
  newPiece,
  pictured,
  SIZES,
  wakeBeside,
  type Brought,
} from './newpieces';
import { aligned, spread, type Align, type Spread } from './align';
import { arranged, type Way } from './arrange';
import { arrangeable } from './arrangeable';
import { collage } from './collage';
import { coloursOf } from './colouring';
import { anchored, LEAST, scaled, turnedAbout } from './handles';
import { tiesOf, type End } from './lines';
import { stepOver } from './order';
import { middle, moved, placeOf, type Place } from './piece';
import { nameOf } from './saying';
import { stepBeside } from './second';
import { freeFor } from './sight';
import { DRAFT, type View } from './view.svelte';

/** So soon after the last press of a key the next one belongs to it, in ms. */
const TOGETHER = 1000;
/** The largest share of what one sees that new pictures fill. */
const FILLS = 0.7;

/** Where a piece lies. */
type Lain = Place & { id: string };

/** What can be done with the pieces of a board; each call is one undo step. */
export class Acts {
  #keys = { edit: '', ids: '', at: 0 };
  readonly #turns = new Turns();

  constructor(
    readonly desk: Desk,
    readonly view: View,
  ) {}

  /** The board shown; where a plan has none yet, one is made for its vision. */
  async board(): Promise<string> {
    const { board } = this.view;
    return board ? board.id : this.addBoard();
  }

  /** Makes a board and shows it; its id, '' when that was refused. */
  async addBoard(name = ''): Promise<string> {
    const { mirror, edits } = this.desk;
    const itemId = name === '' ? onlyVision(this.desk) : '';
    const added = await edits.boards.add({ planId: mirror.planId, itemId, name, paper: '' });
    if (added) this.view.wished = added.focus;
    return added?.focus ?? '';
  }

  /** Hangs pieces in front of all others and picks them, and none that came before. */
  hang(pieces: readonly Piece[]): Promise<string[]> {
    return this.#turns.take(() => this.#hang(pieces));
  }

  async #hang(pieces: readonly Piece[]): Promise<string[]> {
    const boardId = await this.board();
    if (boardId === '' || pieces.length === 0) return [];
    const before = new Set(this.desk.mirror.pieces.map(({ id }) => id));
    const added = await this.desk.edits.boards.hang({ boardId, pieces: [...pieces] });
    if (!added) return [];
    const made = this.desk.mirror.pieces.filter(
      ({ id, boardId: on }) => on === boardId && !before.has(id),
    );
    const ids = made.map(({ id }) => id);
    this.view.inside = '';
    this.view.pick(ids, ids[0]);
    this.view.reach();
    return ids;
  }

  /** Hangs one piece around a point, or where there is room, and says so. */
  async hangAt<K extends PieceKind>(
    kind: K,
    spot: Point | null,
    body: PieceBodies[K],
    over: Partial<Piece<K>> = {},
  ): Promise<string> {
    const { w, h } = SIZES[kind];
    const at = spot ?? freeFor(this.view, w, h);
    const place = { x: Math.round(at.x - w / 2), y: Math.round(at.y - h / 2), w, h, angle: 0 };
    const [id = ''] = await this.hang([newPiece(kind, place, body, over) as Piece]);
    if (id !== '') this.view.bring(id);
    if (id !== '') this.view.say(t('vision.hung', { what: t(`vision.kind.${kind}`) }));
    return id;
  }

  /** Places pieces; edit merges what one key does again and again into one step. */
  place(places: readonly Lain[], edit = ''): Promise<void> {
    return this.#turns.take(() => this.#place(places, edit));
  }

  /** Places pieces anew, counted from where they lie once the acts before are done. */
  #shift(ids: readonly string[], anew: (places: Lain[]) => readonly Lain[], edit: string): void {
    void this.#turns.take(() => this.#place(anew(this.placesOf(ids)), edit));
  }

  async #place(places: readonly Lain[], edit: string): Promise<void> {
    const changed = places.filter((place) => differs(place, this.view.lying(place.id)?.piece));
    if (changed.length === 0) return;
    await this.desk.edits.boards.place({ places: changed.map(onWhole), edit });
  }

  /** Places pieces and says something anew of them, as one step. */
  placeAs(places: readonly Lain[], body: Record<string, unknown>): Promise<void> {
    return this.#turns.take(async () => {
      await this.desk.edits.boards.place({ places: places.map(onWhole), body, edit: '' });
    });
  }

  /** Ties an end of a line to a piece, or to nothing (''); the line lies as it is seen, or at a place. */
  async tieEnd(id: string, end: End, pieceId: string, place?: Place): Promise<void> {
    const line = this.view.lying(id);
    if (!line) return;
    const before = tiesOf(line.piece)[end];
    await this.placeAs([{ ...(place ?? line.place), id }], { [end]: pieceId || null });
    const piece = this.view.lying(pieceId)?.piece;
    if (piece && pieceId !== before)
      this.view.say(
        t(`vision.end.${end}.tied`, {
          what: nameOf(this.desk.mirror, piece, this.desk.now.day),
        }),
      );
    else if (pieceId === '' && before !== '') this.view.say(t(`vision.end.${end}.untied`));
  }

  placesOf(ids: readonly string[]): Lain[] {
    return ids.flatMap((id) => {
      const one = this.view.lying(id);
      return one ? [{ ...one.place, id }] : [];
    });
  }

  nudge(dx: number, dy: number): void {
    const ids = this.view.carried([...this.view.picked]);
    this.#shift(ids, (places) => places.map((place) => moved(place, dx, dy)), this.#edit(ids));
  }

  /** Larger or smaller by so much, from the upper left corner; a picture keeps its ratio. */
  grow(dx: number, dy: number): void {
    const ids = this.#own();
    const keeps = this.view.chosen.some(({ piece }) => piece.kind === 'picture');
    const anew = (places: Lain[]) => {
      const [only] = places;
      if (only && places.length === 1) return [{ ...grown(only, dx, dy, keeps), id: only.id }];
      const box = this.view.boxOf(ids);
      if (!box) return [];
      const from = placeOf(box);
      const to = grown(from, dx, dy, true);
      return places.map((place) => ({ ...scaled(place, from, to), id: place.id }));
    };
    if (ids.length > 0) this.#shift(ids, anew, this.#edit(ids));
  }

  turn(degrees: number): void {
    const ids = this.#own();
    const anew = (places: Lain[]) => {
      const box = this.view.boxOf(ids);
      if (!box) return [];
      const about = middle(placeOf(box));
      return places.map((place) => ({ ...turnedAbout(place, about, degrees), id: place.id }));
    };
    if (ids.length > 0) this.#shift(ids, anew, this.#edit(ids));
  }

  #own(): string[] {
    return this.view.chosen.filter(({ piece }) => !piece.locked).map(({ piece }) => piece.id);
  }

  align(how: Align): void {
    void this.place(aligned(this.placesOf(this.#own()), how));
  }

  spread(along: Spread): void {
    void this.place(spread(this.placesOf(this.#own()), along));
  }

  /** Arranges what is picked, or all when that is one piece or none. */
  async arrange(way: Way): Promise<void> {
    const { view } = this;
    const some = view.picked.size > 1 ? view.picked : null;
    await this.#turns.take(async () => {
      const pieces = arrangeable(view, some);
      const box = view.boxOf(pieces.map(({ id }) => id));
      if (box) await this.#place(arranged(pieces, way, middle(placeOf(box))), '');
    });
    if (!some) view.fit();
    view.say(t('vision.arranged'));
  }

  /** Says something anew of all picked pieces of a kind. */
  say<K extends PieceKind>(
    kind: K,
    body: { [F in keyof PieceBodies[K]]?: PieceBodies[K][F] | null },
  ): void {
    const ids = this.view.chosen
      .filter(({ piece }) => piece.kind === kind)
      .map(({ piece }) => piece.id);
    if (ids.length > 0)
      void this.desk.edits.boards.say({ ids, body: body as Record<string, unknown>, edit: '' });
  }

  /** Says anew which colours a row has, counted from those it has once the acts before are done. */
  recolour(id: string, anew: (colours: readonly string[]) => readonly string[]): Promise<void> {
    return this.#turns.take(async () => {
      const piece = this.view.lying(id)?.piece;
      if (piece?.kind !== 'swatch') return;
      const colours = anew(coloursOf(piece as Piece<'swatch'>)).join(' ');
      await this.desk.edits.boards.say({ ids: [id], body: { colours }, edit: '' });
    });
  }

  tie(itemId: string, valueId: string): void {
    const ids = this.view.chosen.map(({ piece }) => piece.id);
    if (ids.length > 0) void this.desk.edits.boards.tie({ ids, itemId, valueId });
  }

  group(together: boolean): void {
    const ids = [...this.view.picked];
    this.view.inside = '';
    if (ids.length > 0) void this.desk.edits.boards.group(ids, together);
  }

  lock(locked: boolean): void {
    void this.desk.edits.boards.lock([...this.view.picked], locked);
  }

  /** One step to the front or the back. */
  order(way: 1 | -1): void {
    const { picked } = this.view;
    void this.#turns.take(async () => {
      const all = this.view.hung.map(({ piece, place }) => ({ ...place, id: piece.id }));
      const after = stepOver(all, picked, way);
      if (after !== null) await this.desk.edits.boards.order([...picked], after);
    });
  }

  /** To the very front or the very back. */
  orderAll(way: 1 | -1): void {
    const last = this.view.hung.findLast(({ piece }) => !this.view.picked.has(piece.id));
    if (last)
      void this.desk.edits.boards.order([...this.view.picked], way === 1 ? last.piece.id : '');
  }

  async takeDown(): Promise<void> {
    const { view, desk } = this;
    const ids = [...view.picked];
    if (ids.length === 0) return;
    const next = view.order.find(
      (id, i) => i > view.order.indexOf(view.active) && !view.picked.has(id),
    );
    const gone = await desk.edits.boards.takeDown(ids);
    if (!gone) return;
    view.pick(next === undefined ? [] : [next]);
    view.reach();
    desk.notices.tell(tn('vision.taken', ids.length), () => void desk.edits.undo());
  }

  /** A second one of all that is picked, so far from it. */
  async duplicate({ x, y }: Point): Promise<void> {
    await this.hang(this.copies().map((piece) => moved(piece, x, y)));
  }

  /** Second ones of all that is picked, or of what was copied from there, beside the first. */
  hangBeside(pieces: () => readonly Piece[], steps = 1): Promise<string[]> {
    return this.#turns.take(() => {
      const first = pieces();
      const { x, y } = stepBeside(this.view, first, steps);
      return this.#hang(first.map((piece) => moved(piece, x, y)));
    });
  }

  /** What is picked, as it could be hung once more. */
  copies(): Piece[] {
    const ids = new Set(this.view.carried([...this.view.picked]).concat([...this.view.picked]));
    return this.view.hung
      .filter(({ piece }) => ids.has(piece.id) && piece.id !== DRAFT)
      .map(({ piece, place }) => ({ ...structuredClone(piece), ...place, locked: false }));
  }

  /**
   * Pictures around a point, or where there is room; several as a collage. A
   * board that had none gets a card that asks.
   */
  async hangPictures(pictures: readonly Brought[], spot: Point | null): Promise<void> {
    const { view } = this;
    const { camera, size } = view;
    const room = (Math.min(size.width, size.height) / camera.s) * FILLS;
    const laid = fitted(collage(pictures.map(pictured)), room);
    const asks = !view.pieces.some(({ kind }) => kind === 'wake' || kind === 'picture');
    const [first] = laid;
    if (!first) return;
    const pieces: Piece[] = asks && laid.length === 1 ? [...laid, wakeBeside(first)] : laid;
    const box = boxAround(pieces);
    const at = spot ?? freeFor(view, box.w, box.h);
    const [dx, dy] = [Math.round(at.x - box.x - box.w / 2), Math.round(at.y - box.y - box.h / 2)];
    const ids = await this.hang(pieces.map((piece) => moved(piece, dx, dy)));
    const hung = ids.slice(0, laid.length);
    view.pick(hung, hung[0]);
    view.show(ids);
    view.say(tn('vision.pictures.hung', pictures.length));
  }

  /** The token of what a key does: the next press soon after belongs to the same step. */
  #edit(which: readonly string[]): string {
    const ids = which.join(' ');
    const now = performance.now();
    const goesOn = this.#keys.ids === ids && now - this.#keys.at < TOGETHER;
    this.#keys = { edit: goesOn ? this.#keys.edit : token(), ids, at: now };
    return this.#keys.edit;
  }
}

/** Another size; the upper left corner stays where it is. */
function grown(from: Place, dx: number, dy: number, ratio: boolean): Place {
  const factor = 1 + (dx === 0 ? dy / from.h : dx / from.w);
  const w = Math.max(LEAST, ratio ? from.w * factor : from.w + dx);
  const h = Math.max(LEAST, ratio ? from.h * factor : from.h + dy);
  return anchored(from, w, h, { x: 1, y: 1 });
}

/** The vision that a plan is about, where it has but one. */
function onlyVision({ mirror, hand }: Desk): string {
  const focus = mirror.item(hand.branch);
  if (focus?.kind === 'vision') return focus.id;
  const visions = mirror.children('').filter((id) => mirror.item(id)?.kind === 'vision');
  return visions.length === 1 ? (visions[0] ?? '') : '';
}

function differs(a: Place, b: Place | undefined): boolean {
  return !b || a.x !== b.x || a.y !== b.y || a.w !== b.w || a.h !== b.h || a.angle !== b.angle;
}

/** Tenths of a unit are finer than any screen. */
function onWhole({ id, x, y, w, h, angle }: Place & { id: string }): PiecePlace {
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    id,
    x: round(x),
    y: round(y),
    w: Math.max(1, round(w)),
    h: Math.max(1, round(h)),
    angle: round(angle),
  };
}
