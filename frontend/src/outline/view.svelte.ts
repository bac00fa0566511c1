import { untrack } from 'svelte';
import type { Hand } from '../plan/hand.svelte';
import type { Lacking } from '../plan/gaps';
import type { Kind } from '../plan/types';
import type { Drafts } from './drafts.svelte';
import { asksNothing, EVERYTHING, shownBy, type Filter } from './filter';
import type { Memory } from './memory';
import { rowsOf, type Row, type Tree } from './rows';
import { range, roots } from './select';
import type { Visit } from '../plan/visit.svelte';

/** A little longer than a row takes to travel (--m-move). */
const TRAVEL_MS = 240;

/**
 * What one sees of the plan: folds, filter, the branch shown, the visit to a
 * title, and which row the hand is on. Nothing here is in the plan, and nothing
 * here changes the plan.
 */
export class View {
  readonly tree: Drafts;
  readonly hand: Hand;
  readonly #lacking: Lacking;

  folded = $state.raw<ReadonlySet<string>>(new Set());
  filter = $state.raw<Filter>(EVERYTHING);
  visit = $state.raw<Visit | null>(null);
  /** The visit to the newest row that was opened empty: as long as it lasts, the row says what it is to be. */
  fresh = $state.raw<Visit | null>(null);
  /** How often the active row was asked to take the focus. */
  reached = $state(0);
  /** How often the filter was asked for; 0 = its bar is closed. */
  sought = $state(0);
  /** The first line of an empty plan is being written where the plan will be. */
  starting = $state(false);
  /** Rows are on their way to new places. */
  travels = $state(false);
  /** What a screen reader says next. */
  said = $state('');

  #travelled: ReturnType<typeof setTimeout> | undefined;
  #anchor = '';
  #before: readonly Row[] = [];
  #kept = $state.raw<ReadonlySet<string>>(new Set());
  #shut = $state.raw<ReadonlySet<string>>(new Set());

  constructor(tree: Drafts, hand: Hand, lacking: Lacking) {
    this.tree = tree;
    this.hand = hand;
    this.#lacking = lacking;
  }

  /** The item whose branch alone is shown: the one in focus for all views, while it is there. */
  readonly branch = $derived.by(() => (this.tree.item(this.hand.branch) ? this.hand.branch : ''));

