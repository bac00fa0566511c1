import { sameFilter, type Filter } from './filter';

/** A filter that is kept under a name. */
export interface Saved {
  readonly name: string;
  readonly filter: Filter;
}

/** The filters that are kept for a board, in the order in which they were kept; no two have one name. */
export class SavedFilters {
  all = $state.raw<readonly Saved[]>([]);

  /** Keeps a filter under a name, in place of the one that had it. */
  keep(name: string, filter: Filter): void {
    const known = this.all.some((one) => one.name === name);
    const saved = { name, filter };
    this.all = known
      ? this.all.map((one) => (one.name === name ? saved : one))
      : [...this.all, saved];
  }

  /** Gives one another name; the one that had that name goes. */
  rename(from: string, name: string): void {
    if (name === '' || name === from) return;
    const others = this.all.filter((one) => one.name !== name);
    this.all = others.map((one) => (one.name === from ? { ...one, name } : one));
  }

  remove(name: string): void {
    this.all = this.all.filter((one) => one.name !== name);
  }

  /** The one that asks for what a filter asks for. */
  of(filter: Filter): Saved | undefined {
    return this.all.find((one) => sameFilter(one.filter, filter));
  }
}
