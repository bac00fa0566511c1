import type { Hand } from '../plan/hand.svelte';
import type { Lacking } from '../plan/gaps';
import type { Kind } from '../plan/types';
import type { Drafts } from '../tree/drafts.svelte';
import { rowsOf, type Row } from '../tree/rows';
import { Sight } from '../tree/sight.svelte';
import { asksNothing, EVERYTHING, shownBy, type Filter } from './filter';
import type { Memory } from './memory';

/** The plan as lines one below the other, and a filter that lets some of them through. */
export class View extends Sight {
  readonly #lacking: Lacking;

  filter = $state.raw<Filter>(EVERYTHING);
  /** How often the filter was asked for; 0 = its bar is closed. */
  sought = $state(0);

  #before: readonly Row[] = [];
  #kept = $state.raw<ReadonlySet<string>>(new Set());
  #shut = $state.raw<ReadonlySet<string>>(new Set());

  constructor(tree: Drafts, hand: Hand, lacking: Lacking) {
    super(tree, hand);
    this.#lacking = lacking;
  }

  readonly filtering = $derived(!asksNothing(this.filter));
  readonly shown = $derived.by(() => {
    if (!this.filtering) return null;
    const { filter } = this;
    const kept = this.#kept;
    return this.read((tree) => shownBy(tree, filter, kept, this.#lacking));
  });
  override readonly rows: readonly Row[] = $derived.by(() => {
    const sight = { folded: this.folds, shown: this.shown, branch: this.branch };
    return (this.#before = this.read((tree) => rowsOf(tree, sight, this.#before)));
  });

  /** A filter opens everything and has folds of its own. */
  override get folds(): ReadonlySet<string> {
    return this.filtering ? this.#shut : this.folded;
  }

  override fold(id: string, shut: boolean): void {
    if (!this.filtering) return super.fold(id, shut);
    const folds = new Set(this.#shut);
    if (shut) folds.add(id);
    else folds.delete(id);
    this.#shut = folds;
  }

  override foldKinds(kinds: readonly Kind[]): void {
    super.foldKinds(kinds);
    this.#shut = this.ofKinds(kinds);
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
  override keep(id: string): void {
    if (this.filtering) this.#kept = new Set([...this.#kept, id]);
  }

  override reveal(id: string): void {
    super.reveal(id);
    if (!this.filtering || this.shows(id)) return;
    this.#shut = new Set();
    this.keep(id);
  }

  override rename(from: string, to: string): void {
    super.rename(from, to);
    if (this.#kept.has(from)) this.keep(to);
  }

  /** Sees as it was kept. */
  remember(memory: Memory, planId: string): void {
    this.folded = new Set(memory.folded);
    this.ask(memory.filter);
    this.take(memory.active, planId);
  }
}