  readonly filtering = $derived(!asksNothing(this.filter));
  readonly shown = $derived.by(() => {
    if (!this.filtering) return null;
    const { filter } = this;
    const kept = this.#kept;
    return this.#read((tree) => shownBy(tree, filter, kept, this.#lacking));
  });
  readonly rows: readonly Row[] = $derived.by(() => {
    const sight = { folded: this.folds, shown: this.shown, branch: this.branch };
    return (this.#before = this.#read((tree) => rowsOf(tree, sight, this.#before)));
  });

  /** The folds in force: a filter opens everything and has folds of its own. */
  get folds(): ReadonlySet<string> {
    return this.filtering ? this.#shut : this.folded;
  }

  /** The row that the keyboard is on: where the hand put it, else the first; '' without rows. */
  readonly active = $derived.by(() =>
    this.at(this.hand.id) >= 0 ? this.hand.id : (this.rows[0]?.id ?? ''),
  );
  readonly picked: ReadonlySet<string> = $derived.by(() => new Set(this.hand.ids));

  /** All picked items that are shown, from top to bottom. */
  get all(): string[] {
    return this.rows.filter((row) => this.picked.has(row.id)).map((row) => row.id);
  }

  /** The picked items from top to bottom, without those that another one carries along. */
  get ids(): string[] {
    return roots(this.rows, this.picked, this.tree);
  }

  /** The line of a row, -1 when it is not shown. */
  at(id: string): number {
    return this.rows.findIndex((row) => row.id === id);
  }

  row(id: string): Row | undefined {
    return this.rows[this.at(id)];
  }

  /** Puts the hand on one row and nothing else; '' on none. */
  pick(id: string): void {
    this.#anchor = id;
    this.hand.pick(id === '' ? [] : [id]);
  }

  /** Puts the hand on several rows; the active one among them stays active. */
  pickAll(ids: readonly string[]): void {
    const active = ids.includes(this.active) ? this.active : (ids[0] ?? '');
    this.#anchor = ids[0] ?? '';
    this.hand.pick(ids, active);
  }

  /** Picks from where the hand began to a row (Shift). */
  extend(id: string): void {
    if (this.at(this.#anchor) < 0) this.#anchor = this.active;
    this.hand.pick(range(this.rows, this.#anchor, id), id);
  }

  /** Adds a row to what is picked, or takes it away (Mod and a click). */
  toggle(id: string): void {
    const picked = new Set(this.picked);
    if (!picked.delete(id) || picked.size === 0) picked.add(id);
    this.#anchor = id;
    const order = this.rows.filter((row) => picked.has(row.id)).map((row) => row.id);
    this.hand.pick(order, picked.has(id) ? id : order.at(-1));
  }

  /** Asks for the focus on the active row. */
  reach(): void {
    this.reached++;
  }

  fold(id: string, shut: boolean): void {
    if (this.folds.has(id) === shut) return;
    const folds = new Set(this.folds);
    if (shut) folds.add(id);
    else folds.delete(id);
    if (this.filtering) this.#shut = folds;
    else this.folded = folds;
  }

  /** Folds every item of these kinds that has something below it, and opens the rest. */
  foldKinds(kinds: readonly Kind[]): void {
    const folded = new Set<string>();
    const visit = (id: string) => {
      const below = this.tree.children(id);
      const kind = this.tree.item(id)?.kind;
      if (kind && kinds.includes(kind) && below.length > 0) folded.add(id);
      below.forEach(visit);
    };
    visit(this.branch);
    const beside = [...this.folded].filter((id) => this.branch && !this.#inBranch(id));
    this.folded = new Set([...beside, ...folded]);
    this.#shut = folded;
  }

  /** Asks for something; what answers stays in sight until something else is asked. */
  ask(filter: Filter): void {
    this.filter = filter;
    this.#shut = new Set();
    this.#kept = asksNothing(filter)
      ? new Set()
      : shownBy(this.tree, filter, new Set(), this.#lacking).matched;
  }

  /** Opens the filter bar and puts the hand into it. */
  seek(): void {
    this.sought++;
  }

  /** Asks for nothing any more, and closes the filter bar. */
  stopSeeking(): void {
    this.sought = 0;
    this.ask(EVERYTHING);
  }

  /** Keeps a row in sight that the filter would hide. */
  keep(id: string): void {
    if (this.filtering) this.#kept = new Set([...this.#kept, id]);
  }

  /** Leaves the branch shown alone for the whole plan. */
  leaveBranch(): void {
    this.hand.branch = '';
  }

  /** Brings a row into sight wherever it hides, and puts the hand on it. */
  find(id: string): void {
    if (!this.tree.item(id)) return;
    this.reveal(id);
    this.pick(id);
    if (this.at(id) >= 0) this.reach();
  }

  /** Opens whatever hides a row. */
  reveal(id: string): void {
    if (this.branch && this.branch !== id && !this.#inBranch(id)) this.leaveBranch();
    const open = new Set(this.folded);
    for (let up = this.#parent(id); up !== ''; up = this.#parent(up)) open.delete(up);
    if (open.size < this.folded.size) this.folded = open;
    if (!this.filtering || this.at(id) >= 0) return;
    this.#shut = new Set();
    this.keep(id);
  }

  /** Lets rows glide to where they go next. */
  travel(): void {
    this.travels = true;
    clearTimeout(this.#travelled);
    this.#travelled = setTimeout(() => (this.travels = false), TRAVEL_MS);
  }

  say(text: string): void {
    this.said = text;
  }

  /** A row got another id: a draft became an item. */
  rename(from: string, to: string): void {
    const now = (id: string) => (id === from ? to : id);
    this.#anchor = now(this.#anchor);
    if (this.visit?.id === from) this.visit.id = to;
    if (this.hand.ids.includes(from)) this.hand.pick(this.hand.ids.map(now), now(this.hand.id));
    if (this.#kept.has(from)) this.keep(to);
  }

  /** Sees as it was kept. The hand goes where it was, unless it comes from another view and holds something of this plan. */
  remember(memory: Memory, planId: string): void {
    this.folded = new Set(memory.folded);
    this.ask(memory.filter);
    const held = this.hand.ids.filter((id) => this.tree.item(id)?.planId === planId);
    if (held.length === 0) this.pick(this.tree.item(memory.active) ? memory.active : this.active);
    else this.#take(held);
  }

  /** Reads the tree as a whole: one thing to follow instead of one for every item. */
  #read<T>(read: (tree: Tree) => T): T {
    void this.tree.version;
    return untrack(() => read(this.tree.whole));
  }

  /** Takes over what the hand holds, with the active one of them in sight. */
  #take(held: readonly string[]): void {
    const active = held.includes(this.hand.id) ? this.hand.id : (held.at(-1) ?? '');
    this.#anchor = active;
    this.hand.pick(held, active);
    this.reveal(active);
  }

  #inBranch(id: string): boolean {
    for (let up = id; up !== ''; up = this.#parent(up)) if (up === this.branch) return true;
    return false;
  }

  #parent(id: string): string {
    return this.tree.item(id)?.parentId ?? '';
  }
}
