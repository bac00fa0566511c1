import { isStep } from './ready';
import type { Item, Link } from './types';

/** What serves an item without standing below it, and how much it counts there. */
export interface Loan {
  readonly id: string;
  readonly weight: number;
}

/** What lends has to know of a tree. */
interface Tree {
  item(id: string): Item | undefined;
}

/**
 * Steps that serve a second goal by a link: they count there as if they stood
 * below it, by the weight of the link. Only what is made of steps is served, and
 * nothing counts twice in the same.
 */
export class Lent {
  readonly #byTarget = new Map<string, Link[]>();

  constructor(links: readonly Link[]) {
    for (const link of links) {
      if (link.kind !== 'serves') continue;
      const others = this.#byTarget.get(link.toId);
      if (others) others.push(link);
      else this.#byTarget.set(link.toId, [link]);
    }
  }

  /** All that is served by something. */
  targets(): Iterable<string> {
    return this.#byTarget.keys();
  }

  /** What serves an item from elsewhere. */
  to(id: string, tree: Tree): Loan[] {
    const links = this.#byTarget.get(id);
    if (!links || standsIn(tree, id, isStep)) return [];
    return links.flatMap(({ fromId, weight }) => {
      const from = tree.item(fromId);
      const lends = from && isStep(from) && !standsIn(tree, fromId, (up) => up.id === id);
      return lends ? [{ id: fromId, weight }] : [];
    });
  }
}

/** True when an item is, or stands anywhere below, one that is looked for: so no circle can come about. */
function standsIn(tree: Tree, id: string, looked: (item: Item) => boolean): boolean {
  let item = tree.item(id);
  while (item && !looked(item)) item = tree.item(item.parentId);
  return item !== undefined;
}
