import { Aspects, type Aspect, type Bodies } from './aspects';
import { Lent } from './lent';
import { measuredShare } from './measure';
import { byId, byName, byTime, merged } from './merged';
import { Sums, type Source } from './progress';
import type { Deck, Mark, PrivateNote } from './coaching';
import type { Piece, VisionBoard } from './pieces';
import { byRank, listKey, Siblings } from './siblings';
import type {
  Area,
  Changes,
  Client,
  Column,
  Item,
  Link,
  Plan,
  StepName,
  Tag,
  Version,
} from './types';

/** From here on building all lists of siblings anew is quicker than mending them. */
const MANY = 100;
/** So many of the last changes are remembered by what they touched. */
const REMEMBERED = 64;
const NOTHING: StepName = { op: '', kind: '', count: 0 };
const UNSAID: Bodies['headway'] = {};

/**
 * The open client's plans as the vault has them: every view reads this, and
 * apply (or replace, for a whole client) is the one way in. Every reader
 * touches version, so whatever is derived from the mirror follows it. Rows
 * that changed are new objects, rows that did not stay the same ones.
 */
export class Mirror {
  version = $state(0);

  #items = new Map<string, Item>();
  #siblings = new Siblings();
  #sums = new Sums(this);
  #clients: readonly Client[] = [];
  #plans: readonly Plan[] = [];
  #columns: readonly Column[] = [];
  #areas: readonly Area[] = [];
  #tags: readonly Tag[] = [];
  /** Them by name, and what they were then. */
  #byName: { from: readonly Tag[]; tags: readonly Tag[] } = { from: this.#tags, tags: [] };
  #links: readonly Link[] = [];
  #lent = new Lent([]);
  #aspects: readonly Aspect[] = [];
  #said = new Aspects([]);
  /** By item; looked through once, as each sum asks for all of them. */
  #headways: ReadonlyMap<string, Bodies['headway']> | undefined;
  #versions: readonly Version[] = [];
  #boards: readonly VisionBoard[] = [];
  #pieces: readonly Piece[] = [];
  #decks: readonly Deck[] = [];
  #notes: readonly PrivateNote[] = [];
  #marks: readonly Mark[] = [];
  #planId = '';
  #clientId = '';
  #undo = NOTHING;
  #redo = NOTHING;
  /** What each of the last versions touched, the newest last; null = much, or what items do not tell. */
  #touched: (ReadonlySet<string> | null)[] = [];

