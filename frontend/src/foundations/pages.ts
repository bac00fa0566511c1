/** The pages of the foundations, in the order in which one may think them through. */
export const PAGES = [
  'values',
  'about',
  'wheel',
  'questions',
  'spheres',
  'sight',
  'sheet',
] as const;
export type Page = (typeof PAGES)[number];
