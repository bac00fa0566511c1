import type { Mirror } from '../plan/mirror.svelte';
import { blockersIn } from '../plan/ready';
import type { Item } from '../plan/types';
import type { Now } from '../text/now.svelte';
import type { CardRow, Row } from './lanes';
import { hasMeta } from './height';
import { factsOf, type Facts, type Source } from './parts';
import { linesOf, toldOf, whens, type Told } from './told';

/** Tells what there is to a card; what all cards need for that is worked out once. */
export class Telling {
  constructor(
    readonly mirror: Mirror,
    readonly now: Now,
    /** The cards of all plans are shown. */
    readonly all: () => boolean,
  ) {}

  readonly #blockers = $derived.by(() => blockersIn(this.mirror));
  readonly #source: Source = $derived.by(() => {
    const { mirror } = this;
    return {
      said: mirror.said,
      blockers: this.#blockers,
      item: (id) => mirror.item(id),
      children: (id) => mirror.children(id),
      area: (id) => mirror.area(id),
      tag: (id) => mirror.tag(id),
      plan: this.all() ? (id) => mirror.plans.find((one) => one.id === id)?.name ?? '' : () => '',
    };
  });

  /** What is told on a card; the same object as long as it is the same. */
  facts(row: CardRow, before?: Facts): Facts {
    return factsOf(this.#source, row, this.now.day, before);
  }

  /** How a card stands. */
  told(item: Item): Told {
    return toldOf(this.#source, item, this.now.day);
  }

  /** A picture stands above what a row says. */
  covered(row: Row): boolean {
    return this.#source.said.once('cover', row.id).picture !== undefined;
  }

  /** How many lines a row has besides its title and what its item alone says. */
  lines(row: Row): number {
    if (row.what === 'head') return 0;
    const parts = (this.#source.children(row.id).length > 0 ? 1 : 0) + (this.all() ? 1 : 0);
    const foot = !hasMeta(row) && whens(this.told(row.item)) ? 1 : 0;
    return parts + foot + linesOf(this.#source, row.item);
  }
}
