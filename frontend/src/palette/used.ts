/** The name under which is kept what was used in a plan. */
export const VIEW = 'palette';

/** As many as one remembers having used. */
const MOST = 12;

/** What was used lately, the newest first, by the ids of the palette's lines. */
export type Used = readonly string[];

/** With one more used. */
export function using(used: Used, id: string): Used {
  return [id, ...used.filter((other) => other !== id)].slice(0, MOST);
}

/** What was kept; what is not understood counts as nothing. */
export function remembered(kept: string): Used {
  try {
    const used: unknown = JSON.parse(kept);
    return Array.isArray(used) ? used.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
