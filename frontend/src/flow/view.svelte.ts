import type { Hand } from '../plan/hand.svelte';
import type { Mirror } from '../plan/mirror.svelte';
import type { Item } from '../plan/types';
import type { Visit } from '../plan/visit.svelte';
import type { Now } from '../text/now.svelte';
import { boxOf, faceOf, newBox, outsideFace, type Face } from './faces';
import { layOut, type Course, type Layout, type Placed, type Point, type Way } from './layout';
import { orderOf, reached, type Arrow, type Order } from './order';
import { membersOf, scopeOf, tiesOf, type Tie } from './scope';
import { NEW, woven, type Wish } from './weaving';

/** An item that is being written, and where it goes. */
export interface Adding {
  readonly wish: Wish;
  /** The item that the hand was on; '' = none. */
  readonly from: string;
}

/** An arrow as it is drawn; order = only the order says so, deep = something below one of its ends. */
export interface Drawn {
  readonly key: string;
  readonly before: string;
  readonly after: string;
  readonly sort: 'order' | Tie['sort'];
  /** The links behind it; [] = there are none. */
  readonly links: readonly Tie['link'][];
  readonly course: Course;
}

/** How far things stand from each other, in rem. */
const ALONG = 3.75;
const DOWN = 3.25;
const ACROSS = 1.5;
const PASS = 1.25;

/** From here on only boxes in sight are in the page. */
const MANY = 150;
/** How far beyond the edge boxes are there already, in px. */
const BEYOND = 400;

export const NEAREST = 2;
export const FARTHEST = 0.2;

/** What is seen of the flow: whose steps, how near, what is held and written. */
export class View {
  /** Whose flow was chosen; null = nobody chose. */
  kept = $state<string | null>(null);
  way = $state<Way>('right');
  zoom = $state(1);
  /** Where the pane is scrolled to, and how large it is, in px. */
  left = $state(0);
  top = $state(0);
  width = $state(0);
  height = $state(0);
  rem = $state(16);
  /** The arrow that is selected; '' = none. */
  arrow = $state('');
  adding = $state.raw<Adding | null>(null);
  visit = $state.raw<Visit | null>(null);
  said = $state('');
  /** Counts the times that the view should bring the active box into sight. */
  reached = $state(0);
  /** From where boxes come that have just got another place, as a way in px. */
  comes = $state.raw<ReadonlyMap<string, Point>>(new Map());
  /** Where the hand began to hold several. */
  #anchor = '';

  constructor(
    readonly mirror: Mirror,
    readonly hand: Hand,
    readonly now: Now,
  ) {}

