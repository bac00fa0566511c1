import {
  around,
  centred,
  fitting,
  holds,
  NEAREST,
  seen,
  showing,
  within as keptIn,
  zoomed,
  type Box,
  type Camera,
  type Size,
} from '../gesture/camera';
import type { Point } from '../gesture/press';
import type { Hand } from '../plan/hand.svelte';
import type { Mirror } from '../plan/mirror.svelte';
import type { Piece, VisionBoard } from '../plan/pieces';
import type { Now } from '../text/now.svelte';
import type { Ruler } from '../text/ruler';
import type { Hung } from './easel';
import type { Type } from './faces';
import { Grid } from './grid';
import { LINE_HIGH, tiedLine, tiesOf } from './lines';
import { readingOrder } from './order';
import { boundsOf, hits, hitsEdge, NEAR, touches, type Place } from './piece';
import { settingOf, type Setting } from './setting';
import type { SnapLine } from './snap';

/** What the next press on the board does. */
export const TOOLS = ['select', 'quote', 'note', 'swatch', 'shape', 'line', 'frame'] as const;
export type Tool = (typeof TOOLS)[number];

/** What of a piece is written by hand. */
export type Field = 'words' | 'by' | 'caption' | 'alt' | 'name';

/** A text of a piece that is being written; id DRAFT is one that is not hung yet. */
export interface Written {
  readonly id: string;
  readonly field: Field;
  readonly text: string;
}

/** The id of a piece that only hangs once it says something. */
export const DRAFT = 'draft';
/** How near one can look. */
const CLOSEST = 2 * NEAREST;
/** Around the board, when all of it is shown, in px: more than the tools over its foot take. */
const AROUND = 68;
const NOBODY: ReadonlySet<string> = new Set();
const NOTHING_HELD: ReadonlyMap<string, Place> = new Map();

/** What one sees of a board: which one, how near, what is picked, and where everything hangs. */
export class View {
  readonly mirror: Mirror;
  readonly hand: Hand;
  readonly now: Now;
  readonly ruler: Ruler;

  camera = $state.raw<Camera>({ x: 0, y: 0, s: 1 });
  size = $state.raw<Size>({ width: 0, height: 0 });
  type = $state.raw<Type>({ sans: 'sans-serif', serif: 'serif' });
  /** The board that one would like to see. */
  wished = $state('');
  picked = $state.raw<ReadonlySet<string>>(NOBODY);
  /** The one that keys start from. */
  active = $state('');
  /** The group whose pieces are picked one by one. */
  inside = $state('');
  tool = $state<Tool>('select');
  /** The picture whose crop is being changed; '' = none. */
  cropping = $state('');
  /** What is in the hand, and where it is now. */
  held = $state.raw<ReadonlyMap<string, Place>>(NOTHING_HELD);
  lines = $state.raw<readonly SnapLine[]>([]);
  draft = $state.raw<Piece | null>(null);
  written = $state.raw<Written | null>(null);
  /** Goes up when the board asks for the keyboard. */
  reached = $state(0);
  said = $state('');
  /** The space bar is held: a drag moves the board. */
  grabbing = $state(false);
  /** All of the board is shown, also when the window grows or shrinks; until one looks elsewhere. */
  fitted = false;
  /** Fonts have come. */
  #measured = $state(0);

  constructor(mirror: Mirror, hand: Hand, now: Now, ruler: Ruler) {
    this.mirror = mirror;
    this.hand = hand;
    this.now = now;
    this.ruler = ruler;
  }

  /** The boards of the plan shown. */
  readonly boards: readonly VisionBoard[] = $derived.by(() =>
    this.mirror.boards.filter(({ planId }) => planId === this.mirror.planId),
  );

  /** The board shown; undefined when the plan has none. */
  readonly board: VisionBoard | undefined = $derived.by(
    () => this.boards.find(({ id }) => id === this.wished) ?? this.boards[0],
  );

  readonly pieces: readonly Piece[] = $derived.by(() => {
    const id = this.board?.id;
    const all = this.mirror.pieces.filter(({ boardId }) => boardId === id);
    return this.draft ? [...all, this.draft] : all;
  });

