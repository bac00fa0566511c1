/** The pages of a client, as they are wanted before, between and after sessions. */
export const PAGES = ['about', 'sessions', 'agreement', 'between', 'private'] as const;
export type Page = (typeof PAGES)[number];

/** The pages that the owner has, who agrees on nothing with themselves. */
export function pagesOf(own: boolean): Page[] {
  return PAGES.filter((page) => !own || page !== 'agreement');
}
