import { around, type Box } from '../gesture/camera';
import type { Point } from '../gesture/press';
import type { Acts } from './acts';
import { newPiece } from './newpieces';
import { cropBody, cropOf, cropped, slid, type Crop } from './crop';
import { resized, scaled, snapped, turnBetween, turnedAbout, wayOf, type Handle } from './handles';
import type { Doing, Keys, Named } from './doing';
import { lineBetween, pulled, tiesOf, type End } from './lines';
import type { Hung } from './easel';
import { boundsOf, middle, moved, placeOf, type Place } from './piece';
import { REACH, snapEdge, snapOf } from './snap';
import type { View } from './view.svelte';

/** So many neighbours are asked where they lie: more lines than that help nobody. */
const NEIGHBOURS = 80;

/** Something that is being dragged over the board: pieces, their handles, or a box around them. */
export class Drag {
  /** What is drawn round pieces, or where a new one will lie; on the board. */
  box = $state.raw<Box | null>(null);
  /** The line that is being drawn. */
  line = $state.raw<Place | null>(null);
  /** The crop as it is now; kept when the hand lets go. */
  crop = $state.raw<Crop | null>(null);
  active = $state(false);

  #doing: Doing | null = null;
  #from: Point = { x: 0, y: 0 };
  #copying = false;

  constructor(
    readonly view: View,
    readonly acts: Acts,
  ) {}

  /** Takes up a piece and all that is picked with it; false when nothing of it may move. */
  takeUp(id: string, at: Point): boolean {
    const { view } = this;
    if (!view.picked.has(id)) view.pick([id]);
    const places = this.acts.placesOf(view.carried([...view.picked]));
    const box = boxAround(places);
    if (!box) return false;
    return this.#begin({ what: 'move', places, box, beside: this.#beside(places) }, at);
  }

  /** Takes hold of a handle of what is picked. */
  takeHandle(handle: Handle | 'turn', at: Point): boolean {
    const { view } = this;
    if (view.cropping !== '' && handle !== 'turn') return this.#takeCrop(handle, at);
    const line = view.one;
    if (line?.piece.kind === 'line' && !line.piece.locked && handle !== 'turn')
      return this.#begin({ what: 'end', end: wayOf(handle).x < 0 ? 'fromId' : 'toId', line }, at);
    const places = this.acts.placesOf(
      view.chosen.filter(({ piece }) => !piece.locked).map(({ piece }) => piece.id),
    );
    const box = boxAround(places);
    const [only] = places;
    if (!box || !only) return false;
    const from = places.length === 1 ? only : placeOf(box);
    if (handle === 'turn') return this.#begin({ what: 'turn', places, about: middle(from) }, at);
    return this.#begin({ what: 'size', handle, places, from, beside: this.#beside(places) }, at);
  }

  /** Pushes the picture about behind its crop. */
  takeCrop(at: Point): boolean {
    return this.#takeCrop(null, at);
  }

