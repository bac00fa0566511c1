import type { LookingBodies } from './looking';
import type { Lent } from './lent';
import type { Item } from './types';
import { isActive } from './types';

/** What the sums below need to know of a tree. */
export interface Tree {
  item(id: string): Item | undefined;
  children(id: string): readonly string[];
  /** How far the measures of an item have come, 0 to 1; null = it has none that can tell. */
  measured?(id: string): number | null;
  /** How far a person says that an item is, and how much it counts. */
  headway?(id: string): LookingBodies['headway'];
  /** What items are served by from elsewhere in the tree. */
  lent?: Lent;
}

/** Where the share of an item comes from: from its state, the person's word, its measures, or what it is made of. */
export type Source = 'state' | 'own' | 'measures' | 'parts';

/**
 * Sums over the tree as it stands now, each worked out once and forgotten when
 * something below it changes. The formulas stand in product.md.
 */
export class Sums {
  readonly #tree: Tree;
  readonly #shares = new Map<string, number | null>();
  readonly #acting = new Map<string, boolean>();

  constructor(tree: Tree) {
    this.#tree = tree;
  }

  /**
   * The share done of an item, 0 to 1, or null when there is nothing to count:
   * ideas, parked and let-go items, and a vision, goal or milestone that is not
   * done, has no measure and nothing countable below it.
   */
  progress(id: string): number | null {
    const item = this.#tree.item(id);
    if (!item) return null;
    const share = this.#share(id);
    const bare = this.source(id) === 'parts' && this.#parts(id).length === 0;
    return bare && item.kind !== 'step' && item.kind !== 'decision' ? null : share;
  }

  /** What the share of an item is worked out from. */
  source(id: string): Source {
    const item = this.#tree.item(id);
    if (!item || item.state === 'done') return 'state';
    if (this.#own(id) !== undefined) return 'own';
    return this.#measured(item) === null ? 'parts' : 'measures';
  }

  /** True for an active goal or milestone with no step or decision anywhere below it (R40). */
  stepless(id: string): boolean {
    const item = this.#tree.item(id);
    if (!item || !isActive(item)) return false;
    return (item.kind === 'goal' || item.kind === 'milestone') && !this.#acts(id);
  }

  /** These items came, went or changed: what counts them is worked out anew. */
  forget(ids: Iterable<string>): void {
    const served = this.#tree.lent?.targets() ?? [];
    for (const id of [...ids, ...served]) {
      for (let up: string | undefined = id; up; up = this.#tree.item(up)?.parentId) {
        this.#shares.delete(up);
        this.#acting.delete(up);
      }
    }
  }

  /** What an item adds to its parent's mean; null = it is in no denominator. */
  #share(id: string): number | null {
    const known = this.#shares.get(id);
    if (known !== undefined) return known;
    const share = this.#work(id);
    this.#shares.set(id, share);
    return share;
  }

  #work(id: string): number | null {
    const item = this.#tree.item(id);
    if (!item || item.kind === 'idea' || item.state === 'parked' || item.state === 'letgo')
      return null;
    if (item.state === 'done') return 1;
    const told = this.#own(id) ?? this.#measured(item);
    if (told !== null) return told;
    const parts = this.#parts(id);
    const sum = parts.reduce((all, { share, weight }) => all + share * weight, 0);
    const whole = parts.reduce((all, { weight }) => all + weight, 0);
    return whole === 0 ? 0 : sum / whole;
  }

  /** What the person says themselves goes before all but that it is done. */
  #own(id: string): number | undefined {
    const own = this.#tree.headway?.(id).own;
    return own === undefined ? undefined : own / 100;
  }

  /** A goal with a measure goes by that, not by its steps. */
  #measured(item: Item): number | null {
    return item.kind === 'goal' ? (this.#tree.measured?.(item.id) ?? null) : null;
  }

  /** What an item is made of and what serves it from elsewhere, each with its share and its weight. */
  #parts(id: string): Part[] {
    const below = this.#tree.children(id).map((child) => ({
      id: child,
      weight: this.#tree.headway?.(child).weight ?? 1,
    }));
    const all = [...below, ...(this.#tree.lent?.to(id, this.#tree) ?? [])];
    // To have decided is no part of the way (R80 counts it as a stone), unless there is nothing else.
    const ways = all.filter((one) => this.#tree.item(one.id)?.kind !== 'decision');
    return (ways.length > 0 ? ways : all).flatMap(({ id, weight }) => {
      const share = this.#share(id);
      return share === null || weight <= 0 ? [] : [{ share, weight }];
    });
  }

  #acts(id: string): boolean {
    const known = this.#acting.get(id);
    if (known !== undefined) return known;
    const acts = this.#tree.children(id).some((child) => {
      const kind = this.#tree.item(child)?.kind;
      return kind === 'step' || kind === 'decision' || this.#acts(child);
    });
    this.#acting.set(id, acts);
    return acts;
  }
}

/** One part of an item: how far it is, and how much it counts. */
interface Part {
  readonly share: number;
  readonly weight: number;
}
