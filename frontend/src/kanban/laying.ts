import { standingIn } from '../plan/columns';
import type { Mirror } from '../plan/mirror.svelte';
import type { Column } from '../plan/types';
import type { Day } from '../text/dates';
import { askedIn } from './asked';
import { Deck } from './deck';
import { doneEarlier } from './earlier';
import { answering, asksNothing, type Filter } from './filter';
import { groupsBy, type Groupable, type Grouping } from './groups';
import { Homes } from './homes';
import { lanesAfter, lanesOf, type Lane, type Layout } from './lanes';
import { childrenIn, standingByState } from './scope';
import type { Telling } from './telling.svelte';

/** How the board is seen. */
export interface Seeing {
  /** The cards of all plans are shown. */
  readonly all: boolean;
  readonly columns: readonly Column[];
  readonly grouping: Grouping;
  readonly filter: Filter;
  /** The cards that stay in sight whatever the filter asks for. */
  readonly kept: ReadonlySet<string>;
  /** The item in focus; '' = none. */
  readonly branch: string;
  /** What was done earlier is shown too. */
  readonly opened: boolean;
  readonly day: Day;
}

/** What of a mirror cards are grouped by. */
export function groupableIn(mirror: Mirror, all: boolean): Groupable {
  const { items, said, areas } = mirror;
  return { items, said, areas, children: childrenIn(mirror, all) };
}

/** Lays out the cards of a mirror. What stays as it was when it laid them last is not laid out anew. */
export class Laying {
  readonly #deck = new Deck();
  #before: readonly Lane[] = [];
  /** How the board was seen when it was laid out last. */
  #how: readonly unknown[] = [];

  constructor(
    readonly mirror: Mirror,
    readonly telling: Telling,
  ) {}

  lay(seen: Seeing): readonly Lane[] {
    const layout = this.#layout(seen);
    const { changes } = this.#deck;
    const asBefore = this.#seenAsBefore(seen);
    return (this.#before =
      changes && asBefore
        ? lanesAfter(changes, layout, this.#before)
        : lanesOf(layout, this.#before));
  }

  #layout({ all, columns, grouping, filter, kept, branch, opened, day }: Seeing): Layout {
    const { mirror } = this;
    const { items, planId } = mirror;
    const answers = asksNothing(filter)
      ? null
      : answering(filter, day, askedIn(mirror, this.telling));
    const homes = new Homes(items, items.has(branch) ? branch : '');
    return {
      columns,
      cards: this.#deck.deal(items, all ? '' : planId),
      stands: all ? standingByState : standingIn(columns),
      homes,
      shown: answers && ((item) => kept.has(item.id) || answers(item)),
      groups: groupsBy(grouping, groupableIn(mirror, all), homes),
      earlier: doneEarlier(day),
      opened,
    };
  }

  /** What an item lacks, who does it and how it stands is not in the item: that counts too where it is asked for. */
  #seenAsBefore({ columns, grouping, filter, kept, branch, opened, day }: Seeing): boolean {
    const { said, areas, version } = this.mirror;
    const people = filter.lack !== '' || filter.person !== '' || grouping === 'person';
    const beside = [areas, people && said, filter.stands !== '' && version];
    const how = [columns, grouping, filter, kept, branch, opened, day, ...beside];
    const same = how.every((one, i) => one === this.#how[i]);
    this.#how = how;
    return same;
  }
}
