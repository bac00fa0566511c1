import { untrack } from 'svelte';
import type { Hand } from '../plan/hand.svelte';
import type { Kind } from '../plan/types';
import type { Visit } from '../plan/visit.svelte';
import type { Drafts } from './drafts.svelte';
import type { Row, Tree } from './rows';
import { range, roots } from './select';

/** A little longer than an item takes to travel (--m-move). */
const TRAVEL_MS = 240;

/**
 * What one sees of a plan that is drawn as a tree: what is folded, which branch
 * is shown, the visit to a title, and where the hand is. Nothing here is in the
 * plan, and nothing here changes the plan. Each such view adds what it shows
 * beyond that.
 */
export abstract class Sight {
  readonly tree: Drafts;
  readonly hand: Hand;

  folded = $state.raw<ReadonlySet<string>>(new Set());
  visit = $state.raw<Visit | null>(null);
  /** The visit to the newest item that was opened empty: as long as it lasts, it says what it is to be. */
  fresh = $state.raw<Visit | null>(null);
  /** How often the active item was asked to take the focus. */
  reached = $state(0);
  /** The first line of an empty plan is being written where the plan will be. */
  starting = $state(false);
  /** Items are on their way to new places. */
  travels = $state(false);
  /** What a screen reader says next. */
  said = $state('');

  #travelled: ReturnType<typeof setTimeout> | undefined;
  #anchor = '';

  constructor(tree: Drafts, hand: Hand) {
    this.tree = tree;
    this.hand = hand;
  }

  /** All that is shown, from top to bottom. */
  abstract readonly rows: readonly Row[];

  /** The item whose branch alone is shown: the one in focus for all views, while it is there. */
  readonly branch = $derived.by(() => (this.tree.item(this.hand.branch) ? this.hand.branch : ''));

  /** The item that the keyboard is on: where the hand put it, else the first; '' when nothing is shown. */
  readonly active: string = $derived.by(() =>
    this.shows(this.hand.id) ? this.hand.id : (this.rows[0]?.id ?? ''),
  );
  readonly picked: ReadonlySet<string> = $derived.by(() => new Set(this.hand.ids));

  /** The folds in force. */
  get folds(): ReadonlySet<string> {
    return this.folded;
  }

  /** All picked items that are shown, from top to bottom. */
  get all(): string[] {
    return this.rows.filter((row) => this.picked.has(row.id)).map((row) => row.id);
  }

  /** The picked items from top to bottom, without those that another one carries along. */
  get ids(): string[] {
    return roots(this.rows, this.picked, this.tree);
  }

  /** The line of an item, -1 when it is not shown. */
  at(id: string): number {
    return this.rows.findIndex((row) => row.id === id);
  }

  shows(id: string): boolean {
    return this.at(id) >= 0;
  }

  row(id: string): Row | undefined {
    return this.rows[this.at(id)];
  }

  /** Puts the hand on one item and nothing else; '' on none. */
  pick(id: string): void {
    this.#anchor = id;
    this.hand.pick(id === '' ? [] : [id]);
  }

  /** Puts the hand on several items; the active one among them stays active. */
  pickAll(ids: readonly string[]): void {
    const active = ids.includes(this.active) ? this.active : (ids[0] ?? '');
    this.#anchor = ids[0] ?? '';
    this.hand.pick(ids, active);
  }

  /** Picks from where the hand began to an item (Shift). */
  extend(id: string): void {
    if (!this.shows(this.#anchor)) this.#anchor = this.active;
    this.hand.pick(range(this.rows, this.#anchor, id), id);
  }

  /** Adds an item to what is picked, or takes it away (Mod and a click). */
  toggle(id: string): void {
    const picked = new Set(this.picked);
    if (!picked.delete(id) || picked.size === 0) picked.add(id);
    this.#anchor = id;
    const order = this.rows.filter((row) => picked.has(row.id)).map((row) => row.id);
    this.hand.pick(order, picked.has(id) ? id : order.at(-1));
  }

  /** Asks for the focus on the active item. */
  reach(): void {
    this.reached++;
  }

  fold(id: string, shut: boolean): void {
    if (this.folded.has(id) === shut) return;
    const folds = new Set(this.folded);
    if (shut) folds.add(id);
    else folds.delete(id);
    this.folded = folds;
  }

  /** Folds every item of these kinds that has something below it, and opens the rest. */
  foldKinds(kinds: readonly Kind[]): void {
    const beside = [...this.folded].filter((id) => this.branch && !this.inBranch(id));
    this.folded = new Set([...beside, ...this.ofKinds(kinds)]);
  }

  /** All shown or folded away that are of these kinds and have something below them. */
  protected ofKinds(kinds: readonly Kind[]): Set<string> {
    const found = new Set<string>();
    const visit = (id: string) => {
      const below = this.tree.children(id);
      const kind = this.tree.item(id)?.kind;
      if (kind && kinds.includes(kind) && below.length > 0) found.add(id);
      below.forEach(visit);
    };
    visit(this.branch);
    return found;
  }

  /** Keeps an item in sight that would be hidden, where something hides items. */
  keep(_id: string): void {
    // Only a filter hides what is new.
  }

  /** Leaves the branch shown alone for the whole plan. */
  leaveBranch(): void {
    this.hand.branch = '';
  }

  /** Brings an item into sight wherever it hides, and puts the hand on it. */
  find(id: string): void {
    if (!this.tree.item(id)) return;
    this.reveal(id);
    this.pick(id);
    if (this.shows(id)) this.reach();
  }

  /** Opens whatever hides an item. */
  reveal(id: string): void {
    if (this.branch && this.branch !== id && !this.inBranch(id)) this.leaveBranch();
    const open = new Set(this.folded);
    for (let up = this.#parent(id); up !== ''; up = this.#parent(up)) open.delete(up);
    if (open.size < this.folded.size) this.folded = open;
  }

  /** Lets items glide to where they go next. */
  travel(): void {
    this.travels = true;
    clearTimeout(this.#travelled);
    this.#travelled = setTimeout(() => (this.travels = false), TRAVEL_MS);
  }

  say(text: string): void {
    this.said = text;
  }

  /** An item got another id: a draft became real. */
  rename(from: string, to: string): void {
    const now = (id: string) => (id === from ? to : id);
    this.#anchor = now(this.#anchor);
    if (this.visit?.id === from) this.visit.id = to;
    if (this.hand.ids.includes(from)) this.hand.pick(this.hand.ids.map(now), now(this.hand.id));
  }

  /** The hand goes where it was, unless it comes from another view and holds something of this plan. */
  protected take(active: string, planId: string): void {
    const held = this.hand.ids.filter((id) => this.tree.item(id)?.planId === planId);
    if (held.length === 0) return this.pick(this.tree.item(active) ? active : this.active);
    const last = held.includes(this.hand.id) ? this.hand.id : (held.at(-1) ?? '');
    this.#anchor = last;
    this.hand.pick(held, last);
    this.reveal(last);
  }

  /** Reads the tree as a whole: one thing to follow instead of one for every item. */
  protected read<T>(read: (tree: Tree) => T): T {
    void this.tree.version;
    return untrack(() => read(this.tree.whole));
  }

  protected inBranch(id: string): boolean {
    for (let up = id; up !== ''; up = this.#parent(up)) if (up === this.branch) return true;
    return false;
  }

  #parent(id: string): string {
    return this.tree.item(id)?.parentId ?? '';
  }
}
