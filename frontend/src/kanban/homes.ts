import type { Item } from '../plan/types';

/** What of a plan the board reads; the mirror has it. */
export type Items = ReadonlyMap<string, Item>;

/** What a card stands below. Ids are '' where there is none. */
export interface Home {
  /** The goal or milestone it serves first; a vision where there is neither. */
  readonly at: string;
  /** The goal that heads its group. */
  readonly goal: string;
  /** The nearest life area above it. */
  readonly areaId: string;
  /** It lies in the branch that is shown. */
  readonly within: boolean;
}

/** What cards stand below, worked out once for each place in the tree. */
export class Homes {
  readonly #items: Items;
  readonly #branch: string;
  readonly #known = new Map<string, Home>();

  constructor(items: Items, branch: string) {
    this.#items = items;
    this.#branch = branch;
    this.#known.set('', { at: '', goal: '', areaId: '', within: branch === '' });
  }

  /** The home of whatever stands right below this item; '' is the top of the plan. */
  below(id: string): Home {
    const known = this.#known.get(id);
    if (known) return known;
    const item = this.#items.get(id);
    const home = item ? this.#work(item) : this.below('');
    this.#known.set(id, home);
    return home;
  }

  /** True for what lies in the branch shown, and for a card that is the branch itself. */
  shows(card: Item): boolean {
    return card.id === this.#branch || this.below(card.parentId).within;
  }

  #work(item: Item): Home {
    const up = this.below(item.parentId);
    const { id, kind } = item;
    const serves = kind === 'goal' || kind === 'milestone' || kind === 'vision';
    const heads = kind === 'goal' || (serves && up.goal === '');
    return {
      at: serves ? id : up.at,
      goal: heads ? id : up.goal,
      areaId: item.areaId || up.areaId,
      within: up.within || id === this.#branch,
    };
  }
}