  get items(): ReadonlyMap<string, Item> {
    return this.#now().#items;
  }
  /** Clients by name. */
  get clients(): readonly Client[] {
    return this.#now().#clients;
  }
  /** Plans in their order. */
  get plans(): readonly Plan[] {
    return this.#now().#plans;
  }
  /** The board columns of all plans, in their order. */
  get columns(): readonly Column[] {
    return this.#now().#columns;
  }
  /** Life areas in their order. */
  get areas(): readonly Area[] {
    return this.#now().#areas;
  }
  /** Tags by name; they are put in order when somebody asks: the first comparison of names costs more than the first view. */
  get tags(): readonly Tag[] {
    const { from } = this.#byName;
    const tags = this.#now().#tags;
    if (from !== tags) this.#byName = { from: tags, tags: tags.toSorted(byName) };
    return this.#byName.tags;
  }
  /** All links, also those whose other end lies in the trash. */
  get links(): readonly Link[] {
    return this.#now().#links;
  }
  /** What is said of items and of the client. */
  get said(): Aspects {
    return this.#now().#said;
  }
  /** The versions of all plans, the oldest first. */
  get versions(): readonly Version[] {
    return this.#now().#versions;
  }
  /** The vision boards of all plans, in their order. */
  get boards(): readonly VisionBoard[] {
    return this.#now().#boards;
  }
  /** The pieces of all vision boards, from the back to the front. */
  get pieces(): readonly Piece[] {
    return this.#now().#pieces;
  }
  /** The owner's own ways to lead a session, in their order. */
  get decks(): readonly Deck[] {
    return this.#now().#decks;
  }
  /** What the coach keeps for themselves, the oldest first; none of it is here while somebody looks on. */
  get notes(): readonly PrivateNote[] {
    return this.#now().#notes;
  }
  get marks(): readonly Mark[] {
    return this.#now().#marks;
  }
  /** The plan shown; '' only before the first load. */
  get planId(): string {
    return this.#now().#planId;
  }
  /** The client who is open: a whole load names that one first. */
  get clientId(): string {
    return this.#now().#clientId;
  }
  /** Who that is. */
  get client(): Client | undefined {
    return this.clients.find(({ id }) => id === this.#clientId);
  }
  get undo(): StepName {
    return this.#now().#undo;
  }
  get redo(): StepName {
    return this.#now().#redo;
  }
  /** The plan shown. */
  get plan(): Plan | undefined {
    return this.plans.find((plan) => plan.id === this.#planId);
  }
  /** The name of another plan; '' = it is the one shown. */
  elsewhere(planId: string): string {
    const other = planId === this.#planId ? undefined : this.plans.find(({ id }) => id === planId);
    return other?.name ?? '';
  }

  item(id: string): Item | undefined {
    return this.#now().#items.get(id);
  }

  area(id: string): Area | undefined {
    return this.areas.find((area) => area.id === id);
  }

  tag(id: string): Tag | undefined {
    return this.tags.find((tag) => tag.id === id);
  }

  /** The ids below a parent in their order; '' is the top of planId (of the plan shown). */
  children(parentId: string, planId: string = this.#planId): readonly string[] {
    return this.#now().#siblings.list(listKey(parentId, planId));
  }

  /** The ids below each item, for those who ask of many at once. */
  get below(): (id: string) => readonly string[] {
    const siblings = this.#now().#siblings;
    return (id) => siblings.list(id);
  }

  /** What an item stands below, outermost first, without itself. */
  path(id: string): Item[] {
    const path: Item[] = [];
    let up = this.item(this.item(id)?.parentId ?? '');
    while (up && path.length <= this.#items.size) {
      path.unshift(up);
      up = this.#items.get(up.parentId);
    }
    return path;
  }

  /** Everything below an item, in the order of the outline. */
  descendants(id: string): string[] {
    const found: string[] = [];
    const waiting = [...this.children(id)].reverse();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      found.push(next);
      waiting.push(...[...this.#siblings.list(next)].reverse());
    }
    return found;
  }

  /** How far the measures of an item have come; null = it has none that can tell. */
  measured(id: string): number | null {
    return measuredShare(this.said, id);
  }

  /** How far the person says that an item is, and how much it counts. */
  headway(id: string): Bodies['headway'] {
    this.#headways ??= new Map(this.said.all('headway').map((one) => [one.itemId, one.body]));
    return this.#headways.get(id) ?? UNSAID;
  }

  /** What serves goals from elsewhere in the tree. */
  get lent(): Lent {
    return this.#now().#lent;
  }

  /** Where the share of an item comes from. */
  source(id: string): Source {
    return this.#now().#sums.source(id);
  }

  /** The share done, 0 to 1, or null when there is nothing to count. */
  progress(id: string): number | null {
    return this.#now().#sums.progress(id);
  }

  /** An active goal or milestone without any step or decision below it (R40). */
  stepless(id: string): boolean {
    return this.#now().#sums.stepless(id);
  }

  /**
   * The items that came, went or changed since a version, with the parents that
   * they left and went to; '' is the top of a plan. null = too much to tell
   * them: whoever drew something from the mirror draws it anew.
   */
  touchedSince(version: number): ReadonlySet<string> | null {
    const count = this.version - version;
    if (count > this.#touched.length) return null;
    const all = new Set<string>();
    for (const touched of count === 0 ? [] : this.#touched.slice(-count)) {
      if (!touched) return null;
      for (const id of touched) all.add(id);
    }
    return all;
  }

  /** Takes a whole client in and forgets the one before. */
  replace(client: Changes): void {
    this.#items.clear();
    this.#siblings.fill([]);
    this.#clients = this.#plans = this.#columns = [];
    this.#areas = this.#tags = this.#links = this.#aspects = [];
    this.#versions = this.#boards = this.#pieces = [];
    this.#decks = this.#notes = this.#marks = [];
    this.#said = new Aspects([]);
    this.#headways = undefined;
    this.#lent = new Lent([]);
    this.#planId = '';
    this.#clientId = client.clients[0]?.id ?? '';
    this.#into(client, null);
  }

  /** Takes in what an edit changed. The one way in. */
  apply(changes: Changes): void {
    this.#into(changes, this.#touches(changes));
  }

  #into(changes: Changes, touched: ReadonlySet<string> | null): void {
    this.#drop(changes.gone);
    this.#take(changes.items);
    this.#clients = merged(this.#clients, changes.clients, changes.gone, byName);
    this.#plans = merged(this.#plans, changes.plans, changes.gone, byRank);
    this.#columns = merged(this.#columns, changes.columns, changes.gone, byRank);
    this.#areas = merged(this.#areas, changes.areas, changes.gone, byRank);
    this.#tags = merged(this.#tags, changes.tags, changes.gone, byId);
    this.#link(merged(this.#links, changes.links, changes.gone, byId));
    this.#say(merged(this.#aspects, changes.aspects, changes.gone, byRank));
    this.#versions = merged(this.#versions, changes.versions, changes.gone, byTime);
    this.#boards = merged(this.#boards, changes.boards, changes.gone, byRank);
    this.#pieces = merged(this.#pieces, changes.pieces, changes.gone, byRank);
    this.#decks = merged(this.#decks, changes.decks, changes.gone, byRank);
    this.#notes = merged(this.#notes, changes.notes, changes.gone, byTime);
    this.#marks = merged(this.#marks, changes.marks, changes.gone, byTime);
    this.#undo = changes.undo;
    this.#redo = changes.redo;
    if (!this.#show(changes.show)) this.#note(touched);
    else this.#note(null);
    this.version++;
  }

  /** What changes touch, told before they are taken in: an item that moves is still where it was. */
  #touches({ items, gone, aspects, ...rest }: Changes): Set<string> | null {
    const others = [rest.clients, rest.plans, rest.areas, rest.tags, rest.links];
    if (items.length + gone.length >= MANY || others.some((list) => list.length > 0)) return null;
    const touched = new Set<string>();
    const add = (item: Item) => touched.add(item.id).add(item.parentId);
    for (const item of items) add(item);
    for (const id of [...gone, ...items.map((item) => item.id)]) {
      const before = this.#items.get(id);
      if (before) add(before);
      else if (gone.includes(id)) return null;
    }
    for (const { itemId } of aspects) touched.add(itemId);
    return touched;
  }

  #note(touched: ReadonlySet<string> | null): void {
    this.#touched = [...this.#touched.slice(1 - REMEMBERED), touched];
    if (touched) this.#sums.forget(touched);
    else this.#sums = new Sums(this);
  }

  #link(links: readonly Link[]): void {
    if (links === this.#links) return;
    this.#links = links;
    this.#lent = new Lent(links);
  }

  #say(aspects: readonly Aspect[]): void {
    if (aspects === this.#aspects) return;
    this.#aspects = aspects;
    this.#said = new Aspects(aspects);
    this.#headways = undefined;
  }

  #now(): this {
    void this.version;
    return this;
  }

  /** Shows a plan; true when it is another one. */
  #show(planId: string): boolean {
    const before = this.#planId;
    const known = (id: string) => this.#plans.some((plan) => plan.id === id);
    if (planId && known(planId)) this.#planId = planId;
    else if (!known(this.#planId)) this.#planId = this.#plans[0]?.id ?? '';
    return this.#planId !== before;
  }

  #take(items: readonly Item[]): void {
    if (items.length < MANY) {
      for (const item of items) this.#put(item);
      return;
    }
    for (const item of items) this.#items.set(item.id, item);
    this.#siblings.fill(this.#items.values());
  }

  #put(item: Item): void {
    const before = this.#items.get(item.id);
    this.#items.set(item.id, item);
    if (before && sameSpot(before, item)) return;
    if (before) this.#siblings.remove(before);
    this.#siblings.add(item, this.#items);
  }

  #drop(gone: readonly string[]): void {
    for (const id of gone) {
      const tops = this.#siblings.list(listKey('', id));
      for (const root of [id, ...tops]) this.#dropTree(root);
    }
  }

  #dropTree(root: string): void {
    const item = this.#items.get(root);
    if (!item) return;
    const below = this.descendants(root);
    this.#siblings.remove(item);
    for (const id of [root, ...below]) {
      this.#siblings.forget(id);
      this.#items.delete(id);
    }
  }
}

function sameSpot(a: Item, b: Item): boolean {
  return a.parentId === b.parentId && a.planId === b.planId && a.rank === b.rank;
}