  #takeCrop(handle: Handle | null, at: Point): boolean {
    const one = this.view.lying(this.view.cropping);
    if (!one) return false;
    const place = { ...one.place, id: one.piece.id };
    return this.#begin({ what: 'crop', handle, place, crop: cropOf(one.piece.body) }, at);
  }

  /** Draws a box around what is to be picked, besides what is kept. */
  startBox(at: Point, kept: readonly string[]): boolean {
    return this.#begin({ what: 'box', kept }, at);
  }

  /** Draws where something new will lie. */
  startDrawing(at: Point): boolean {
    return this.#begin({ what: 'draw', fromId: this.view.under(at)?.piece.id ?? '' }, at);
  }

  #begin(doing: Doing, at: Point): boolean {
    this.#doing = doing;
    this.#from = at;
    this.active = true;
    return true;
  }

  /** The hand is at a point of the board now. */
  to(point: Point, keys: Keys): void {
    const doing = this.#doing;
    if (!doing) return;
    const step = { x: point.x - this.#from.x, y: point.y - this.#from.y };
    switch (doing.what) {
      case 'move':
        return this.#move(doing, step, keys);
      case 'size':
        return this.#size(doing, step, keys);
      case 'turn':
        return this.#turn(doing, point, keys);
      case 'crop':
        return this.#crop(doing, step);
      case 'end':
        return this.#pull(doing, point, keys);
      case 'box':
        this.box = boxOf(this.#from, point);
        return;
      case 'draw':
        return this.#draw(point, keys);
    }
  }

  #move(
    { places, box, beside }: Doing & { what: 'move' },
    step: Point,
    { shift, alt, mod }: Keys,
  ): void {
    let { x, y } = step;
    if (shift) [x, y] = Math.abs(x) > Math.abs(y) ? [x, 0] : [0, y];
    const { view } = this;
    this.#copying = alt;
    const lies = { left: box.left + x, top: box.top + y, right: box.right + x, foot: box.foot + y };
    const snap = mod ? null : snapOf(lies, beside, REACH / view.camera.s);
    view.lines = snap?.lines ?? [];
    const [dx, dy] = [x + (snap?.dx ?? 0), y + (snap?.dy ?? 0)];
    view.held = new Map(places.map((place) => [place.id, moved(place, dx, dy)]));
  }

  #size(
    { handle, places, from, beside }: Doing & { what: 'size' },
    step: Point,
    { shift, alt, mod }: Keys,
  ): void {
    const { view } = this;
    const ratio = this.#keepsRatio() !== shift || places.length > 1;
    const snapsTo =
      from.angle === 0 && !mod && !ratio ? this.#snapSides(handle, from, step, beside) : step;
    const to = resized(from, handle, snapsTo, { ratio, middle: alt });
    const held = places.length === 1 ? [to] : places.map((place) => scaled(place, from, to));
    view.held = new Map(places.map(({ id }, i) => [id, held[i] ?? to]));
  }

  /** Pictures, cards and stones keep the ratio of their sides, other pieces with Shift. */
  #keepsRatio(): boolean {
    return this.view.chosen.some(({ piece }) => piece.kind === 'picture');
  }

  #snapSides(handle: Handle, from: Place, step: Point, beside: readonly Box[]): Point {
    const { view } = this;
    const way = wayOf(handle);
    const reach = REACH / view.camera.s;
    const x = snapEdge(
      (way.x > 0 ? from.x + from.w : from.x) + step.x,
      'x',
      way.x === 0 ? [] : beside,
      reach,
    );
    const y = snapEdge(
      (way.y > 0 ? from.y + from.h : from.y) + step.y,
      'y',
      way.y === 0 ? [] : beside,
      reach,
    );
    view.lines = [
      ...(x.at === null
        ? []
        : [{ axis: 'x' as const, at: x.at, from: from.y - 20, to: from.y + from.h + 20 }]),
      ...(y.at === null
        ? []
        : [{ axis: 'y' as const, at: y.at, from: from.x - 20, to: from.x + from.w + 20 }]),
    ];
    return { x: step.x + x.by, y: step.y + y.by };
  }

  #turn({ places, about }: Doing & { what: 'turn' }, point: Point, { shift }: Keys): void {
    const by = turnBetween(about, this.#from, point);
    const [only] = places;
    const start = places.length === 1 && only ? only.angle : 0;
    const degrees = snapped(start + by, shift) - start;
    this.view.held = new Map(places.map((place) => [place.id, turnedAbout(place, about, degrees)]));
    this.view.say(`${String(Math.round(start + degrees))}°`);
  }

  #crop({ handle, place, crop }: Doing & { what: 'crop' }, step: Point): void {
    if (handle === null) {
      this.crop = slid(place, crop, step);
      this.view.held = new Map([[place.id, place]]);
      return;
    }
    const next = cropped(place, crop, handle, step);
    this.crop = next.crop;
    this.view.held = new Map([[place.id, next.place]]);
  }

  /** The end of a line is drawn anew; the piece that it would be tied to has a box around it. */
  #pull({ end, line }: Doing & { what: 'end' }, point: Point, { shift }: Keys): void {
    const on = this.#tieable(line, end, point);
    this.line = pulled(line.place, end, point, shift && !on);
    this.box = on ? boundsOf(on.place) : null;
  }

  /** What the end of a line can be tied to at a point: no line, and not what its other end is tied to. */
  #tieable({ piece }: Hung, end: End, point: Point): Hung | undefined {
    const other = tiesOf(piece)[end === 'fromId' ? 'toId' : 'fromId'];
    return this.view.under(point, ({ id, kind }) => kind !== 'line' && id !== other);
  }

  #draw(point: Point, { shift }: Keys): void {
    const from = this.#from;
    if (this.view.tool !== 'line') {
      const side = Math.max(Math.abs(point.x - from.x), Math.abs(point.y - from.y));
      const to = shift
        ? {
            x: from.x + Math.sign(point.x - from.x) * side,
            y: from.y + Math.sign(point.y - from.y) * side,
          }
        : point;
      this.box = boxOf(from, to);
      return;
    }
    const flat = lineBetween(from.x, from.y, point.x, point.y);
    this.line = shift ? { ...flat, angle: snapped(flat.angle, true) } : flat;
  }

  /** Lets go. */
  async end(point: Point): Promise<void> {
    const doing = this.#doing;
    const { view, acts } = this;
    const { box, line, crop } = this;
    const held = view.held;
    const copying = this.#copying;
    this.#doing = null;
    this.active = false;
    this.box = this.line = null;
    view.lines = [];
    const places = [...held].map(([id, place]) => ({ ...place, id }));
    switch (doing?.what) {
      case 'move':
        if (copying) await this.#copy(doing.places, places);
        else await acts.place(places);
        break;
      case 'size':
      case 'turn':
        await acts.place(places);
        break;
      case 'crop':
        if (crop) await this.#keepCrop(doing.place.id, places, crop);
        break;
      case 'end': {
        const on = this.#tieable(doing.line, doing.end, point)?.piece.id ?? '';
        if (line) await acts.tieEnd(doing.line.piece.id, doing.end, on, line);
        break;
      }
      case 'box':
        if (box) view.pick([...doing.kept, ...view.inBox(box)]);
        view.reach();
        break;
      case 'draw':
        await this.#drawn(box, line, doing.fromId, point);
        break;
      case undefined:
    }
    this.#clear();
  }

  cancel(): void {
    this.#doing = null;
    this.active = false;
    this.#clear();
  }

  #clear(): void {
    this.view.held = new Map();
    this.view.lines = [];
    this.box = this.line = this.crop = null;
    this.#copying = false;
  }

  async #copy(from: readonly Named[], to: readonly Named[]): Promise<void> {
    const [a, b] = [from[0], to[0]];
    this.view.held = new Map();
    if (a && b) await this.acts.duplicate({ x: b.x - a.x, y: b.y - a.y });
  }

  async #keepCrop(id: string, places: readonly Named[], crop: Crop): Promise<void> {
    const here = places.length > 0 ? places : this.acts.placesOf([id]);
    await this.acts.placeAs(here, cropBody(crop));
  }

  async #drawn(box: Box | null, line: Place | null, fromId: string, point: Point): Promise<void> {
    const { view, acts } = this;
    const { tool } = view;
    view.tool = 'select';
    const place = box && placeOf(box);
    if (tool === 'line' && line) {
      const toId = view.under(point)?.piece.id ?? '';
      const ties = fromId !== '' && toId !== '' && fromId !== toId ? { fromId, toId } : {};
      await acts.hang([newPiece('line', line, { form: 'arrow', ...ties })]);
    } else if (place && tool === 'shape')
      await acts.hang([newPiece('shape', place, { fill: 'leaf' })]);
    else if (place && tool === 'frame') await acts.hang([newPiece('frame', place, {})]);
    else if (place && tool === 'swatch')
      await acts.hang([newPiece('swatch', place, { colours: SWATCH })]);
    else if (place && (tool === 'quote' || tool === 'note')) this.write?.(tool, place);
  }

  /** Begins to write something new where it was drawn. */
  write: ((kind: 'quote' | 'note', place: Place) => void) | null = null;

  /** What lies near, for lines to snap to. */
  #beside(places: readonly Named[]): Box[] {
    const { view } = this;
    const own = new Set(places.map(({ id }) => id));
    const { left, top, right, foot } = windowOf(view);
    const near = view.grid
      .in({ left, top, right, foot })
      .filter(({ piece }) => !own.has(piece.id) && piece.kind !== 'line');
    return near.slice(-NEIGHBOURS).map(({ place }) => boundsOf(place));
  }
}

/** The colours that a row of them begins with. */
export const SWATCH = 'sea sky sand sun clay';

function windowOf(view: View): Box {
  const from = view.toBoard({ x: 0, y: 0 });
  const to = view.toBoard({ x: view.size.width, y: view.size.height });
  return { left: from.x, top: from.y, right: to.x, foot: to.y };
}

function boxAround(places: readonly Place[]): Box | undefined {
  const [first, ...others] = places.map(boundsOf);
  return first && others.reduce(around, first);
}

function boxOf(a: Point, b: Point): Box {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    foot: Math.max(a.y, b.y),
  };
}