  /** Everything that hangs here, from the back to the front. */
  readonly hung: readonly Hung[] = $derived.by(() => {
    void this.#measured;
    void this.mirror.version;
    const { written } = this;
    const all = new Map<string, Hung>();
    for (const piece of this.pieces) {
      const shown = written?.id === piece.id && written.field === 'words' ? written.text : null;
      all.set(piece.id, this.#hang(piece, piece, shown));
    }
    for (const one of all.values()) {
      const place = tiedLine(one.piece, (id) => all.get(id)?.place, one.place);
      if (place) all.set(one.piece.id, { ...one, place });
    }
    return [...all.values()];
  });

  readonly #byId = $derived(new Map(this.hung.map((one) => [one.piece.id, one])));
  readonly grid = $derived(new Grid(this.hung, reachOf));
  /** In the order in which one reads them. */
  readonly order: readonly string[] = $derived.by(() =>
    readingOrder(this.hung.map(({ piece, place }) => ({ ...place, id: piece.id }))).map(
      ({ id }) => id,
    ),
  );

  /** All that moves now: what is held, and the lines that follow it. */
  readonly moving: ReadonlyMap<string, Hung> = $derived.by(() => {
    const all = new Map<string, Hung>();
    if (this.held.size === 0) return all;
    const placeOf = (id: string) => this.held.get(id) ?? this.#byId.get(id)?.place;
    for (const { piece, place } of this.hung) {
      const { fromId, toId } = tiesOf(piece);
      const own = this.held.get(piece.id);
      const follows = this.held.has(fromId) || this.held.has(toId);
      if (!own && !follows) continue;
      all.set(
        piece.id,
        this.#hang(piece, tiedLine(piece, placeOf, own ?? place) ?? own ?? place, null),
      );
    }
    return all;
  });

  #hang(piece: Piece, place: Place, shown: string | null): Hung {
    const { mirror, ruler, type } = this;
    const { day } = this.now;
    const setting = settingOf(piece, place.w, { mirror, ruler, type, day }, shown);
    const { x, y, w, angle } = place;
    return { piece, place: { x, y, w, h: heightOf(piece, place.h, setting), angle }, setting };
  }

  /** A piece as it hangs now, in the hand or on the board. */
  at(id: string): Hung | undefined {
    return this.moving.get(id) ?? this.#byId.get(id);
  }

  /** A piece as it hangs on the board, wherever the hand has it. */
  lying(id: string): Hung | undefined {
    return this.#byId.get(id);
  }

  /** What is picked, from the back to the front. */
  get chosen(): Hung[] {
    return this.hung.filter(({ piece }) => this.picked.has(piece.id));
  }

  get one(): Hung | undefined {
    return this.picked.size === 1 ? this.at(this.active) : undefined;
  }

  /** The topmost piece at a point of the board, of those that fit. */
  under(point: Point, fits: (piece: Piece) => boolean = () => true): Hung | undefined {
    const near = NEAR / this.camera.s;
    const { x, y } = point;
    const box = { left: x - near, top: y - near, right: x + near, foot: y + near };
    return this.grid.in(box).findLast((one) => fits(one.piece) && catches(one, point, near));
  }

