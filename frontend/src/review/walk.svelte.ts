import { SvelteMap } from 'svelte/reactivity';
import type { Desk } from '../commands/desk';
import { keep, stoppedAt, type Kept } from './kept';
import { PAGES, pagesOf, reviewOf, type Page, type Review } from './pages';

/**
 * A walk through a review: its pages are as they were when it began, so that
 * nothing moves under the hand, and what was dealt with keeps its line and says
 * what became of it.
 */
export class Walk {
  readonly review: Review;
  readonly pages: readonly Page[];
  /** The page one is on; as many as there are = the end. */
  at = $state(0);
  /** The line that was dealt with last: it can be taken back. */
  last = $state('');
  readonly #desk: Desk;
  readonly #said = new SvelteMap<string, string>();
  #kept: Kept;

  constructor(desk: Desk, kept: Kept) {
    const { mirror, now } = desk;
    this.#desk = desk;
    this.#kept = kept;
    this.review = reviewOf(mirror, now, kept.left);
    this.pages = pagesOf(this.review);
    this.at = this.#from(stoppedAt(kept, now.day));
    this.#note();
  }

  get page(): Page | undefined {
    return this.pages[this.at];
  }

  /** To the next page or the one before; where one is, is kept. */
  go(step: 1 | -1): void {
    this.at = Math.min(this.pages.length, Math.max(0, this.at + step));
    this.last = '';
    this.#note();
  }

  /** What became of a line; undefined while nothing was done. */
  of(id: string): string | undefined {
    return this.#said.get(id);
  }

  /** Does something with a line, in one undo step; what is said then stands in its place. */
  async act(id: string, words: string, edit: () => Promise<unknown>): Promise<boolean> {
    if (this.#said.has(id) || (await edit()) === undefined) return false;
    this.#settle(id, words);
    this.last = id;
    return true;
  }

  /** Takes back what was done last. */
  async takeBack(): Promise<void> {
    const { last } = this;
    this.last = '';
    if (await this.#desk.edits.undo()) this.#said.delete(last);
  }

  /** An idea or a step stays as it is and comes back in some weeks; that is no edit of the plan. */
  leaveBe(id: string, words: string): void {
    this.#kept = { ...this.#kept, left: { ...this.#kept.left, [id]: this.#desk.now.day } };
    this.#note();
    this.#settle(id, words);
    this.last = '';
  }

  /** Where a page is; where nothing is left on it, the one after it. */
  #from(page: Page | ''): number {
    if (page === '') return 0;
    const at = this.pages.findIndex((one) => PAGES.indexOf(one) >= PAGES.indexOf(page));
    return at < 0 ? this.pages.length : at;
  }

  #settle(id: string, words: string): void {
    this.#said.set(id, words);
    this.#desk.notices.whisper(words);
  }

  /** Keeps where one is; at the end, that the week was looked back on. What is gone is forgotten. */
  #note(): void {
    const { mirror, now } = this.#desk;
    const left = Object.entries(this.#kept.left).filter(([id]) => mirror.item(id));
    const { page } = this;
    this.#kept = {
      done: page === undefined ? now.day : this.#kept.done,
      page: page ?? '',
      since: page === undefined ? '' : now.day,
      left: Object.fromEntries(left),
    };
    void keep(this.#desk, this.#kept);
  }
}
