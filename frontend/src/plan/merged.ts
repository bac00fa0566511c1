/** By name, as people look for it. */
export function byName(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return a.name.localeCompare(b.name) || byId(a, b);
}

type Made = Readonly<{ id: string; madeAt: string }>;

/** The oldest first. */
export function byTime(a: Made, b: Made): number {
  return a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : byId(a, b);
}

/** In any order that is always the same. */
export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Rows with those that changed among them and without those that are gone, in an order; the same list where nothing did. */
export function merged<Row extends { id: string }>(
  rows: readonly Row[],
  changed: readonly Row[],
  gone: readonly string[],
  order: (a: Row, b: Row) => number,
): readonly Row[] {
  if (changed.length === 0 && gone.length === 0) return rows;
  const all = new Map(rows.map((row) => [row.id, row]));
  for (const id of gone) all.delete(id);
  for (const row of changed) all.set(row.id, row);
  return [...all.values()].sort(order);
}