  /** Picks pieces with all of their groups. */
  pick(ids: readonly string[], active: string = ids.at(-1) ?? ''): void {
    const all = this.inside === '' ? this.whole(ids) : ids;
    this.picked = new Set(all);
    this.active = active;
    const item =
      this.picked.size === 1
        ? this.mirror.item(this.#byId.get(active)?.piece.itemId ?? '')
        : undefined;
    if (item) this.hand.pick([item.id]);
  }

  /** Picks one more, or lets go of it. */
  toggle(id: string): void {
    const own = new Set(this.whole([id]));
    const rest = [...this.picked].filter((one) => !own.has(one));
    if (this.picked.has(id)) this.pick(rest);
    else this.pick([...rest, ...own], id);
  }

  /** Lets go of everything, first of what is inside a group. */
  letGo(): boolean {
    if (this.inside !== '') {
      const group = this.hung.filter(({ piece }) => piece.groupId === this.inside);
      this.inside = '';
      this.pick(group.map(({ piece }) => piece.id));
      return true;
    }
    if (this.picked.size === 0) return false;
    this.pick([]);
    return true;
  }

  /** Pieces with all that are in their groups. */
  whole(ids: readonly string[]): string[] {
    const groups = new Set(ids.map((id) => this.#byId.get(id)?.piece.groupId ?? ''));
    groups.delete('');
    if (groups.size === 0) return [...ids];
    const beside = this.hung
      .filter(({ piece }) => groups.has(piece.groupId))
      .map(({ piece }) => piece.id);
    return [...new Set([...ids, ...beside])];
  }

  /** What goes along when pieces move: nothing that is locked, and all that lies on a frame. */
  carried(ids: readonly string[]): string[] {
    const all = new Set(ids.filter((id) => this.#byId.get(id)?.piece.locked === false));
    for (const id of [...all]) {
      const own = this.#byId.get(id);
      if (own?.piece.kind !== 'frame') continue;
      for (const { piece, place } of this.grid.in(boundsOf(own.place))) {
        const middle = { x: place.x + place.w / 2, y: place.y + place.h / 2 };
        if (!piece.locked && hits(own.place, middle)) all.add(piece.id);
      }
    }
    return [...all];
  }

  /** What touches a box of the board, whole groups, frames only when they lie in it whole. */
  inBox(box: Box): string[] {
    const found = this.grid.in(box).filter(({ piece, place }) => {
      if (piece.locked) return false;
      return piece.kind === 'frame' ? holds(box, boundsOf(place)) : touches(place, box);
    });
    return this.whole(found.map(({ piece }) => piece.id));
  }

  /** The box around pieces. */
  boxOf(ids: Iterable<string>): Box | undefined {
    const boxes = [...ids].flatMap((id) => {
      const one = this.at(id);
      return one ? [boundsOf(one.place)] : [];
    });
    const [first, ...others] = boxes;
    return first && others.reduce(around, first);
  }

  /** The box around everything. */
  readonly bounds: Box | undefined = $derived.by(() => {
    const [first, ...others] = this.hung.map(({ place }) => boundsOf(place));
    return first && others.reduce(around, first);
  });

  look(camera: Camera): void {
    const { bounds } = this;
    this.fitted = false;
    this.camera = bounds ? keptIn(camera, this.size, bounds) : camera;
  }

  move(dx: number, dy: number): void {
    const { x, y, s } = this.camera;
    this.look({ x: x + dx, y: y + dy, s });
  }

  /** Nearer or farther, around a point of the window or its middle. */
  zoom(factor: number, x = this.size.width / 2, y = this.size.height / 2): void {
    this.look(zoomed(this.camera, factor, x, y, CLOSEST));
  }

  fit(ids: Iterable<string> | null = null, margin = AROUND): void {
    const box = ids === null ? this.bounds : this.boxOf(ids);
    if (!box || this.size.width === 0) return;
    this.look(fitting(box, this.size, margin));
    this.fitted = ids === null;
  }

  /** As large as it is. */
  actual(): void {
    const { width, height } = this.size;
    const middle = this.toBoard({ x: width / 2, y: height / 2 });
    const box = { left: middle.x, right: middle.x, top: middle.y, foot: middle.y };
    this.look(centred(box, this.size, 1));
  }

  /** Brings a piece into the window, with as little of a move as possible. */
  bring(id: string): void {
    const box = this.boxOf([id]);
    if (box && this.size.width > 0) this.#show(showing(this.camera, this.size, box, 48));
  }

  /** Brings several into the window, from farther away when they need it. */
  show(ids: readonly string[]): void {
    const box = this.boxOf(ids);
    if (!box || this.size.width === 0) return;
    const { s } = this.camera;
    const { width, height } = this.size;
    const fits = (box.right - box.left) * s < width && (box.foot - box.top) * s < height;
    this.#show(fits ? showing(this.camera, this.size, box, 48) : fitting(box, this.size, AROUND));
  }

  #show(camera: Camera): void {
    const { x, y, s } = this.camera;
    if (camera.x === x && camera.y === y && camera.s === s) return;
    this.fitted = false;
    this.camera = camera;
  }

  resize(size: Size): void {
    const { width, height } = this.size;
    this.size = size;
    if (this.fitted) this.fit();
    else if (width > 0) this.move((size.width - width) / 2, (size.height - height) / 2);
  }

  /** A point of the surface, in px, on the board. */
  toBoard({ x, y }: Point): Point {
    const { camera } = this;
    return { x: (x - camera.x) / camera.s, y: (y - camera.y) / camera.s };
  }

  /** The middle of what one sees, on the board. */
  get centre(): Point {
    const { left, top, right, foot } = seen(this.camera, this.size);
    return { x: (left + right) / 2, y: (top + foot) / 2 };
  }

  retype(type: Type): void {
    this.ruler.forget();
    this.type = type;
    this.#measured++;
  }

  /** Asks for the keyboard. */
  reach(): void {
    this.reached++;
  }

  say(words: string): void {
    this.said = this.said === words ? words + '\u200b' : words;
  }
}

/** Words make their piece as high as they need it; what has none is as high as one likes. */
function heightOf(piece: Piece, h: number, { high }: Setting): number {
  if (piece.kind === 'line') return LINE_HIGH;
  if (high === 0) return h;
  return piece.kind === 'quote' ? high : Math.max(h, high);
}

/** Shadows, names and signs lie beside a piece, so far at most. */
const BESIDE = 30;

/** All that is drawn of a piece. */
export function reachOf({ place, setting }: Hung): Box {
  const { left, top, right, foot } = boundsOf(place);
  const by = BESIDE + setting.below;
  return { left: left - by, top: top - by, right: right + by, foot: foot + by };
}

function catches({ piece, place }: Hung, point: Point, near: number): boolean {
  if (piece.kind === 'line') return hits(place, point, Math.max(0, near - LINE_HIGH / 4));
  if (piece.kind !== 'frame') return hits(place, point);
  const name = { x: place.x, y: place.y - 24, w: Math.min(place.w, 160), h: 24, angle: 0 };
  return hitsEdge(place, point, near) || (place.angle === 0 && hits(name, point));
}