  /** Whose steps are shown; '' = the top of the plan. */
  readonly scope: string = $derived.by(() =>
    scopeOf({
      mirror: this.mirror,
      kept: this.kept,
      held: this.hand.id,
      branch: this.hand.branch,
    }),
  );
  readonly members: readonly Item[] = $derived.by(() => membersOf(this.mirror, this.scope));
  readonly #ties: readonly Tie[] = $derived.by(() => tiesOf(this.mirror, this.members));
  /** The links between members. */
  readonly links = $derived.by(() =>
    this.#ties.flatMap(({ sort, link }) => (sort === 'own' ? [link] : [])),
  );
  readonly order: Order = $derived.by(() =>
    orderOf(
      this.members.map(({ id }) => id),
      this.links,
    ),
  );
  /** The order with what is being written in its place. */
  readonly #shown: Order = $derived.by(() => {
    const { adding, links } = this;
    if (!adding) return this.order;
    const { waits, cut } = woven(links, this.order, adding.wish);
    const made = waits.map((wait, i) => ({ ...wait, id: `new ${String(i)}` }));
    const rest = links.filter(({ id }) => !cut.includes(id));
    return orderOf(adding.wish.ids, [...rest, ...made]);
  });
  readonly faces: ReadonlyMap<string, Face> = $derived.by(() => {
    const faces = this.members.map((item) => faceOf(this.mirror, item, this.now.day));
    const outside = this.#ties.flatMap(({ outside: id }) => {
      const item = id === '' ? undefined : this.mirror.item(id);
      return item ? [outsideFace(this.mirror, item)] : [];
    });
    return new Map([...outside, ...faces].map((face) => [face.item.id, face]));
  });

  /** Every arrow once, with the links behind it. */
  readonly #arrows: readonly Omit<Drawn, 'course'>[] = $derived.by(() => {
    const arrows = new Map(this.#shown.arrows.map((arrow) => [keyOf(arrow), drawnOf(arrow)]));
    const next = new Map<string, string[]>();
    const lead = ({ before, after }: Pick<Arrow, 'before' | 'after'>) =>
      next.set(before, [...(next.get(before) ?? []), after]);
    this.#shown.arrows.forEach(lead);
    for (const { link, before, after, sort } of this.#ties) {
      const key = keyOf({ before, after });
      const there = arrows.get(key);
      if (there) {
        // Its own link comes first: that is the one that can be cut here.
        const links = sort === 'own' ? [link, ...there.links] : [...there.links, link];
        arrows.set(key, { ...there, links });
      } else if (sort !== 'own' && !reached(after, next).has(before)) {
        arrows.set(key, { key, before, after, sort, links: [link] });
        lead({ before, after });
      }
    }
    return [...arrows.values()];
  });

  readonly layout: Layout = $derived.by(() => {
    const { rem, faces, way } = this;
    const outside = [...faces.values()].flatMap(({ shape, item: { id } }) =>
      shape === 'outside' ? [id] : [],
    );
    const waits = new Set(this.#arrows.map(({ after }) => after));
    const rim = new Set(outside.filter((id) => !waits.has(id)));
    const ids = [...rim, ...this.#shown.ids, ...outside.filter((id) => waits.has(id))];
    const boxes = ids.flatMap((id) => {
      const face = faces.get(id);
      return face ? [boxOf(face, rem)] : id === NEW ? [newBox(rem)] : [];
    });
    const edges = this.#arrows.map(({ before, after }) => ({ from: before, to: after }));
    const along = (way === 'right' ? ALONG : DOWN) * rem;
    return layOut({ boxes, edges, rim }, way, { along, across: ACROSS * rem, pass: PASS * rem });
  });
  readonly boxes: ReadonlyMap<string, Placed> = $derived.by(
    () => new Map(this.layout.boxes.map((box) => [box.id, box])),
  );
  readonly drawn: readonly Drawn[] = $derived.by(() => {
    const courses = new Map(
      this.layout.courses.map((course) => [
        keyOf({ before: course.from, after: course.to }),
        course,
      ]),
    );
    return this.#arrows.flatMap((arrow) => {
      const course = courses.get(arrow.key);
      return course ? [{ ...arrow, course }] : [];
    });
  });
  /** The arrow that is selected, while it is there. */
  readonly chosen: Drawn | undefined = $derived.by(() =>
    this.drawn.find(({ key }) => key === this.arrow),
  );
  /** The box that the keyboard comes to: what the hand holds, else the first. */
  readonly active: string = $derived.by(() => {
    if (this.faces.has(this.hand.id)) return this.hand.id;
    return this.members[0]?.id ?? '';
  });
  /** The empty room around the flow, in px, so that whatever lies at its edge may lie in the middle. */
  readonly margin: Point = $derived.by(() => ({
    x: Math.round(this.width * 0.6),
    y: Math.round(this.height * 0.6),
  }));

  /** The boxes in the page: all, or of many those in sight and the active one. */
  readonly shown: readonly Placed[] = $derived.by(() => {
    const { boxes } = this.layout;
    if (boxes.length <= MANY) return boxes;
    const { left, top, width, height, zoom, margin, active } = this;
    const from = { x: left - margin.x - BEYOND, y: top - margin.y - BEYOND };
    const to = { x: from.x + width + 2 * BEYOND, y: from.y + height + 2 * BEYOND };
    return boxes.filter(
      (box) =>
        box.id === active ||
        box.id === NEW ||
        ((box.x + box.width) * zoom > from.x &&
          box.x * zoom < to.x &&
          (box.y + box.height) * zoom > from.y &&
          box.y * zoom < to.y),
    );
  });

  /** What acts act on, in the order of the flow: all that the hand holds, else what the keyboard is on. */
  get held(): readonly string[] {
    const { ids } = this.order;
    const held = this.hand.ids.includes(this.active) ? this.hand.ids : [this.active];
    return ids.filter((id) => held.includes(id));
  }

  /** True for a member of the flow; what stands outside waits or is waited for. */
  isMember(id: string): boolean {
    return this.members.some((item) => item.id === id);
  }

  pick(id: string): void {
    this.#anchor = id;
    this.arrow = '';
    this.hand.pick(id === '' ? [] : [id]);
  }

  /** Holds several; the one that the keyboard is on keeps it, if it is one of them. */
  pickAll(ids: readonly string[], active: string = this.active): void {
    this.arrow = '';
    this.hand.pick(ids, ids.includes(active) ? active : ids.at(-1));
  }

  /** Holds one more, which the keyboard goes to. */
  add(id: string): void {
    this.pickAll([...this.held.filter((one) => one !== id), id], id);
  }

  /** Holds all from where the hand began to an item, in the order of the flow (Shift). */
  extend(id: string): void {
    const { ids } = this.order;
    const [from, to] = [ids.indexOf(this.#anchor), ids.indexOf(id)];
    if (from < 0 || to < 0) return this.pick(id);
    this.pickAll(ids.slice(Math.min(from, to), Math.max(from, to) + 1), id);
  }

  /** Adds an item to what is held, or lets go of it (Mod and a press). */
  toggle(id: string): void {
    const rest = this.held.filter((one) => one !== id);
    this.#anchor = id;
    if (rest.length === 0 || rest.length === this.held.length) this.pickAll([...rest, id], id);
    else this.pickAll(rest);
  }

  /** Shows another item's flow, and holds one of its members, the item itself or nothing. */
  open(scope: string, held: string = ''): void {
    this.kept = scope;
    this.arrow = '';
    this.adding = null;
    const inside = membersOf(this.mirror, scope);
    const holds = inside.some(({ id }) => id === held) ? held : (inside[0]?.id ?? scope);
    this.hand.pick(holds === '' ? [] : [holds]);
  }

  reach(): void {
    this.reached++;
  }

  say(text: string): void {
    this.said = this.said === text ? text + '\u200b' : text;
  }
}

/** The name of an arrow. */
export function keyOf({ before, after }: Pick<Arrow, 'before' | 'after'>): string {
  return `${before} ${after}`;
}

function drawnOf(arrow: Arrow): Omit<Drawn, 'course'> {
  const { before, after, link } = arrow;
  return { key: keyOf(arrow), before, after, sort: link ? 'own' : 'order', links: [] };
}
