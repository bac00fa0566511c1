import type { Item } from './types';
import { isActive } from './types';

/** What the sums below need to know of a tree. */
export interface Tree {
  item(id: string): Item | undefined;
  children(id: string): readonly string[];
  /** How far the measures of an item have come, 0 to 1; null = it has none that can tell. */
  measured?(id: string): number | null;
}

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
    const told = item.state === 'done' || this.#measured(item) !== null;
    const bare = !told && this.#countable(id).length === 0;
    return bare && item.kind !== 'step' && item.kind !== 'decision' ? null : share;
  }

  /** True for an active goal or milestone with no step or decision anywhere below it (R40). */
  stepless(id: string): boolean {
    const item = this.#tree.item(id);
    if (!item || !isActive(item)) return false;
    return (item.kind === 'goal' || item.kind === 'milestone') && !this.#acts(id);
  }

  /** These items came, went or changed: what counts them is worked out anew. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) {
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
    const measured = this.#measured(item);
    if (measured !== null) return measured;
    const shares = this.#countable(id);
    return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  }

  /** A goal with a measure goes by that, not by its steps. */
  #measured(item: Item): number | null {
    return item.kind === 'goal' ? (this.#tree.measured?.(item.id) ?? null) : null;
  }

  #countable(id: string): number[] {
    const children = this.#tree.children(id);
    const parts = children.filter((child) => this.#tree.item(child)?.kind !== 'decision');
    // To have decided is no part of the way (R80 counts it as a stone), unless there is nothing else.
    return (parts.length > 0 ? parts : children)
      .map((child) => this.#share(child))
      .filter((share) => share !== null);
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
