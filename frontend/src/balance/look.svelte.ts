import type { Desk } from '../commands/desk';
import type { Window } from '../measure/window';
import type { Item } from '../plan/types';
import { firstDayOf, windowOf, type Period } from './period';

/** The pages of the view. */
export const PAGES = ['sums', 'cairn', 'shelf', 'setbacks', 'said'] as const;
export type Page = (typeof PAGES)[number];

/** What one looks at: which page, which plan, what of it, and how far back. */
export class Look {
  page = $state<Page>('sums');
  period = $state<Period>('quarter');
  /** The days that the person said; the last four weeks until then. */
  own = $state.raw<Window>({ from: '', to: '' });
  /** Another plan than the one shown; '' = that one. */
  #other = $state('');
  /** A vision or goal of it; '' = all. */
  #scope = $state('');
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.own = windowOf('weeks', desk.now.day, '', this.own);
  }

  get planId(): string {
    const { mirror } = this.#desk;
    const other = mirror.plans.find(({ id }) => id === this.#other);
    return other?.id ?? mirror.planId;
  }

  /** Looks at a plan, as a whole. */
  see(planId: string): void {
    this.#other = planId === this.#desk.mirror.planId ? '' : planId;
    this.#scope = '';
  }

  /** The vision or goal that is looked at; undefined = the whole plan. */
  get scope(): Item | undefined {
    const item = this.#desk.mirror.item(this.#scope);
    return item?.planId === this.planId ? item : undefined;
  }

  /** Looks at a vision or a goal, or with '' at all. */
  at(id: string): void {
    this.#scope = id;
  }

  get window(): Window {
    const { mirror, now } = this.#desk;
    const first = this.period === 'all' ? firstDayOf(mirror, this.planId, now.day) : now.day;
    return windowOf(this.period, now.day, first, this.own);
  }
}
